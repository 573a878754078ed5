#include <doctest/doctest.h>

#include "imposition/folding.h"
#include "imposition/sheet_plan.h"

using namespace munjip;
using namespace munjip::testing;

namespace {

const Size kA5{Length::mm(148), Length::mm(210)};
const Size kA4{Length::mm(210), Length::mm(297)};

SheetPlan booklet(std::size_t pages, SheetOptions options = {}, Size page = kA5) {
  options.imposition = Imposition::booklet;
  return plan_booklet(page_sequence(pages), page, options);
}

std::vector<SheetSide> sides_of(const SheetPlan& plan) {
  std::vector<SheetSide> sides;
  for (const Sheet& sheet : plan.sheets) {
    sides.push_back(sheet.front);
    if (sheet.back) sides.push_back(*sheet.back);
  }
  return sides;
}

// How far a page's inner edge is pushed over the fold.
Length over_the_fold(const PlacedPage& placed, const SheetPlan& plan) {
  const Length fold = plan.sheet.width / 2;
  const Length right_edge = placed.area.at.x + placed.area.size.width;
  return placed.cell.at.x == Length() ? right_edge - fold : fold - placed.area.at.x;
}

}  // namespace

TEST_CASE("folded and read leaf by leaf, a booklet runs from the first page to the last") {
  for (const DuplexEdge edge : {DuplexEdge::short_edge, DuplexEdge::long_edge}) {
    for (const int signature : {4, 8, 12, 16, 32}) {
      for (std::size_t pages = 1; pages <= 40; ++pages) {
        CAPTURE(pages);
        CAPTURE(signature);
        SheetOptions options;
        options.signature = signature;
        options.duplex = edge;
        const SheetPlan plan = booklet(pages, options);
        const PageSequence read = read_folded(plan, static_cast<std::size_t>(signature) / 4);
        REQUIRE(read.size() >= pages);
        CHECK(read.size() < pages + 4);  // no more blank pages than one sheet asks for
        for (std::size_t i = 0; i < read.size(); ++i) {
          CHECK(read[i] == (i < pages ? std::optional(i) : std::nullopt));
        }
      }
    }
  }
}

TEST_CASE("up to 32 pages are one signature, longer books have signatures of 16") {
  CHECK(read_folded(booklet(32), 8) == page_sequence(32));
  CHECK(read_folded(booklet(48), 4) == page_sequence(48));
  CHECK(booklet(0).sheets.empty());
}

TEST_CASE("the outermost sheet of eight pages: 8 and 1 outside, 2 and 7 inside") {
  const SheetPlan plan = booklet(8);
  REQUIRE(plan.sheets.size() == 2);
  const Sheet& outer = plan.sheets.front();
  CHECK(outer.front[0].page == 7);
  CHECK(outer.front[1].page == 0);
  CHECK(outer.back.value()[0].page == 1);
  CHECK(outer.back.value()[1].page == 6);
}

TEST_CASE("a blank page within the book keeps its place") {
  PageSequence pages = page_sequence(6);
  pages.insert(pages.begin() + 1, std::nullopt);
  PageSequence wanted = pages;
  wanted.emplace_back();
  CHECK(read_folded(plan_booklet(pages, kA5, {}), 8) == wanted);
}

TEST_CASE("without a sheet, a booklet's is two pages wide and nothing is made smaller") {
  const SheetPlan plan = booklet(8);
  CHECK(plan.sheet == Size{kA5.width * 2, kA5.height});
  CHECK(plan.scale == 1);
  CHECK(plan.duplex == DuplexEdge::short_edge);  // the sheet lies: its standing edges are short
}

TEST_CASE("pages stay inside the sheet, meet at the fold and are made smaller evenly") {
  SheetOptions options;
  options.sheet = kA4;
  for (const Size page :
       {kA5, Size{Length::mm(152), Length::mm(225)}, kA4, Size{Length::mm(200), Length::mm(120)}}) {
    const SheetPlan plan = booklet(13, options, page);
    CHECK(plan.scale <= 1);
    for (const SheetSide& side : sides_of(plan)) {
      for (const PlacedPage& placed : side) {
        CHECK(placed.area.size.width == page.width.scaled(plan.scale));
        CHECK(placed.area.size.height == page.height.scaled(plan.scale));
        CHECK(placed.area.at.x >= Length());
        CHECK(placed.area.at.y >= Length());
        CHECK(placed.area.at.x + placed.area.size.width <= plan.sheet.width);
        CHECK(placed.area.at.y + placed.area.size.height <= plan.sheet.height);
        CHECK(over_the_fold(placed, plan) == Length());
        const Length below = plan.sheet.height - placed.area.at.y - placed.area.size.height;
        CHECK(std::abs((below - placed.area.at.y).raw()) <= 1);  // in the middle of the height
      }
    }
  }
  // 210 mm of A4 for 225 mm of page
  CHECK(booklet(4, options, {Length::mm(152), Length::mm(225)}).scale ==
        doctest::Approx(210.0 / 225));
}

TEST_CASE("each sheet's pages stand one paper's thickness nearer to the fold than those around") {
  SheetOptions options;
  options.creep = Length::mm(0.1);
  options.signature = 16;
  for (const DuplexEdge edge : {DuplexEdge::short_edge, DuplexEdge::long_edge}) {
    options.duplex = edge;
    const SheetPlan plan = booklet(32, options);
    REQUIRE(plan.sheets.size() == 8);
    for (std::size_t i = 0; i < plan.sheets.size(); ++i) {
      const Length wanted = options.creep * static_cast<std::int64_t>(i % 4);
      for (const SheetSide& side : {plan.sheets[i].front, plan.sheets[i].back.value()}) {
        for (const PlacedPage& placed : side) {
          CHECK(over_the_fold(placed, plan) == wanted);
          CHECK(placed.cell.size.width == plan.sheet.width / 2);  // and is cut off at the fold
        }
      }
    }
  }
}
