#include <doctest/doctest.h>

#include "book/manifest.h"

using namespace munjip;

namespace {

double type_area(const TrimSize& trim) {
  const double width = (trim.size.width - trim.margin.left - trim.margin.right).pt();
  const double height = (trim.size.height - trim.margin.top - trim.margin.bottom).pt();
  return width * height / (trim.size.width.pt() * trim.size.height.pt());
}

}  // namespace

TEST_CASE("presets are known by their Korean and international names") {
  const auto a5 = find_trim("A5");
  REQUIRE(a5);
  CHECK(a5->name == "A5");
  CHECK(a5->size == Size{Length::mm(148), Length::mm(210)});
  // in 22, out 18, top 20, bottom 25 mm; 10 on 17 pt
  CHECK(a5->margin == Sides{Length::mm(20), Length::mm(18), Length::mm(25), Length::mm(22)});
  CHECK(a5->font_size == Length::pt(10));
  CHECK(a5->leading == Length::pt(17));
  CHECK(find_trim("국판")->size == a5->size);
  CHECK(find_trim(" a5 ")->size == a5->size);
  CHECK(find_trim("신국판")->size == Size{Length::mm(152), Length::mm(225)});
  CHECK(find_trim("46판")->size == Size{Length::mm(127), Length::mm(188)});
  CHECK(find_trim("사륙판")->size == find_trim("4×6판")->size);
  CHECK(find_trim("46배판")->size == Size{Length::mm(188), Length::mm(257)});
  CHECK(find_trim("letter")->size == Size{Length::mm(215.9), Length::mm(279.4)});
}

TEST_CASE("every preset has a type area of 55 to 60 per cent, inner and bottom margins the wider") {
  for (const std::string& name : trim_names()) {
    CAPTURE(name);
    const auto trim = find_trim(name);
    REQUIRE(trim);
    CHECK(trim->name == name);
    CHECK(type_area(*trim) > 0.55);
    CHECK(type_area(*trim) < 0.60);
    CHECK(trim->margin.left >= trim->margin.right);
    CHECK(trim->margin.bottom >= trim->margin.top);
  }
}

TEST_CASE("sizes are written in numbers and units") {
  const Size six_by_nine{Length::mm(152.4), Length::mm(228.6)};
  for (const char* text :
       {"6x9in", "6in x 9in", "6 × 9 in", "152.4x228.6", "15.24cm*22.86cm", "432x648pt"}) {
    CAPTURE(text);
    const auto trim = find_trim(text);
    REQUIRE(trim);
    CHECK(trim->size == six_by_nine);
  }
  CHECK(find_trim("130x200")->font_size == Length::pt(9.5));  // the preset
  CHECK(find_trim("148x210mm")->margin == find_trim("A5")->margin);
}

TEST_CASE("a size of its own has margins in the same proportion") {
  for (const char* text : {"140x205", "100x150", "200x200", "60x90", "1000x700"}) {
    CAPTURE(text);
    const auto trim = find_trim(text);
    REQUIRE(trim);
    CHECK(type_area(*trim) > 0.55);
    CHECK(type_area(*trim) < 0.60);
    CHECK(trim->leading > trim->font_size);
  }
  CHECK(find_trim("140x205")->font_size == Length::pt(9.5));
}

TEST_CASE("what is no size") {
  for (const char* text : {"", "A55", "148", "148x", "x210", "148x210x3", "49x210", "148x2001",
                           "-148x210", "nanx210", "1e3x200", "148x210ft", "148 by 210"}) {
    CAPTURE(text);
    CHECK_FALSE(find_trim(text));
  }
}
