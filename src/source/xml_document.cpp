#include "source/xml_document.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "base/error.h"
#include "base/utf8.h"
#include "source/html_tree.h"
#include "source/inline_builder.h"
#include "source/xml_mend.h"

namespace munjip {

namespace {

std::string_view local_part(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view prefix_of(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

// Character references may name what is no character.
std::string valid_utf8(std::string text) {
  if (is_valid_utf8(text)) return text;
  std::string out;
  for (std::size_t at = 0; at < text.size();) append_utf8(out, next_code_point(text, at));
  return out;
}

bool has_phrase_markup(std::string_view title) {
  static constexpr std::array<std::string_view, 10> kTags = {
      "</b>",    "</i>",    "</em>",  "</strong>", "</u>",
      "</span>", "</font>", "</sup>", "</sub>",    "<br"};
  const std::string lower = ascii_lower(title);
  return std::any_of(kTags.begin(), kTags.end(),
                     [&](std::string_view tag) { return lower.find(tag) != std::string::npos; });
}

}  // namespace

XmlDocument::XmlDocument(const SourceText& source, Diagnostics& diagnostics) {
  const pugi::xml_parse_result first = parse(source.text);
  if (first.status == pugi::status_ok) return;
  MendedXml mended = mend_xml(source.text);
  const pugi::xml_parse_result second = parse(std::move(mended.text));
  if (second.status != pugi::status_ok) {
    throw Error(ExitCode::unreadable, {source.shown_file, {line_at(second.offset), 0}},
                message("XML이 깨져 있어 읽을 수 없습니다: {}",
                        "the XML is broken and cannot be read: {}", second.description()),
                {message("블로그에서 파일을 다시 내보내 보세요", "try exporting the file again")});
  }
  if (mended.is_cut) {
    diagnostics.lost(
        {source.shown_file, {}},
        message("파일이 중간에 끊겼습니다. 끊긴 곳까지 읽었습니다",
                "the file ends in the middle; it was read as far as it goes"),
        {message("파일을 다시 내려받거나 내보내세요", "download or export the file again")});
    return;
  }
  diagnostics.warn({source.shown_file, {std::max(mended.first_line, 1U), 0}},
                   message("XML이 어긋난 곳 {}군데를 바로잡아 읽었습니다. 여기가 처음입니다",
                           "not well-formed XML was mended in {} places, here first",
                           std::max<std::size_t>(mended.count, 1)),
                   {message("읽은 결과가 블로그의 글과 같은지 살펴보세요",
                            "compare what was read with the blog")});
}

pugi::xml_parse_result XmlDocument::parse(std::string text) {
  text_ = std::move(text);
  line_starts_ = {0};
  for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1)) {
    line_starts_.push_back(static_cast<std::ptrdiff_t>(at) + 1);
  }
  return document_.load_buffer_inplace(text_.data(), text_.size(), pugi::parse_default,
                                       pugi::encoding_utf8);
}

std::uint32_t XmlDocument::line_at(std::ptrdiff_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<std::uint32_t>(after - line_starts_.begin());
}

std::uint32_t XmlDocument::line_of(pugi::xml_node node) const {
  const std::ptrdiff_t offset = node.offset_debug();
  return offset < 0 ? 1 : line_at(offset);
}

bool is_named(pugi::xml_node node, std::string_view name) {
  const std::string_view own = node.name();
  if (own == name) return true;
  if (name.find(':') != std::string_view::npos || local_part(own) != name) return false;
  return prefix_of(own) == prefix_of(node.parent().name());
}

pugi::xml_node child_named(pugi::xml_node parent, std::string_view name) {
  return parent.find_child([&](pugi::xml_node child) { return is_named(child, name); });
}

std::vector<pugi::xml_node> elements_named(pugi::xml_node root, std::string_view name) {
  std::vector<pugi::xml_node> found;
  for (pugi::xml_node node = root.first_child(); node;) {
    const bool is_found = node.type() == pugi::node_element && local_part(node.name()) == name;
    if (is_found) found.push_back(node);
    if (!is_found && node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node && node != root && !node.next_sibling()) node = node.parent();
    node = node == root ? pugi::xml_node() : node.next_sibling();
  }
  return found;
}

std::string xml_text(pugi::xml_node element) {
  std::string out;
  bool after_section = false;
  for (const pugi::xml_node child : element.children()) {
    switch (child.type()) {
      case pugi::node_cdata:
        out += child.value();
        break;
      case pugi::node_pcdata: {
        std::string_view text = child.value();
        // The rest of a section that held the end of another one.
        if (after_section && text.ends_with("]]>")) text.remove_suffix(3);
        out += text;
        break;
      }
      case pugi::node_element: {
        std::ostringstream markup;
        child.print(markup, "", pugi::format_raw | pugi::format_no_empty_element_tags);
        out += markup.str();
        break;
      }
      default:
        break;
    }
    after_section = child.type() == pugi::node_cdata;
  }
  return valid_utf8(std::move(out));
}

std::string child_text(pugi::xml_node parent, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (const pugi::xml_node child : parent.children()) {
      if (child.type() != pugi::node_element || !is_named(child, name)) continue;
      const std::string text = xml_text(child);
      if (const std::string_view trimmed = trim_ascii(text); !trimmed.empty()) {
        return std::string(trimmed);
      }
    }
  }
  return {};
}

std::string plain_child_text(pugi::xml_node parent, std::initializer_list<std::string_view> names) {
  return text_of_title(child_text(parent, names));
}

std::string text_of_title(std::string_view title) {
  if (title.find_first_of("<&") == std::string_view::npos) return collapse_spaces(title);
  std::string html;
  const bool has_tags = has_phrase_markup(title);
  for (const char c : title) {
    if (c == '<' && !has_tags) {
      html += "&lt;";
    } else {
      html += c;
    }
  }
  return without_forbidden(visible_text(HtmlTree(std::move(html), HtmlKind::fragment).body()));
}

std::string_view xml_root_name(std::string_view text) {
  // PHP's warnings and blank lines before the declaration.
  constexpr std::size_t kMostBefore = 4096;
  const std::size_t declaration = text.substr(0, kMostBefore).find("<?xml");
  if (declaration != std::string_view::npos) text.remove_prefix(declaration);
  for (;;) {
    text = trim_ascii(text);
    if (!text.starts_with('<') || text.size() < 3) return {};
    const std::string_view close = text.starts_with("<!--") ? "-->"
                                   : text.starts_with("<?") ? "?>"
                                   : text.starts_with("<!") ? ">"
                                                            : "";
    if (close.empty()) break;
    const std::size_t end = text.find(close);
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + close.size());
  }
  text.remove_prefix(1);
  return local_part(text.substr(0, text.find_first_of(" \t\n/>")));
}

}  // namespace munjip
