// Which font and script each part of a word is set in. A grapheme cluster is never divided between
// fonts; a run of Hanja comes from one font where one has all of it.
#pragma once

#include <hb.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/shaping_context.h"

namespace munjip {

// Bytes of the word in one font and one script.
struct WordSegment {
  std::uint32_t begin = 0, end = 0;
  FontRef font = nullptr;  // nothing: no font has it
  hb_script_t script = HB_SCRIPT_COMMON;
};

// A code point that is not drawn as itself: no font has it.
struct MissingCodePoint {
  char32_t code_point = 0;
  std::uint32_t at = 0;  // byte offset in the word
};

struct WordFonts {
  std::vector<WordSegment> segments;      // in order; they cover the word
  std::vector<MissingCodePoint> missing;  // to be left out (in a segment with a font) or replaced

  void clear();
};

// Whether the font has the character, or what it is composed of.
bool draws(FontRef font, char32_t code_point);

// U+1F3FB ... U+1F3FF, which change the emoji before them. In one colour there is nothing to
// change: a font that has no glyph for both draws the emoji alone.
inline bool is_skin_tone(char32_t code_point) {
  return code_point >= 0x1F3FB && code_point <= 0x1F3FF;
}

// `before`: the script of the text that the word continues, HB_SCRIPT_COMMON for none. Linear in
// the word times the chain.
void choose_fonts(std::string_view word, hb_script_t before, const ShapingContext& context,
                  WordFonts& fonts);

}  // namespace munjip
