#include "layout/set_line.h"

#include <doctest/doctest.h>

#include <vector>

using namespace munjip;

namespace {

SetLine line(double word_space, BreakGrade end = BreakGrade::free) {
  SetLine one;
  one.word_space = word_space;
  one.end = end;
  one.ends_paragraph = end == BreakGrade::mandatory;
  one.first = U'가';
  one.last = U'나';
  return one;
}

}  // namespace

TEST_CASE("shares are of inner lines; a last line is as wide as it likes") {
  const std::vector<SetLine> lines = {line(0.3), line(0.61, BreakGrade::syllable), line(0.5),
                                      line(0.9, BreakGrade::mandatory)};
  const LineFigures figures = figures_of(lines);
  CHECK(figures.inner == 3);
  CHECK(figures.wide == 1);
  CHECK(figures.syllable == 1);
  CHECK(figures.widest_word_space == 0.61);
  CHECK(figures.narrowest_word_space == 0.3);
  CHECK(figures.forbidden == 0);
  CHECK_FALSE(is_faulty(lines[1]));
  CHECK_FALSE(is_faulty(lines[3]));
}

TEST_CASE("an inner line that is not flush to 0.01 pt is a fault") {
  SetLine one = line(0.3);
  one.shortfall = Length::pt(0.009);
  CHECK_FALSE(is_faulty(one));
  one.shortfall = Length::pt(0.02);
  CHECK(is_faulty(one));
  const std::vector<SetLine> lines = {one};
  CHECK(figures_of(lines).ragged == 1);
}

TEST_CASE("a mark counts as misplaced at the start of a second line, not of a paragraph") {
  std::vector<SetLine> lines = {line(0.3), line(0.3, BreakGrade::mandatory), line(0.3)};
  lines[0].first = lines[1].first = lines[2].first = U'·';
  CHECK(figures_of(lines).forbidden == 1);
  lines[0].last = lines[1].last = U'「';
  CHECK(figures_of(lines).forbidden == 2);
}
