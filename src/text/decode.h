// Decoding of valid UTF-8 where nearly every character is a Hangul syllable or ASCII: the two cases
// in line, the rest through base/utf8.h.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/utf8.h"

namespace munjip {

// As next_code_point.
inline char32_t decode_next(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
  };
  const char32_t lead = byte(at);
  if (lead < 0x80) {
    ++at;
    return lead;
  }
  // E1 - EC: three bytes, of which the second may be any continuation.
  if (lead >= 0xE1 && lead <= 0xEC && at + 3 <= text.size()) {
    const char32_t second = byte(at + 1), third = byte(at + 2);
    if ((second & 0xC0) == 0x80 && (third & 0xC0) == 0x80) {
      at += 3;
      return ((lead & 0x0F) << 12) | ((second & 0x3F) << 6) | (third & 0x3F);
    }
  }
  return next_code_point(text, at);
}

}  // namespace munjip
