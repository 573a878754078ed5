#include "source/markdown_elements.h"

#include "source/html_tree.h"
#include "source/markdown_tags.h"

namespace munjip {

namespace {

constexpr std::size_t kMaxOpen = 32;

// The name of the tag that `line` begins with, if it is one of an element that may hold blocks.
std::string_view tag_name(std::string_view line) {
  if (!line.starts_with('<')) return {};
  std::string_view name = line.substr(line.starts_with("</") ? 2 : 1);
  name = name.substr(0, name.find_first_of(" \t>"));
  for (const std::string_view known : {"div", "section", "aside", "article", "figure", "details",
                                       "blockquote", "center", "main"}) {
    if (name == known) return known;
  }
  return {};
}

bool is_lone_tag(std::string_view line) {
  return line.starts_with('<') && line.find('>') == line.size() - 1;
}

// `markdown="1"`, `"block"`, `"span"`, `markdown`.
bool asks_for_markdown(std::string_view line) {
  const std::string_view tag = line.substr(0, line.find('>'));
  const std::size_t at = tag.find(" markdown");
  if (at == std::string_view::npos || tag.find("markdown=\"0\"") != std::string_view::npos) {
    return false;
  }
  const std::string_view rest = tag.substr(at + std::string_view(" markdown").size());
  return rest.empty() || rest.front() == '=' || rest.front() == ' ';
}

}  // namespace

std::optional<std::string> MarkdownElements::rewritten(std::string_view line) {
  const std::string_view tag = trim_ascii(line);
  if (tag.empty()) return std::nullopt;
  if (!tag.starts_with('<')) return std::nullopt;
  const bool is_markdown = asks_for_markdown(tag);
  if (!is_lone_tag(tag)) {
    // A line of HTML within; or one whose words are Markdown, which a span before it makes a
    // paragraph.
    if (is_markdown) return "<span></span>" + std::string(tag);
    const bool is_html = !open_.empty() && tag.ends_with('>') && tag.starts_with("<summary");
    return is_html ? std::optional(std::string(kOwnLine).append(tag)) : std::nullopt;
  }
  const std::string_view name = tag_name(tag);
  if (name.empty()) return std::nullopt;
  if (tag.starts_with("</")) {
    if (open_.empty() || open_.back() != name) return std::nullopt;
    open_.pop_back();
  } else {
    if ((!is_markdown && open_.empty()) || open_.size() >= kMaxOpen) return std::nullopt;
    open_.emplace_back(name);
  }
  return std::string(kOwnLine).append(tag);
}

}  // namespace munjip
