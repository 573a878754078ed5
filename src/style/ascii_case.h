// ASCII case as CSS means it (CSS Syntax 3, "ASCII case-insensitive"): keywords, units, properties
// and element names; nothing else is folded, and the locale plays no part.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace munjip::css {

inline char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

inline bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

inline std::string lower_word(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = ascii_lower(c);
  return out;
}

}  // namespace munjip::css
