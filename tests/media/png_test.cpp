#include <doctest/doctest.h>

#include "media/coded_pictures.h"
#include "media/image.h"
#include "media/pictures.h"

using namespace munjip;

namespace {

using Samples = std::vector<std::uint8_t>;

Bitmap decoded(const std::string& png) {
  CHECK_FALSE(find_image_fault(png));
  const auto bitmap = decode_image(png);
  REQUIRE(bitmap);
  return *bitmap;
}

}  // namespace

TEST_CASE("16 bits a sample become 8, interlaced or not") {
  for (const bool is_interlaced : {false, true}) {
    CAPTURE(is_interlaced);
    // 13 x 9 leaves passes of Adam7 with rows of different lengths.
    const PngHeader header{13, 9, 16, 0, is_interlaced};
    const auto value = [](std::uint32_t x, std::uint32_t y) { return x * 4999 + y * 577; };
    const std::string rows = png_rows(
        header, [&](std::uint32_t x, std::uint32_t y) { return big_endian(value(x, y), 2); });
    const Bitmap bitmap = decoded(png_file(header, {}, rows));
    REQUIRE(bitmap.channels == 1);
    for (std::uint32_t y = 0; y < header.height; ++y) {
      for (std::uint32_t x = 0; x < header.width; ++x) {
        // PNG, third edition, 13.12: the nearest value of the smaller range.
        const std::uint32_t nearest = (value(x, y) * 255 + 32767) / 65535;
        CHECK(sample(bitmap, static_cast<int>(x), static_cast<int>(y), 0) ==
              static_cast<int>(nearest));
      }
    }
  }
}

TEST_CASE("palettes, of few bits and with transparency of their own") {
  const std::string palette = png_chunk("PLTE", "\x10\x20\x30\xF0\xE0\xD0");
  // Two bits a pixel: 0, 1, 1, 0.
  const std::string rows("\0\x14", 2);
  CHECK(decoded(png_file({4, 1, 2, 3}, palette, rows)).samples ==
        Samples{0x10, 0x20, 0x30, 0xF0, 0xE0, 0xD0, 0xF0, 0xE0, 0xD0, 0x10, 0x20, 0x30});
  const Bitmap clear = decoded(png_file({4, 1, 2, 3}, palette + png_chunk("tRNS", "\x80"), rows));
  CHECK(clear.samples == Samples{0x10, 0x20, 0x30, 0x80, 0xF0, 0xE0, 0xD0, 0xFF, 0xF0, 0xE0, 0xD0,
                                 0xFF, 0x10, 0x20, 0x30, 0x80});
}

TEST_CASE("one colour of a picture without alpha may be transparent") {
  const std::string grey = png_chunk("tRNS", std::string("\0\x40", 2));
  CHECK(decoded(png_file({2, 1, 8, 0}, grey, std::string("\0\x40\x41", 3))).samples ==
        Samples{0x40, 0, 0x41, 255});
  const std::string rgb = png_chunk("tRNS", std::string("\0\x01\0\x02\0\x03", 6));
  CHECK(
      decoded(png_file({2, 1, 8, 2}, rgb, std::string("\0\x01\x02\x03\x01\x02\x04", 7))).samples ==
      Samples{1, 2, 3, 0, 1, 2, 4, 255});
}

TEST_CASE("an animated PNG shows its first frame") {
  // PNG, third edition, 11.3.7: two frames of 2 x 1; red, then blue.
  const auto control = [](std::uint32_t number) {
    return png_chunk("fcTL", big_endian(number, 4) + big_endian(2, 4) + big_endian(1, 4) +
                                 std::string(8, '\0') + big_endian(1, 2) + big_endian(10, 2) +
                                 std::string(2, '\0'));
  };
  const std::string red("\0\xFF\0\0\xFF\0\0", 7), blue("\0\0\0\xFF\0\0\xFF", 7);
  const std::string before = png_chunk("acTL", big_endian(2, 4) + big_endian(0, 4)) + control(0);
  const std::string after = control(1) + png_chunk("fdAT", big_endian(2, 4) + zlib_stored(blue));
  CHECK(decoded(png_file({2, 1, 8, 2}, before, red, after)).samples ==
        Samples{255, 0, 0, 255, 0, 0});
}

TEST_CASE("a PNG that tells of no profile is read by its gamma") {
  // Linear samples (gamma 1): half the light is 188 in sRGB (IEC 61966-2-1: 1.055 * 0.502^(1/2.4) -
  // 0.055 = 0.737).
  const std::string gamma = png_chunk("gAMA", big_endian(100'000, 4));
  const Bitmap linear = decoded(png_file({1, 1, 8, 0}, gamma, std::string("\0\x80", 2)));
  CHECK(std::abs(sample(linear, 0, 0, 0) - 188) <= 2);
  // sRGB's own gamma changes nothing.
  const std::string usual = png_chunk("gAMA", big_endian(45'455, 4));
  const Bitmap same = decoded(png_file({1, 1, 8, 0}, usual, std::string("\0\x80", 2)));
  CHECK(std::abs(sample(same, 0, 0, 0) - 128) <= 1);
}

TEST_CASE("a PNG's EXIF turns it too") {
  std::string exif("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0", 22);
  exif.append(4, '\0');
  // Red over blue, turned clockwise: blue left, red right (CIPA DC-008, 4.6.4: 6).
  const std::string rows("\0\xFF\0\0\0\0\0\xFF", 8);
  const std::string png = png_file({1, 2, 8, 2}, png_chunk("eXIf", exif), rows);
  const Bitmap bitmap = decoded(png);
  CHECK(bitmap.width == 2);
  CHECK(bitmap.samples == Samples{0, 0, 255, 255, 0, 0});
  const auto epub = image_for_epub(png);
  REQUIRE(epub);
  CHECK(decoded(epub->bytes).samples == bitmap.samples);
}

TEST_CASE("damage within a PNG is found, wherever it is") {
  const std::string whole = png_file({2, 2, 8, 0}, {}, std::string("\0\1\2\0\3\4", 6));
  REQUIRE_FALSE(find_image_fault(whole));
  for (std::size_t at = 8; at + 4 < whole.size(); ++at) {
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
    CAPTURE(at);
    CHECK(find_image_fault(bytes).has_value());
  }
  // Right checksums, but fewer rows than the header promises.
  CHECK(find_image_fault(png_file({2, 3, 8, 0}, {}, std::string("\0\1\2\0\3\4", 6))) ==
        ImageFault::damaged);
}
