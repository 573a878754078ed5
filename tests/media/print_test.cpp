#include <doctest/doctest.h>

#include "media/image.h"
#include "media/pictures.h"

using namespace munjip;

TEST_CASE("a plain JPEG passes through, and its orientation is told") {
  const std::string jpeg = with_orientation(encode_jpeg(gradient(40, 20, 3)), 6);
  const auto image = image_for_print(jpeg, 1000, 1000);
  REQUIRE(image);
  CHECK(image->coding == PrintImage::Coding::jpeg);
  CHECK(image->samples == jpeg);
  CHECK(image->width == 40);  // as stored
  CHECK(image->height == 20);
  CHECK(image->orientation == 6);
  CHECK(image->channels == 3);
}

TEST_CASE("a JPEG that is too large is made smaller and stays a JPEG, upright") {
  const std::string jpeg = with_orientation(encode_jpeg(gradient(400, 200, 3)), 6);
  const auto image = image_for_print(jpeg, 100, 100);
  REQUIRE(image);
  CHECK(image->coding == PrintImage::Coding::jpeg);
  CHECK(image->width == 50);
  CHECK(image->height == 100);
  CHECK(image->orientation == 1);
  const auto info = probe_image(image->samples);
  REQUIRE(info);
  CHECK(info->width == 50);
}

TEST_CASE("alpha is a plane of its own, and none where everything is opaque") {
  const auto clear = image_for_print(encode_png(gradient(6, 5, 4)), 100, 100);
  REQUIRE(clear);
  CHECK(clear->coding == PrintImage::Coding::raw);
  CHECK(clear->samples.size() == 6 * 5 * 3);
  CHECK(clear->alpha.size() == 6 * 5);
  const auto opaque = image_for_print(
      encode_png(drawn(6, 5, 4, [](int x, int, int c) { return c == 3 ? 255 : x * 10 + c; })), 9,
      9);
  REQUIRE(opaque);
  CHECK(opaque->alpha.empty());
}

TEST_CASE("a picture without colour is stored as grey, so that it prints with black ink only") {
  const auto image =
      image_for_print(encode_png(drawn(6, 5, 3, [](int x, int, int) { return x * 20; })), 100, 100);
  REQUIRE(image);
  CHECK(image->channels == 1);
  CHECK(image->samples.size() == 6 * 5);
}

TEST_CASE("an SVG is drawn for the size at which it is printed, not for its own") {
  const std::string svg =
      "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='50'>"
      "<rect width='50' height='50' fill='#f00'/></svg>";
  // 400 x 200 pixels are 300 to the inch: lines have half as many again.
  const auto image = image_for_print(svg, 400, 200);
  if (!image) {
    MESSAGE("skipped: no librsvg");
    return;
  }
  CHECK(image->width == 600);
  CHECK(image->height == 300);
  // The edge is where it belongs, within one pixel: no raster was made larger.
  const auto alpha_at = [&](std::size_t x) {
    return static_cast<std::uint8_t>(image->alpha[150 * 600 + x]);
  };
  CHECK(alpha_at(298) == 255);
  CHECK(alpha_at(301) == 0);
}
