// Where a glyph's ink crosses a horizontal band: lines under text leave room there.
#pragma once

#include <cstdint>
#include <optional>

#include "text/font.h"

namespace munjip {

// In em from the glyph's origin.
struct InkSpan {
  double left = 0, right = 0;
};

// From the first to the last ink between the heights `low` and `high` (em above the baseline, low
// below high); nothing where there is none. Costs about as much as drawing the glyph.
std::optional<InkSpan> ink_between(const Font& font, std::uint32_t glyph, double low, double high);

}  // namespace munjip
