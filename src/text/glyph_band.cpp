#include "text/glyph_band.h"

#include <hb.h>

#include <algorithm>
#include <memory>

namespace munjip {

namespace {

struct FuncsDeleter {
  void operator()(hb_draw_funcs_t* funcs) const { hb_draw_funcs_destroy(funcs); }
};

struct OutlinePoint {
  double x = 0, y = 0;
};

OutlinePoint between(OutlinePoint a, OutlinePoint b, double part) {
  return {a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part};
}

// Gathers the outline's lines that lie in the band; curves count as a few lines.
class Band {
 public:
  Band(double low, double high) : low_(low), high_(high) {}

  void move_to(OutlinePoint to) { at_ = to; }
  void line_to(OutlinePoint to) {
    add_line(at_, to);
    at_ = to;
  }
  void quadratic_to(OutlinePoint control, OutlinePoint to) {
    const OutlinePoint from = at_;
    for (int i = 1; i <= kSteps; ++i) {
      const double part = static_cast<double>(i) / kSteps;
      line_to(between(between(from, control, part), between(control, to, part), part));
    }
  }
  void cubic_to(OutlinePoint first, OutlinePoint second, OutlinePoint to) {
    const OutlinePoint from = at_;
    for (int i = 1; i <= kSteps; ++i) {
      const double part = static_cast<double>(i) / kSteps;
      const OutlinePoint middle = between(first, second, part);
      line_to(between(between(between(from, first, part), middle, part),
                      between(middle, between(second, to, part), part), part));
    }
  }
  std::optional<InkSpan> take() const { return span_; }

 private:
  static constexpr int kSteps = 8;

  void add_line(OutlinePoint from, OutlinePoint to) {
    if (from.y > to.y) std::swap(from, to);
    if (to.y < low_ || from.y > high_) return;
    const double height = to.y - from.y;
    const auto at_height = [&](double y) {
      return height <= 0 ? from : between(from, to, std::clamp((y - from.y) / height, 0.0, 1.0));
    };
    add(at_height(low_).x);
    add(at_height(high_).x);
    if (height <= 0) add(to.x);
  }
  void add(double x) {
    if (!span_) span_ = InkSpan{x, x};
    span_->left = std::min(span_->left, x);
    span_->right = std::max(span_->right, x);
  }

  double low_, high_;
  OutlinePoint at_;
  std::optional<InkSpan> span_;
};

Band& band_of(void* data) {
  return *static_cast<Band*>(data);
}

using Funcs = std::unique_ptr<hb_draw_funcs_t, FuncsDeleter>;

Funcs make_funcs() {
  Funcs funcs(hb_draw_funcs_create());
  hb_draw_funcs_set_move_to_func(
      funcs.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
        band_of(data).move_to({x, y});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(
      funcs.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
        band_of(data).line_to({x, y});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_quadratic_to_func(
      funcs.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float cx, float cy, float x, float y,
         void*) {
        band_of(data).quadratic_to({cx, cy}, {x, y});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(
      funcs.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float ax, float ay, float bx, float by,
         float x, float y, void*) {
        band_of(data).cubic_to({ax, ay}, {bx, by}, {x, y});
      },
      nullptr, nullptr);
  hb_draw_funcs_make_immutable(funcs.get());
  return funcs;
}

}  // namespace

std::optional<InkSpan> ink_between(const Font& font, std::uint32_t glyph, double low, double high) {
  const double em = font.metrics().units_per_em;
  hb_glyph_extents_t ink = {};
  if (hb_font_get_glyph_extents(font.hb(), glyph, &ink) != 0 &&
      (ink.y_bearing < low * em || ink.y_bearing + ink.height > high * em)) {
    return std::nullopt;
  }
  static const Funcs kFuncs = make_funcs();
  Band band(low * em, high * em);
  hb_font_get_glyph_shape(font.hb(), glyph, kFuncs.get(), &band);
  const auto span = band.take();
  if (!span) return std::nullopt;
  return InkSpan{span->left / em, span->right / em};
}

}  // namespace munjip
