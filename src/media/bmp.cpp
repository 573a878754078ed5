// BMP, as Windows screenshots and old drawing programs write it: uncompressed rows of 1 to 32 bits
// a pixel (Microsoft Open Specifications, [MS-WMF] 2.2.2.3 and the BITMAPV5HEADER page).
#include <algorithm>
#include <array>
#include <bit>
#include <vector>

#include "media/codec.h"

namespace munjip {

namespace {

constexpr std::size_t kFileHeader = 14, kInfoHeader = 40;

class LittleEndian {
 public:
  explicit LittleEndian(std::string_view bytes) : bytes_(bytes) {}
  // An unsigned integer of `length` bytes; 0 beyond the end.
  std::uint32_t read(std::size_t at, std::size_t length) const {
    if (at > bytes_.size() || bytes_.size() - at < length) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = length; i > 0; --i) {
      value = value << 8 | static_cast<std::uint8_t>(bytes_[at + i - 1]);
    }
    return value;
  }

 private:
  std::string_view bytes_;
};

// The bits of one channel in a pixel of 16 or 32.
struct ChannelMask {
  std::uint32_t bits = 0;
  std::uint8_t sample(std::uint32_t pixel) const {
    if (bits == 0) return 0;
    const int shift = std::countr_zero(bits);
    const std::uint64_t most = bits >> shift;
    return static_cast<std::uint8_t>((std::uint64_t{(pixel & bits) >> shift} * 255 + most / 2) /
                                     most);
  }
};

struct Header {
  PixelSize size;
  bool is_top_down = false;
  std::uint32_t bits = 0;  // a pixel
  std::size_t pixels_at = 0, row_length = 0;
  std::size_t palette_at = 0, colors = 0;
  std::array<ChannelMask, 3> masks{};  // red, green, blue of 16 and 32 bits
};

std::optional<Header> read_header(std::string_view bytes) {
  constexpr std::uint32_t kPlain = 0, kBitFields = 3;
  constexpr std::int32_t kMaxSide = 1'000'000;
  const LittleEndian in(bytes);
  const std::size_t length = in.read(kFileHeader, 4);
  if (!bytes.starts_with("BM") || length < kInfoHeader || length > 256) return std::nullopt;
  Header header;
  const auto width = static_cast<std::int32_t>(in.read(kFileHeader + 4, 4));
  const auto height = static_cast<std::int32_t>(in.read(kFileHeader + 8, 4));
  if (width <= 0 || width > kMaxSide || height == 0 || height > kMaxSide || height < -kMaxSide) {
    return std::nullopt;
  }
  header.size = {width, height < 0 ? -height : height};
  header.is_top_down = height < 0;
  header.bits = in.read(kFileHeader + 14, 2);
  const std::uint32_t compression = in.read(kFileHeader + 16, 4);
  constexpr std::array<std::uint32_t, 6> kBits{1, 4, 8, 16, 24, 32};
  const bool has_masks = compression == kBitFields && (header.bits == 16 || header.bits == 32);
  if (std::find(kBits.begin(), kBits.end(), header.bits) == kBits.end() ||
      (compression != kPlain && !has_masks)) {
    return std::nullopt;
  }
  header.pixels_at = in.read(10, 4);
  // Rows are padded to four bytes.
  header.row_length = (static_cast<std::size_t>(width) * header.bits + 31) / 32 * 4;
  header.palette_at = kFileHeader + length;
  const std::uint32_t colors = in.read(kFileHeader + 32, 4);
  if (header.bits <= 8) {
    const std::uint32_t most = 1U << header.bits;
    header.colors = colors == 0 ? most : std::min(colors, most);
  }
  if (has_masks) {
    for (std::size_t c = 0; c < 3; ++c) {
      header.masks[c] = {in.read(kFileHeader + kInfoHeader + 4 * c, 4)};
    }
  } else if (header.bits == 16) {
    header.masks = {{{0x7C00}, {0x03E0}, {0x001F}}};
  } else {
    header.masks = {{{0xFF0000}, {0x00FF00}, {0x0000FF}}};
  }
  return header;
}

// One stored row to RGB.
class RowReader {
 public:
  RowReader(const Header& header, std::string_view bytes) : header_(header), in_(bytes) {
    for (std::size_t i = 0; i < header.colors; ++i) {
      palette_.push_back(in_.read(header.palette_at + 4 * i, 4));
    }
  }

  void read(std::size_t row_at, std::uint8_t* out) const {
    const std::size_t bits = header_.bits;
    for (std::size_t x = 0; x < static_cast<std::size_t>(header_.size.width); ++x, out += 3) {
      const std::uint32_t pixel =
          bits >= 8 ? in_.read(row_at + x * bits / 8, bits / 8) : packed(row_at, x);
      const std::uint32_t color = bits <= 8 ? palette_color(pixel) : pixel;
      for (std::size_t c = 0; c < 3; ++c) out[c] = header_.masks[c].sample(color);
    }
  }

 private:
  std::uint32_t packed(std::size_t row_at, std::size_t x) const {
    const std::size_t bit = x * header_.bits;
    const std::uint32_t byte = in_.read(row_at + bit / 8, 1);
    return byte >> (8 - header_.bits - bit % 8) & ((1U << header_.bits) - 1);
  }
  std::uint32_t palette_color(std::uint32_t index) const {
    return index < palette_.size() ? palette_[index] : 0;
  }

  const Header& header_;
  LittleEndian in_;
  std::vector<std::uint32_t> palette_;  // 0x00RRGGBB
};

}  // namespace

std::optional<ImageInfo> probe_bmp(std::string_view bytes) {
  const std::optional<Header> header = read_header(bytes);
  if (!header) return std::nullopt;
  return ImageInfo{ImageFormat::bmp, header->size.width, header->size.height, 1};
}

std::optional<Bitmap> decode_bmp(std::string_view bytes, Fit fit) {
  const std::optional<Header> header = read_header(bytes);
  if (!header) return std::nullopt;
  const auto height = static_cast<std::size_t>(header->size.height);
  if (header->pixels_at > bytes.size() ||
      (bytes.size() - header->pixels_at) / header->row_length < height) {
    return std::nullopt;
  }
  const RowReader rows(*header, bytes);
  BitmapBuilder builder(header->size, 3, fit);
  std::vector<std::uint8_t> row(static_cast<std::size_t>(header->size.width) * 3);
  for (std::size_t y = 0; y < height; ++y) {
    const std::size_t stored = header->is_top_down ? y : height - 1 - y;
    rows.read(header->pixels_at + stored * header->row_length, row.data());
    builder.add_row(row.data());
  }
  return builder.finish();
}

}  // namespace munjip
