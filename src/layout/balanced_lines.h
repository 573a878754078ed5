// Headings over several lines: about equally long ones, that end where a phrase does (CSS Text 4,
// text-wrap: balance). Private to layout/.
#pragma once

#include "layout/measured_paragraph.h"

namespace munjip {

// As many lines as `broken` has, which break_lines made of the paragraph at these settings: where
// they can end at word spaces, balanced; else as they are.
BrokenParagraph balance_lines(const MeasuredParagraph& paragraph, const BrokenParagraph& broken,
                              const BreakSettings& settings);

}  // namespace munjip
