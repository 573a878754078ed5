#include <doctest/doctest.h>

#include "media/coded_pictures.h"
#include "media/image.h"
#include "media/pictures.h"

using namespace munjip;

namespace {

// A BITMAPFILEHEADER, a BITMAPINFOHEADER, what follows it and the rows as they are stored.
std::string bmp(int width, int height, std::uint32_t bits, std::uint32_t compression,
                const std::string& palette_or_masks, const std::string& rows) {
  const auto offset = static_cast<std::uint32_t>(54 + palette_or_masks.size());
  return "BM" + little_endian(0, 8) + little_endian(offset, 4) + little_endian(40, 4) +
         little_endian(static_cast<std::uint32_t>(width), 4) +
         little_endian(static_cast<std::uint32_t>(height), 4) + little_endian(1, 2) +
         little_endian(bits, 2) + little_endian(compression, 4) + little_endian(0, 20) +
         palette_or_masks + rows;
}

using Samples = std::vector<std::uint8_t>;

}  // namespace

TEST_CASE("a BMP's rows come from the bottom, blue first, padded to four bytes") {
  const std::string rows(
      "\x00\x00\xFF\x00\xFF\x00\x00\x00"
      "\xFF\x00\x00\xFF\xFF\xFF\x00\x00",
      16);
  const auto up = decode_image(bmp(2, 2, 24, 0, "", rows));
  REQUIRE(up);
  CHECK(up->samples == Samples{0, 0, 255, 255, 255, 255, 255, 0, 0, 0, 255, 0});
  const auto down = decode_image(bmp(2, -2, 24, 0, "", rows));
  REQUIRE(down);
  CHECK(down->samples == Samples{255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255});
}

TEST_CASE("palettes and packed pixels") {
  std::string colors;
  for (int i = 0; i < 16; ++i) colors += little_endian(static_cast<std::uint32_t>(i * 0x102030), 4);
  const auto four_bits = decode_image(bmp(3, 1, 4, 0, colors, std::string("\x12\x30\0\0", 4)));
  REQUIRE(four_bits);
  CHECK(four_bits->samples == Samples{0x10, 0x20, 0x30, 0x20, 0x40, 0x60, 0x30, 0x60, 0x90});
  const std::string pair = little_endian(0x000000, 4) + little_endian(0xFF8000, 4);
  const auto one_bit = decode_image(bmp(3, 1, 1, 0, pair, std::string("\xA0\0\0\0", 4)));
  REQUIRE(one_bit);
  CHECK(one_bit->samples == Samples{255, 128, 0, 0, 0, 0, 255, 128, 0});
}

TEST_CASE("16 and 32 bits by the masks that the file gives") {
  const std::string masks =
      little_endian(0xF800, 4) + little_endian(0x07E0, 4) + little_endian(0x001F, 4);
  const auto sixteen = decode_image(bmp(1, 1, 16, 3, masks, std::string("\x1F\xF8\0\0", 4)));
  REQUIRE(sixteen);
  CHECK(sixteen->samples == Samples{255, 0, 255});
  const auto thirty_two = decode_image(bmp(1, 1, 32, 0, "", std::string("\x01\x02\x03\0", 4)));
  REQUIRE(thirty_two);
  CHECK(thirty_two->samples == Samples{3, 2, 1});
}

TEST_CASE("a BMP that is cut off or lies about its size is broken, and becomes PNG in an EPUB") {
  const std::string whole = bmp(2, 2, 24, 0, "", std::string(16, '\x40'));
  CHECK(image_for_epub(whole)->media_type == "image/png");
  for (std::size_t length = 0; length < whole.size(); ++length) {
    CHECK_FALSE(decode_image(whole.substr(0, length)));
  }
  CHECK_FALSE(decode_image(bmp(60'000, 60'000, 24, 0, "", "")));
  CHECK_FALSE(decode_image(bmp(-4, 4, 24, 0, "", std::string(64, ' '))));
}

TEST_CASE("runs of 8 bits: repeated, as they are, skipped over ([MS-WMF] 3.1.6)") {
  std::string colors;
  for (std::uint32_t i = 0; i < 256; ++i) colors += little_endian(i * 0x010101, 4);
  // Bottom row: two of 7, then 1, 2, 3 as they are (padded). Above: one to the right, then 9 four
  // times, of which one falls outside.
  const std::string runs(
      "\x02\x07\x00\x03\x01\x02\x03\x00\x00\x00"
      "\x00\x02\x02\x00\x04\x09\x00\x01",
      18);
  const auto bitmap = decode_image(bmp(5, 2, 8, 1, colors, runs));
  REQUIRE(bitmap);
  Samples reds;
  for (std::size_t i = 0; i < bitmap->samples.size(); i += 3) reds.push_back(bitmap->samples[i]);
  CHECK(reds == Samples{0, 0, 9, 9, 9, 7, 7, 1, 2, 3});
}

TEST_CASE("runs of 4 bits take two colours by turns") {
  std::string colors;
  for (std::uint32_t i = 0; i < 16; ++i) colors += little_endian(i * 0x111111, 4);
  // Three pixels of A, B, A; then 1, 2, 3, 4, 5 as they are, padded to four bytes.
  const std::string runs("\x03\xAB\x00\x05\x12\x34\x50\x00\x00\x01", 10);
  const std::string whole = bmp(8, 1, 4, 2, colors, runs);
  const auto bitmap = decode_image(whole);
  REQUIRE(bitmap);
  Samples reds;
  for (std::size_t i = 0; i < bitmap->samples.size(); i += 3) reds.push_back(bitmap->samples[i]);
  CHECK(reds == Samples{0xAA, 0xBB, 0xAA, 0x11, 0x22, 0x33, 0x44, 0x55});
  // Without its end it was cut off; runs of 4 bits in a picture of 8 are none.
  CHECK(find_image_fault(whole.substr(0, whole.size() - 2)) == ImageFault::damaged);
  CHECK(find_image_fault(bmp(8, 1, 8, 2, colors, runs)).has_value());
}
