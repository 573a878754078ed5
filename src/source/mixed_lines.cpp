#include "source/mixed_lines.h"

#include <algorithm>

#include "source/charset.h"
#include "source/common_hangul.h"

namespace munjip {

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
               other.malformed == 0 && reads_as_korean(other.text)) {
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
