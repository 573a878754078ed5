// Where the ink of a glyph begins and ends: the blank on either side of it, its height.
#pragma once

#include <cstdint>
#include <optional>

#include "text/font.h"

namespace munjip {

// In em; negative where ink stands out of the glyph's width. Zero for glyphs without ink.
struct SideBearings {
  double left = 0, right = 0;
};

SideBearings side_bearings(const Font& font, std::uint32_t glyph);

// Ink of a character, in em upwards from the baseline.
struct InkHeight {
  double top = 0, bottom = 0;
  double height() const { return top - bottom; }
  double centre() const { return (top + bottom) / 2; }
};
std::optional<InkHeight> ink_height(const Font& font, char32_t character);
// The mean of the commonest syllables.
std::optional<InkHeight> hangul_height(const Font& font);

}  // namespace munjip
