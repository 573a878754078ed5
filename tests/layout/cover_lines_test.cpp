#include "layout/cover_lines.h"

#include <doctest/doctest.h>

using namespace munjip;

TEST_CASE("a title in one line is as wide as its words with the spaces between them") {
  const std::vector<TitleWord> words = {{3, false}, {2, false}, {4, false}};
  const TitleLines lines = break_title(words, 0.5, 1);
  CHECK(lines.ends == std::vector<std::size_t>{3});
  CHECK(lines.width == doctest::Approx(10));
}

TEST_CASE("lines are balanced") {
  // 3+2 | 4 is 5.5 and 4 wide; 3 | 2+4 would be 6.5 at its widest.
  const std::vector<TitleWord> words = {{3, false}, {2, false}, {4, false}};
  const TitleLines lines = break_title(words, 0.5, 2);
  CHECK(lines.ends == std::vector<std::size_t>{2, 3});
  CHECK(lines.width == doctest::Approx(5.5));
}

TEST_CASE("of lines about as wide, the ones that end with a phrase are chosen") {
  // Both ways are 4.5 at their widest; only the second word ends a phrase.
  const std::vector<TitleWord> words = {{2, false}, {2, true}, {2, false}, {2, false}};
  CHECK(break_title(words, 0.5, 2).ends == std::vector<std::size_t>{2, 4});
}
