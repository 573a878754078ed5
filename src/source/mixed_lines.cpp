#include "source/mixed_lines.h"

#include <algorithm>

#include "base/utf8.h"
#include "source/charset.h"
#include "source/common_hangul.h"

namespace munjip {

namespace {

std::size_t count_beyond_ascii(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) count += next_code_point(text, at) >= 0x80 ? 1 : 0;
  return count;
}

// UTF-8 with a fault in it reads as CP949 too, but as rare syllables and Hanja.
bool is_korean(std::string_view text) {
  const std::size_t common = count_common_syllables(text);
  return common >= 2 && common * 10 >= count_beyond_ascii(text) * 7;
}

}  // namespace

std::optional<MixedLines> decode_mixed_lines(std::string_view bytes) {
  MixedLines mixed;
  std::size_t utf8_characters = 0;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(end);
    ConvertedText converted = convert_to_utf8(line, Charset::utf8);
    if (converted.malformed == 0) {
      utf8_characters += count_beyond_ascii(line);
    } else if (ConvertedText other = convert_to_utf8(line, Charset::cp949);
               other.malformed == 0 && is_korean(other.text)) {
      converted = std::move(other);
      ++mixed.cp949_lines;
    }
    mixed.text += converted.text;
    mixed.malformed += converted.malformed;
  }
  // Two characters of CP949 may happen to be one of UTF-8, but hardly again and again.
  constexpr std::size_t kSure = 4;
  if (utf8_characters < kSure || mixed.cp949_lines == 0) return std::nullopt;
  return mixed;
}

}  // namespace munjip
