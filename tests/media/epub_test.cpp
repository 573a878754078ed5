#include <doctest/doctest.h>

#include <filesystem>

#include "base/file_io.h"
#include "media/image.h"
#include "media/pictures.h"

using namespace munjip;
namespace fs = std::filesystem;

namespace {

std::string cleaned(std::string_view svg) {
  const auto image = image_for_epub(svg);
  REQUIRE(image);
  REQUIRE(image->media_type == "image/svg+xml");
  return image->bytes;
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("core media types of EPUB 3.3 (3.2) stay as they are") {
  const std::string png = encode_png(gradient(20, 10, 3));
  const auto image = image_for_epub(png);
  REQUIRE(image);
  CHECK(image->bytes == png);
  CHECK(image->media_type == "image/png");
  CHECK(image->extension == "png");
  const std::string gif = small_gif();
  CHECK(image_for_epub(gif)->bytes == gif);
  const std::string jpeg = encode_jpeg(gradient(20, 10, 3));
  CHECK(image_for_epub(jpeg)->bytes == jpeg);
}

TEST_CASE("a turned JPEG is turned for good") {
  const auto image = image_for_epub(with_orientation(encode_jpeg(gradient(40, 20, 3)), 8));
  REQUIRE(image);
  const auto info = probe_image(image->bytes);
  REQUIRE(info);
  CHECK(info->orientation == 1);
  CHECK(info->width == 20);
  CHECK(info->height == 40);
}

TEST_CASE("a long side is at most 2,000 pixels, but a strip keeps its width") {
  const auto wide = image_for_epub(encode_png(gradient(3000, 1500, 1)));
  REQUIRE(wide);
  CHECK(probe_image(wide->bytes)->width == 2000);
  CHECK(probe_image(wide->bytes)->height == 1000);
  const auto strip = image_for_epub(encode_png(gradient(400, 4000, 1)));
  REQUIRE(strip);
  CHECK(probe_image(strip->bytes)->width == 400);
}

TEST_CASE("an EPUB's pictures keep to 4 megapixels, to other limits, or to none") {
  const auto pixels = [](const std::optional<EpubImage>& image) {
    REQUIRE(image);
    const auto info = probe_image(image->bytes);
    REQUIRE(info);
    return std::pair(info->width, info->height);
  };
  const std::string square = encode_png(gradient(2500, 2500, 1));
  CHECK(pixels(image_for_epub(square)) == std::pair(2000, 2000));
  CHECK(pixels(image_for_epub(square, {0, 1'000'000})) == std::pair(1000, 1000));
  CHECK(pixels(image_for_epub(square, {600, 4'000'000})) == std::pair(600, 600));
  CHECK(image_for_epub(square, {0, 0})->bytes == square);
  // A strip of more than 4 megapixels gives up no more than it has to.
  const auto strip = pixels(image_for_epub(encode_png(gradient(1000, 6000, 1))));
  CHECK(strip.first * strip.second <= 4'000'000);
  CHECK(strip.first > 800);
}

TEST_CASE("an SVG loses what runs, loads or leaves the file, and keeps its drawing") {
  const std::string svg = cleaned(
      "<?xml version='1.0'?><!-- note --><svg width='10' height='5' onload='run()'>"
      "<script>run()</script><style>rect{fill:red}</style>"
      "<rect id='a' width='4' height='4' onclick=\"run()\"/><rect id='a' width='2' height='2'/>"
      "<image href='https://example.com/a.png'/><use xlink:href='#a'/>"
      "<a href='https://example.com/'><text>가 &amp; 나</text></a>"
      "<path "
      "style='fill:url(https://example.com/x)'/><foreignObject><script>x</script></foreignObject></"
      "svg>");
  CHECK(holds(svg, "xmlns=\"http://www.w3.org/2000/svg\""));
  CHECK(holds(svg, "<style>rect{fill:red}</style>"));
  CHECK(holds(svg, "<use xlink:href=\"#a\"/>"));
  CHECK(holds(svg, "가 &amp; 나"));
  CHECK(holds(svg, "<rect id=\"a\" width=\"4\" height=\"4\"/><rect width=\"2\" height=\"2\"/>"));
  for (const char* gone : {"run()", "example.com", "foreignObject", "<image", "note"}) {
    CAPTURE(gone);
    CHECK_FALSE(holds(svg, gone));
  }
}

TEST_CASE("an SVG's size comes from its attributes, its view box, or CSS's 300 by 150") {
  const auto size_of = [](const char* svg) {
    const auto info = probe_image(svg);
    REQUIRE(info);
    return std::pair(info->width, info->height);
  };
  CHECK(size_of("<svg width='2in' height='48pt'/>") == std::pair(192, 64));
  CHECK(size_of("<svg viewBox='0 0 40 20'/>") == std::pair(40, 20));
  CHECK(size_of("<svg viewBox='0 0 40 20' width='80'/>") == std::pair(80, 40));
  CHECK(size_of("<svg width='100%' viewBox='0,0,7,9'/>") == std::pair(7, 9));
  CHECK(size_of("<svg/>") == std::pair(300, 150));
}

TEST_CASE("an SVG that cannot be cleaned is drawn, where librsvg is at hand") {
  const std::string svg =
      "<!DOCTYPE svg [<!ENTITY c 'red'>]><svg xmlns='http://www.w3.org/2000/svg' width='8' "
      "height='4'><rect width='8' height='4' fill='&c;'/></svg>";
  const auto bitmap = decode_image(svg);
  if (!bitmap) {
    MESSAGE("skipped: no librsvg");
    return;
  }
  CHECK(bitmap->width == 8);
  CHECK(sample(*bitmap, 4, 2, 0) == 255);
  CHECK(sample(*bitmap, 4, 2, 1) == 0);
  const auto image = image_for_epub(svg);
  REQUIRE(image);
  CHECK(image->media_type == "image/png");
  CHECK(probe_image(image->bytes)->width == 16);  // two pixels to the CSS pixel
}

TEST_CASE("WebP becomes what EPUB 2 readers know, CMYK becomes RGB") {
  const fs::path shared = fs::path(MUNJIP_SOURCE_DIR) / "../shared/cases/f25_img";
  if (!fs::exists(shared)) {
    MESSAGE("skipped: no shared cases");
    return;
  }
  CHECK(image_for_epub(read_file(shared / "a.webp"))->media_type == "image/jpeg");
  const auto rgb = image_for_epub(read_file(shared / "cmyk.jpg"));
  REQUIRE(rgb);
  CHECK(decode_image(rgb->bytes)->channels == 3);
  CHECK(image_for_print(read_file(shared / "cmyk.jpg"), 900, 900)->channels == 3);
}
