// WebP through libwebp: a still picture, or the first frame of an animation laid on its canvas.
#include <webp/decode.h>
#include <webp/demux.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

#include "media/codec.h"
#include "media/color.h"

namespace munjip {

namespace {

struct DemuxerDeleter {
  void operator()(WebPDemuxer* demuxer) const { WebPDemuxDelete(demuxer); }
};
using Demuxer = std::unique_ptr<WebPDemuxer, DemuxerDeleter>;

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

bool is_webp(std::string_view bytes) {
  return bytes.size() >= 16 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP";
}

// Nothing where the file is not complete.
Demuxer open(std::string_view bytes) {
  const WebPData data{bytes_of(bytes), bytes.size()};
  return Demuxer(WebPDemux(&data));
}

// A metadata chunk, `ICCP` or `EXIF`.
std::string chunk(const WebPDemuxer* demuxer, const char* fourcc) {
  WebPChunkIterator at{};
  std::string body;
  if (WebPDemuxGetChunk(demuxer, fourcc, 1, &at) != 0) {
    body.assign(reinterpret_cast<const char*>(at.chunk.bytes), at.chunk.size);
  }
  WebPDemuxReleaseChunkIterator(&at);
  return body;
}

struct Frame {
  int left = 0, top = 0;
  Bitmap bitmap;
};

std::optional<Bitmap> decode_frame(std::string_view bytes) {
  WebPBitstreamFeatures features{};
  if (WebPGetFeatures(bytes_of(bytes), bytes.size(), &features) != VP8_STATUS_OK ||
      std::int64_t{features.width} * features.height > kMaxBufferedPixels) {
    return std::nullopt;
  }
  Bitmap bitmap{features.width, features.height, features.has_alpha != 0 ? 4 : 3, {}};
  const int stride = bitmap.width * bitmap.channels;
  bitmap.samples.resize(static_cast<std::size_t>(stride) * static_cast<std::size_t>(bitmap.height));
  const auto decode = bitmap.channels == 4 ? WebPDecodeRGBAInto : WebPDecodeRGBInto;
  if (decode(bytes_of(bytes), bytes.size(), bitmap.samples.data(), bitmap.samples.size(), stride) ==
      nullptr) {
    return std::nullopt;
  }
  return bitmap;
}

std::optional<Frame> first_frame(const WebPDemuxer* demuxer) {
  WebPIterator at{};
  std::optional<Frame> frame;
  if (WebPDemuxGetFrame(demuxer, 1, &at) != 0) {
    const std::string_view fragment(reinterpret_cast<const char*>(at.fragment.bytes),
                                    at.fragment.size);
    if (auto bitmap = decode_frame(fragment)) {
      frame = Frame{at.x_offset, at.y_offset, std::move(*bitmap)};
    }
  }
  WebPDemuxReleaseIterator(&at);
  return frame;
}

// Copies row `y` of the frame to its place on a canvas row, whose other pixels are clear.
void paint_row(const Frame& frame, int y, int channels, std::vector<std::uint8_t>& row) {
  const Bitmap& bitmap = frame.bitmap;
  const std::uint8_t* in =
      bitmap.samples.data() + static_cast<std::ptrdiff_t>(y) * bitmap.width * bitmap.channels;
  std::uint8_t* out = row.data() + static_cast<std::ptrdiff_t>(frame.left) * channels;
  for (int x = 0; x < bitmap.width; ++x, in += bitmap.channels, out += channels) {
    std::copy_n(in, 3, out);
    if (channels == 4) out[3] = bitmap.channels == 4 ? in[3] : 255;
  }
}

}  // namespace

std::optional<ImageInfo> probe_webp(std::string_view bytes) {
  if (!is_webp(bytes)) return std::nullopt;
  WebPBitstreamFeatures features{};
  if (WebPGetFeatures(bytes_of(bytes), bytes.size(), &features) != VP8_STATUS_OK) {
    return std::nullopt;
  }
  ImageInfo info{ImageFormat::webp, features.width, features.height, 1};
  if (const Demuxer demuxer = open(bytes)) {
    info.orientation = exif_orientation(chunk(demuxer.get(), "EXIF"));
  }
  return info;
}

bool is_lossy_webp(std::string_view bytes) {
  constexpr int kLossy = 1;
  WebPBitstreamFeatures features{};
  return WebPGetFeatures(bytes_of(bytes), bytes.size(), &features) == VP8_STATUS_OK &&
         features.format == kLossy;
}

std::optional<Bitmap> decode_webp(std::string_view bytes, Fit fit) {
  const Demuxer demuxer = open(bytes);
  if (!demuxer) return std::nullopt;
  const PixelSize canvas{static_cast<int>(WebPDemuxGetI(demuxer.get(), WEBP_FF_CANVAS_WIDTH)),
                         static_cast<int>(WebPDemuxGetI(demuxer.get(), WEBP_FF_CANVAS_HEIGHT))};
  if (canvas.width <= 0 || canvas.height <= 0 ||
      std::int64_t{canvas.width} * canvas.height > kMaxBufferedPixels) {
    return std::nullopt;
  }
  const std::optional<Frame> frame = first_frame(demuxer.get());
  if (!frame || frame->left + frame->bitmap.width > canvas.width ||
      frame->top + frame->bitmap.height > canvas.height) {
    return std::nullopt;
  }
  const bool covers_canvas =
      frame->bitmap.width == canvas.width && frame->bitmap.height == canvas.height;
  const int channels = covers_canvas ? frame->bitmap.channels : 4;
  const PixelModel model = channels == 4 ? PixelModel::rgb_alpha : PixelModel::rgb;
  BitmapBuilder builder(canvas, channels, fit,
                        conversion_to_srgb(chunk(demuxer.get(), "ICCP"), model));
  std::vector<std::uint8_t> row(static_cast<std::size_t>(canvas.width) *
                                static_cast<std::size_t>(channels));
  for (int y = 0; y < canvas.height; ++y) {
    std::fill(row.begin(), row.end(), std::uint8_t{0});
    const int frame_row = y - frame->top;
    if (frame_row >= 0 && frame_row < frame->bitmap.height) {
      paint_row(*frame, frame_row, channels, row);
    }
    builder.add_row(row.data());
  }
  return builder.finish();
}

}  // namespace munjip
