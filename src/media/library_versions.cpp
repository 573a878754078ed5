#include "media/library_versions.h"

#include <cstdio>  // jpeglib.h needs it before

#include <fmt/format.h>
#include <gif_lib.h>
#include <jpeglib.h>
#include <lcms2.h>
#include <png.h>
#include <webp/decode.h>

namespace munjip {

LibraryVersions media_libraries() {
  const int webp = WebPGetDecoderVersion();
  const int lcms = cmsGetEncodedCMMversion();
  return {{"libpng", png_get_libpng_ver(nullptr)},
          {"libjpeg", fmt::format("API {}", JPEG_LIB_VERSION)},
          {"giflib", fmt::format("{}.{}.{}", GIFLIB_MAJOR, GIFLIB_MINOR, GIFLIB_RELEASE)},
          {"libwebp", fmt::format("{}.{}.{}", webp >> 16, (webp >> 8) & 0xFF, webp & 0xFF)},
          {"lcms2", fmt::format("{}.{}", lcms / 1000, lcms / 10 % 100)}};
}

}  // namespace munjip
