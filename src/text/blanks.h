// Spaces of all kinds. They come from the font of the text before them and are no part of words.
#pragma once

#include "text/font.h"

namespace munjip {

// Characters that are set as a blank of some width: U+0020, U+00A0, tab, U+2000 - U+200A and the
// like.
bool is_blank_character(char32_t code_point);

// The advance in em of a blank other than U+0020 and U+00A0, in a font whose space is `space` em
// wide.
double blank_width(const Font& font, char32_t code_point, double space);

}  // namespace munjip
