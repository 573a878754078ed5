// Where a paragraph's lines end: total fit (Knuth and Plass 1981) over word space and letter space,
// with the break grades of Korean. A pure function on widths, so that it needs no fonts.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "base/length.h"
#include "text/shape.h"

namespace munjip {

// Sums from the paragraph's beginning to some place in it; what a line holds is a difference of
// two.
struct LineTotals {
  Length width;  // natural
  Length word_stretch, word_shrink;
  Length letter_stretch, letter_shrink;
  std::uint32_t syllables = 0;  // letters and digits; punctuation does not count
  std::uint32_t spaces = 0;     // word spaces

  LineTotals& operator+=(const LineTotals& other);
  friend LineTotals operator-(const LineTotals& a, const LineTotals& b);
};

// A place where a line may end. The first candidate is the paragraph's beginning, the last its end.
struct BreakCandidate {
  LineTotals end;    // to the end of the line's ink
  LineTotals start;  // to the start of the next line's ink; what lies between vanishes
  BreakGrade grade = BreakGrade::free;
  int penalty = 0;  // added to the grade's own (BreakPoint::penalty)
};

// One unit of letter stretch or shrink and what a line may take of it (typography.md 2.2). Letters
// and words reach their limits together: 0.05 em where word spaces of 0.31 em have grown to 0.6.
// Spaces shrink by a third, since those of Korean fonts are wide; never below the narrowest.
inline constexpr double kLetterStretchUnit = 0.026, kLetterStretchMax = 0.05;  // em
inline constexpr double kLetterShrinkUnit = 0.02;                              // em
inline constexpr double kWordStretchUnit = 0.5, kWordShrinkUnit = 0.33;        // of the word space
inline constexpr double kWordSpaceMin = 0.23, kWordSpaceMax = 0.33;            // em, natural
inline constexpr double kNarrowestWordSpace = 0.2;                             // em
inline constexpr double kWideWordSpace = 0.6, kHole = 0.75;  // em: too wide, and far too wide
inline constexpr double kMaxLetterUnits = kLetterStretchMax / kLetterStretchUnit;

struct BreakSettings {
  Length measure;        // of every line but the first
  Length first_measure;  // of the first: less where it is indented
  Length em;
  bool justified = true;  // else ragged
  // Lines looser than this many units of stretch are no lines (while there is another way).
  double tolerance = 4;
  // Demerits of a third line in a row that ends inside a word; forbidden while there is another
  // way.
  double third_syllable_break = std::numeric_limits<double>::infinity();
};

struct BrokenLine {
  std::uint32_t from = 0, to = 0;  // candidates: the line runs from `from`'s start to `to`'s end
  bool operator==(const BrokenLine&) const = default;
};

struct BrokenParagraph {
  std::vector<BrokenLine> lines;
  double demerits = 0;
  bool overfull = false;  // some line is wider than the measure: one cluster alone was
};

// The lines with the least sum of demerits. Syllable breaks count only where `justified`, and
// emergency breaks only inside a word longer than the measure. Never fails: where nothing fits, the
// tolerance goes first, then emergency breaks are used, then a line is overfull. Mandatory breaks
// inside are kept. Linear in the number of candidates while lines hold a bounded number of them.
BrokenParagraph break_lines(std::span<const BreakCandidate> candidates,
                            const BreakSettings& settings);

// How loose a line is in units of stretch (> 0) or shrink (< 0). Letters stop at kMaxLetterUnits,
// then words take all. Infinite where nothing can stretch.
double looseness(const LineTotals& line, Length measure);

// The demerits of one line, given what stands before it; shared with the test's exhaustive search.
inline constexpr double kForbidden = std::numeric_limits<double>::infinity();
struct LineState {
  int fitness = 1;          // 0 tight, 1 decent, 2 loose, 3 very loose
  int syllable_breaks = 0;  // consecutive lines that ended inside a word, at most 2
  bool operator==(const LineState&) const = default;
};
struct LineCost {
  double demerits = kForbidden;
  LineState state;
};
LineCost line_cost(const LineTotals& line, Length measure, BreakGrade grade, int penalty,
                   const BreakSettings& settings, const LineState& before);

}  // namespace munjip
