// Paper: what one reads who takes printed sheets, lays them into each other, folds them and turns
// the leaves. Knows nothing of how a plan is made; it only follows where things are on the paper.
#pragma once

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "imposition/sheet_plan.h"

namespace munjip::testing {

// One half of a sheet, looked at from its front.
struct Leaf {
  std::optional<std::size_t> front, back;
};

// What stands on one half of a side, upright as seen by who looks at that side of the folded sheet.
// `is_flipped_over`: this side came up by turning the sheet over its upper or lower edge, so that
// what was printed upside down now stands upright.
inline std::optional<std::size_t> page_at(const SheetSide& side, bool is_left, bool is_flipped_over,
                                          Size sheet) {
  std::optional<std::size_t> found;
  int count = 0;
  for (const PlacedPage& placed : side) {
    const Length middle = placed.area.at.x + placed.area.size.width / 2;
    if ((middle < sheet.width / 2) != is_left) continue;
    ++count;
    found = placed.page;
    const bool is_half_turned = placed.turn == PageTurn::half_turn;
    if (is_half_turned != is_flipped_over) throw std::logic_error("a page on its head");
  }
  if (count != 1) throw std::logic_error("not one page on half a side");
  return found;
}

// Turning over a standing edge brings behind the left half what is on the right of the back;
// turning over a lying edge leaves left on the left, upside down.
inline Leaf leaf(const Sheet& sheet, bool is_left, const SheetPlan& plan) {
  const bool is_long_standing = plan.sheet.height > plan.sheet.width;
  const bool over_standing = (*plan.duplex == DuplexEdge::long_edge) == is_long_standing;
  return {
      page_at(sheet.front, is_left, false, plan.sheet),
      page_at(sheet.back.value(), over_standing ? !is_left : is_left, !over_standing, plan.sheet)};
}

// Sheets `first` to `end` laid into each other, the first outermost, fronts outside, and folded:
// the right halves lie in front, each with its front first; then the left halves from the inside
// out, each with its back first.
inline void read_section(const SheetPlan& plan, std::size_t first, std::size_t end,
                         PageSequence& read) {
  for (std::size_t i = first; i < end; ++i) {
    const Leaf right = leaf(plan.sheets[i], false, plan);
    read.push_back(right.front);
    read.push_back(right.back);
  }
  for (std::size_t i = end; i > first; --i) {
    const Leaf left = leaf(plan.sheets[i - 1], true, plan);
    read.push_back(left.back);
    read.push_back(left.front);
  }
}

// All sheets, `sheets_together` at a time (what is left over is one shorter section).
inline PageSequence read_folded(const SheetPlan& plan, std::size_t sheets_together) {
  PageSequence read;
  for (std::size_t first = 0; first < plan.sheets.size(); first += sheets_together) {
    read_section(plan, first, std::min(first + sheets_together, plan.sheets.size()), read);
  }
  return read;
}

}  // namespace munjip::testing
