#include <doctest/doctest.h>

#include "media/image.h"
#include "media/pictures.h"

using namespace munjip;

namespace {

std::string little_endian(std::uint32_t value, std::size_t length) {
  std::string out;
  for (std::size_t i = 0; i < length; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
  return out;
}

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
