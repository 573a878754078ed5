// Pictures as a PDF wants them: JPEG as it is where that can be, everything else as raw samples.
#include <algorithm>
#include <limits>

#include "media/codec.h"

namespace munjip {

namespace {

// Lines and letters want more pixels than a photograph does: 450 to the inch for its 300. (600
// would look no sharper to the naked eye and take twice the memory.)
int svg_pixels(int side) {
  return side + side / 2;
}
constexpr int kPrintQuality = 92;

bool is_neutral(const Bitmap& bitmap) {
  const std::size_t channels = static_cast<std::size_t>(bitmap.channels);
  for (std::size_t i = 0; i < bitmap.samples.size(); i += channels) {
    const std::uint8_t* pixel = bitmap.samples.data() + i;
    if (pixel[0] != pixel[1] || pixel[1] != pixel[2]) return false;
  }
  return true;
}

// `count` channels of each pixel, from `first` on.
std::string channels_of(const Bitmap& bitmap, int first, int count) {
  std::string out(bitmap.samples.size() / static_cast<std::size_t>(bitmap.channels) *
                      static_cast<std::size_t>(count),
                  '\0');
  const std::uint8_t* from = bitmap.samples.data() + first;
  for (char* to = out.data(); to != out.data() + out.size(); from += bitmap.channels) {
    for (int c = 0; c < count; ++c) *to++ = static_cast<char>(from[c]);
  }
  return out;
}

// Takes alpha out, drops it where everything is opaque, and stores grey pictures as grey: they then
// print with black ink only.
PrintImage raw_image(const Bitmap& bitmap) {
  PrintImage out;
  out.width = bitmap.width;
  out.height = bitmap.height;
  const bool has_alpha = bitmap.channels == 2 || bitmap.channels == 4;
  if (has_alpha) {
    out.alpha = channels_of(bitmap, bitmap.channels - 1, 1);
    if (out.alpha.find_first_not_of('\xFF') == std::string::npos) out.alpha.clear();
  }
  const bool grey = bitmap.channels <= 2 || is_neutral(bitmap);
  out.channels = grey ? 1 : 3;
  out.samples = channels_of(bitmap, 0, out.channels);
  return out;
}

// Photographs that had to be decoded stay JPEG: raw they would be ten times the size.
std::optional<PrintImage> photograph(const Bitmap& bitmap) {
  PrintImage out;
  out.coding = PrintImage::Coding::jpeg;
  out.width = bitmap.width;
  out.height = bitmap.height;
  out.channels = bitmap.channels;
  out.samples = encode_jpeg(bitmap, kPrintQuality);
  if (out.samples.empty()) return std::nullopt;
  return out;
}

std::optional<PrintImage> passed_through(std::string_view bytes, const ImageInfo& info, Fit fit) {
  if (info.width > fit.max_width || info.height > fit.max_height) return std::nullopt;
  const std::optional<JpegFacts> facts = jpeg_facts(bytes);
  if (!facts || !facts->is_plain || !facts->is_srgb_like) return std::nullopt;
  PrintImage out;
  out.coding = PrintImage::Coding::jpeg;
  out.width = info.orientation >= 5 ? info.height : info.width;
  out.height = info.orientation >= 5 ? info.width : info.height;
  out.channels = facts->channels;
  out.orientation = info.orientation;
  out.samples = bytes;
  return out;
}

std::optional<Bitmap> drawn_svg(std::string_view bytes, const ImageInfo& info, Fit fit) {
  return decode_upright(bytes, info, {svg_pixels(fit.max_width), svg_pixels(fit.max_height)},
                        std::numeric_limits<double>::infinity());
}

}  // namespace

std::optional<PrintImage> image_for_print(std::string_view bytes, int max_width, int max_height) {
  const std::optional<ImageInfo> info = probe_image(bytes);
  if (!info) return std::nullopt;
  constexpr int kMostPixels = 1'000'000;
  const Fit fit{std::clamp(max_width, 1, kMostPixels), std::clamp(max_height, 1, kMostPixels)};
  if (info->format == ImageFormat::jpeg) {
    if (auto image = passed_through(bytes, *info, fit)) return image;
  }
  const std::optional<Bitmap> bitmap = info->format == ImageFormat::svg
                                           ? drawn_svg(bytes, *info, fit)
                                           : decode_upright(bytes, *info, fit);
  if (!bitmap) return std::nullopt;
  if (is_photograph(bytes, info->format) && (bitmap->channels == 1 || bitmap->channels == 3))
    return photograph(*bitmap);
  return raw_image(*bitmap);
}

}  // namespace munjip
