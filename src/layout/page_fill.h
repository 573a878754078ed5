// A vertical list → pages: which boxes and which lines of footnotes stand on which page, which
// figures wait for the head of the next one, and how much pictures are shrunk. The breaks are those
// of least cost over the whole chapter. Pure arithmetic, tested without fonts.
#pragma once

#include <vector>

#include "layout/page_places.h"

namespace munjip {

// No page is empty where there is a box. A box or note that is higher than the page stands alone on
// one. A page costs what page_cost.h says of its empty part, plus the break at its end, plus what
// moved and shrunk figures cost, plus a good deal where a footnote has to run on.
//
// The work is linear in the number of boxes: a page is tried from each of them, in no more than
// kShrinkSteps + 1 sizes of its pictures and with one more ending for each figure on it.
std::vector<FilledPage> fill_pages(const VerticalList& list, const FillSettings& settings);

}  // namespace munjip
