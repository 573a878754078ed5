// Pictures: recognised by content, decoded by the codecs' own libraries, made fit for print and for
// EPUB. All functions are safe to call from several threads at once.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"

namespace munjip {

enum class ImageFormat { jpeg, png, gif, webp, avif, heic, bmp, tiff, svg };
std::string_view to_string(ImageFormat format);
// What a file of the format is called at its end, with the dot: `.jpg`.
std::string_view file_ending(ImageFormat format);
inline constexpr std::array kImageFormats = {
    ImageFormat::jpeg, ImageFormat::png, ImageFormat::gif,  ImageFormat::webp, ImageFormat::avif,
    ImageFormat::heic, ImageFormat::bmp, ImageFormat::tiff, ImageFormat::svg};

// What a picture's header says.
struct ImageInfo {
  ImageFormat format = ImageFormat::png;
  int width = 0, height = 0;  // upright: EXIF orientation applied; SVG: CSS pixels of its viewport
  int orientation = 1;        // EXIF, 1 ... 8
};

// What kind of picture the bytes are and how large, from their header; nothing where they are no
// picture that munjip knows, or one of more than kMaxPixels.
inline constexpr std::int64_t kMaxPixels = 200'000'000;
std::optional<ImageInfo> probe_image(std::string_view bytes);

// Why bytes cannot be shown as a picture.
enum class ImageFault {
  empty,        // no bytes
  web_page,     // HTML: most often the error page of a site that the picture was fetched from
  unknown,      // no format that munjip knows
  too_large,    // more pixels than munjip decodes
  too_complex,  // an SVG that repeats its parts so often that drawing it would not end
  no_decoder,   // the library for this format is not on the machine
  damaged       // cut off, or broken within
};
Message describe(ImageFault fault);
// Reads the picture to its end, with as little decoding as that takes; nothing where it is whole.
std::optional<ImageFault> find_image_fault(std::string_view bytes);

// 8 bits a channel, rows from the top, no padding. channels: 1 grey, 2 grey+alpha, 3 RGB, 4 RGBA
// (alpha not premultiplied).
struct Bitmap {
  int width = 0, height = 0, channels = 3;
  std::vector<std::uint8_t> samples;
};

// Decodes upright, in sRGB or grey (an embedded ICC profile and CMYK are converted; an animation
// gives its first frame; SVG is drawn at `svg_scale` device pixels a CSS pixel). Nothing where the
// data is broken: a truncated picture counts as broken.
std::optional<Bitmap> decode_image(std::string_view bytes, double svg_scale = 1.0);

// How much changes from left to right in each of the picture's rows, after it has been made no
// wider than 256 pixels and no higher than 16,384: 0 for a row of one colour (noise does not
// count), more for each edge that the row crosses. Where a tall picture is cut, no more than need
// be should be cut through. Empty where the data is broken.
std::vector<double> row_contrast(std::string_view bytes);

// A smaller copy (area-averaged); returns the bitmap itself where it is not larger.
Bitmap scaled_down(Bitmap bitmap, int max_width, int max_height);

std::string encode_png(const Bitmap& bitmap);
std::string encode_jpeg(const Bitmap& bitmap, int quality = 88);  // alpha is laid on white

// A picture as a PDF image XObject wants it.
struct PrintImage {
  enum class Coding { raw, jpeg };
  Coding coding = Coding::raw;
  int width = 0, height = 0;  // as stored
  int channels = 3;           // 1 grey, 3 RGB
  std::string samples;        // raw: width * height * channels bytes; jpeg: the file itself
  std::string alpha;          // width * height bytes, empty = opaque
  int orientation = 1;        // jpeg only: EXIF, to be applied by the drawing matrix
};

// A JPEG that can pass through unchanged does (8-bit grey, YCbCr or RGB, in sRGB or without a
// profile, and not larger than asked). All else is decoded and scaled down to at most `max_width` x
// `max_height` pixels (of the upright picture) where larger; photographs become JPEG again, grey
// pictures are stored as grey. CMYK becomes RGB. An SVG is drawn with half as many pixels again, so
// that its lines are sharp. Nothing where what has to be decoded is broken; what passes through is
// not read to its end again (find_image_fault did that).
std::optional<PrintImage> image_for_print(std::string_view bytes, int max_width, int max_height);

// A picture as EPUB allows it (EPUB 3.3 core media types; EPUB 2 readers know JPEG, PNG, GIF, so
// WebP is converted like AVIF, HEIC, BMP and TIFF).
struct EpubImage {
  std::string bytes, media_type, extension;  // extension without dot
};
// How large pictures may be in an EPUB; 0 is no limit.
struct EpubImageLimits {
  int max_side = 2000;  // pixels of the longer side
  std::int64_t max_pixels = 4'000'000;
  bool operator==(const EpubImageLimits&) const = default;
};
// Unchanged where allowed, upright and within the limits (a strip, longer than three times its
// width, keeps only to `max_pixels`, so that what is written in it stays readable); else converted.
// An SVG is cleaned of scripts, event attributes and external references and made well-formed, or
// drawn to PNG where that fails.
// Nothing where what has to be decoded is broken.
std::optional<EpubImage> image_for_epub(std::string_view bytes, EpubImageLimits limits = {});

// What one decode tells of a picture.
struct CheckedImage {
  std::optional<ImageFault> fault;
  std::optional<EpubImage> for_epub;  // image_for_epub's, where that had to decode
};
// Like find_image_fault; where an EPUB is to be made (`limits` are given), the decode that proves
// the picture whole makes its form for the EPUB too.
CheckedImage check_image(std::string_view bytes, const std::optional<EpubImageLimits>& limits);

// Forms for an EPUB that were made ahead, within these limits, by the names of their resources.
struct EpubImages {
  EpubImageLimits limits;
  std::map<std::string, EpubImage, std::less<>> by_name;
};

}  // namespace munjip
