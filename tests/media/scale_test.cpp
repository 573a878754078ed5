#include "media/scale.h"

#include <doctest/doctest.h>

#include "media/pictures.h"

using namespace munjip;

TEST_CASE("a picture is fitted in proportion, and no side vanishes") {
  CHECK(fitted({4000, 3000}, {1000, 1000}) == PixelSize{1000, 750});
  CHECK(fitted({3000, 4000}, {1000, 1000}) == PixelSize{750, 1000});
  CHECK(fitted({100, 50}, {1000, 1000}) == PixelSize{100, 50});
  CHECK(fitted({100'000, 1}, {500, 500}) == PixelSize{500, 1});
}

TEST_CASE("area averaging weighs each pixel by what it covers") {
  // 3 pixels to 2: each result covers one and a half; (0 + 90/2) / 1.5 = 30, (90/2 + 240) / 1.5 =
  // 190.
  const Bitmap row{3, 1, 1, {0, 90, 240}};
  CHECK(scaled_down(row, 2, 1).samples == std::vector<std::uint8_t>{30, 190});
  // The same downwards.
  const Bitmap column{1, 3, 1, {0, 90, 240}};
  CHECK(scaled_down(column, 1, 2).samples == std::vector<std::uint8_t>{30, 190});
  // 4 x 4 to 2 x 2 is the mean of four.
  const Bitmap square = drawn(4, 4, 1, [](int x, int y, int) { return x * 10 + y * 40; });
  CHECK(scaled_down(square, 2, 2).samples == std::vector<std::uint8_t>{25, 45, 105, 125});
}

TEST_CASE("clear pixels lend no colour") {
  // Opaque red beside fully transparent green: half as opaque, and still pure red.
  const Bitmap pair{2, 1, 4, {255, 0, 0, 255, 0, 255, 0, 0}};
  CHECK(scaled_down(pair, 1, 1).samples == std::vector<std::uint8_t>{255, 0, 0, 128});
}

TEST_CASE("a picture that fits is returned as it is, and flat colour stays flat") {
  const Bitmap bitmap = gradient(20, 10, 3);
  CHECK(scaled_down(bitmap, 20, 10).samples == bitmap.samples);
  const Bitmap flat = drawn(301, 97, 3, [](int, int, int c) { return 40 + c * 100; });
  const Bitmap small = scaled_down(flat, 37, 37);
  for (int x = 0; x < small.width; ++x) {
    for (int c = 0; c < 3; ++c) CHECK(sample(small, x, small.height / 2, c) == 40 + c * 100);
  }
}
