// What a page costs, in the demerits that breaks are counted in (vertical_list.h). Private to
// layout/.
#pragma once

#include "layout/page_places.h"

namespace munjip {

// The last `figures_left` of these may wait for the next page together.
inline constexpr std::uint32_t kMostMovedFigures = 2;
inline constexpr double kSplitNote = 2e4;
// A figure at the head of a page stands between two halves of a table or of code.
inline constexpr double kFigureBetweenHalves = 1500;
// A figure behind figures that waited, on the page after theirs: two pages from where it belongs.
inline constexpr double kFigureFarAway = 3000;

// How many whole lines of a page stay empty; less than zero where it is overfull.
std::int64_t empty_lines(Length used, const FillSettings& settings);

// Of a page that is not the last of its chapter. One short line is nothing (the facing page can be
// as short); two and more are a hole, and one large hole is better than several small ones.
double page_cost(Length used, const FillSettings& settings);

// Of a hole in a page below which what follows would have fitted, well broken: no reader sees why.
double needless_hole_cost(std::int64_t lines);

// Of a chapter's last page.
double last_page_cost(Length used, const FillSettings& settings);

// Of pages that face each other and end differently; in empty lines.
double facing_cost(std::int64_t verso, std::int64_t recto);

// Of pictures that are shrunk by so many steps.
double shrink_cost(int steps);

}  // namespace munjip
