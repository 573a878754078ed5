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

// Boxes [begin, end) of a list that are filled by themselves, as columns or between them.
struct FillRange {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t notes_begin = 0;   // those before stand on earlier pages
  bool keeps_first_margin = true;  // above the first box
  // The first pages where they are less high than the others: below what stands there already.
  int first_pages = 0;
  Length first_height = {};
  bool ends_anywhere = false;  // something follows on the last page
};
std::vector<FilledPage> fill_pages(const VerticalList& list, const FillSettings& settings,
                                   const FillRange& range);

}  // namespace munjip
