// Saved pages and exports of every platform against a table of what a person finds in them:
// corpus_table.txt, whose head explains its columns. The pages' words stay out of the project: the
// table holds hashes.
#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <variant>
#include <vector>

#include "base/file_io.h"
#include "base/utf8.h"
#include "book/walk.h"
#include "source/read_posts.h"
#include "source/text_lines.h"

using namespace munjip;
namespace fs = std::filesystem;

namespace {

const fs::path kShared = fs::path(MUNJIP_SOURCE_DIR) / ".." / "shared";
const fs::path kTable = fs::path(MUNJIP_SOURCE_DIR) / "tests" / "source" / "corpus_table.txt";

// FNV-1a, 64 bits, of the text without white space.
std::string hash_of(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : without_spaces(text)) {
    if (c == '\n') continue;
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  }
  std::ostringstream out;
  out << std::hex << hash;
  return out.str();
}

// What a reader of the book sees of the content, in order.
std::string text_of(const Blocks& blocks) {
  std::string text;
  for_each_block(blocks, [&](const Block& block) {
    for_each_own_inlines(block, [&](const Inlines& run) { text += plain_text(run) + "\n"; });
    if (const auto* code = std::get_if<CodeBlock>(&block.is)) text += code->text;
    if (const auto* box = std::get_if<LinkBox>(&block.is)) {
      text += box->title + "\n" + box->description + "\n" + box->target + "\n";
    }
  });
  return text;
}

std::string text_of(const Post& post) {
  std::string text = text_of(post.body);
  for (const Note& note : post.notes) text += text_of(note.body);
  return text;
}

constexpr std::size_t kWords = 30;  // characters, white space not counted

std::string first_words(const std::string& text) {
  std::size_t end = 0;
  for (std::size_t n = 0; n < kWords && end < text.size(); ++n) next_code_point(text, end);
  return text.substr(0, end);
}

std::string last_words(const std::string& text) {
  std::size_t begin = text.size();
  for (std::size_t n = 0; n < kWords && begin > 0; ++n) {
    do {
      --begin;
    } while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U);
  }
  return text.substr(begin);
}

struct Counts {
  int paragraphs = 0, images = 0, tables = 0;
};

Counts counts_of(const Post& post) {
  Counts counts;
  for_each_block(post.body, [&](const Block& block) {
    counts.paragraphs += std::holds_alternative<Paragraph>(block.is) ? 1 : 0;
    counts.tables += std::holds_alternative<Table>(block.is) ? 1 : 0;
    if (const auto* figure = std::get_if<Figure>(&block.is)) {
      counts.images += static_cast<int>(figure->images.size());
    }
    for_each_own_inlines(block, [&](const Inlines& run) {
      for (const Inline& in : run) {
        counts.images += std::holds_alternative<InlineImage>(in.is) ? 1 : 0;
      }
    });
  });
  return counts;
}

// The columns after the file's name and the reader's mark.
std::string row_of(const Post& post) {
  std::string text = without_spaces(text_of(post));
  std::erase(text, '\n');
  const Counts counts = counts_of(post);
  std::ostringstream row;
  row << hash_of(post.title) << '\t' << hash_of(first_words(text)) << '\t'
      << hash_of(last_words(text)) << '\t' << hash_of(text) << '\t'
      << (post.published ? iso_8601(*post.published) : "-") << '\t' << counts.paragraphs << '\t'
      << counts.images << '\t' << post.notes.size() << '\t' << counts.tables << '\t'
      << post.dropped.size();
  return row.str();
}

struct Expected {
  std::string file;
  std::string mark;               // `eye` or `-`
  std::vector<std::string> rows;  // one for each post; none: the file is refused
};

std::vector<Expected> read_table() {
  std::vector<Expected> table;
  std::ifstream in(kTable);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    if (second == std::string::npos) continue;
    const std::string file = line.substr(0, first);
    if (table.empty() || table.back().file != file) {
      table.push_back({file, line.substr(first + 1, second - first - 1), {}});
    }
    const std::string rest = line.substr(second + 1);
    if (rest != "refused") table.back().rows.push_back(rest);
  }
  return table;
}

struct Read {
  std::vector<Post> posts;
  Diagnostics diagnostics;
  double seconds = 0;
};

Read read_one(const fs::path& file) {
  Read read;
  const std::vector<fs::path> files = {file};
  const auto start = std::chrono::steady_clock::now();
  read.posts = read_posts(files, {file.parent_path(), 1, files}, read.diagnostics);
  read.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return read;
}

}  // namespace

TEST_CASE("every page of the corpus reads as the table says") {
  if (!fs::is_directory(kShared)) {
    MESSAGE("skipped: no corpus at " << kShared);
    return;
  }
  const std::vector<Expected> table = read_table();
  REQUIRE(table.size() >= 300);
  // For whoever has read a page anew: the rows as they are now, to be checked and taken over.
  const bool show = std::getenv("MUNJIP_SHOW_CORPUS_ROWS") != nullptr;
  for (const Expected& expected : table) {
    CAPTURE(expected.file);
    const fs::path file = kShared / path_from_utf8(expected.file);
    REQUIRE(fs::is_regular_file(file));
    const Read read = read_one(file);
    std::vector<std::string> rows;
    for (const Post& post : read.posts) rows.push_back(row_of(post));
    if (show) {
      for (const std::string& row : rows) {
        std::cout << expected.file << '\t' << expected.mark << '\t' << row << '\n';
      }
      if (rows.empty()) std::cout << expected.file << '\t' << expected.mark << "\trefused\n";
    }
    CHECK(rows == expected.rows);
    // What holds no post is refused with a reason; nothing that holds one is.
    const std::size_t errors = read.diagnostics.count(Severity::error);
    if (expected.rows.empty()) {
      CHECK_FALSE(read.diagnostics.empty());
    } else {
      CHECK(errors == 0);
    }
  }
}

TEST_CASE("no page of the corpus takes long") {
  if (!fs::is_directory(kShared)) {
    MESSAGE("skipped: no corpus at " << kShared);
    return;
  }
  for (const Expected& expected : read_table()) {
    const fs::path file = kShared / path_from_utf8(expected.file);
    const double megabytes = static_cast<double>(fs::file_size(file)) / 1e6;
    // The bound is 0.3 s and 1 s for each megabyte; the rest is for checked builds on busy
    // machines.
    CHECK_MESSAGE(read_one(file).seconds < 5 * (0.3 + megabytes), expected.file);
  }
}
