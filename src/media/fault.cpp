// Why bytes cannot be shown: found out by decoding them once.
#include <algorithm>
#include <array>

#include "media/codec.h"

namespace munjip {

namespace {

// Small enough that nothing but reading the data takes time.
constexpr int kProofSide = 64;

bool starts_like_html(std::string_view bytes) {
  const std::size_t begin = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (begin == std::string_view::npos) return false;
  std::string head(bytes.substr(begin, 64));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  constexpr std::array<std::string_view, 5> kStarts{"<!doctype html", "<html", "<head", "<body",
                                                    "<script"};
  return std::any_of(kStarts.begin(), kStarts.end(),
                     [&](std::string_view start) { return head.starts_with(start); });
}

// The first bytes of the formats that munjip knows, where what follows them told no size.
bool has_known_signature(std::string_view bytes) {
  constexpr std::array<std::string_view, 5> kSignatures{"\xFF\xD8\xFF", "\x89PNG", "GIF8",
                                                        std::string_view("II*\0", 4),
                                                        std::string_view("MM\0*", 4)};
  return std::any_of(kSignatures.begin(), kSignatures.end(),
                     [&](std::string_view s) { return bytes.starts_with(s); }) ||
         (bytes.starts_with("RIFF") && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP");
}

ImageFault fault_of_header(std::string_view bytes) {
  if (bytes.empty()) return ImageFault::empty;
  if (heif_format(bytes)) return can_read_heif() ? ImageFault::damaged : ImageFault::no_decoder;
  if (starts_like_html(bytes)) return ImageFault::web_page;
  return has_known_signature(bytes) ? ImageFault::damaged : ImageFault::unknown;
}

bool is_whole(std::string_view bytes, const ImageInfo& info) {
  if (info.format == ImageFormat::jpeg) return is_whole_jpeg(bytes);
  if (info.format == ImageFormat::png) return is_whole_png(bytes);
  return decode_upright(bytes, info, {kProofSide, kProofSide}).has_value();
}

}  // namespace

Message describe(ImageFault fault) {
  switch (fault) {
    case ImageFault::empty:
      return message("빈 파일입니다(0바이트)", "the file is empty (zero bytes)");
    case ImageFault::web_page:
      return message("그림이 아니라 웹 페이지입니다(내려받을 때 온 오류 페이지인 듯합니다)",
                     "this is a web page, not a picture (most likely an error page that came "
                     "instead of it)");
    case ImageFault::unknown:
      return message("그림이 아니거나 모르는 형식입니다", "no picture, or of an unknown format");
    case ImageFault::too_large:
      return message("화소가 너무 많습니다(2억 화소, 압축 방식에 따라 5천만 화소까지)",
                     "too many pixels (the limit is 200 million, or 50 million where the format "
                     "has to be held whole)");
    case ImageFault::too_complex:
      return message("그림을 이루는 것이 너무 많아 그리지 못합니다",
                     "the drawing is made of too many parts to be drawn");
    case ImageFault::no_decoder:
      return message("이 형식을 푸는 라이브러리(AVIF, HEIC는 libheif, TIFF는 libtiff)가 없습니다",
                     "the library that decodes this format (libheif for AVIF and HEIC, libtiff "
                     "for TIFF) is not installed");
    case ImageFault::damaged:
      break;
  }
  return message("파일이 깨졌거나 중간에 잘렸습니다", "the file is damaged or cut off");
}

std::optional<ImageFault> find_image_fault(std::string_view bytes) {
  const std::optional<ImageInfo> stored = probe_stored(bytes);
  if (!stored) return fault_of_header(bytes);
  const std::int64_t pixels = std::int64_t{stored->width} * stored->height;
  if (pixels > kMaxPixels) return ImageFault::too_large;
  if (stored->format == ImageFormat::svg) {
    if (most_pixels_of_svg(bytes) == 0) return ImageFault::too_complex;
    if (!can_draw_svg()) return std::nullopt;
  }
  if (stored->format == ImageFormat::tiff && !can_read_tiff()) return ImageFault::no_decoder;
  const std::optional<ImageInfo> info = probe_image(bytes);
  if (info && is_whole(bytes, *info)) return std::nullopt;
  if (stored->format == ImageFormat::tiff && !is_known_tiff(bytes)) return ImageFault::unknown;
  const bool is_drawn = stored->format == ImageFormat::svg;
  if (!is_drawn && pixels > kMaxBufferedPixels) return ImageFault::too_large;
  return ImageFault::damaged;
}

}  // namespace munjip
