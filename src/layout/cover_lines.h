// How a title is broken over the lines of a cover: at phrases, balanced. Pure arithmetic. Private
// to layout/.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace munjip {

// Long titles are cut before they come here; the bound keeps the cubic search small.
inline constexpr std::size_t kMostTitleWords = 64;

struct TitleWord {
  double width = 0;          // at size 1, without the space after it
  bool ends_phrase = false;  // a comma, colon or dash stands at its end
};

struct TitleLines {
  std::vector<std::size_t> ends;  // of each line: one past its last word
  double width = 0;               // of the widest line, at size 1
};

// The words in `count` lines (1 ... the number of words) whose widest line is narrowest; of equals,
// the one that ends lines at phrases, then the one whose lines are most alike.
TitleLines break_title(std::span<const TitleWord> words, double space, std::size_t count);

}  // namespace munjip
