// CSS colours (CSS Color 4, as far as paper goes).
#pragma once

#include <optional>
#include <string_view>

#include "style/style.h"

namespace munjip::css {

// red, green, blue in 0 ... 1; alpha is laid on white paper. Values outside are clamped.
Color color_on_paper(double red, double green, double blue, double alpha);

// A named colour in any case; not `transparent` and `currentcolor`.
std::optional<Color> named_color(std::string_view name);

// The digits after `#`: three, four, six or eight of them.
struct HexColor {
  Color color;
  bool transparent = false;  // an alpha of zero
};
std::optional<HexColor> hex_color(std::string_view digits);

}  // namespace munjip::css
