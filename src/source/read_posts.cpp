#include "source/read_posts.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

#include "base/error.h"
#include "base/file_io.h"
#include "base/parallel.h"
#include "book/blank.h"
#include "source/encoding.h"
#include "source/front_matter.h"
#include "source/front_matter_fence.h"
#include "source/hangul.h"
#include "source/html_content.h"
#include "source/html_tree.h"
#include "source/post_title.h"
#include "source/reader.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

enum class Format { plain_text, markdown, html, html_with_front_matter };

bool has_extension(const fs::path& file, std::initializer_list<std::string_view> extensions) {
  const std::string own = ascii_lower(to_utf8(file.extension()));
  return std::find(extensions.begin(), extensions.end(), own) != extensions.end();
}

// Whether the text begins like an HTML document, comments and an XML declaration aside.
bool begins_as_html_document(std::string_view text) {
  for (;;) {
    text = trim_ascii(text);
    const std::string_view end = text.starts_with("<!--") ? "-->"
                                 : text.starts_with("<?") ? "?>"
                                                          : "";
    if (end.empty()) break;
    const std::size_t close = text.find(end);
    if (close == std::string_view::npos) return false;
    text.remove_prefix(close + end.size());
  }
  const std::string head = ascii_lower(text.substr(0, 16));
  return head.starts_with("<!doctype html") || head.starts_with("<html") ||
         head.starts_with("<head") || head.starts_with("<body");
}

// A tag, a comment, or one of Tistory's tokens: what an HTML fragment has and a sentence with a `<`
// in it has not.
bool has_markup(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    const bool opens = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '/';
    if ((opens || next == '!') && text.find('>', at) != std::string_view::npos) return true;
  }
  return text.find("[##_") != std::string_view::npos;
}

// A body copied from an editor's HTML mode into a text file.
bool begins_as_html_fragment(std::string_view text) {
  const std::string_view start = trim_ascii(text);
  if (!start.starts_with('<') || text.find("</") == std::string_view::npos) return false;
  const std::string tag = ascii_lower(start.substr(1, 10));
  constexpr std::array<std::string_view, 8> kTags = {"p",  "div",     "figure",  "h",
                                                     "ul", "section", "article", "table"};
  return std::any_of(kTags.begin(), kTags.end(), [&](std::string_view name) {
    if (!tag.starts_with(name)) return false;
    const char next = name == "h" ? ' ' : tag.size() > name.size() ? tag[name.size()] : ' ';
    return next == ' ' || next == '>' || next == '\n';
  });
}

// What the bytes say counts for more than the name.
Format format_of(const SourceText& source) {
  const std::string_view text = source.text;
  const bool named_html = has_extension(source.file, {".html", ".htm", ".xhtml"});
  if (find_front_matter(text))
    return named_html ? Format::html_with_front_matter : Format::markdown;
  if (begins_as_html_document(text)) return Format::html;
  if (named_html && has_markup(text)) return Format::html;
  if (has_extension(source.file, {".md", ".markdown", ".mdown", ".mkd"})) return Format::markdown;
  return begins_as_html_fragment(text) ? Format::html : Format::plain_text;
}

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

std::vector<Post> read_text(const SourceText& source, Diagnostics& diagnostics) {
  switch (format_of(source)) {
    case Format::markdown:
      return read_markdown(source, diagnostics);
    case Format::html:
      return read_html(source, diagnostics);
    case Format::html_with_front_matter:
      return read_html_with_front_matter(source, diagnostics);
    case Format::plain_text:
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

// Fills in what the file's name and place say.
void complete(Post& post, const SourceText& source) {
  post.file = source.file;
  post.shown_file = source.shown_file;
  const DatedName name = dated_name(source.file);
  if (!post.published) post.published = name.date;
  if (post.address.empty() && name.date) post.address = name.slug;
  if (!post.number) post.number = number_from_name(source.file);
  post.title = collapse_spaces(post.title);
  if (!post.title.empty()) return;
  post.title_is_guessed = true;
  post.title = title_from_name(source.file);
  if (post.title.empty()) post.title = title_from_text(post);
  if (post.title.empty()) post.title = compose_hangul(to_utf8(source.file.stem()));
}

bool is_empty(const Post& post) {
  return is_blank(post.body) && post.notes.empty();
}

std::vector<Post> finished(std::vector<Post> posts, const SourceText& source,
                           Diagnostics& diagnostics) {
  std::vector<Post> kept;
  kept.reserve(posts.size());
  for (Post& post : posts) {
    if (is_empty(post)) {
      diagnostics.note({source.shown_file, {}},
                       message("내용이 없는 글이라 뺐습니다", "a post without content, left out"));
      continue;
    }
    complete(post, source);
    kept.push_back(std::move(post));
  }
  return kept;
}

std::vector<Post> read_post_file(const fs::path& file, const ReadOptions& options, bool is_wanted,
                                 Diagnostics& diagnostics) {
  SourceText source;
  source.file = file;
  source.folder = options.folder.empty() ? fs::path(".") : options.folder;
  source.shown_file = to_utf8(file);
  source.is_wanted = is_wanted;
  source.keep_comments = options.keep_comments;
  try {
    const std::string bytes = read_file(file);
    if (!looks_like_text(bytes)) {
      diagnostics.error({source.shown_file, {}},
                        message("글이 아닌 파일이라 읽지 않았습니다", "not a text file, not read"),
                        {message("HTML, Markdown, 텍스트 파일을 읽을 수 있습니다",
                                 "HTML, Markdown and plain text files can be read")});
      return {};
    }
    source.text = compose_hangul(decode_to_utf8(bytes, source.shown_file, diagnostics));
    return finished(read_text(source, diagnostics), source, diagnostics);
  } catch (const Error& error) {
    Diagnostic diagnostic = error.diagnostic();
    if (diagnostic.at.file.empty()) diagnostic.at.file = source.shown_file;
    diagnostics.add(std::move(diagnostic));
    return {};
  }
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
