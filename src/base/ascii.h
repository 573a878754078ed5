// ASCII alone: case and white space as HTML, CSS, HTTP and our own files mean them. Nothing else is
// folded, and the locale plays no part.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace munjip {

// The white space of HTML (Infra standard, "ASCII whitespace"): tab, line feed, form feed, return,
// space.
inline constexpr std::string_view kAsciiSpaces = " \t\n\r\f";

inline char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

inline std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = ascii_lower(c);
  return out;
}

inline bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

// `text` without white space at its edges.
inline std::string_view trim_ascii(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kAsciiSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kAsciiSpaces) - begin + 1);
}

}  // namespace munjip
