// What stands at a line's edges: marks that hang into the margin so that the edge looks straight,
// and the blank that wide brackets bring along. Private to layout/.
#pragma once

#include "style/style.h"
#include "text/shape.h"

namespace munjip {

// How far a character's ink and blank may stand out of the measure, before and after it.
struct EdgeAllowance {
  Length start, end;
};

// Narrows the outer blank of a bracket or quote made for a full square, and that of a wide middle
// dot, to what they have in proportional type (typography.md 3.2, 3.4). Other glyphs are left
// alone.
void trim_blank(const Font& font, char32_t character, Length em, Glyph& glyph);

// typography.md 2.4; of a glyph that trim_blank has seen.
EdgeAllowance edge_allowance(char32_t character, const Glyph& glyph, Length em, EdgeHang hang);

}  // namespace munjip
