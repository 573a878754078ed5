#include "source/source_format.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "base/error.h"
#include "base/file_io.h"
#include "source/encoding.h"
#include "source/front_matter_fence.h"
#include "source/markup_text.h"
#include "source/post_archive.h"
#include "source/xml_document.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

// Far enough to meet the namespaces of an export and the first of its tables.
constexpr std::size_t kHead = std::size_t{64} << 10;

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

// The elements of other formats are no HTML's, so that a page is never taken for one of them.
SourceFormat format_of_xml(std::string_view root, std::string_view text) {
  const std::string_view head = text.substr(0, kHead);
  const auto has = [&](std::string_view word) { return head.find(word) != std::string_view::npos; };
  if (root == "rss" && (has("wordpress.org/export/") || has("<wp:"))) return SourceFormat::wxr;
  if (root == "rss" || (root == "RDF" && has("purl.org/rss"))) return SourceFormat::feed;
  if (root == "feed" && (has("www.w3.org/2005/Atom") || has("purl.org/atom") || has("entry>"))) {
    return SourceFormat::feed;
  }
  if (root == "blog" && (has("tattertools") || has("<post"))) return SourceFormat::ttxml;
  if (root == "post" && has("<post_title") && has("<post_content")) return SourceFormat::egloos_xml;
  return SourceFormat::other_xml;
}

// Ghost's tables stand in the order of their names, so that `posts` may come late.
SourceFormat format_of_json(std::string_view text) {
  const std::string_view head = text.substr(0, kHead);
  const auto has = [&](std::string_view word) { return head.find(word) != std::string_view::npos; };
  const bool is_ghost = head.starts_with('{') && (has("\"posts\"") || has("\"exported_on\""));
  if (is_ghost) return SourceFormat::ghost_json;
  return has("\"blogger#post\"") ? SourceFormat::blogger_json : SourceFormat::other_json;
}

// A local header, or the end of an archive without files (APPNOTE 4.3.7, 4.3.16).
bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

std::string head_of(const fs::path& file, std::size_t size) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes(size, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
  return bytes;
}

}  // namespace

SourceFormat format_of(const SourceText& source) {
  const std::string_view text = source.text;
  const bool named_html = has_extension(source.file, {".html", ".htm", ".xhtml"});
  const bool named_xml = has_extension(source.file, {".xml", ".rss", ".atom"});
  if (find_front_matter(text)) {
    // Jekyll's template of a feed holds no post.
    if (named_xml) return SourceFormat::other_xml;
    return named_html ? SourceFormat::html_with_front_matter : SourceFormat::markdown;
  }
  if (begins_as_html_document(text)) return SourceFormat::html;
  const std::string_view start = trim_ascii(text);
  if (has_extension(source.file, {".json"})) return format_of_json(start);
  if (!named_html && (named_xml || start.starts_with('<'))) {
    const SourceFormat xml = format_of_xml(xml_root_name(named_xml ? text : start), text);
    if (named_xml || xml != SourceFormat::other_xml || start.starts_with("<?xml")) return xml;
  }
  if (named_html && has_markup(text)) return SourceFormat::html;
  if (has_extension(source.file, {".md", ".markdown", ".mdown", ".mkd"})) {
    return SourceFormat::markdown;
  }
  return begins_as_html_fragment(text) ? SourceFormat::html : SourceFormat::plain_text;
}

bool is_export(SourceFormat format) {
  return format == SourceFormat::feed || format == SourceFormat::wxr ||
         format == SourceFormat::ttxml || format == SourceFormat::ghost_json ||
         format == SourceFormat::blogger_json || format == SourceFormat::egloos_xml;
}

bool is_zip_file(const fs::path& file) {
  return is_zip(head_of(file, 4));
}

bool is_blog_export(const fs::path& file) {
  const std::string bytes = head_of(file, kHead);
  if (is_zip(bytes)) {
    try {
      return !PostArchive(file).post_paths().empty();
    } catch (const Error&) {
      return false;
    }
  }
  if (has_extension(file, {".zip"}) || !looks_like_text(bytes)) return false;
  SourceText head;
  head.file = file;
  Diagnostics told_when_read;
  head.text = decode_to_utf8(bytes, {}, told_when_read);
  return is_export(format_of(head));
}

}  // namespace munjip
