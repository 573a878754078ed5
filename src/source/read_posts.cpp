#include "source/read_posts.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "base/error.h"
#include "base/file_io.h"
#include "base/parallel.h"
#include "book/blank.h"
#include "source/encoding.h"
#include "source/front_matter.h"
#include "source/hangul.h"
#include "source/html_content.h"
#include "source/markup_text.h"
#include "source/post_archive.h"
#include "source/post_title.h"
#include "source/reader.h"
#include "source/source_format.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

// Jekyll's pages in HTML: the data is in the front matter, the rest is the body.
std::vector<Post> read_html_with_front_matter(const SourceText& source, Diagnostics& diagnostics) {
  const auto matter = read_front_matter(source, diagnostics);
  if (matter && is_left_out(*matter, source, diagnostics)) return {};
  Post post;
  if (matter) apply(*matter, post);
  const std::size_t body = matter ? matter->body_offset : 0;
  const std::uint32_t line = matter ? matter->body_line : 1;
  read_html_content(std::string_view(source.text).substr(body), source, {line}, post, diagnostics);
  std::vector<Post> posts;
  posts.push_back(std::move(post));
  return posts;
}

void refuse_other(std::string_view kind, const SourceText& source, Diagnostics& diagnostics) {
  diagnostics.error(
      {source.shown_file, {}},
      message("블로그의 피드나 내보내기가 아닌 {}이라서 읽지 않았습니다",
              "{} that is no blog's feed or export, not read", kind),
      {message(
          "RSS, Atom, 워드프레스(WXR), 텍스트큐브·옛 티스토리(TTXML), 이글루스(XML), "
          "Ghost·Blogger(JSON) 파일을 읽을 수 있습니다",
          "RSS, Atom, WordPress (WXR), Textcube and old Tistory (TTXML), Egloos (XML), Ghost and "
          "Blogger (JSON) files can be read")});
}

std::vector<Post> read_text(SourceFormat format, const SourceText& source,
                            Diagnostics& diagnostics) {
  switch (format) {
    case SourceFormat::markdown:
      return read_markdown(source, diagnostics);
    case SourceFormat::html:
      return read_html(source, diagnostics);
    case SourceFormat::html_with_front_matter:
      return read_html_with_front_matter(source, diagnostics);
    case SourceFormat::feed:
      return read_feed(source, diagnostics);
    case SourceFormat::wxr:
      return read_wxr(source, diagnostics);
    case SourceFormat::ttxml:
      return read_ttxml(source, diagnostics);
    case SourceFormat::ghost_json:
      return read_ghost_json(source, diagnostics);
    case SourceFormat::blogger_json:
      return read_blogger_json(source, diagnostics);
    case SourceFormat::egloos_xml:
      return read_egloos_xml(source, diagnostics);
    case SourceFormat::other_xml:
      refuse_other("XML", source, diagnostics);
      return {};
    case SourceFormat::other_json:
      refuse_other("JSON", source, diagnostics);
      return {};
    case SourceFormat::plain_text:
      break;
  }
  return read_plain_text(source, diagnostics);
}

// Tistory's backup numbers its posts in their names: `12/12-제목.html`.
std::optional<long> number_from_name(const fs::path& file) {
  const std::string folder = to_utf8(file.parent_path().filename());
  const bool is_number = !folder.empty() && folder.size() <= 9 &&
                         folder.find_first_not_of("0123456789") == std::string::npos;
  if (!is_number || !to_utf8(file.filename()).starts_with(folder + "-")) return std::nullopt;
  return std::stol(folder);
}

// Fills in what the file's name and place say; of one post among several its name says nothing.
void complete(Post& post, bool is_alone, const SourceText& source) {
  post.file = source.file;
  post.shown_file = source.shown_file;
  post.title = collapse_spaces(post.title);
  if (!is_alone) {
    post.title_is_guessed = post.title.empty();
    if (post.title.empty()) post.title = title_from_text(post);
    if (post.title.empty() && post.published) post.title = iso_8601(*post.published).substr(0, 10);
    if (post.title.empty()) post.title = compose_hangul(to_utf8(source.file.stem()));
    return;
  }
  const DatedName name = dated_name(source.file);
  if (!post.published) post.published = name.date;
  if (post.address.empty() && name.date) post.address = name.slug;
  if (!post.number) post.number = number_from_name(source.file);
  if (!post.title.empty()) return;
  post.title_is_guessed = true;
  post.title = title_from_name(source.file);
  if (post.title.empty()) post.title = title_from_text(post);
  if (post.title.empty()) post.title = compose_hangul(to_utf8(source.file.stem()));
}

bool is_empty(const Post& post) {
  return is_blank(post.body) && post.notes.empty();
}

std::vector<Post> finished(std::vector<Post> posts, SourceFormat format, const SourceText& source,
                           Diagnostics& diagnostics) {
  std::vector<Post> kept;
  kept.reserve(posts.size());
  for (Post& post : posts) {
    if (is_empty(post)) {
      diagnostics.note({source.shown_file, {}},
                       message("내용이 없는 글이라 뺐습니다", "a post without content, left out"));
      continue;
    }
    complete(post, posts.size() == 1 && !is_export(format), source);
    kept.push_back(std::move(post));
  }
  return kept;
}

// In the order in which they were published, those without a date last: feeds begin with the
// newest, archives are in the order of names.
std::vector<Post> by_date(std::vector<Post> posts) {
  std::stable_sort(posts.begin(), posts.end(), [](const Post& a, const Post& b) {
    if (!a.published || !b.published) return a.published.has_value() && !b.published;
    return unix_seconds(*a.published) < unix_seconds(*b.published);
  });
  return posts;
}

std::vector<Post> read_bytes(std::string_view bytes, SourceText source, Diagnostics& diagnostics) {
  if (!looks_like_text(bytes)) {
    diagnostics.error(
        {source.shown_file, {}},
        message("글이 아닌 파일이라 읽지 않았습니다", "not a text file, not read"),
        {message("HTML, Markdown, 텍스트 파일과 블로그의 내보내기를 읽을 수 있습니다",
                 "HTML, Markdown and plain text files and blogs' exports can be read")});
    return {};
  }
  source.text = compose_hangul(decode_to_utf8(bytes, source.shown_file, diagnostics));
  const SourceFormat format = format_of(source);
  std::vector<Post> posts =
      finished(read_text(format, source, diagnostics), format, source, diagnostics);
  return is_export(format) ? by_date(std::move(posts)) : posts;
}

// Runs `read`, and keeps an Error from stopping the other sources.
template <class Read>
std::vector<Post> read_or_tell(const std::string& shown_file, Diagnostics& diagnostics, Read read) {
  try {
    return read();
  } catch (const Error& error) {
    Diagnostic diagnostic = error.diagnostic();
    if (diagnostic.at.file.empty()) diagnostic.at.file = shown_file;
    diagnostics.add(std::move(diagnostic));
    return {};
  }
}

// The posts of an archive, as if it were a folder.
std::vector<Post> read_archive(const SourceText& outer, Diagnostics& diagnostics) {
  const fs::path& file = outer.file;
  PostArchive archive(file);
  archive.tell(diagnostics);
  std::vector<Post> posts;
  for (const std::string& path : archive.post_paths()) {
    SourceText source = outer;
    source.file = file / path_from_utf8(path);
    source.folder = file;
    source.shown_file = to_utf8(source.file);
    source.enclosed = &archive.files();
    const auto bytes = archive.read(path);
    if (!bytes) {
      diagnostics.lost({source.shown_file, {}}, message("ZIP 안의 글을 읽을 수 없습니다",
                                                        "a post in the ZIP cannot be read"));
      continue;
    }
    std::vector<Post> some = read_or_tell(source.shown_file, diagnostics,
                                          [&] { return read_bytes(*bytes, source, diagnostics); });
    std::move(some.begin(), some.end(), std::back_inserter(posts));
  }
  return posts;
}

std::vector<Post> read_post_file(const fs::path& file, const ReadOptions& options, bool is_wanted,
                                 Diagnostics& diagnostics) {
  SourceText source;
  source.file = file;
  source.folder = options.folder.empty() ? fs::path(".") : options.folder;
  source.shown_file = to_utf8(file);
  source.is_wanted = is_wanted;
  source.keep_comments = options.keep_comments;
  source.rules = options.rules;
  return read_or_tell(source.shown_file, diagnostics, [&] {
    if (is_zip_file(file)) return by_date(read_archive(source, diagnostics));
    return read_bytes(read_file(file), source, diagnostics);
  });
}

}  // namespace

std::vector<Post> read_posts(std::span<const fs::path> files, const ReadOptions& options,
                             Diagnostics& diagnostics) {
  std::set<fs::path> named;
  for (const fs::path& file : options.named) named.insert(file.lexically_normal());
  auto read =
      map_parallel(files, options.jobs, diagnostics, [&](const fs::path& file, Diagnostics& own) {
        return read_post_file(file, options, named.contains(file.lexically_normal()), own);
      });
  std::vector<Post> posts;
  for (std::vector<Post>& some : read) {
    std::move(some.begin(), some.end(), std::back_inserter(posts));
  }
  return posts;
}

}  // namespace munjip
