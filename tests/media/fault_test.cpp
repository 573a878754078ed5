#include <doctest/doctest.h>

#include <filesystem>
#include <optional>

#include "base/file_io.h"
#include "media/image.h"
#include "media/pictures.h"

using namespace munjip;
namespace fs = std::filesystem;

namespace {

// A PNG header that promises `width` x `height` pixels of 8-bit RGB; `interlace` 0 or 1.
std::string promising_png(std::uint32_t width, std::uint32_t height, char interlace) {
  std::string png = encode_png(gradient(4, 4, 3));
  for (std::size_t i = 0; i < 4; ++i) {
    png[16 + i] = static_cast<char>(width >> (24 - 8 * i) & 0xFF);
    png[20 + i] = static_cast<char>(height >> (24 - 8 * i) & 0xFF);
  }
  png[28] = interlace;
  return png;
}

}  // namespace

TEST_CASE("a whole picture has no fault, whatever its format") {
  CHECK_FALSE(find_image_fault(encode_png(gradient(20, 10, 4))));
  CHECK_FALSE(find_image_fault(encode_jpeg(gradient(20, 10, 3))));
  CHECK_FALSE(find_image_fault(with_orientation(encode_jpeg(gradient(20, 10, 1)), 7)));
  CHECK_FALSE(find_image_fault(small_gif()));
  CHECK_FALSE(find_image_fault("<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'/>"));
}

TEST_CASE("each fault is called by its name") {
  CHECK(find_image_fault("") == ImageFault::empty);
  CHECK(find_image_fault("\xEF\xBB\xBF\n<!DOCTYPE HTML><title>404</title>") ==
        ImageFault::web_page);
  CHECK(find_image_fault("<html><body>없음</body></html>") == ImageFault::web_page);
  CHECK(find_image_fault("그림이 아닌 글") == ImageFault::unknown);
  CHECK(find_image_fault("%PDF-1.7") == ImageFault::unknown);
  CHECK(find_image_fault(std::string("\xFF\xD8\xFF\xE0\0\x10JFIF", 10)) == ImageFault::damaged);
  const std::string png = encode_png(gradient(20, 10, 3));
  CHECK(find_image_fault(png.substr(0, png.size() / 2)) == ImageFault::damaged);
  CHECK(find_image_fault(png.substr(0, 20)) == ImageFault::damaged);
  const std::string jpeg = encode_jpeg(gradient(200, 100, 3));
  CHECK(find_image_fault(jpeg.substr(0, jpeg.size() / 2)) == ImageFault::damaged);
  CHECK(find_image_fault("<svg><rect></svg>") == ImageFault::damaged);
}

TEST_CASE("a decompression bomb is refused for its pixels before any of them is decoded") {
  CHECK(find_image_fault(promising_png(65'535, 65'535, 0)) == ImageFault::too_large);
  CHECK(find_image_fault(promising_png(10'000, 10'000, 1)) == ImageFault::too_large);
}

TEST_CASE("each fault has a text of its own in both languages") {
  const ImageFault all[] = {ImageFault::empty,     ImageFault::web_page,   ImageFault::unknown,
                            ImageFault::too_large, ImageFault::no_decoder, ImageFault::damaged};
  for (const ImageFault a : all) {
    CHECK_FALSE(describe(a).ko.empty());
    for (const ImageFault b : all) CHECK((describe(a) == describe(b)) == (a == b));
  }
}

TEST_CASE("pictures from the wild have the colours that an independent decoder finds") {
  const fs::path folder = fs::path(MUNJIP_SOURCE_DIR) / "../shared/corpus/d-images";
  if (!fs::exists(folder)) {
    MESSAGE("skipped: no shared corpus");
    return;
  }
  // The mean of the upright picture's upper left quarter, as ImageMagick 6.9 gives it in sRGB.
  struct Mean {
    const char* name;
    int red, green, blue;
  };
  constexpr Mean kMeans[] = {{"krilla__rgb8_app14_cmyk.jpg", 121, 59, 129},
                             {"WeasyPrint__cmyk_without_icc.jpg", 40, 81, 122},
                             {"krilla__rgb8_icc.jpg", 123, 144, 0},
                             {"image__cat.jpg", 143, 148, 133},
                             {"krilla__rgb16.png", 124, 144, 0},
                             {"image__basn2c16.png", 224, 224, 0},
                             {"image__simple-rgb.webp", 181, 24, 57},
                             {"libavif__kodim03_yuv420_8bpc.avif", 127, 128, 74},
                             {"libheif__rainbow-451x461.heic", 216, 148, 248},
                             {"libavif__paris_exif_orientation_5.jpg", 140, 161, 186},
                             {"krilla__luma8.jpg", 129, 129, 129},
                             {"exif-orientation-examples__Landscape_2.jpg", 138, 167, 203},
                             {"exif-orientation-examples__Landscape_6.jpg", 138, 167, 203},
                             {"exif-orientation-examples__Landscape_8.jpg", 138, 167, 203},
                             {"krilla__grayscale_8_interlaced.png", 63, 63, 63},
                             {"krilla__rgb_indexed_1.png", 64, 0, 191}};
  for (const Mean& mean : kMeans) {
    CAPTURE(mean.name);
    const std::string bytes = read_file(folder / mean.name);
    const auto fault = find_image_fault(bytes);
    if (fault == ImageFault::no_decoder) continue;
    const std::optional<Bitmap> bitmap = decode_image(bytes);
    REQUIRE(bitmap);
    const Bitmap quarter = drawn(
        bitmap->width / 2, bitmap->height / 2, 3,
        [&](int x, int y, int c) { return sample(*bitmap, x, y, bitmap->channels >= 3 ? c : 0); });
    const Bitmap pixel = scaled_down(quarter, 1, 1);
    CHECK(std::abs(pixel.samples[0] - mean.red) <= 4);
    CHECK(std::abs(pixel.samples[1] - mean.green) <= 4);
    CHECK(std::abs(pixel.samples[2] - mean.blue) <= 4);
  }
}
