// What a line is made of while it is set. Private to the files of LineSetter.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "layout/line.h"

namespace munjip {

// Hands out a length in `count` parts whose sum is exact.
struct EvenShare {
  Length total;
  std::int64_t count = 0, given = 0;
  Length next() {
    const Length before = share(given);
    given = std::min(given + 1, count);
    return share(given) - before;
  }
  Length share(std::int64_t n) const {
    return count == 0 ? Length()
                      : Length::from_raw(total.raw() / count * n + total.raw() % count * n / count);
  }
};

struct LineSetter::Piece {
  const ShapedRun* run = nullptr;
  const std::vector<GlyphGlue>* glue = nullptr;
  std::size_t first = 0, last = 0;   // glyphs
  std::uint32_t begin = 0, end = 0;  // bytes
  std::uint32_t ink_end = 0;         // of the line

  // Whether glue after glyph `i` lies within the line's ink.
  bool counts(std::size_t i) const {
    if ((*glue)[i] == GlyphGlue::word_space) return run->glyphs[i].cluster < ink_end;
    if ((*glue)[i] != GlyphGlue::letter_gap) return false;
    const std::uint32_t next = i + 1 < run->glyphs.size() ? run->glyphs[i + 1].cluster : run->end;
    return next < ink_end;
  }
};

struct LineSetter::Spacing {
  Length excess;               // natural width to measure, what alignment places
  double letter_space = 0;     // em
  bool letters_share = false;  // no word spaces: the letters take all
  EvenShare words, letters;
};

struct LineSetter::PlacedRun {
  GlyphRun glyphs;
  Length x, width;
  std::uint32_t span = 0, object = 0;
  std::uint32_t begin = 0, end = 0;  // bytes of the paragraph
  StyleRef style;
};

}  // namespace munjip
