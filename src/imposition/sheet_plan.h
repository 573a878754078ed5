// Where each page of a book goes on the sheets of a press or an office printer. Pure geometry: no
// PDF is seen here.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "book/sheet_options.h"

namespace munjip {

// The pages of a book in reading order, counted from 0; empty = a blank page.
using PageSequence = std::vector<std::optional<std::size_t>>;
PageSequence page_sequence(std::size_t count);  // without blank pages

enum class PageTurn { upright, half_turn };

// A page on one side of a sheet. Coordinates are those of the side as it is printed.
struct PlacedPage {
  std::optional<std::size_t> page;  // empty = blank
  Rect area;                        // what the whole page covers
  Rect cell;  // the part of the side that is this page's; what of it lies outside is cut off
  PageTurn turn = PageTurn::upright;
};

// In the order in which they are read: left to right, then downwards (before a half turn).
using SheetSide = std::vector<PlacedPage>;

struct Sheet {
  SheetSide front;
  std::optional<SheetSide> back;  // empty = the sheet is printed on one side
};

struct SheetPlan {
  Size sheet;
  Size page;                         // of the book
  double scale = 1;                  // of all pages, never larger than 1
  std::optional<DuplexEdge> duplex;  // as the printer has to turn the sheets
  std::vector<Sheet> sheets;         // in the order in which they are printed
};

// Two or four pages a side, row by row, each in the middle of its cell. The sheet lies or stands,
// whichever shows the pages larger. With a duplex edge, every second side is a back, turned so that
// sheets that are turned over at their left edge read on.
SheetPlan plan_n_up(const PageSequence& pages, Size page, const SheetOptions& options);

// Sheets of four pages that are laid into each other and folded down the middle: saddle stitch. The
// pages stand against the fold. A book longer than a signature has several, one after the other, to
// be sewn or glued; the last is as short as its pages allow. What is missing to
// whole sheets are blank pages at the end.
SheetPlan plan_booklet(const PageSequence& pages, Size page, const SheetOptions& options);

// One of the two, as `options.imposition` says, which is not `none`.
SheetPlan plan_sheets(const PageSequence& pages, Size page, const SheetOptions& options);

}  // namespace munjip
