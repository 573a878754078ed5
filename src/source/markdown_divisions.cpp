#include "source/markdown_divisions.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/xml_escape.h"
#include "book/role.h"
#include "source/markdown_markup.h"
#include "source/markdown_tags.h"

namespace munjip {

namespace {

std::string_view alignment_named(std::string_view name) {
  if (name == "center" || name == "가운데") return "center";
  if (name == "right" || name == "오른쪽") return "right";
  return {};
}

std::string position_attribute(std::uint32_t line) {
  const std::string at = std::to_string(line);
  return tag_attribute("data-sourcepos", at + ":1-" + at + ":1");
}

std::string div_tag(const MarkdownAttributes& attributes, std::uint32_t line) {
  std::string role, align, classes;
  for (const std::string& name : attributes.classes) {
    if (role.empty() && role_named(name)) {
      role = name;
    } else if (!alignment_named(name).empty()) {
      align = alignment_named(name);
    } else {
      classes += (classes.empty() ? "" : " ") + name;
    }
  }
  if (!role.empty()) classes.clear();
  const std::string_view title = attributes.value("title");
  std::string tag = "<div" + tag_attribute("data-munjip-role", role) +
                    tag_attribute("data-munjip-class", classes) + tag_attribute("align", align) +
                    tag_attribute("data-munjip-title", role.empty() ? "" : title) +
                    tag_attribute("lang", attributes.value("lang")) +
                    tag_attribute("id", attributes.id) + position_attribute(line) + ">";
  // Only a role shows a title of its own.
  if (role.empty() && !title.empty()) {
    tag += "<p" + position_attribute(line) + "><strong>" + xml_escaped(title) + "</strong></p>";
  }
  return tag;
}

// The size of the colons that `line`, trimmed and without the marks of quotations, begins with.
std::size_t colons_of(std::string_view line) {
  return std::min(line.find_first_not_of(':'), line.size());
}

std::string_view without_quotation_marks(std::string_view line) {
  return line.substr(std::min(line.find_first_not_of(" \t>"), line.size()));
}

// `tip`, `code-group`: how programs call their containers.
bool is_plain_name(std::string_view name) {
  constexpr std::string_view kCharacters = "abcdefghijklmnopqrstuvwxyz0123456789-_";
  return name.size() > 1 && name.find_first_not_of(kCharacters) == std::string_view::npos;
}

// A name and perhaps a title: `tip 제목`, `tip[제목]`.
struct Named {
  std::string_view name, title;
};

Named named(std::string_view rest) {
  const std::string_view name = rest.substr(0, rest.find_first_of(" \t[{"));
  std::string_view title = trim_ascii(rest.substr(name.size()));
  if (title.starts_with('[') && title.find(']') != std::string_view::npos) {
    title = title.substr(1, title.find(']') - 1);
  }
  if (title.find_first_not_of(':') == std::string_view::npos) title = {};
  return {name, title};
}

bool is_decoration(std::string_view rest) {
  return rest.ends_with(":::");  // `::: * :::`
}

}  // namespace

FencedDivs::FencedDivs(std::string_view markdown, std::uint32_t first_line) {
  if (markdown.find(":::") == std::string_view::npos) return;
  for (std::uint32_t number = first_line; !markdown.empty(); ++number) {
    const std::size_t end = std::min(markdown.find('\n'), markdown.size());
    const std::string_view fence = trim_ascii(without_quotation_marks(markdown.substr(0, end)));
    if (fence.size() >= 3 && colons_of(fence) == fence.size()) last_close_ = number;
    markdown.remove_prefix(std::min(end + 1, markdown.size()));
  }
}

std::optional<std::string> FencedDivs::opened(std::string_view rest, std::uint32_t number) {
  if (rest.starts_with('{')) {
    const auto attributes = read_attributes(rest);
    const bool is_whole = attributes && rest.substr(attributes->length).find_first_not_of(" :") ==
                                            std::string_view::npos;
    return is_whole ? std::optional(div_tag(*attributes, number)) : std::nullopt;
  }
  const auto [name, title] = named(rest);
  const bool is_known = role_named(name) || !alignment_named(name).empty();
  const bool is_container = is_plain_name(name) && last_close_ > number && !is_decoration(rest);
  if (!is_known && !is_container) return std::nullopt;
  if (name == "details") {
    return "<details><summary>" + xml_escaped(title) + "</summary>";
  }
  MarkdownAttributes attributes;
  attributes.classes.emplace_back(name);
  if (!title.empty()) attributes.values.emplace_back("title", title);
  return div_tag(attributes, number);
}

std::optional<std::string> callout_line(std::string_view line) {
  constexpr std::string_view kOpen = "[!";
  const std::string_view text = without_quotation_marks(line);
  const std::string_view before = line.substr(0, line.size() - text.size());
  if (!text.starts_with(kOpen) || before.find('>') == std::string_view::npos) return std::nullopt;
  const std::size_t close = text.find(']');
  if (close == std::string_view::npos) return std::nullopt;
  const std::string name = ascii_lower(text.substr(kOpen.size(), close - kOpen.size()));
  const auto role = role_named(name);
  const bool is_callout_role = role && is_callout(*role);
  if (!is_callout_role && !is_plain_name(name)) return std::nullopt;
  std::string_view title = text.substr(close + 1);
  const bool folds = title.starts_with('-') || title.starts_with('+');
  if (folds) title.remove_prefix(1);
  title = trim_ascii(title);
  std::string out(before);
  out.append(kOpen).append(is_callout_role ? name : "callout");
  return out.append(title.empty() ? "]" : "=] ").append(title).append(title.empty() ? "" : "<br>");
}

std::optional<std::string> FencedDivs::rewritten(std::string_view line, std::uint32_t number) {
  const std::string_view fence = without_quotation_marks(line);
  const std::size_t colons = colons_of(fence);
  if (colons < 3) return std::nullopt;
  const std::string_view rest = trim_ascii(fence.substr(colons));
  const std::string before(line.substr(0, line.size() - fence.size()));
  if (rest.empty()) {
    if (open_.empty()) return std::nullopt;
    const std::string closes = std::move(open_.back().closes);
    open_.pop_back();
    if (closes.empty()) return std::nullopt;
    return before + std::string(kOwnLine) + closes;
  }
  constexpr std::size_t kMaxOpen = 32;
  if (open_.size() >= kMaxOpen) return std::nullopt;
  const auto tag = opened(rest, number);
  std::string closes;
  if (tag) closes = tag->starts_with("<details") ? "</details>" : "</div>";
  open_.push_back({number, std::move(closes)});
  if (!tag) return std::nullopt;
  return before + std::string(kOwnLine) + *tag;
}

}  // namespace munjip
