// From bytes to an upright bitmap: which format it is, its limits, its orientation.
#include <algorithm>
#include <array>
#include <cmath>
#include <new>
#include <utility>

#include "media/codec.h"

namespace munjip {

namespace {

// Orientations 5 ... 8 lie on their side (CIPA DC-008, 4.6.4).
bool is_sideways(int orientation) {
  return orientation >= 5;
}

// An SVG is drawn no larger than this, whatever size it claims: still 500 pixels to the inch where
// it fills an A5 page's text.
constexpr double kMaxDrawnPixels = 8e6;

std::optional<Bitmap> draw_scaled(std::string_view bytes, const ImageInfo& info, Fit fit,
                                  double scale) {
  const double width = info.width, height = info.height;
  const double most_pixels = std::min(kMaxDrawnPixels, most_pixels_of_svg(bytes).value_or(0));
  if (most_pixels == 0) return std::nullopt;
  scale = std::min({scale, fit.max_width / width, fit.max_height / height,
                    std::sqrt(most_pixels / (width * height))});
  const auto pixels = [&](double side) {
    return std::max(1, static_cast<int>(std::lround(side * scale)));
  };
  return draw_svg(bytes, pixels(width), pixels(height));
}

std::optional<Bitmap> decode_stored(std::string_view bytes, ImageFormat format, Fit fit) {
  switch (format) {
    case ImageFormat::jpeg:
      return decode_jpeg(bytes, fit);
    case ImageFormat::png:
      return decode_png(bytes, fit);
    case ImageFormat::gif:
      return decode_gif(bytes, fit);
    case ImageFormat::webp:
      return decode_webp(bytes, fit);
    case ImageFormat::avif:
    case ImageFormat::heic:
      return decode_heif(bytes, fit);
    case ImageFormat::bmp:
      return decode_bmp(bytes, fit);
    case ImageFormat::tiff:
      return decode_tiff(bytes, fit);
    case ImageFormat::svg:
      break;
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(ImageFormat format) {
  switch (format) {
    case ImageFormat::jpeg:
      return "JPEG";
    case ImageFormat::png:
      return "PNG";
    case ImageFormat::gif:
      return "GIF";
    case ImageFormat::webp:
      return "WebP";
    case ImageFormat::avif:
      return "AVIF";
    case ImageFormat::heic:
      return "HEIC";
    case ImageFormat::bmp:
      return "BMP";
    case ImageFormat::tiff:
      return "TIFF";
    case ImageFormat::svg:
      return "SVG";
  }
  return {};
}

std::string_view file_ending(ImageFormat format) {
  switch (format) {
    case ImageFormat::jpeg:
      return ".jpg";
    case ImageFormat::png:
      return ".png";
    case ImageFormat::gif:
      return ".gif";
    case ImageFormat::webp:
      return ".webp";
    case ImageFormat::avif:
      return ".avif";
    case ImageFormat::heic:
      return ".heic";
    case ImageFormat::bmp:
      return ".bmp";
    case ImageFormat::tiff:
      return ".tif";
    case ImageFormat::svg:
      return ".svg";
  }
  return {};
}

std::optional<ImageInfo> probe_stored(std::string_view bytes) {
  for (const auto probe : {probe_jpeg, probe_png, probe_gif, probe_webp, probe_heif, probe_bmp,
                           probe_tiff, probe_svg}) {
    if (const std::optional<ImageInfo> info = probe(bytes)) return info;
  }
  return std::nullopt;
}

std::optional<ImageInfo> probe_image(std::string_view bytes) {
  std::optional<ImageInfo> info = probe_stored(bytes);
  if (!info || std::int64_t{info->width} * info->height > kMaxPixels) return std::nullopt;
  if (is_sideways(info->orientation)) std::swap(info->width, info->height);
  return info;
}

bool is_photograph(std::string_view bytes, ImageFormat format) {
  return format == ImageFormat::jpeg || format == ImageFormat::avif ||
         format == ImageFormat::heic || (format == ImageFormat::webp && is_lossy_webp(bytes)) ||
         (format == ImageFormat::tiff && is_jpeg_in_tiff(bytes));
}

Bitmap turned_upright(Bitmap bitmap, int orientation) {
  if (orientation <= 1 || orientation > 8) return bitmap;
  const bool sideways = is_sideways(orientation);
  Bitmap out{sideways ? bitmap.height : bitmap.width,
             sideways ? bitmap.width : bitmap.height,
             bitmap.channels,
             {}};
  out.samples.resize(bitmap.samples.size());
  // Which ends of the stored picture the upright one's left and top come from.
  const bool from_right =
      orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool from_bottom =
      orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  const auto channels = static_cast<std::size_t>(bitmap.channels);
  std::uint8_t* to = out.samples.data();
  for (int y = 0; y < out.height; ++y) {
    for (int x = 0; x < out.width; ++x, to += channels) {
      int stored_x = sideways ? y : x, stored_y = sideways ? x : y;
      if (from_right) stored_x = bitmap.width - 1 - stored_x;
      if (from_bottom) stored_y = bitmap.height - 1 - stored_y;
      const std::size_t at =
          static_cast<std::size_t>(stored_y) * static_cast<std::size_t>(bitmap.width) +
          static_cast<std::size_t>(stored_x);
      std::copy_n(bitmap.samples.data() + at * channels, channels, to);
    }
  }
  return out;
}

std::optional<Bitmap> decode_upright(std::string_view bytes, const ImageInfo& info, Fit fit,
                                     double svg_scale) {
  try {
    if (info.format == ImageFormat::svg) return draw_scaled(bytes, info, fit, svg_scale);
    if (is_sideways(info.orientation)) std::swap(fit.max_width, fit.max_height);
    std::optional<Bitmap> bitmap = decode_stored(bytes, info.format, fit);
    if (!bitmap) return std::nullopt;
    return turned_upright(std::move(*bitmap), info.orientation);
  } catch (const std::bad_alloc&) {
    return std::nullopt;  // too large for this machine: as good as broken, and the book goes on
  }
}

std::optional<Bitmap> decode_image(std::string_view bytes, double svg_scale) {
  const std::optional<ImageInfo> info = probe_image(bytes);
  if (!info) return std::nullopt;
  return decode_upright(bytes, *info, {}, svg_scale);
}

}  // namespace munjip
