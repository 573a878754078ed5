// A set line's figures, for authors and tests (set_line.h).
#include <algorithm>
#include <string_view>

#include "base/letters.h"
#include "base/utf8.h"
#include "layout/line.h"
#include "layout/line_parts.h"

namespace munjip {

namespace {

// The dot that a name begins with (.NET, .gitignore) is a part of it, not a mark behind a word.
char32_t first_of(std::string_view text, std::uint32_t begin) {
  const char32_t first = character_at(text, begin);
  const char32_t second = character_at(text, begin + 1);
  return first == U'.' && is_latin_letter(second) ? second : first;
}

}  // namespace

// Measured on what was placed, not on what was meant.
void LineSetter::note_figures(const BrokenLine& line, const LineFrame& frame,
                              const Spacing& spacing, const std::vector<PlacedRun>& runs) {
  const std::uint32_t begin = p_.offsets[line.from], end = p_.ink_ends[line.to];
  if (frame.align != TextAlign::justify || begin >= end) return;
  SetLine fact;
  fact.letter_space = spacing.letter_space;
  fact.end = p_.candidates[line.to].grade;
  fact.ends_paragraph = fact.end == BreakGrade::mandatory;
  fact.first = first_of(p_.shaped.text, begin);
  std::size_t last = end;
  fact.last = previous_code_point(p_.shaped.text, last);
  Length ink_end;
  for (const PlacedRun& run : runs) {
    const auto& glyphs = run.glyphs.glyphs;
    if (glyphs.empty()) ink_end = std::max(ink_end, run.x + run.width);
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
      if (run.begin + glyphs[i].cluster >= end) continue;
      const Length right = i + 1 < glyphs.size() ? glyphs[i + 1].x : run.width;
      ink_end = std::max(ink_end, run.x + right);
      if (!is_word_space(character_at(run.glyphs.text, glyphs[i].cluster))) continue;
      const double space = (right - glyphs[i].x).pt() / run.style->font_size.pt();
      fact.word_space = std::max(fact.word_space, space);
    }
  }
  const LineEdge& edge = p_.edges[line.to];
  fact.measure = frame.measure.pt() / p_.em.pt();
  fact.shortfall = frame.left + frame.measure + edge.end_hang - edge.hyphen - ink_end;
  if (is_faulty(fact)) fact.text = p_.shaped.text.substr(begin, end - begin);
  context_.lines.push_back(std::move(fact));
}

}  // namespace munjip
