// Glyphs drawn to grey pixels with FreeType: for the typeset cover picture only.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "text/font.h"

namespace munjip {

// 8-bit coverage, 0 = paper, 255 = full ink; rows from the top.
struct Coverage {
  int width = 0, height = 0;
  std::vector<std::uint8_t> values;
};

// Draws glyphs; keeps the fonts it has opened. Belongs to one thread; the fonts must outlive it.
class GlyphPainter {
 public:
  GlyphPainter();
  ~GlyphPainter();

  // Draws `glyph` with its origin at (x, baseline) in pixels, `size` pixels an em (at most 16,000),
  // onto `canvas` (clipped). A glyph that cannot be drawn is left out.
  void draw(Coverage& canvas, const Font& font, std::uint32_t glyph, double x, double baseline,
            double size);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The same for a single glyph.
void draw_glyph(Coverage& canvas, const Font& font, std::uint32_t glyph, double x, double baseline,
                double size);

}  // namespace munjip
