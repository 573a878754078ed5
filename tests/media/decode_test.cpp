#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

#include "base/file_io.h"
#include "media/coded_pictures.h"
#include "media/image.h"
#include "media/pictures.h"

using namespace munjip;
namespace fs = std::filesystem;

TEST_CASE("a PNG gives back every sample, in each number of channels") {
  for (const int channels : {1, 2, 3, 4}) {
    const Bitmap bitmap = gradient(17, 11, channels);
    const auto back = decode_image(encode_png(bitmap));
    REQUIRE(back);
    CHECK(back->channels == channels);
    CHECK(back->samples == bitmap.samples);
  }
}

TEST_CASE("a JPEG keeps its colours within the loss of its coding") {
  const Bitmap bitmap = drawn(32, 32, 3, [](int x, int, int c) { return c == 0 ? x * 8 : 100; });
  const auto back = decode_image(encode_jpeg(bitmap, 95));
  REQUIRE(back);
  for (int x = 0; x < 32; ++x) CHECK(std::abs(sample(*back, x, 16, 0) - x * 8) <= 6);
}

TEST_CASE("alpha is laid on white where a JPEG is made") {
  const Bitmap clear = drawn(8, 8, 4, [](int, int, int) { return 0; });
  const auto back = decode_image(encode_jpeg(clear));
  REQUIRE(back);
  CHECK(back->channels == 3);
  CHECK(sample(*back, 4, 4, 0) >= 254);
}

TEST_CASE("EXIF orientations stand upright: the red corner moves as CIPA DC-008, 4.6.4 says") {
  // Stored: red in the top left quarter of 32 x 16 pixels. Where it is shown for each orientation:
  struct Place {
    bool right, bottom, sideways;
  };
  const std::map<int, Place> shown{{1, {false, false, false}}, {2, {true, false, false}},
                                   {3, {true, true, false}},   {4, {false, true, false}},
                                   {5, {false, false, true}},  {6, {true, false, true}},
                                   {7, {true, true, true}},    {8, {false, true, true}}};
  const Bitmap stored =
      drawn(32, 16, 3, [](int x, int y, int c) { return x < 16 && y < 8 && c > 0 ? 0 : 255; });
  const std::string jpeg = encode_jpeg(stored, 95);
  for (const auto& [orientation, place] : shown) {
    CAPTURE(orientation);
    const std::string bytes = with_orientation(jpeg, orientation);
    const auto info = probe_image(bytes);
    const auto upright = decode_image(bytes);
    REQUIRE(info);
    REQUIRE(upright);
    CHECK(info->orientation == orientation);
    CHECK(upright->width == (place.sideways ? 16 : 32));
    CHECK(info->width == upright->width);
    const int x = place.right ? upright->width - 3 : 2;
    const int y = place.bottom ? upright->height - 3 : 2;
    CHECK(sample(*upright, x, y, 1) < 60);
    CHECK(sample(*upright, upright->width - 1 - x, y, 1) > 200);
    CHECK(sample(*upright, x, upright->height - 1 - y, 1) > 200);
  }
}

TEST_CASE("a GIF's first frame lies on its canvas, with its transparent colour") {
  const auto bitmap = decode_image(small_gif());
  REQUIRE(bitmap);
  CHECK(bitmap->width == 4);
  CHECK(bitmap->height == 3);
  REQUIRE(bitmap->channels == 4);
  CHECK(sample(*bitmap, 0, 0, 3) == 0);    // outside the frame
  CHECK(sample(*bitmap, 1, 0, 3) == 0);    // the transparent colour
  CHECK(sample(*bitmap, 2, 0, 0) == 255);  // red
  CHECK(sample(*bitmap, 2, 0, 3) == 255);
  CHECK(sample(*bitmap, 3, 2, 3) == 0);
}

TEST_CASE("what is no picture, or promises too much, is none") {
  CHECK_FALSE(probe_image(""));
  CHECK_FALSE(probe_image("<!DOCTYPE html><html><body>404</body></html>"));
  CHECK_FALSE(probe_image("GIF89a"));
  std::string huge = encode_png(gradient(4, 4, 3));
  huge.replace(16, 8, std::string("\0\0\xFF\xFF\0\0\xFF\xFF", 8));  // 65535 x 65535 pixels
  CHECK_FALSE(probe_image(huge));
  std::string bomb = encode_png(gradient(4, 4, 3));
  bomb.replace(16, 8, std::string("\0\0\x30\0\0\0\x30\0", 8));  // 12288 x 12288 from 100 bytes
  CHECK_FALSE(decode_image(bomb));
}

TEST_CASE("a truncated picture is broken, wherever it ends") {
  const Bitmap bitmap = gradient(40, 30, 3);
  for (const std::string& whole : {encode_png(bitmap), encode_jpeg(bitmap)}) {
    REQUIRE(decode_image(whole));
    for (std::size_t length = 0; length + 2 < whole.size(); length += 7) {
      CAPTURE(length);
      CHECK_FALSE(decode_image(whole.substr(0, length)));
      CHECK(find_image_fault(whole.substr(0, length)).has_value());
      // Smaller than it is, so it has to be decoded.
      CHECK_FALSE(image_for_epub(whole.substr(0, length), {20, 0}));
      CHECK_FALSE(image_for_print(whole.substr(0, length), 20, 20));
    }
  }
}

TEST_CASE("no damage to a picture harms the program") {
  std::vector<std::string> originals{
      encode_png(gradient(9, 7, 4)),
      encode_png(gradient(24, 16, 1)),
      with_orientation(encode_jpeg(gradient(24, 16, 3)), 6),
      encode_jpeg(gradient(16, 16, 1)),
      small_gif(),
      tiff_file(8, 8, {{0x102, {8, 8, 8}, 2}, {0x106, {2}}, {0x115, {3}}},
                std::string(192, '\x55'))};
  const fs::path shared = fs::path(MUNJIP_SOURCE_DIR) / "../shared/cases/f25_img";
  for (const char* name : {"a.webp", "anim.gif", "cmyk.jpg", "interlaced.png", "pal.png"}) {
    if (fs::exists(shared / name)) originals.push_back(read_file(shared / name));
  }
  std::uint32_t random = 12345;
  const auto next = [&](std::size_t below) {
    random = random * 1664525U + 1013904223U;
    return static_cast<std::size_t>(random >> 8) % below;
  };
  int decoded = 0;
  for (const std::string& original : originals) {
    for (int round = 0; round < 600; ++round) {
      std::string bytes = original;
      if (round % 4 == 0) bytes.resize(next(bytes.size()) + 1);
      for (std::size_t i = 0; i <= next(4); ++i) {
        bytes[next(bytes.size())] = static_cast<char>(next(256));
      }
      const auto bitmap = decode_image(bytes);
      if (!bitmap) continue;
      ++decoded;
      CHECK(bitmap->samples.size() == static_cast<std::size_t>(bitmap->width) *
                                          static_cast<std::size_t>(bitmap->height) *
                                          static_cast<std::size_t>(bitmap->channels));
    }
  }
  CHECK(decoded > 0);
}

TEST_CASE("pictures from the wild: the good ones decode, the bad ones do not") {
  const fs::path shared = fs::path(MUNJIP_SOURCE_DIR) / "../shared";
  if (!fs::exists(shared / "corpus/d-images")) {
    MESSAGE("skipped: no shared corpus");
    return;
  }
  // What each name says; everything else there is good.
  const std::set<std::string> bad{"empty.jpg",
                                  "html-error-page-named.png",
                                  "small__png-truncated.png",
                                  "small__gif.gif",
                                  "truncated-jpeg-half.jpg",
                                  "broken.png",
                                  "zero.jpg",
                                  "post.html"};
  for (const char* folder : {"corpus/d-images", "cases/f25_img"}) {
    for (const auto& entry : fs::directory_iterator(shared / folder)) {
      const std::string name = entry.path().filename().string();
      CAPTURE(name);
      const std::string bytes = read_file(entry.path());
      const auto fault = find_image_fault(bytes);
      if (fault == ImageFault::no_decoder) continue;
      CHECK(fault.has_value() == bad.contains(name));
      CHECK(decode_image(bytes).has_value() == !bad.contains(name));
      if (fault) continue;
      CHECK(image_for_print(bytes, 1000, 1000).has_value());
      CHECK(image_for_epub(bytes).has_value());
    }
  }
}
