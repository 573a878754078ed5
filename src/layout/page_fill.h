// A vertical list → pages: which boxes and which lines of footnotes stand on which page. The breaks
// are those of least cost over the whole chapter. Pure arithmetic, tested without fonts.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/vertical_list.h"

namespace munjip {

struct FillSettings {
  Length height;    // of the text block
  Length grid;      // distance of baselines; zero = no grid
  Length note_gap;  // between the text and the first footnote; the rule stands in it
};

struct FilledPage {
  std::uint32_t begin = 0, end = 0;              // boxes
  std::uint32_t notes_begin = 0, notes_end = 0;  // boxes of the list's notes
  bool after_forced_break = false;               // margins at its head are kept
  bool operator==(const FilledPage&) const = default;
};

// Never empty where there is a box. A box or note that is higher than the page stands alone on one.
// The cost of a page: how much of it stays empty (the last page excepted), plus the cost of the
// break at its end, plus a good deal where a footnote has to run on.
std::vector<FilledPage> fill_pages(const VerticalList& list, const FillSettings& settings);

// The top of each box's `height` on the page, from the top of the text block, and where the last
// one ends.
struct PagePlaces {
  std::vector<Length> tops;
  Length end;
};
PagePlaces place_boxes(const VerticalList& list, const FilledPage& page,
                       const FillSettings& settings);

// The height of the notes [begin, end) with the gap above them; zero for none.
Length note_area(const VerticalList& list, std::uint32_t begin, std::uint32_t end,
                 const FillSettings& settings);

}  // namespace munjip
