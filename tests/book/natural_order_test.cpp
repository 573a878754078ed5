#include "book/natural_order.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace munjip;

TEST_CASE("numbers compare by value") {
  std::vector<std::string> names = {"글 (10)", "글 (2)", "글 (1)", "글 (1-10)", "글 (1-9)"};
  std::sort(names.begin(), names.end(),
            [](const auto& a, const auto& b) { return compare_natural(a, b) < 0; });
  CHECK(names == std::vector<std::string>{"글 (1)", "글 (1-9)", "글 (1-10)", "글 (2)", "글 (10)"});
}

TEST_CASE("names that differ in case or zeros only still have an order") {
  CHECK(compare_natural("a", "B") < 0);
  CHECK(compare_natural("A", "b") < 0);
  CHECK(compare_natural("Part 2", "part 10") < 0);
  CHECK(compare_natural("007", "7") != 0);
  CHECK(compare_natural("7", "7") == 0);
  CHECK(compare_natural("7", "7화") < 0);
  CHECK(compare_natural("가", "나") < 0);
  CHECK(compare_natural("", "가") < 0);
  CHECK(compare_natural("99999999999999999999998", "99999999999999999999999") < 0);
}

TEST_CASE("the order is total: any three names agree") {
  std::mt19937 random(1);
  const std::string letters = "01aB-";
  std::vector<std::string> names;
  for (int i = 0; i < 60; ++i) {
    std::string name;
    for (auto n = random() % 5; n > 0; --n) name += letters[random() % letters.size()];
    names.push_back(name);
  }
  for (const auto& a : names) {
    for (const auto& b : names) {
      CHECK((compare_natural(a, b) < 0) == (compare_natural(b, a) > 0));
      for (const auto& c : names) {
        if (compare_natural(a, b) < 0 && compare_natural(b, c) < 0) {
          REQUIRE(compare_natural(a, c) < 0);
        }
      }
    }
  }
}
