#include <doctest/doctest.h>

#include "media/pictures.h"

using namespace munjip;

TEST_CASE("a row of one colour has no contrast, and each edge that it crosses adds its step") {
  // Grey 200, with a bar of 40 in the rows 10 to 19 between the columns 20 and 79.
  const Bitmap picture = drawn(100, 40, 1, [](int x, int y, int) {
    return y >= 10 && y < 20 && x >= 20 && x < 80 ? 40 : 200;
  });
  const std::vector<double> rows = row_contrast(encode_png(picture));
  REQUIRE(rows.size() == 40);
  for (std::size_t y = 0; y < 40; ++y) CHECK(rows[y] == (y >= 10 && y < 20 ? 320 : 0));
}

TEST_CASE("noise has no contrast; a picture that is transparent lies on white") {
  const Bitmap noisy = drawn(64, 8, 3, [](int x, int, int) { return 128 + x % 3 * 5; });
  for (const double row : row_contrast(encode_png(noisy))) CHECK(row == 0);
  const Bitmap clear = drawn(64, 8, 4, [](int x, int, int c) { return c == 3 ? 0 : x % 2 * 255; });
  for (const double row : row_contrast(encode_png(clear))) CHECK(row == 0);
}

TEST_CASE("a wide picture is made narrower first; bytes that are no picture have no rows") {
  const Bitmap wide = drawn(1024, 64, 1, [](int, int, int) { return 90; });
  CHECK(row_contrast(encode_png(wide)).size() == 16);
  CHECK(row_contrast("no picture").empty());
}
