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
