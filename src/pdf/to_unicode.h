// ToUnicode CMaps (ISO 32000-1, 9.10.3): what text each code of a font stands for.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace munjip {

struct CodeText {
  std::uint16_t code = 0;
  std::string text;  // UTF-8, one code point or more
};

// The CMap of two-byte codes, as text. `codes` ascend and do not repeat.
std::string to_unicode_cmap(std::span<const CodeText> codes);

}  // namespace munjip
