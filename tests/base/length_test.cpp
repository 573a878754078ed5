#include "base/length.h"

#include <doctest/doctest.h>

using namespace munjip;

TEST_CASE("a length is 1/65536 pt") {
  CHECK(Length::pt(1).raw() == 65536);
  CHECK(Length::pt(-0.5).raw() == -32768);
  // 25.4 mm = 1 inch = 72 pt
  CHECK(Length::mm(25.4).raw() == 72 * 65536);
  CHECK(Length::mm(148).mm() == doctest::Approx(148).epsilon(1e-6));
}

TEST_CASE("sums are exact, products round to nearest") {
  Length sum;
  for (int i = 0; i < 1000; ++i) sum += Length::from_raw(7);
  CHECK(sum.raw() == 7000);
  CHECK(Length::from_raw(3).scaled(0.5).raw() == 2);  // 1.5 rounds away from zero
  CHECK(Length::from_raw(-3).scaled(0.5).raw() == -2);
  CHECK((Length::pt(10) - Length::pt(12)) < Length());
  CHECK(Length::pt(10).ratio(Length::pt(4)) == doctest::Approx(2.5));
}
