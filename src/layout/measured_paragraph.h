// A shaped paragraph with its glue: which glyphs are word spaces, after which letter space may be
// set, and the sums at every place where a line may end. Private to layout/.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/line_break.h"
#include "layout/paragraph.h"
#include "text/shape.h"

namespace munjip {

// What a glyph is to justification.
enum class GlyphGlue : std::uint8_t {
  none,
  word_space,  // stretches with the words
  letter_gap,  // letter space may be set after it
};

// The space between words, which stretches; tabs and the fixed spaces do not.
bool is_word_space(char32_t c);

struct MeasuredParagraph {
  ParagraphContent content;  // its text has moved into `shaped`
  ShapedParagraph shaped;
  std::vector<std::vector<GlyphGlue>> glue;  // for each run, for each glyph
  std::vector<BreakCandidate> candidates;
  // For each candidate: where the next line's text starts, and where the line's ink ends.
  std::vector<std::uint32_t> offsets, ink_ends;
  Length em;  // of the paragraph's own style
};

// `measure`: where a word is wider, emergency breaks are added between its clusters.
MeasuredParagraph measure_paragraph(LayoutContext& context, ParagraphContent content,
                                    Length measure);

}  // namespace munjip
