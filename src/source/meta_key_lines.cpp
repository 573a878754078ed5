#include "base/ascii.h"
#include "source/meta_value.h"

namespace munjip {

namespace {

std::string_view unquoted(std::string_view text) {
  text = trim_ascii(text);
  const bool is_quoted = text.size() >= 2 && (text.front() == '"' || text.front() == '\'') &&
                         text.front() == text.back();
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

bool is_key(std::string_view text) {
  return !text.empty() && text.find_first_not_of(
                              "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVW"
                              "XYZ0123456789_-.") == std::string_view::npos;
}

// `[a, "b"]`, the whole text; a bracket that closes earlier (`[Java] static`) is part of a title.
std::optional<MetaList> bracketed(std::string_view text, std::uint32_t line) {
  if (text.size() < 2 || text.front() != '[' || text.find(']') != text.size() - 1) {
    return std::nullopt;
  }
  MetaList items;
  text = text.substr(1, text.size() - 2);
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    const std::string_view item = unquoted(text.substr(0, comma));
    if (!item.empty()) items.push_back({std::string(item), line});
    text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
  }
  return items;
}

}  // namespace

MetaMap parse_key_lines(std::string_view text) {
  MetaMap entries;
  std::uint32_t line_number = 0;
  while (!text.empty()) {
    ++line_number;
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    const std::string_view content = trim_ascii(line);
    if (content.starts_with("- ") && !entries.empty()) {
      MetaValue& value = entries.back().value;
      const auto* scalar = std::get_if<std::string>(&value.is);
      if (scalar != nullptr && scalar->empty()) value.is = MetaList{};
      if (auto* list = std::get_if<MetaList>(&value.is)) {
        list->push_back({std::string(unquoted(content.substr(2))), line_number});
      }
      continue;
    }
    // An indented line belongs to a nested map, which no key that munjip reads has.
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || line.front() == ' ' || line.front() == '\t') continue;
    const std::string_view key = trim_ascii(line.substr(0, colon));
    if (!is_key(key)) continue;
    const std::string_view rest = trim_ascii(line.substr(colon + 1));
    if (auto list = bracketed(rest, line_number)) {
      entries.push_back({std::string(key), {std::move(*list), line_number}});
    } else {
      entries.push_back({std::string(key), {std::string(unquoted(rest)), line_number}});
    }
  }
  return entries;
}

}  // namespace munjip
