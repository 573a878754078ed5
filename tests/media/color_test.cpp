#include <doctest/doctest.h>
#include <webp/encode.h>

#include <cmath>
#include <memory>

#include "media/coded_pictures.h"
#include "media/image.h"
#include "media/pictures.h"

using namespace munjip;

namespace {

// The middle pixel, as three samples.
std::array<int, 3> color_of(const std::optional<Bitmap>& bitmap) {
  REQUIRE(bitmap);
  const int x = bitmap->width / 2, y = bitmap->height / 2;
  std::array<int, 3> color{};
  for (int c = 0; c < 3; ++c) {
    color[static_cast<std::size_t>(c)] = sample(*bitmap, x, y, bitmap->channels >= 3 ? c : 0);
  }
  return color;
}

void check_color(const std::string& bytes, std::array<int, 3> wanted, int tolerance) {
  CHECK_FALSE(find_image_fault(bytes));
  const std::array<int, 3> decoded = color_of(decode_image(bytes));
  // The forms of both writers have it too, in colours that need no profile.
  const auto print = image_for_print(bytes, 100, 100);
  REQUIRE(print);
  CHECK(print->channels <= 3);
  std::array<int, 3> printed{};
  if (print->coding == PrintImage::Coding::jpeg) {
    printed = color_of(decode_image(print->samples));
  } else {
    for (std::size_t c = 0; c < 3; ++c) {
      printed[c] = static_cast<std::uint8_t>(print->samples[print->channels == 1 ? 0 : c]);
    }
  }
  const auto epub = image_for_epub(bytes);
  REQUIRE(epub);
  const std::array<int, 3> in_epub = color_of(decode_image(epub->bytes));
  for (std::size_t c = 0; c < 3; ++c) {
    CAPTURE(c);
    CHECK(std::abs(decoded[c] - wanted[c]) <= tolerance);
    CHECK(std::abs(printed[c] - wanted[c]) <= tolerance + 2);
    CHECK(std::abs(in_epub[c] - wanted[c]) <= tolerance + 2);
  }
}

// Adobe RGB (1998), 4.3.4 and 4.3.1: its primaries as ICC profiles hold them, gamma 563/256.
const std::string kAdobeRgb = display_profile(
    {{{0.60974, 0.31111, 0.01947}, {0.20528, 0.62567, 0.06087}, {0.14919, 0.06322, 0.74457}}},
    std::string("curv\0\0\0\0\0\0\0\x01\x02\x33", 14));

// Display P3: the primaries of SMPTE RP 431-2 under D65, adapted to D50, with the curve of sRGB.
std::string display_p3() {
  std::string curve("para\0\0\0\0\0\x03\0\0", 12);
  for (const double parameter : {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}) {
    curve += big_endian(static_cast<std::uint64_t>(std::lround(parameter * 65536)), 4);
  }
  return display_profile(
      {{{0.51512, 0.24120, -0.00105}, {0.29198, 0.69225, 0.04189}, {0.15710, 0.06657, 0.78407}}},
      curve);
}

std::string png_of(int red, int green, int blue, const std::string& profile) {
  const std::string pixel{static_cast<char>(red), static_cast<char>(green),
                          static_cast<char>(blue)};
  return png_file({1, 1, 8, 2},
                  png_chunk("iCCP", std::string("test\0\0", 6) + zlib_stored(profile)),
                  std::string(1, '\0') + pixel);
}

// An APP2 segment of one part (ICC.1:2022, B.4).
std::string with_profile(const std::string& jpeg, const std::string& profile) {
  const std::string body = std::string("ICC_PROFILE\0\x01\x01", 14) + profile;
  return jpeg.substr(0, 2) + "\xFF\xE2" + big_endian(body.size() + 2, 2) + body + jpeg.substr(2);
}

}  // namespace

TEST_CASE("JPEG: grey, YCbCr, and RGB as an Adobe marker says") {
  check_color(flat_jpeg({{77}}), {77, 77, 77}, 1);
  // ITU-T T.871, 7: R = Y + 1.402 (Cr - 128), G = Y - 0.344 (Cb - 128) - 0.714 (Cr - 128),
  // B = Y + 1.772 (Cb - 128).
  check_color(flat_jpeg({{120, 100, 170}}), {179, 100, 70}, 1);
  check_color(flat_jpeg({{200, 100, 50}, 0}), {200, 100, 50}, 1);
}

TEST_CASE("a progressive JPEG is read like any other") {
  check_color(flat_jpeg({{77}, -1, true}), {77, 77, 77}, 1);
  check_color(flat_jpeg({{120, 100, 170}, -1, true}), {179, 100, 70}, 1);
}

TEST_CASE("CMYK without an Adobe marker is ink, with one its absence") {
  // ISO 32000-1, 10.3.5 without black generation: R = (255 - C)(255 - K) / 255.
  check_color(flat_jpeg({{200, 100, 50, 30}}), {49, 137, 181}, 2);
  check_color(flat_jpeg({{0, 0, 0, 0}}), {255, 255, 255}, 1);
  check_color(flat_jpeg({{55, 155, 205, 225}, 0}), {49, 137, 181}, 2);
  check_color(flat_jpeg({{255, 255, 255, 255}, 0}), {255, 255, 255}, 1);
  // YCCK (transform 2): the first three are YCbCr of the ink's absence, K as it is: Y 120, Cb 100,
  // Cr 170 are R 179, G 100, B 70 of ink by libjpeg's C = 255 - R, which the marker turns around.
  check_color(flat_jpeg({{120, 100, 170, 255}, 2}), {76, 155, 185}, 2);
}

TEST_CASE("a profile's colours become those of sRGB") {
  // From the definition: linear light by the profile's curve, its matrix to XYZ, sRGB's inverse
  // (IEC 61966-2-1) and its curve. Adobe RGB 120 160 90 is 98.5 161.5 84.7, Display P3 200 120 100
  // is 213.0 115.0 94.8.
  check_color(png_of(120, 160, 90, kAdobeRgb), {99, 161, 85}, 2);
  check_color(png_of(200, 120, 100, display_p3()), {213, 115, 95}, 2);
  check_color(with_profile(flat_jpeg({{120, 160, 90}, 0}), kAdobeRgb), {99, 161, 85}, 2);
  check_color(with_profile(flat_jpeg({{200, 120, 100}, 0}), display_p3()), {213, 115, 95}, 2);
}

TEST_CASE("a profile that cannot be read, or is for other channels, is passed over") {
  check_color(png_of(120, 160, 90, kAdobeRgb.substr(0, 140)), {120, 160, 90}, 0);
  check_color(with_profile(flat_jpeg({{77}}), kAdobeRgb), {77, 77, 77}, 1);
}

TEST_CASE("a WebP without loss gives back every sample and its alpha") {
  const Bitmap bitmap = drawn(5, 4, 4, [](int x, int y, int c) {
    return c == 3 ? 255 - x * 40 : (x * 31 + y * 17 + c * 50) & 0xFF;
  });
  std::uint8_t* data = nullptr;
  const std::size_t length = WebPEncodeLosslessRGBA(bitmap.samples.data(), 5, 4, 20, &data);
  const std::unique_ptr<std::uint8_t, decltype(&WebPFree)> owner(data, WebPFree);
  const std::string bytes(reinterpret_cast<const char*>(data), length);
  CHECK_FALSE(find_image_fault(bytes));
  const auto back = decode_image(bytes);
  REQUIRE(back);
  CHECK(back->samples == bitmap.samples);
  CHECK(image_for_epub(bytes)->media_type == "image/png");
  for (std::size_t cut = 1; cut < length; cut += 5) {
    CAPTURE(cut);
    CHECK(find_image_fault(bytes.substr(0, length - cut)).has_value());
  }
}
