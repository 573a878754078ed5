// Words of the Latin alphabet in a text: where they may be divided, and which of them stand among
// their like.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/break_class.h"
#include "text/hyphenation.h"
#include "text/korean_breaks.h"

namespace munjip {

// Units [begin, end) between spaces.
struct WordRange {
  std::size_t begin = 0, end = 0;
  bool in_passage = false;  // among words of the Latin alphabet only
};

// Marks the words of Latin passages: four such words in a row, numbers and marks between them not
// counted (an English sentence or title quoted in Korean text). Linear.
void find_latin_passages(std::span<const BreakUnit> units, std::span<WordRange> words);

struct LatinWordRule {
  std::string_view lang;  // whose patterns divide it
  Cut cut = Cut::foreign_hyphen;
  std::size_t least_letters = 6, least_side = 3;
};

// Adds cuts inside the runs of Latin letters of `word`, which is a part of `text`; names of
// programs are split without a hyphen, words in capitals and addresses are left alone.
void cut_latin_words(std::string_view text, std::span<const BreakUnit> word,
                     const LatinWordRule& rule, Hyphenation& hyphenation, std::span<Cut> cuts);

}  // namespace munjip
