#include <doctest/doctest.h>

#include "media/coded_pictures.h"
#include "media/image.h"
#include "media/pictures.h"

using namespace munjip;

namespace {

using Samples = std::vector<std::uint8_t>;

constexpr std::uint32_t kBitsPerSample = 0x102, kCompression = 0x103, kPhotometric = 0x106,
                        kOrientation = 0x112, kSamplesPerPixel = 0x115, kColorMap = 0x140,
                        kTileWidth = 0x142, kExtraSamples = 0x152;

const std::vector<TiffEntry> kRgb{
    {kBitsPerSample, {8, 8, 8}, 2}, {kPhotometric, {2}, 2}, {kSamplesPerPixel, {3}, 2}};

// Nothing, with a message, where the machine has no libtiff.
std::optional<Bitmap> decoded(const std::string& tiff) {
  const auto fault = find_image_fault(tiff);
  if (fault == ImageFault::no_decoder) {
    MESSAGE("skipped: no libtiff");
    return std::nullopt;
  }
  CHECK_FALSE(fault);
  const auto bitmap = decode_image(tiff);
  REQUIRE(bitmap);
  return bitmap;
}

void check(const std::string& tiff, const Samples& wanted) {
  if (const auto bitmap = decoded(tiff)) CHECK(bitmap->samples == wanted);
}

}  // namespace

TEST_CASE("a TIFF in either byte order") {
  const std::string pixels("\x01\x02\x03\xFA\xFB\xFC", 6);
  check(tiff_file(2, 1, kRgb, pixels), {1, 2, 3, 250, 251, 252});
  check(tiff_file(2, 1, kRgb, pixels, true), {1, 2, 3, 250, 251, 252});
  const auto info = probe_image(tiff_file(2, 1, kRgb, pixels));
  REQUIRE(info);
  CHECK(info->format == ImageFormat::tiff);
  CHECK(info->width == 2);
}

TEST_CASE("grey of 16 bits, black on white of one, a palette, CMYK") {
  check(tiff_file(2, 1, {{kBitsPerSample, {16}, 2}, {kPhotometric, {1}, 2}},
                  std::string("\x00\x40\x00\xFF", 4)),
        {64, 64, 64, 255, 255, 255});
  // Photometric 0: nothing is white (TIFF 6.0, section 3).
  check(tiff_file(2, 1, {{kBitsPerSample, {1}, 2}, {kPhotometric, {0}, 2}}, "\x40"),
        {255, 255, 255, 0, 0, 0});
  std::vector<std::uint32_t> map(48, 0);
  map[5] = 0xFFFF;       // red of colour 5
  map[16 + 5] = 0x8080;  // its green
  check(tiff_file(2, 1, {{kBitsPerSample, {4}, 2}, {kPhotometric, {3}, 2}, {kColorMap, map, 2}},
                  "\x50"),
        {255, 128, 0, 0, 0, 0});
  // (255 - C)(255 - K) / 255 and so on: section 16.
  check(tiff_file(
            1, 1,
            {{kBitsPerSample, {8, 8, 8, 8}, 2}, {kPhotometric, {5}, 2}, {kSamplesPerPixel, {4}, 2}},
            std::string("\xFF\x00\x33\x00", 4)),
        {0, 255, 204});
}

TEST_CASE("colours that are stored times their alpha are given without it") {
  const std::vector<TiffEntry> entries{{kBitsPerSample, {8, 8, 8, 8}, 2},
                                       {kPhotometric, {2}, 2},
                                       {kSamplesPerPixel, {4}, 2},
                                       {kExtraSamples, {1}, 2}};
  check(tiff_file(2, 1, entries, std::string("\x80\x40\x00\x80\x00\x00\x00\x00", 8)),
        {255, 128, 0, 128, 0, 0, 0, 0});
}

TEST_CASE("PackBits, as drawing programs write it") {
  // Section 9: -2 repeats three times, 2 takes three bytes as they are.
  check(tiff_file(2, 1,
                  {{kBitsPerSample, {8, 8, 8}, 2},
                   {kCompression, {32773}, 2},
                   {kPhotometric, {2}, 2},
                   {kSamplesPerPixel, {3}, 2}},
                  "\xFE\x09\x02\x01\x02\x03"),
        {9, 9, 9, 1, 2, 3});
}

TEST_CASE("a TIFF stands upright as its orientation says") {
  // Stored red, blue in one row. Orientation → what stands where, from the top and the left.
  const std::string pixels("\xFF\0\0\0\0\xFF", 6);
  const Samples red_blue{255, 0, 0, 0, 0, 255}, blue_red{0, 0, 255, 255, 0, 0};
  for (const std::uint32_t orientation : {1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U}) {
    CAPTURE(orientation);
    const std::string tiff = tiff_file(2, 1,
                                       {{kBitsPerSample, {8, 8, 8}, 2},
                                        {kPhotometric, {2}, 2},
                                        {kOrientation, {orientation}, 2},
                                        {kSamplesPerPixel, {3}, 2}},
                                       pixels);
    const auto bitmap = decoded(tiff);
    if (!bitmap) return;
    CHECK(bitmap->width == (orientation < 5 ? 2 : 1));
    // Turned over its left-right axis, by half, or the row's left end down.
    const bool is_reversed =
        orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    CHECK(bitmap->samples == (is_reversed ? blue_red : red_blue));
  }
}

TEST_CASE("both writers convert a TIFF") {
  const std::string tiff = tiff_file(2, 1, kRgb, std::string("\x01\x02\x03\xFA\xFB\xFC", 6));
  if (!decoded(tiff)) return;
  CHECK(image_for_epub(tiff)->media_type == "image/png");
  CHECK(image_for_print(tiff, 10, 10)->samples == std::string("\x01\x02\x03\xFA\xFB\xFC", 6));
}

TEST_CASE("a TIFF that is cut off, promises too much or leads in circles harms nothing") {
  const std::string whole = tiff_file(8, 8, kRgb, std::string(192, '\x40'));
  if (!decoded(whole)) return;
  for (std::size_t length = 0; length < whole.size(); length += 3) {
    CAPTURE(length);
    CHECK(find_image_fault(whole.substr(0, length)).has_value());
  }
  CHECK(find_image_fault(tiff_file(60'000, 60'000, kRgb, "x")) == ImageFault::too_large);
  CHECK(find_image_fault(tiff_file(9'000, 9'000, kRgb, "x")) == ImageFault::too_large);
  CHECK(find_image_fault(tiff_file(7'000, 7'000, kRgb, "x")) == ImageFault::damaged);
  // Tiles of a gigabyte for a picture of 64 pixels.
  std::vector<TiffEntry> tiled = kRgb;
  tiled.insert(tiled.end(), {{kTileWidth, {1U << 15}}, {kTileWidth + 1, {1U << 15}}});
  CHECK(find_image_fault(tiff_file(8, 8, tiled, "x")).has_value());
  // Numbers of 32 bits as floating point (SampleFormat 3): whole, but nothing libtiff shows.
  std::vector<TiffEntry> floats{{kBitsPerSample, {32}, 2}, {kPhotometric, {1}, 2}, {0x153, {3}, 2}};
  CHECK(find_image_fault(tiff_file(2, 2, floats, std::string(16, '\0'))) == ImageFault::unknown);
  // The next directory is the first again: only the first is read.
  std::string circle = whole;
  const std::size_t next = 8 + 2 + 12 * static_cast<std::size_t>(circle[8]);
  circle.replace(next, 4, little_endian(8, 4));
  CHECK_FALSE(find_image_fault(circle));
}
