#include "layout/hanja_gloss.h"

#include "base/letters.h"
#include "base/utf8.h"

namespace munjip {

namespace {

// The end of a gloss that opens before `at`; 0 where it is none.
std::size_t gloss_end(std::string_view text, std::size_t at) {
  bool has_hanja = false;
  while (at < text.size()) {
    const char32_t c = next_code_point(text, at);
    if (c == U')' || c == U'）') return has_hanja ? at : 0;
    if (!is_hanja(c) && c != U' ' && c != U'·' && c != U',') return 0;
    has_hanja = has_hanja || is_hanja(c);
  }
  return 0;
}

}  // namespace

std::vector<TextSlice> find_hanja_glosses(std::string_view text, char32_t before) {
  std::vector<TextSlice> glosses;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const bool opens = (c == U'(' || c == U'（') && is_hangul(before);
    const std::size_t end = opens ? gloss_end(text, at) : 0;
    before = c;
    if (end == 0) continue;
    glosses.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    at = end;
  }
  return glosses;
}

}  // namespace munjip
