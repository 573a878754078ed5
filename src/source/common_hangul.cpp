#include "source/common_hangul.h"

#include <algorithm>
#include <string>

#include "base/letters.h"
#include "base/utf8.h"
#include "source/charset.h"

namespace munjip {

namespace {

// In order, from the rows of CP949 where they stand.
const std::u32string& common_syllables() {
  static const std::u32string syllables = [] {
    std::string rows;
    for (unsigned lead = 0xB0; lead <= 0xC8; ++lead) {
      for (unsigned trail = 0xA1; trail <= 0xFE; ++trail) {
        rows += {static_cast<char>(lead), static_cast<char>(trail)};
      }
    }
    return to_utf32(convert_to_utf8(rows, Charset::cp949).text);
  }();
  return syllables;
}

}  // namespace

std::size_t count_common_syllables(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool is_hangul = is_hangul_syllable(c);
    if (is_hangul && std::binary_search(common_syllables().begin(), common_syllables().end(), c)) {
      ++count;
    }
  }
  return count;
}

std::size_t count_beyond_ascii(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) count += next_code_point(text, at) >= 0x80 ? 1 : 0;
  return count;
}

bool reads_as_korean(std::string_view text) {
  const std::size_t common = count_common_syllables(text);
  return common >= 2 && common * 10 >= count_beyond_ascii(text) * 7;
}

}  // namespace munjip
