#include "source/shortcode_tag.h"

#include <algorithm>

#include "source/markup_text.h"

namespace munjip {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kSpaces = " \t\n";
constexpr std::size_t kMaxTag = 4096;

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

// `key="value"`, `key='value'`, `key=value`, or a value alone.
void read_attributes(std::string_view text, ShortcodeTag& out) {
  std::size_t at = 0;
  while ((at = text.find_first_not_of(kSpaces, at)) != kNone) {
    std::size_t end = at;
    while (end < text.size() && is_name_char(text[end])) ++end;
    std::string key;
    if (end > at && end < text.size() && text[end] == '=') {
      key = ascii_lower(text.substr(at, end - at));
      at = end + 1;
    }
    const char quote = at < text.size() ? text[at] : ' ';
    const bool is_quoted = quote == '"' || quote == '\'';
    const std::size_t begin = at + (is_quoted ? 1 : 0);
    end = std::min(is_quoted ? text.find(quote, begin) : text.find_first_of(kSpaces, begin),
                   text.size());
    std::string value(text.substr(std::min(begin, text.size()), end - std::min(begin, end)));
    at = end + (is_quoted ? 1 : 0);
    if (at > text.size()) at = text.size();
    if (key.empty()) {
      if (!value.empty()) out.values.push_back(std::move(value));
    } else {
      out.attributes.emplace(std::move(key), std::move(value));
    }
  }
}

// The `]` that ends the tag at `from`: one in quotes does not.
std::size_t end_of_tag(std::string_view text, std::size_t from) {
  char quote = '\0';
  const std::size_t last = std::min(text.size(), from + kMaxTag);
  for (std::size_t at = from; at < last; ++at) {
    const char c = text[at];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if ((c == '"' || c == '\'') && text[at - 1] == '=') {
      quote = c;
    } else if (c == ']') {
      return at;
    } else if (c == '[') {
      return kNone;
    }
  }
  return kNone;
}

}  // namespace

std::optional<ShortcodeTag> shortcode_tag_at(std::string_view text) {
  ShortcodeTag found;
  std::size_t at = 1;
  if (text.substr(at).starts_with('/')) {
    found.closes = true;
    ++at;
  }
  const std::size_t name = at;
  while (at < text.size() && is_name_char(text[at])) ++at;
  if (at == name || at - name > 40 || (text[name] >= '0' && text[name] <= '9')) return std::nullopt;
  found.name = text.substr(name, at - name);
  if (at == text.size() || std::string_view("] \t\n/=:").find(text[at]) == kNone) {
    return std::nullopt;
  }
  const std::size_t end = end_of_tag(text, at);
  if (end == kNone) return std::nullopt;
  std::string_view inside = text.substr(at, end - at);
  // `[youtube=https://...]`, `[youtube:...]`
  if (inside.starts_with('=') || inside.starts_with(':')) inside.remove_prefix(1);
  if (inside.ends_with('/') && !inside.ends_with("//")) inside.remove_suffix(1);
  read_attributes(inside, found);
  found.length = end + 1;
  return found;
}

std::string attribute_of(const ShortcodeTag& tag, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const auto found = tag.attributes.find(name);
    if (found != tag.attributes.end() && !found->second.empty()) return found->second;
  }
  return {};
}

std::unordered_map<std::string, std::vector<std::size_t>> closing_tags(std::string_view text) {
  std::unordered_map<std::string, std::vector<std::size_t>> found;
  for (std::size_t at = text.find("[/"); at != kNone; at = text.find("[/", at + 2)) {
    std::size_t end = at + 2;
    while (end < text.size() && end - at < 44 && is_name_char(text[end])) ++end;
    if (end < text.size() && text[end] == ']') {
      found[std::string(text.substr(at + 2, end - at - 2))].push_back(at);
    }
  }
  return found;
}

}  // namespace munjip
