// Names out of programs inside a word: PressAndRelease, Environment.CommandLine, initial_capacity.
// They are long, and to a hyphenation they are no words; they are broken in an emergency only, at
// their own joints and without a hyphen, which would read as part of the name.
#pragma once

#include <span>

#include "text/break_class.h"
#include "text/korean_breaks.h"

namespace munjip {

// Adds joints where the word has no cuts: before a capital after a small letter, and after a
// dot or low line, with three letters at least on both sides, in names of twelve characters and
// more; and behind a low line in shorter ones, for lines that would come out far too short. Linear.
void cut_names(std::span<const BreakUnit> word, std::span<Cut> cuts);

// Whether the boundary between these two characters is a joint of a name.
bool is_name_joint(char32_t before, char32_t after);

}  // namespace munjip
