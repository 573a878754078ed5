#include "source/mojibake.h"

#include "base/utf8.h"
#include "source/charset.h"
#include "source/common_hangul.h"

namespace munjip {

std::optional<std::string> mended_mojibake(std::string_view text) {
  std::string bytes;
  std::size_t high = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c > 0xFF) return std::nullopt;
    high += c >= 0x80 ? 1 : 0;
    bytes += static_cast<char>(static_cast<unsigned char>(c));
  }
  // A few letters with accents may happen to be a syllable.
  constexpr std::size_t kSure = 8;
  if (high < kSure) return std::nullopt;
  for (const Charset charset : {Charset::utf8, Charset::cp949}) {
    ConvertedText converted = convert_to_utf8(bytes, charset);
    if (converted.malformed == 0 && reads_as_korean(converted.text)) {
      return std::move(converted.text);
    }
  }
  return std::nullopt;
}

}  // namespace munjip
