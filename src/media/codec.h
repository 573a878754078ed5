// What the file of each format offers to the rest of media/. Private to this stage.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "media/image.h"
#include "media/scale.h"

namespace munjip {

// Pictures that a codec has to hold whole (interlaced PNG, GIF, WebP, AVIF, HEIC, TIFF) are refused
// above this; the others are read row by row, so that kMaxPixels bounds their memory only where no
// smaller copy is wanted.
inline constexpr std::int64_t kMaxBufferedPixels = 50'000'000;

// Headers only. Nothing where the bytes are not of this format or name no usable size; the limits
// of image.h are the caller's business.
std::optional<ImageInfo> probe_jpeg(std::string_view bytes);
std::optional<ImageInfo> probe_png(std::string_view bytes);
std::optional<ImageInfo> probe_gif(std::string_view bytes);
std::optional<ImageInfo> probe_webp(std::string_view bytes);
std::optional<ImageInfo> probe_heif(std::string_view bytes);
std::optional<ImageInfo> probe_bmp(std::string_view bytes);
std::optional<ImageInfo> probe_tiff(std::string_view bytes);
std::optional<ImageInfo> probe_svg(std::string_view bytes);
// The first probe that knows the bytes, without image.h's limits, the size as stored.
std::optional<ImageInfo> probe_stored(std::string_view bytes);

// The whole picture in sRGB or grey, as stored (EXIF orientation not applied), at most as large as
// `fit`. Nothing where the data is broken. `bytes` has passed the format's probe.
std::optional<Bitmap> decode_jpeg(std::string_view bytes, Fit fit);
std::optional<Bitmap> decode_png(std::string_view bytes, Fit fit);
std::optional<Bitmap> decode_gif(std::string_view bytes, Fit fit);
std::optional<Bitmap> decode_webp(std::string_view bytes, Fit fit);
std::optional<Bitmap> decode_heif(std::string_view bytes, Fit fit);
std::optional<Bitmap> decode_bmp(std::string_view bytes, Fit fit);
std::optional<Bitmap> decode_tiff(std::string_view bytes, Fit fit);

// AVIF and HEIC are read by libheif and TIFF by libtiff, which are loaded at the first call, never
// at start-up. The format, and a TIFF's size, can be told without them.
std::optional<ImageFormat> heif_format(std::string_view bytes);
bool can_read_heif();
bool can_read_tiff();
// Whether libtiff knows how to show what the header tells of the pixels (it does not know CMYK of
// 16 bits, or floating-point numbers).
bool is_known_tiff(std::string_view bytes);
bool can_draw_svg();

// Draws an SVG at exactly `width` x `height` pixels. Nothing where it is broken, or where the
// machine has no librsvg (it is loaded at the first call, never at start-up).
std::optional<Bitmap> draw_svg(std::string_view bytes, int width, int height);

// Upright, at most as large as `fit` (which is upright too); dispatches on `info.format`. An SVG is
// drawn at `svg_scale` pixels a CSS pixel.
std::optional<Bitmap> decode_upright(std::string_view bytes, const ImageInfo& info, Fit fit,
                                     double svg_scale = 1.0);

// Turns a picture as EXIF orientation 1 ... 8 asks.
Bitmap turned_upright(Bitmap bitmap, int orientation);

// What deciding about a JPEG takes, from its header.
struct JpegFacts {
  int channels = 3;          // as stored: 1, 3 or 4
  bool is_plain = false;     // Huffman coded grey, YCbCr, or RGB that an Adobe marker declares
  bool is_srgb_like = true;  // no profile, or one that does what sRGB does
};
// Nothing where the header is broken.
std::optional<JpegFacts> jpeg_facts(std::string_view bytes);

// Whether the data is whole, read to its end with as little work as that takes.
bool is_whole_jpeg(std::string_view bytes);
bool is_whole_png(std::string_view bytes);

// Whether a WebP was coded with loss.
bool is_lossy_webp(std::string_view bytes);
// Whether the picture was coded with loss, so that JPEG does it no further harm: a photograph, most
// likely.
bool is_photograph(std::string_view bytes, ImageFormat format);

// An SVG that EPUB 3.3 allows: well-formed, without scripts, event attributes, animation of
// addresses, foreign objects and references to anything outside itself but data: pictures. Nothing
// where it cannot be made so.
std::optional<std::string> cleaned_svg(std::string_view bytes);

// As how many pixels an SVG may be drawn so that it ends within a second or two: without limit for
// most, fewer where much of it is see-through, masked or filtered, 0 where it repeats its parts
// without end. Nothing where it is no XML.
std::optional<double> most_pixels_of_svg(std::string_view svg);

// `svg` with the words of its foreign objects (HTML within the drawing) as text of the drawing, at
// their places: librsvg and EPUB's readers show no HTML there. Of a switch's choices the words
// stand in the place of the second. Unchanged where there is none, or where it is no well-formed
// XML.
std::string with_foreign_text(std::string_view svg);

// The first value of a field of SHORT or LONG type in the first directory of a TIFF structure (TIFF
// 6.0, section 2), which is also how EXIF is stored; nothing where it is not there.
std::optional<std::uint32_t> tiff_field(std::string_view tiff, std::uint32_t tag);
// EXIF orientation 1 ... 8 (with or without the `Exif\0\0` before the TIFF structure); 1 where
// there is none.
int exif_orientation(std::string_view exif);
// Whether a TIFF's pixels are coded as JPEG.
bool is_jpeg_in_tiff(std::string_view bytes);

}  // namespace munjip
