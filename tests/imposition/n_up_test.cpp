#include <doctest/doctest.h>

#include "imposition/sheet_plan.h"

using namespace munjip;

namespace {

const Size kA4{Length::mm(210), Length::mm(297)};
const Size kLyingA4{Length::mm(297), Length::mm(210)};

SheetPlan n_up(std::size_t pages, Imposition imposition, Size page = kA4,
               SheetOptions options = {}) {
  options.imposition = imposition;
  return plan_sheets(page_sequence(pages), page, options);
}

}  // namespace

TEST_CASE("two standing pages lie side by side on a lying A4, two lying ones above each other") {
  const SheetPlan standing = n_up(2, Imposition::two_up);
  CHECK(standing.sheet == kLyingA4);
  CHECK(standing.scale == doctest::Approx(210.0 / 297));
  REQUIRE(standing.sheets.size() == 1);
  CHECK(standing.sheets[0].front[0].area.at.x < standing.sheets[0].front[1].area.at.x);

  const SheetPlan lying = n_up(2, Imposition::two_up, kLyingA4);
  CHECK(lying.sheet == kA4);
  CHECK(lying.sheets[0].front[0].area.at.y < lying.sheets[0].front[1].area.at.y);
}

TEST_CASE("four pages read row by row, at half the size") {
  const SheetPlan plan = n_up(5, Imposition::four_up);
  CHECK(plan.sheet == kA4);
  CHECK(plan.scale == doctest::Approx(0.5));
  REQUIRE(plan.sheets.size() == 2);
  CHECK_FALSE(plan.sheets[0].back.has_value());
  const SheetSide& side = plan.sheets[0].front;
  REQUIRE(side.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(side[i].page == i);
    CHECK(side[i].cell.at.x == (i % 2 == 0 ? Length() : kA4.width / 2));
    CHECK(side[i].cell.at.y == (i < 2 ? Length() : kA4.height / 2));
  }
  CHECK(plan.sheets[1].front.size() == 1);
}

TEST_CASE("a small page is not enlarged, and stands in the middle of its cell") {
  const Size a6{Length::mm(105), Length::mm(148)};
  const SheetPlan plan = n_up(2, Imposition::two_up, a6);
  CHECK(plan.scale == 1);
  for (const PlacedPage& placed : plan.sheets[0].front) {
    CHECK(placed.area.size == a6);
    const Length left = placed.area.at.x - placed.cell.at.x;
    const Length right =
        placed.cell.at.x + placed.cell.size.width - placed.area.at.x - placed.area.size.width;
    CHECK(std::abs((left - right).raw()) <= 1);
    CHECK(left > Length());
  }
}

TEST_CASE("on both sides, the back is turned round where the printer turns over the other edge") {
  SheetOptions options;
  options.duplex = DuplexEdge::long_edge;  // of a lying sheet: its upper and lower edges
  const SheetPlan turned = n_up(4, Imposition::two_up, kA4, options);
  REQUIRE(turned.sheets.size() == 1);
  const SheetSide& back = turned.sheets[0].back.value();
  REQUIRE(back.size() == 2);
  CHECK(back[0].page == 2);
  CHECK(back[0].turn == PageTurn::half_turn);
  CHECK(back[0].area.at.x > back[1].area.at.x);  // seen from the other end it is the left one

  options.duplex = DuplexEdge::short_edge;
  const SheetPlan upright = n_up(4, Imposition::two_up, kA4, options);
  CHECK(upright.sheets[0].back.value()[0].turn == PageTurn::upright);
}
