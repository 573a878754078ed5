// The Korean rules of line breaking (typography.md section 1), for one word at a time: the clusters
// between two spaces. Korean text is broken by 어절 first, at punctuation inside a word second, and
// between syllables last.
#pragma once

#include <cstdint>
#include <span>

#include "style/style.h"
#include "text/break_class.h"

namespace munjip {

// What stands before a cluster. `between`: between two syllables where the mode is
// WordBreak::syllable, nearly as free as a space. `joint`: at a delimiter of an address or a joint
// of a name, `split`: elsewhere in one. `hyphen`: in a word of a Latin passage, `foreign_hyphen`:
// in one among Korean words.
enum class Cut : std::uint8_t {
  none,
  free,
  between,
  medium,
  syllable,
  hyphen,
  foreign_hyphen,
  joint,
  split,
  emergency,
  mandatory
};

// Fills cuts[i] for the boundaries before units[i], 1 <= i < units.size(), of a word without
// spaces; cuts[0] is left alone. Linear in the number of units.
void find_word_cuts(std::span<const BreakUnit> word, WordBreak mode, std::span<Cut> cuts);

// What never stands at a line's start, and at its end (typography.md 1.1, 1.2).
bool is_never_first(BreakClass c);
bool is_never_last(BreakClass c);

// Adds emergency cuts where a stretch without any is wider than `room` em: at any boundary that the
// kinsoku rules allow, and where those allow none, at any.
void add_emergency_cuts(std::span<const BreakUnit> word, double room, std::span<Cut> cuts);

// Whether a line may end after the spaces between `before` and `after`. `after` is the word's
// beginning with at least one unit; closing marks and separators that an author has put behind a
// space stay with what they close.
bool may_break_at_space(const BreakUnit& before, std::span<const BreakUnit> after);

// A rough width in em, for finding what may be too wide for a line: 1 for what is square, else 0.5.
double rough_width(const BreakUnit& unit);

}  // namespace munjip
