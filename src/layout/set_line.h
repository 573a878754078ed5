// What came of a paragraph's lines: the colour of the page in figures, for authors and tests.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "base/length.h"
#include "layout/line_break.h"
#include "text/shape.h"

namespace munjip {

// A line of a justified paragraph as it was set.
struct SetLine {
  double word_space = 0;    // the widest in the line, in em; 0 = the line has none
  double letter_space = 0;  // added between letters, in em
  Length shortfall;         // from its ink's end to the measure; of a last line it says nothing
  BreakGrade end = BreakGrade::free;
  char32_t first = 0, last = 0;  // of its ink
  bool ends_paragraph = false;
  double measure = 0;     // em
  std::string text = {};  // only of a faulty line
};

// Sums over a book's lines. Shares are of the inner lines: all but the last of each paragraph.
struct LineFigures {
  std::size_t inner = 0;                    // lines
  std::size_t wide = 0;                     // inner lines with a word space over kWideWordSpace
  std::size_t medium = 0;                   // that end inside a word after a mark
  std::size_t syllable = 0, emergency = 0;  // that end inside a word
  std::size_t hyphen = 0;                   // ... of an alphabetic language
  std::size_t joint = 0;                    // ... inside an address or a program's name
  std::size_t ragged = 0;                   // that are not flush
  std::size_t forbidden = 0;  // lines that begin or end with a mark that may not stand there
  double widest_word_space = 0, narrowest_word_space = 0;  // em, of inner lines that have any
  double widest_letter_space = 0, narrowest_letter_space = 0;
};

// Whether an author should look at the line: a hole in it, an end that is not flush, or a mark at
// its start or end that may not stand there, unless it goes on from an address.
bool is_faulty(const SetLine& line);

LineFigures figures_of(std::span<const SetLine> lines);

// One figure a line, counts with their shares; then the faulty lines.
std::string dump_lines(std::span<const SetLine> lines);

}  // namespace munjip
