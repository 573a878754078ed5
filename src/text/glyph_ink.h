// The blank that a glyph has on either side of its ink.
#pragma once

#include <cstdint>

#include "text/font.h"

namespace munjip {

// In em; negative where ink stands out of the glyph's width. Zero for glyphs without ink.
struct SideBearings {
  double left = 0, right = 0;
};

SideBearings side_bearings(const Font& font, std::uint32_t glyph);

}  // namespace munjip
