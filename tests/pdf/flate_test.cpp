#include "pdf/flate.h"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace munjip;

TEST_CASE("what is deflated comes back") {
  const std::string text(100'000, 'x');
  CHECK(inflate(deflate(text, 6)) == text);
  CHECK(inflate(deflate("", 9)).empty());
  CHECK(deflate(text, 6).size() < 1000);
  CHECK_THROWS_AS(inflate("not deflated"), std::runtime_error);
}

// PNG, 9.2: Sub takes the pixel to the left away, Up the one above.
TEST_CASE("rows are led by the filter that leaves least") {
  const std::string rising = {10, 20, 30, 40, 50, 60};  // one row of grey
  CHECK(with_png_predictors(rising, 6, 1) == std::string({1, 10, 10, 10, 10, 10, 10}));
  const std::string same_rows = {9, 90, 9, 90, 9, 90, 9, 90};  // two rows of four
  CHECK(with_png_predictors(same_rows, 4, 1).substr(5) == std::string({2, 0, 0, 0, 0}));
  const std::string rgb = {1, 2, 3, 1, 2, 3};  // a pixel of three bytes, twice
  CHECK(with_png_predictors(rgb, 2, 3) == std::string({1, 1, 2, 3, 0, 0, 0}));
}
