// A chapter before it is cut into pages: boxes from top to bottom (lines, pictures, table rows),
// with what a page break between them costs. Private to layout/.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "book/book.h"
#include "layout/paged_book.h"
#include "layout/pending_note.h"

namespace munjip {

// What a page break costs, in the demerits of page_fill.h. All but `forced` are finite: something
// always gives way.
inline constexpr double kForcedBreak = -1;
inline constexpr double kBreakInsideCode = 60;    // between two lines of code, none of them empty
inline constexpr double kBreakInsideWord = 150;   // a word goes on over the page's end
inline constexpr double kBreakFirstRow = 2000;    // after the first row of a table, before the last
inline constexpr double kBreakShortTable = 5000;  // inside a table of less than half a page
inline constexpr double kBreakBeforeExample = 300;   // between a list, code, a table and the
                                                     // paragraph before it
inline constexpr double kBreakBeforeSublist = 1000;  // between an item and the list within it
inline constexpr double kBreakListEdge = 900;     // after the first item of a list, before the last
inline constexpr double kBreakBeforeQuote = 600;  // between a quotation and what leads to it
inline constexpr double kBreakInsideRow = 1500;   // between the lines of a high table row
inline constexpr double kBreakSecondLine = 4000;  // between what stands first and second below a
                                                  // heading, where these are not lines
inline constexpr double kBreakAfterDivider = 1500;  // a divider as the last thing on a page
inline constexpr double kBreakLeadIn = 3e4;         // after a line that ends in a colon
inline constexpr double kBreakAvoided = 2e5;        // inside `break-inside: avoid`
inline constexpr double kBreakOrphan = 1e7;         // one line alone on a page
inline constexpr double kBreakKeep = 1e8;           // after a heading
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
  Length shrinkable;               // of the height: how much its pictures may give up
  Length shrink_axis;              // the x that stays where it is when they do
  bool continues = false;          // what a figure must not part: code, a table, a quotation and
                                   // the paragraph before it, begun in an earlier box
  bool may_begin_page = false;  // even inside what is kept together: further rows of a picture cut
                                // into pieces
  bool stops_figures = false;   // a figure from above is not moved past it: a heading
  std::vector<PageItem> items;  // from the left edge of the text block and the top of `height`

  Length extent() const { return above + height + below; }
};

// A background or border behind the boxes `first` ... `last`, open at page breaks.
struct Frame {
  std::uint32_t first = 0, last = 0;
  Length left, width;
  Length above, below;  // from the outer edge to the first box's and from the last box's content
  StyleRef style;
};

// Boxes [first, end), a picture or a table with its caption, that may leave their place for the
// head of the next page while the text flows on. They hold no note marks and stand in no frame but
// their own.
struct MovableFigure {
  std::uint32_t first = 0, end = 0;
  Length margin_after;  // of the box behind it, where the figure is not there
  Length below;         // between it and the text at the head of a page
  double cost = 0;      // of moving it
};

// Boxes [first, end) that stand in columns; they are placed as in the first of them. What lies
// between two such runs has the whole measure.
struct ColumnRun {
  std::uint32_t first = 0, end = 0;
  int count = 2;
  Length left, width, gap;  // of a column, and between two
  Length step() const { return width + gap; }
};

// A note in the margin beside the box, or beside the last one where it would stand after it.
struct SideNote {
  std::uint32_t box = 0;
  Length lower;  // than the box's top: where its first line meets the text's
  std::vector<VerticalBox> lines;
};

struct NoteRef {
  const Post* post = nullptr;
  std::size_t note = 0;  // index of Post::notes
};

struct VerticalList {
  std::vector<VerticalBox> boxes;
  std::vector<MovableFigure> figures;      // in the order of the boxes
  std::vector<ColumnRun> columns;          // in the order of the boxes
  std::vector<SideNote> side_notes;        // in the order of the boxes
  std::vector<Frame> frames;               // an outer one before those inside it
  std::vector<VerticalBox> repeated;       // table heads
  std::vector<VerticalBox> notes;          // footnotes, line by line, in the order of their marks
  std::vector<std::uint32_t> note_starts;  // index into `notes` of each footnote's first box
  std::vector<NoteRef> note_refs;          // which note of which post each is
};

}  // namespace munjip
