// Spaces of all kinds. They come from the font of the text before them and are no part of words.
#pragma once

#include <cstdint>
#include <optional>

#include "text/font.h"

namespace munjip {

// Characters that are set as a blank of some width: U+0020, U+00A0, tab, U+2000 - U+200A and the
// like.
bool is_blank_character(char32_t code_point);

struct BlankGlyph {
  std::uint32_t id = 0;      // never 0
  std::int32_t advance = 0;  // font units
};

// Nothing where the font has not even a space.
std::optional<BlankGlyph> blank_glyph(const Font& font, char32_t code_point);

}  // namespace munjip
