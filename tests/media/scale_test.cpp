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

TEST_CASE("black and white average to the middle of the coded values, as viewers smooth them") {
  // In linear light it would be 188 (IEC 61966-2-1), and thin black letters would fade.
  const Bitmap board = drawn(64, 64, 1, [](int x, int y, int) { return (x + y) % 2 * 255; });
  const Bitmap grey = scaled_down(board, 16, 16);
  CHECK(grey.samples == std::vector<std::uint8_t>(256, 128));
}

TEST_CASE("an edge stays between its two sides: nothing rings") {
  const Bitmap edge = drawn(100, 3, 1, [](int x, int, int) { return x < 47 ? 200 : 60; });
  for (const int width : {99, 70, 33}) {
    for (const std::uint8_t value : scaled_down(edge, width, 3).samples) {
      CHECK(value >= 60);
      CHECK(value <= 200);
    }
  }
}

TEST_CASE("alpha that is nowhere in use changes no colour") {
  const Bitmap opaque = gradient(50, 40, 3);
  const Bitmap with_alpha =
      drawn(50, 40, 4, [&](int x, int y, int c) { return c == 3 ? 255 : sample(opaque, x, y, c); });
  const Bitmap small = scaled_down(opaque, 17, 17),
               small_with_alpha = scaled_down(with_alpha, 17, 17);
  for (int y = 0; y < small.height; ++y) {
    for (int x = 0; x < small.width; ++x) {
      for (int c = 0; c < 3; ++c)
        CHECK(sample(small, x, y, c) == sample(small_with_alpha, x, y, c));
      CHECK(sample(small_with_alpha, x, y, 3) == 255);
    }
  }
}

TEST_CASE("a strip taller than 66,000 pixels keeps its colours and alpha") {
  // Half-clear red; the rows' sums must not overflow.
  const Bitmap strip = drawn(1, 70'000, 4, [](int, int y, int c) {
    return y % 2 == 0 ? (c == 0 || c == 3 ? 255 : 0) : 0;
  });
  const Bitmap pixel = scaled_down(strip, 1, 1);
  CHECK(pixel.samples == std::vector<std::uint8_t>{255, 0, 0, 128});
}
