#include "text/glyph_ink.h"

#include <hb.h>

namespace munjip {

SideBearings side_bearings(const Font& font, std::uint32_t glyph) {
  hb_glyph_extents_t ink = {};
  if (hb_font_get_glyph_extents(font.hb(), glyph, &ink) == 0 || ink.width == 0) return {};
  const double em = font.metrics().units_per_em;
  return {ink.x_bearing / em, font.advance(glyph) - (ink.x_bearing + ink.width) / em};
}

}  // namespace munjip
