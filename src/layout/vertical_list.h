// A chapter before it is cut into pages: boxes from top to bottom (lines, pictures, table rows),
// with what a page break between them costs. Private to layout/.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "layout/paged_book.h"
#include "layout/pending_note.h"

namespace munjip {

// What a page break costs, in the demerits of page_fill.h. All but `forced` are finite: something
// always gives way.
inline constexpr double kForcedBreak = -1;
inline constexpr double kBreakFirstRow = 600;     // after the first row of a table
inline constexpr double kBreakInsideRow = 1500;   // between the lines of a high table row
inline constexpr double kBreakLeadIn = 3e4;       // after a line that ends in a colon
inline constexpr double kBreakAvoided = 2e5;      // inside `break-inside: avoid`
inline constexpr double kBreakOrphan = 1e7;       // one line alone on a page
inline constexpr double kBreakKeep = 1e8;         // after a heading
inline constexpr double kBreakInsidePiece = 1e9;  // inside what is one thing: a figure, a row span

struct VerticalBox {
  Length margin;  // above; vanishes at the head of a page unless a forced break made that page
  Length above, height, below;  // padding above and below stays with the box
  double break_before = 0;
  bool on_grid = false;            // its top stands on the baseline grid
  std::vector<PendingNote> notes;  // whose marks stand in it, until they are set
  std::uint32_t notes_end = 0;     // boxes of VerticalList::notes that are asked for up to here
  std::uint32_t repeated = 0;      // 1 + index into VerticalList::repeated: set again above it
                                   // where it is the first box of a page
  std::vector<PageItem> items;     // from the left edge of the text block and the top of `height`

  Length extent() const { return above + height + below; }
};

// A background or border behind the boxes `first` ... `last`, open at page breaks.
struct Frame {
  std::uint32_t first = 0, last = 0;
  Length left, width;
  Length above, below;  // from the outer edge to the first box's and from the last box's content
  StyleRef style;
};

struct VerticalList {
  std::vector<VerticalBox> boxes;
  std::vector<Frame> frames;               // an outer one before those inside it
  std::vector<VerticalBox> repeated;       // table heads
  std::vector<VerticalBox> notes;          // footnotes, line by line, in the order of their marks
  std::vector<std::uint32_t> note_starts;  // index into `notes` of each footnote's first box
};

}  // namespace munjip
