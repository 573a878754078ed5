// What is drawn with a run of text: the ground under it, lines below and through it, marks over its
// syllables. Private to layout/.
#pragma once

#include <vector>

#include "layout/paragraph.h"

namespace munjip {

// What a run of text covers, in em over and under its baseline: its ground, the area of its link.
inline constexpr double kMarkAbove = 0.88, kMarkBelow = 0.16;

struct LayoutContext;

// A run as it stands in the line.
struct DecoratedRun {
  const GlyphRun& glyphs;
  Point at;                 // left edge and baseline of the line
  Length width, ink_width;  // without the spaces that end the line
  const Style& style;
  const SpanLook& look;
};

// Grounds and underlines go below the text, strikes above it. A line that continues the one before
// it is one with it.
void add_decorations(const DecoratedRun& run, std::vector<PageItem>& under,
                     std::vector<PageItem>& over);

// Draws emphasis marks (드러냄표); keeps the mark that it has shaped last.
class EmphasisMarks {
 public:
  void add(LayoutContext& context, const DecoratedRun& run, const StyleRef& style,
           std::vector<PageItem>& items);

 private:
  void shape(LayoutContext& context, const StyleRef& style);

  StyleRef style_;
  ShortText mark_;
  Length raise_;  // of the mark's baseline over the text's
};

}  // namespace munjip
