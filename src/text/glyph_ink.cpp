#include "text/glyph_ink.h"

#include <hb.h>

#include <string_view>

namespace munjip {

SideBearings side_bearings(const Font& font, std::uint32_t glyph) {
  hb_glyph_extents_t ink = {};
  if (hb_font_get_glyph_extents(font.hb(), glyph, &ink) == 0 || ink.width == 0) return {};
  const double em = font.metrics().units_per_em;
  return {ink.x_bearing / em, font.advance(glyph) - (ink.x_bearing + ink.width) / em};
}

std::optional<InkHeight> ink_height(const Font& font, char32_t character) {
  const std::uint32_t glyph = font.glyph(character);
  hb_glyph_extents_t ink = {};
  if (glyph == 0 || hb_font_get_glyph_extents(font.hb(), glyph, &ink) == 0) return std::nullopt;
  const double em = font.metrics().units_per_em;
  const InkHeight height{ink.y_bearing / em, (ink.y_bearing + ink.height) / em};
  if (height.height() <= 0) return std::nullopt;
  return height;
}

// Syllables differ in height, so that one of them says little.
std::optional<InkHeight> hangul_height(const Font& font) {
  constexpr std::u32string_view kCommon = U"고나를한은이다의";
  InkHeight sum;
  for (const char32_t syllable : kCommon) {
    const auto ink = ink_height(font, syllable);
    if (!ink) return std::nullopt;
    sum.top += ink->top;
    sum.bottom += ink->bottom;
  }
  const auto count = static_cast<double>(kCommon.size());
  return InkHeight{sum.top / count, sum.bottom / count};
}

}  // namespace munjip
