// The pass complete_book_data: what a book's data says where book.toml leaves it open.
//   - title: of a single post, else the name of the first post's file;
//   - authors: those of the posts, in order of appearance;
//   - identifier: a UUIDv5 of the address of the earliest post (which stays the earliest when later
//     ones are added or the order is turned round), else of the SHA-256 of its text; never of
//     titles or paths, which change;
//   - modified: SOURCE_DATE_EPOCH (reproducible-builds.org) where the environment sets it, else the
//     newest date of a post, else the book's date, else 1970-01-01.
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "base/digest.h"
#include "base/file_io.h"
#include "book/labels.h"
#include "book/pass_functions.h"
#include "book/walk.h"

namespace munjip {

namespace {

// One post's title, or the name of the one file that holds several: an export, an archive.
void complete_title(Book& book, const Manifest& manifest) {
  BookInfo& info = book.info;
  if (!info.title.empty()) return;
  const Post& first = book.parts.front().posts.front();
  const auto& files = manifest.single_files;
  const auto& file = files.size() == 1 ? files.front() : first.file;
  info.title = book.post_count() == 1 ? first.title : to_utf8(file.stem());
  if (info.title.empty()) info.title = label(Label::untitled, info.language);
}

void complete_authors(Book& book) {
  if (!book.info.authors.empty()) return;
  std::set<std::string_view> seen;
  for_each_post(book, [&](const Post& post) {
    if (!post.author.empty() && seen.insert(post.author).second) {
      book.info.authors.push_back({post.author});
    }
  });
}

// Null for a book without posts.
const Post* earliest_post(const Book& book) {
  const Post* earliest = nullptr;
  for_each_post(book, [&](const Post& post) {
    const bool is_earlier =
        earliest == nullptr ||
        (post.published && (!earliest->published ||
                            unix_seconds(*post.published) < unix_seconds(*earliest->published)));
    if (is_earlier) earliest = &post;
  });
  return earliest;
}

// The text alone, without white space: neither mark-up nor line ends change it.
std::string bare_text(const Blocks& blocks) {
  std::string out;
  const auto append = [&](std::string_view text) {
    for (const char c : text) {
      if (c != ' ' && c != '\n' && c != '\t') out.push_back(c);
    }
  };
  for_each_block(blocks, [&](const Block& block) {
    if (const auto* code = std::get_if<CodeBlock>(&block.is)) append(code->text);
    for_each_own_inlines(block, [&](const Inlines& run) { append(plain_text(run)); });
  });
  return out;
}

std::string identifier_of(const Post& post) {
  if (!post.address.empty()) return uuid_v5_urn(post.address);
  return uuid_v5_urn("urn:sha256:" + sha256_hex(bare_text(post.body)));
}

// The one place where the environment is read.
std::optional<DateTime> source_date_epoch(Diagnostics& diagnostics) {
  const char* value = std::getenv("SOURCE_DATE_EPOCH");  // NOLINT(concurrency-mt-unsafe)
  if (value == nullptr || *value == '\0') return std::nullopt;
  const std::string_view text = value;
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  constexpr std::int64_t kYear10000 = 253402300800;
  if (error == std::errc{} && end == text.data() + text.size() && seconds >= 0 &&
      seconds < kYear10000) {
    return from_unix_seconds(seconds, 0);
  }
  diagnostics.warn(
      {}, message("환경 변수 SOURCE_DATE_EPOCH는 1970년부터 센 초여야 합니다: {}",
                  "SOURCE_DATE_EPOCH in the environment is not a number of seconds: {}", text));
  return std::nullopt;
}

std::optional<DateTime> newest_date(const Book& book) {
  std::optional<DateTime> newest;
  for_each_post(book, [&](const Post& post) {
    for (const auto& date : {post.published, post.modified}) {
      if (date && (!newest || unix_seconds(*date) > unix_seconds(*newest))) newest = date;
    }
  });
  return newest;
}

DateTime modified_of(const Book& book, Diagnostics& diagnostics) {
  if (const auto epoch = source_date_epoch(diagnostics)) return *epoch;
  if (const auto newest = newest_date(book)) return *newest;
  return book.info.date.value_or(DateTime{.utc_offset_minutes = 0});
}

}  // namespace

void complete_book_data(Book& book, const Manifest& manifest, Diagnostics& diagnostics) {
  complete_title(book, manifest);
  complete_authors(book);
  if (const Post* earliest = earliest_post(book);
      book.info.identifier.empty() && earliest != nullptr) {
    book.info.identifier = identifier_of(*earliest);
  }
  book.info.modified = modified_of(book, diagnostics);
}

}  // namespace munjip
