// Pictures as EPUB 3.3 allows them (section 3.2, core media types) and small screens like them.
#include <algorithm>
#include <cmath>
#include <utility>

#include "media/codec.h"

namespace munjip {

namespace {

constexpr int kMaxStripSide = 12'000;
constexpr double kEpubSvgScale = 2.0;

// The size that both limits leave of a picture.
Fit fit_for(const ImageInfo& info, const EpubImageLimits& limits) {
  const int long_side = std::max(info.width, info.height);
  const int short_side = std::min(info.width, info.height);
  Fit fit;
  // A strip (a long screenshot, a comic) keeps its width, or nobody could read it.
  const bool is_strip = long_side > 3 * short_side && long_side <= kMaxStripSide;
  if (limits.max_side > 0 && !is_strip) fit = {limits.max_side, limits.max_side};
  const PixelSize size = fitted({info.width, info.height}, fit);
  const double pixels = static_cast<double>(size.width) * size.height;
  if (limits.max_pixels > 0 && pixels > static_cast<double>(limits.max_pixels)) {
    const double part = std::sqrt(static_cast<double>(limits.max_pixels) / pixels);
    fit = {std::max(1, static_cast<int>(size.width * part)),
           std::max(1, static_cast<int>(size.height * part))};
  }
  return fit;
}

bool may_stay(std::string_view bytes, const ImageInfo& info, Fit fit) {
  if (info.orientation != 1 || info.width > fit.max_width || info.height > fit.max_height) {
    return false;
  }
  switch (info.format) {
    case ImageFormat::jpeg: {
      const std::optional<JpegFacts> facts = jpeg_facts(bytes);
      return facts && facts->is_plain;
    }
    case ImageFormat::png:
    case ImageFormat::gif:
      return true;
    case ImageFormat::webp:
    case ImageFormat::avif:
    case ImageFormat::heic:
    case ImageFormat::bmp:
    case ImageFormat::tiff:
    case ImageFormat::svg:
      break;
  }
  return false;
}

EpubImage named(std::string bytes, ImageFormat format) {
  switch (format) {
    case ImageFormat::jpeg:
      return {std::move(bytes), "image/jpeg", "jpg"};
    case ImageFormat::gif:
      return {std::move(bytes), "image/gif", "gif"};
    case ImageFormat::svg:
      return {std::move(bytes), "image/svg+xml", "svg"};
    default:
      return {std::move(bytes), "image/png", "png"};
  }
}

}  // namespace

CheckedImage check_image(std::string_view bytes, const std::optional<EpubImageLimits>& limits) {
  const std::optional<ImageInfo> info = limits ? probe_image(bytes) : std::nullopt;
  if (info && info->format != ImageFormat::svg &&
      !may_stay(bytes, *info, fit_for(*info, *limits))) {
    if (auto image = image_for_epub(bytes, *limits)) return {{}, std::move(image)};
  }
  return {find_image_fault(bytes), {}};
}

std::optional<EpubImage> image_for_epub(std::string_view bytes, EpubImageLimits limits) {
  const std::optional<ImageInfo> info = probe_image(bytes);
  if (!info) return std::nullopt;
  if (info->format == ImageFormat::svg) {
    if (auto svg = cleaned_svg(bytes)) return named(std::move(*svg), ImageFormat::svg);
  }
  const Fit fit = fit_for(*info, limits);
  if (may_stay(bytes, *info, fit)) return named(std::string(bytes), info->format);
  const std::optional<Bitmap> bitmap = decode_upright(bytes, *info, fit, kEpubSvgScale);
  if (!bitmap) return std::nullopt;
  const bool is_opaque = bitmap->channels == 1 || bitmap->channels == 3;
  const ImageFormat format =
      is_photograph(bytes, info->format) && is_opaque ? ImageFormat::jpeg : ImageFormat::png;
  std::string coded = format == ImageFormat::jpeg ? encode_jpeg(*bitmap) : encode_png(*bitmap);
  if (coded.empty()) return std::nullopt;
  return named(std::move(coded), format);
}

}  // namespace munjip
