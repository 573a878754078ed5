#include "source/markup_text.h"

#include <algorithm>

#include "base/ascii.h"

namespace munjip {

bool has_token(std::string_view tokens, std::string_view name) {
  std::size_t at = 0;
  while ((at = tokens.find_first_not_of(kAsciiSpaces, at)) != std::string_view::npos) {
    const std::size_t end = std::min(tokens.find_first_of(kAsciiSpaces, at), tokens.size());
    if (equals_ignoring_case(tokens.substr(at, end - at), name)) return true;
    at = end;
  }
  return false;
}

std::string style_property(std::string_view style, std::string_view property) {
  std::size_t at = 0;
  while (at < style.size()) {
    const std::size_t end = std::min(style.find(';', at), style.size());
    const std::string_view declaration = style.substr(at, end - at);
    const std::size_t colon = declaration.find(':');
    if (colon != std::string_view::npos &&
        equals_ignoring_case(trim_ascii(declaration.substr(0, colon)), property)) {
      return ascii_lower(trim_ascii(declaration.substr(colon + 1)));
    }
    at = end + 1;
  }
  return {};
}

std::string collapse_spaces(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_nbsp = text.substr(i, 2) == "\xC2\xA0";
    if (is_nbsp || kAsciiSpaces.find(text[i]) != std::string_view::npos) {
      space = !out.empty();
      if (is_nbsp) ++i;
      continue;
    }
    if (space) out += ' ';
    space = false;
    out += text[i];
  }
  return out;
}

int leading_number(std::string_view text) {
  text = trim_ascii(text);
  int value = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(text.size(), 9); ++i) {
    if (text[i] < '0' || text[i] > '9') break;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

}  // namespace munjip
