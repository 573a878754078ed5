// A shaped paragraph with its glue: which glyphs are word spaces, after which letter space may be
// set, and the sums at every place where a line may end. Private to layout/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
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

char32_t character_at(std::string_view text, std::size_t at);  // 0 behind its end

// Where a line may begin or end: how far it stands out of the measure there, and how wide the
// hyphen is that it ends with. A candidate's sums count all three.
struct LineEdge {
  Length start_hang, end_hang, hyphen;
};

struct MeasuredParagraph {
  ParagraphContent content;  // its text has moved into `shaped`
  ShapedParagraph shaped;
  std::vector<std::vector<GlyphGlue>> glue;  // for each run, for each glyph
  std::vector<BreakCandidate> candidates;
  // For each candidate: where the next line's text starts, and where the line's ink ends.
  std::vector<std::uint32_t> offsets, ink_ends;
  std::vector<LineEdge> edges;  // for each candidate
  Length em;                    // of the paragraph's own style
  bool is_ideographic = false;  // Hanja or Kana without any Hangul
};

// `measure`: where a word is wider, emergency breaks are added between its clusters.
MeasuredParagraph measure_paragraph(LayoutContext& context, ParagraphContent content,
                                    Length measure);

}  // namespace munjip
