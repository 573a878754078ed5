#include "text/raster.h"

#include <doctest/doctest.h>

#include <numeric>

#include "test_fonts.h"

using namespace munjip;

namespace {

Coverage canvas(int width, int height) {
  Coverage empty{width, height, {}};
  empty.values.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0);
  return empty;
}

int ink_in_rows(const Coverage& c, int first, int end) {
  const auto row = [&](int y) { return c.values.begin() + std::ptrdiff_t{y} * c.width; };
  return std::accumulate(row(first), row(end), 0);
}

}  // namespace

TEST_CASE("a glyph is drawn on its baseline, in its size") {
  const FontRef font = test::library().find("Noto Serif CJK KR", 400, false);
  REQUIRE(font != nullptr);
  Coverage c = canvas(100, 100);
  // H: from the baseline to the cap height (0.73 em), nothing below.
  draw_glyph(c, *font, font->glyph(U'H'), 10, 80, 100);
  CHECK(ink_in_rows(c, 81, 100) == 0);
  CHECK(ink_in_rows(c, 0, 5) == 0);
  CHECK(ink_in_rows(c, 75, 79) > 0);
  CHECK(ink_in_rows(c, 8, 12) > 0);
}

TEST_CASE("what lies outside the canvas is cut off, and twice the ink is no more than black") {
  const FontRef font = test::library().find("Noto Serif CJK KR", 400, false);
  Coverage c = canvas(20, 20);
  GlyphPainter painter;
  for (int i = 0; i < 3; ++i) painter.draw(c, *font, font->glyph(U'뷁'), -300, 400, 1000);
  CHECK(c.values.size() == 400);
  painter.draw(c, *font, font->glyph(U'가'), 1e6, 0, 100);
  painter.draw(c, *font, 0xFFFFFF, 0, 10, 10);
  Coverage none = canvas(0, 0);
  painter.draw(none, *font, font->glyph(U'가'), 0, 0, 10);
}
