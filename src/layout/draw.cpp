// Pages drawn to pixels, for the cover picture of the EPUB.
#include <algorithm>
#include <cmath>
#include <span>

#include "layout/lay_out.h"
#include "text/raster.h"

namespace munjip {

namespace {

// A page of pixels that starts white.
class Canvas {
 public:
  Canvas(int width, int height) : coverage_{width, height, {}} {
    bitmap_.width = width;
    bitmap_.height = height;
    const std::size_t pixels = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    bitmap_.rgb.assign(pixels * 3, 255);
    coverage_.values.assign(pixels, 0);
  }

  void fill(double left, double top, double right, double bottom, Color color) {
    const auto clamp_to = [](double value, int limit) {
      return std::clamp(static_cast<int>(std::lround(value)), 0, limit);
    };
    const int x0 = clamp_to(left, bitmap_.width), x1 = clamp_to(right, bitmap_.width);
    const int y0 = clamp_to(top, bitmap_.height), y1 = clamp_to(bottom, bitmap_.height);
    for (int y = y0; y < y1; ++y) {
      for (int x = x0; x < x1; ++x) blend(index(x, y), color, 255);
    }
  }

  // Draws a run whose origin is at (x, baseline) pixels, `scale` pixels a point. Ink is looked for
  // in the rows that the font's bounding box can reach only: a cover has millions of pixels and
  // little text.
  void draw(const GlyphRun& run, double x, double baseline, double scale) {
    const double em = run.size.pt() * scale;
    const std::size_t first = row_start(baseline - run.font->metrics().y_max * em - 1);
    const std::size_t last = row_start(baseline - run.font->metrics().y_min * em + 2);
    const auto band = std::span(coverage_.values).subspan(first, last - first);
    for (const PlacedGlyph& glyph : run.glyphs) {
      draw_glyph(coverage_, *run.font, glyph.id, x + (glyph.x + glyph.dx).pt() * scale,
                 baseline - glyph.dy.pt() * scale, em);
    }
    for (std::size_t i = 0; i < band.size(); ++i) {
      if (band[i] != 0) blend(first + i, run.color, band[i]);
    }
    std::fill(band.begin(), band.end(), std::uint8_t{0});
  }

  PageBitmap take() { return std::move(bitmap_); }

 private:
  std::size_t row_start(double y) const {
    return index(0, std::clamp(static_cast<int>(std::floor(y)), 0, bitmap_.height));
  }

  std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(bitmap_.width) +
           static_cast<std::size_t>(x);
  }

  void blend(std::size_t pixel, Color color, unsigned coverage) {
    const auto mix = [&](std::uint8_t& paper, unsigned ink) {
      paper = static_cast<std::uint8_t>((ink * coverage + paper * (255U - coverage) + 127U) / 255U);
    };
    mix(bitmap_.rgb[pixel * 3], color.r);
    mix(bitmap_.rgb[pixel * 3 + 1], color.g);
    mix(bitmap_.rgb[pixel * 3 + 2], color.b);
  }

  Coverage coverage_;
  PageBitmap bitmap_;
};

}  // namespace

PageBitmap draw_page(const Page& page, int width_px) {
  const double scale = width_px / page.trim.width.pt();
  Canvas canvas(width_px, static_cast<int>(std::lround(page.trim.height.pt() * scale)));
  for (const PageItem& item : page.items) {
    const double x = item.at.x.pt() * scale, y = item.at.y.pt() * scale;
    if (const auto* rect = std::get_if<FilledRect>(&item.is)) {
      canvas.fill(x, y, x + rect->size.width.pt() * scale, y + rect->size.height.pt() * scale,
                  rect->color);
    } else if (const auto* run = std::get_if<GlyphRun>(&item.is)) {
      canvas.draw(*run, x, y, scale);
    }
  }
  return canvas.take();
}

}  // namespace munjip
