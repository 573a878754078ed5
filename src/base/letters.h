// Letters by script, as far as rules of Korean text ask (Unicode 15, code charts): no tables, no
// locale.
#pragma once

namespace munjip {

// U+AC00 ... U+D7A3.
constexpr bool is_hangul_syllable(char32_t c) {
  return c >= 0xAC00 && c <= 0xD7A3;
}

// Syllables, conjoining jamo and compatibility jamo.
constexpr bool is_hangul(char32_t c) {
  return is_hangul_syllable(c) || (c >= 0x1100 && c <= 0x11FF) || (c >= 0x3131 && c <= 0x318E);
}

constexpr bool is_kana(char32_t c) {
  return c >= 0x3041 && c <= 0x30FF;
}

// Unified and compatibility ideographs of all planes.
constexpr bool is_hanja(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

// ASCII, Latin-1 and Latin Extended-A and -B.
constexpr bool is_latin_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
         (c >= 0xC0 && c <= 0x24F && c != U'×' && c != U'÷');
}

}  // namespace munjip
