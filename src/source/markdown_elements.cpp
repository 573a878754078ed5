#include "source/markdown_elements.h"

#include "source/html_tree.h"
#include "source/markdown_tags.h"

namespace munjip {

namespace {

constexpr std::size_t kMaxOpen = 32;

// The name of the tag that is the whole of `line`; empty where there is more or another.
std::string_view lone_tag_name(std::string_view line) {
  if (!line.starts_with('<') || line.find('>') != line.size() - 1) return {};
  std::string_view name = line.substr(line.starts_with("</") ? 2 : 1);
  name = name.substr(0, name.find_first_of(" \t>"));
  for (const std::string_view known : {"div", "section", "aside", "article", "figure"}) {
    if (name == known) return known;
  }
  return {};
}

}  // namespace

std::optional<std::string> MarkdownElements::rewritten(std::string_view line) {
  const std::string_view tag = trim_ascii(line);
  if (tag.empty()) return std::nullopt;
  const std::string_view name = lone_tag_name(tag);
  if (name.empty()) return std::nullopt;
  if (tag.starts_with("</")) {
    if (open_.empty() || open_.back() != name) return std::nullopt;
    open_.pop_back();
  } else {
    const bool is_markdown = tag.find(" markdown=") != std::string_view::npos &&
                             tag.find("markdown=\"0\"") == std::string_view::npos;
    if ((!is_markdown && open_.empty()) || open_.size() >= kMaxOpen) return std::nullopt;
    open_.emplace_back(name);
  }
  return std::string(kOwnLine).append(tag);
}

}  // namespace munjip
