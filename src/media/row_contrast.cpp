// What a cut across a picture would go through.
#include <cstdlib>

#include "media/codec.h"

namespace munjip {

namespace {

constexpr int kWidth = 256, kMostRows = 16384;
constexpr int kNoise = 16;  // of 255: what JPEG does to a plain field

int value_at(const std::uint8_t* pixel, int channels) {
  const int light = channels < 3 ? pixel[0] : (pixel[0] + 2 * pixel[1] + pixel[2]) / 4;
  const bool has_alpha = channels == 2 || channels == 4;
  return has_alpha ? 255 - (255 - light) * pixel[channels - 1] / 255 : light;  // on white
}

}  // namespace

std::vector<double> row_contrast(std::string_view bytes) {
  const std::optional<ImageInfo> info = probe_image(bytes);
  if (!info) return {};
  const Fit fit{kWidth, kMostRows};
  const std::optional<Bitmap> bitmap = decode_upright(bytes, *info, fit);
  if (!bitmap) return {};
  std::vector<double> rows;
  rows.reserve(static_cast<std::size_t>(bitmap->height));
  const std::uint8_t* pixel = bitmap->samples.data();
  for (int y = 0; y < bitmap->height; ++y) {
    int sum = 0, before = value_at(pixel, bitmap->channels);
    for (int x = 0; x < bitmap->width; ++x, pixel += bitmap->channels) {
      const int value = value_at(pixel, bitmap->channels);
      const int step = std::abs(value - before);
      if (step > kNoise) sum += step;
      before = value;
    }
    rows.push_back(sum);
  }
  return rows;
}

}  // namespace munjip
