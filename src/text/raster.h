// Glyphs drawn to grey pixels with FreeType: for the typeset cover picture only.
#pragma once

#include <cstdint>
#include <vector>

#include "text/font.h"

namespace munjip {

// 8-bit coverage, 0 = paper, 255 = full ink; rows from the top.
struct Coverage {
  int width = 0, height = 0;
  std::vector<std::uint8_t> values;
};

// Draws `glyph` with its origin at (x, baseline) in pixels, `size` pixels an em, onto `canvas`
// (clipped).
void draw_glyph(Coverage& canvas, const Font& font, std::uint32_t glyph, double x, double baseline,
                double size);

}  // namespace munjip
