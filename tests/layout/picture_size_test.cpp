#include "layout/picture_size.h"

#include <doctest/doctest.h>

using namespace munjip;

TEST_CASE("pictures stand in even rows") {
  CHECK(even_rows(0, 3).empty());
  CHECK(even_rows(1, 3) == std::vector<std::size_t>{1});
  CHECK(even_rows(3, 3) == std::vector<std::size_t>{3});
  CHECK(even_rows(4, 3) == std::vector<std::size_t>{2, 2});
  CHECK(even_rows(7, 3) == std::vector<std::size_t>{3, 2, 2});
}

TEST_CASE("a tall screenshot is cut into even pieces that show all of it") {
  const Size screenshot{Length::pt(450), Length::pt(4500)};  // 600 x 6000 pixels
  const Slices slices = slices_of(screenshot, Length::pt(150), Length::pt(420), Length::pt(8), 12);
  CHECK(slices.count == 4);
  CHECK(slices.part * 1500 <= 420);
  CHECK((slices.count - 1) * slices.step + slices.part == doctest::Approx(1.0));
  CHECK((slices.part - slices.step) * 1500 == doctest::Approx(8).epsilon(0.01));  // the overlap
}

TEST_CASE("a picture that fits is one piece, and a hostile one no more than the most") {
  CHECK(slices_of({Length::pt(100), Length::pt(200)}, Length::pt(150), Length::pt(420),
                  Length::pt(8), 12)
            .count == 1);
  const Slices slices = slices_of({Length::pt(1), Length::pt(1e6)}, Length::pt(1), Length::pt(420),
                                  Length::pt(8), 12);
  CHECK(slices.count == 12);
  CHECK(slices.part <= 1);
}
