// GIF through giflib: the first frame, laid on the animation's canvas.
#include <gif_lib.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <vector>

#include "media/codec.h"

namespace munjip {

namespace {

// A 12-bit LZW code stands for at most some 4,000 pixels: a frame that promises more lies.
constexpr std::int64_t kMaxPixelsPerByte = 4096;

struct GifCloser {
  void operator()(GifFileType* gif) const {
    int error = 0;
    DGifCloseFile(gif, &error);
  }
};
using Gif = std::unique_ptr<GifFileType, GifCloser>;

int read(GifFileType* gif, GifByteType* out, int length) {
  auto& rest = *static_cast<std::string_view*>(gif->UserData);
  const std::size_t count = std::min(rest.size(), static_cast<std::size_t>(std::max(length, 0)));
  if (count == 0) return 0;
  std::memcpy(out, rest.data(), count);
  rest.remove_prefix(count);
  return static_cast<int>(count);
}

// Reads the blocks before the first frame; -1 where no colour is transparent. Nothing where there
// is no frame.
std::optional<int> find_first_frame(GifFileType& gif) {
  int transparent = -1;
  for (GifRecordType type = UNDEFINED_RECORD_TYPE; type != TERMINATE_RECORD_TYPE;) {
    if (DGifGetRecordType(&gif, &type) == GIF_ERROR) return std::nullopt;
    if (type == IMAGE_DESC_RECORD_TYPE) return transparent;
    if (type != EXTENSION_RECORD_TYPE) continue;
    int code = 0;
    GifByteType* block = nullptr;
    if (DGifGetExtension(&gif, &code, &block) == GIF_ERROR) return std::nullopt;
    GraphicsControlBlock control{};
    if (code == GRAPHICS_EXT_FUNC_CODE && block != nullptr &&
        DGifExtensionToGCB(block[0], block + 1, &control) == GIF_OK) {
      transparent = control.TransparentColor;
    }
    while (block != nullptr) {
      if (DGifGetExtensionNext(&gif, &block) == GIF_ERROR) return std::nullopt;
    }
  }
  return std::nullopt;
}

// The frame's colour numbers, rows in order.
std::optional<std::vector<GifPixelType>> read_frame(GifFileType& gif) {
  // GIF89a, appendix E: interlaced rows come in four passes.
  struct Pass {
    int first, step;
  };
  constexpr std::array<Pass, 4> kInterlaced{{{0, 8}, {4, 8}, {2, 4}, {1, 2}}};
  const int width = gif.Image.Width, height = gif.Image.Height;
  std::vector<GifPixelType> pixels(static_cast<std::size_t>(width) *
                                   static_cast<std::size_t>(height));
  const auto read_row = [&](int y) {
    return DGifGetLine(
               &gif, pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width),
               width) == GIF_OK;
  };
  if (gif.Image.Interlace) {
    for (const Pass pass : kInterlaced) {
      for (int y = pass.first; y < height; y += pass.step) {
        if (!read_row(y)) return std::nullopt;
      }
    }
  } else {
    for (int y = 0; y < height; ++y) {
      if (!read_row(y)) return std::nullopt;
    }
  }
  return pixels;
}

// Paints one row of the frame on a canvas row of `channels` channels that is already clear.
void paint_row(const GifPixelType* pixels, const GifImageDesc& frame, const ColorMapObject& map,
               int transparent, int canvas_width, int channels, std::uint8_t* row) {
  const int end = std::min(frame.Left + frame.Width, canvas_width);
  for (int x = frame.Left; x < end; ++x) {
    const int color = pixels[x - frame.Left];
    if (color == transparent || color >= map.ColorCount) continue;
    std::uint8_t* out = row + static_cast<std::ptrdiff_t>(x) * channels;
    out[0] = map.Colors[color].Red;
    out[1] = map.Colors[color].Green;
    out[2] = map.Colors[color].Blue;
    if (channels == 4) out[3] = 255;
  }
}

}  // namespace

std::optional<ImageInfo> probe_gif(std::string_view bytes) {
  if (bytes.size() < 13 || !(bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a"))) {
    return std::nullopt;
  }
  const auto read_16 = [&](std::size_t at) {
    return static_cast<std::uint8_t>(bytes[at]) | static_cast<std::uint8_t>(bytes[at + 1]) << 8;
  };
  const int width = read_16(6), height = read_16(8);
  if (width == 0 || height == 0) return std::nullopt;
  return ImageInfo{ImageFormat::gif, width, height, 1};
}

std::optional<Bitmap> decode_gif(std::string_view bytes, Fit fit) {
  int error = 0;
  std::string_view rest = bytes;
  const Gif gif(DGifOpen(&rest, read, &error));
  if (!gif) return std::nullopt;
  const std::optional<int> transparent = find_first_frame(*gif);
  if (!transparent || DGifGetImageDesc(gif.get()) == GIF_ERROR) return std::nullopt;
  const GifImageDesc& frame = gif->Image;
  const ColorMapObject* map = frame.ColorMap != nullptr ? frame.ColorMap : gif->SColorMap;
  const PixelSize canvas{gif->SWidth, gif->SHeight};
  const std::int64_t pixels = std::int64_t{frame.Width} * frame.Height;
  if (map == nullptr || frame.Width <= 0 || frame.Height <= 0 || frame.Left < 0 || frame.Top < 0 ||
      pixels > kMaxBufferedPixels ||
      std::int64_t{canvas.width} * canvas.height > kMaxBufferedPixels ||
      pixels / kMaxPixelsPerByte > static_cast<std::int64_t>(bytes.size())) {
    return std::nullopt;
  }
  const auto colors = read_frame(*gif);
  if (!colors) return std::nullopt;
  const bool covers_canvas = frame.Left == 0 && frame.Top == 0 && frame.Width >= canvas.width &&
                             frame.Height >= canvas.height;
  const int channels = covers_canvas && *transparent < 0 ? 3 : 4;
  BitmapBuilder builder(canvas, channels, fit);
  std::vector<std::uint8_t> row(static_cast<std::size_t>(canvas.width) *
                                static_cast<std::size_t>(channels));
  for (int y = 0; y < canvas.height; ++y) {
    std::fill(row.begin(), row.end(), std::uint8_t{0});
    if (y >= frame.Top && y < frame.Top + frame.Height) {
      paint_row(colors->data() +
                    static_cast<std::size_t>(y - frame.Top) * static_cast<std::size_t>(frame.Width),
                frame, *map, *transparent, canvas.width, channels, row.data());
    }
    builder.add_row(row.data());
  }
  return builder.finish();
}

}  // namespace munjip
