// Where the boxes of a page stand once it is known which they are. Pure arithmetic. Private to
// layout/.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "layout/vertical_list.h"

namespace munjip {

struct FillSettings {
  Length height;    // of the text block
  Length grid;      // distance of baselines; zero = no grid
  Length note_gap;  // between the text and the first footnote; the rule stands in it
  // Which side the first page stands on; with `unknown` no page faces another.
  enum class FirstPage { unknown, verso, recto } first_page = FirstPage::unknown;
};

struct FilledPage {
  std::uint32_t begin = 0, end = 0;              // boxes
  std::uint32_t notes_begin = 0, notes_end = 0;  // boxes of the list's notes
  bool after_forced_break = false;               // margins at its head are kept
  std::uint32_t figures_at_head = 0;  // the last movable figures before `begin` stand at its head
  std::uint32_t figures_left = 0;     // the last ones before `end` wait for the next page
  int shrink = 0;                     // of its pictures: steps out of kShrinkSteps
  bool operator==(const FilledPage&) const = default;
};

inline constexpr int kShrinkSteps = 4;

// How much lower a box is at a step of shrinking: whole lines, so that the text stays on the grid.
Length shrunk_by(const VerticalBox& box, int step, Length grid);

// The y of a box's `height` when what stands above it, and `margin` with it, ends at `y`.
Length next_top(const VerticalBox& box, Length y, Length grid);

// The height of the table head that is repeated where a page begins with the box; zero for none.
Length repeated_height(const VerticalList& list, std::uint32_t box);

// The movable figures that end at or before the box.
std::span<const MovableFigure> figures_before(const VerticalList& list, std::uint32_t box);

struct BoxPlace {
  std::uint32_t box = 0;
  Length top;  // of the box's `height`, from the top of the text block
  Length height;
};

struct PagePlaces {
  std::vector<BoxPlace> boxes;  // from top to bottom, which is the order of the list
  Length repeated;              // where the repeated table head begins
  Length end;                   // where the last box ends
  const BoxPlace& of(std::uint32_t box) const;  // of one that stands on the page
};
PagePlaces place_boxes(const VerticalList& list, const FilledPage& page,
                       const FillSettings& settings);

// Where notes end: on the last line of the grid, as a full page does.
Length last_line(const FillSettings& settings);

// The height of the notes [begin, end) with the gap above them; zero for none.
Length note_area(const VerticalList& list, std::uint32_t begin, std::uint32_t end,
                 const FillSettings& settings);

}  // namespace munjip
