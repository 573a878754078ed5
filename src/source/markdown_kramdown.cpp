#include "source/markdown_kramdown.h"

#include <algorithm>

#include "base/ascii.h"

namespace munjip {

namespace {

// Looked at for the end of a list, so that a long line costs linear time.
constexpr std::size_t kMaxList = 1024;

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || (static_cast<unsigned char>(c) & 0x80) != 0;
}

std::string_view take_name(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_name_character);
  const std::string_view name = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(name.size());
  return name;
}

enum class Entry { none, name, attribute };

// Takes one entry off `text`.
Entry take_entry(std::string_view& text) {
  const bool is_marked = text.front() == '.' || text.front() == '#';
  if (is_marked) text.remove_prefix(1);
  if (take_name(text).empty()) return Entry::none;
  if (is_marked) return Entry::attribute;
  if (!text.starts_with('=')) return Entry::name;
  text.remove_prefix(1);
  const char quote = text.empty() ? '\0' : text.front();
  if (quote != '"' && quote != '\'') {
    text.remove_prefix(std::min(text.find_first_of(" \t}"), text.size()));
    return Entry::attribute;
  }
  const std::size_t close = text.find(quote, 1);
  if (close == std::string_view::npos) return Entry::none;
  text.remove_prefix(close + 1);
  return Entry::attribute;
}

// `{:name: ...}` gives a list a name.
void take_definition(std::string_view& text) {
  std::string_view rest = text;
  if (!take_name(rest).empty() && rest.starts_with(':')) text = rest.substr(1);
}

}  // namespace

std::optional<std::size_t> attribute_list_end(std::string_view line, std::size_t at) {
  constexpr std::string_view kOpen = "{:";
  std::string_view rest = line.substr(at, kMaxList);
  if (!rest.starts_with(kOpen)) return std::nullopt;
  const std::size_t size = rest.size();
  rest.remove_prefix(kOpen.size());
  take_definition(rest);
  bool has_attribute = false;
  bool has_name = false;
  while (true) {
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
    if (rest.empty()) return std::nullopt;
    if (rest.front() == '}') break;
    const Entry entry = take_entry(rest);
    if (entry == Entry::none) return std::nullopt;
    has_attribute = has_attribute || entry == Entry::attribute;
    has_name = true;
  }
  const std::size_t end = at + size - rest.size() + 1;
  const bool is_alone =
      trim_ascii(line.substr(0, at)).empty() && trim_ascii(line.substr(end)).empty();
  return has_attribute || (has_name && is_alone) ? std::optional(end) : std::nullopt;
}

std::optional<KramdownExtension> kramdown_extension(std::string_view line, std::size_t at) {
  const std::string_view rest = line.substr(at, kMaxList);
  const bool closes = rest.starts_with("{:/");
  if (!closes && !rest.starts_with("{::")) return std::nullopt;
  const std::size_t end = rest.find('}');
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view inside = rest.substr(3, end - 3);
  const bool is_whole = inside.ends_with('/');
  const std::string_view name = take_name(inside);
  if (!closes && name != "comment" && name != "nomarkdown" && name != "options") {
    return std::nullopt;
  }
  return KramdownExtension{at + end + 1, !closes && !is_whole && name == "comment"};
}

std::optional<std::size_t> heading_attributes(std::string_view line) {
  if (!line.starts_with('#') || !line.ends_with('}')) return std::nullopt;
  const std::size_t open = line.rfind('{');
  if (open == std::string_view::npos || open + 1 >= line.size()) return std::nullopt;
  if (line[open + 1] != '#' && line[open + 1] != '.') return std::nullopt;
  // Those of a passage at its end are not the heading's.
  if (open > 0 && (line[open - 1] == ']' || line[open - 1] == ')')) return std::nullopt;
  return open;
}

std::string_view id_in(std::string_view attributes) {
  const std::size_t begin = attributes.find('#');
  if (begin == std::string_view::npos) return {};
  const std::string_view id = attributes.substr(begin + 1);
  const std::string_view bare = id.substr(0, id.find_first_of(" }"));
  return bare.find_first_of("\"<>&") == std::string_view::npos ? bare : std::string_view();
}

bool is_contents_marker(std::string_view line) {
  line = trim_ascii(line);
  for (const std::string_view marker : {"{:toc}", "[toc]", "[[toc]]", "[[_toc_]]", "{{toc}}"}) {
    if (equals_ignoring_case(line, marker)) return true;
  }
  return attribute_list_end(line, 0) == line.size() &&
         trim_ascii(line.substr(2)).starts_with("toc");
}

}  // namespace munjip
