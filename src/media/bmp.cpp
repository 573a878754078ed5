// BMP, as Windows screenshots and old drawing programs write it: rows of 1 to 32 bits a pixel, or
// runs of 4 or 8 (Microsoft Open Specifications, [MS-WMF] 2.2.2.3, 3.1.6 and the BITMAPV5HEADER
// page).
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
  bool is_run_length_coded = false;
  std::uint32_t bits = 0;  // a pixel
  std::size_t pixels_at = 0, row_length = 0;
  std::size_t palette_at = 0, colors = 0;
  std::array<ChannelMask, 3> masks{};  // red, green, blue of 16 and 32 bits
};

std::optional<Header> read_header(std::string_view bytes) {
  constexpr std::uint32_t kPlain = 0, kRuns8 = 1, kRuns4 = 2, kBitFields = 3;
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
  header.is_run_length_coded =
      !header.is_top_down &&
      ((compression == kRuns8 && header.bits == 8) || (compression == kRuns4 && header.bits == 4));
  if (std::find(kBits.begin(), kBits.end(), header.bits) == kBits.end() ||
      (compression != kPlain && !has_masks && !header.is_run_length_coded)) {
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

std::vector<std::uint32_t> read_palette(const Header& header, std::string_view bytes) {
  const LittleEndian in(bytes);
  std::vector<std::uint32_t> palette;
  for (std::size_t i = 0; i < header.colors; ++i) {
    palette.push_back(in.read(header.palette_at + 4 * i, 4));
  }
  return palette;
}

// One stored row to RGB.
class RowReader {
 public:
  // `palette`: 0x00RRGGBB. `rows` are stored as the header says.
  RowReader(const Header& header, std::vector<std::uint32_t> palette, std::string_view rows)
      : header_(header), palette_(std::move(palette)), in_(rows) {}

  void read(std::size_t row, std::uint8_t* out) const {
    const std::size_t bits = header_.bits, row_at = row * header_.row_length;
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
  std::vector<std::uint32_t> palette_;
  LittleEndian in_;
};

// Runs ([MS-WMF] 3.1.6) to one byte a pixel, rows from the bottom. What no run covers is colour 0.
class RunDecoder {
 public:
  explicit RunDecoder(const Header& header)
      : bits_(header.bits),
        width_(static_cast<std::size_t>(header.size.width)),
        height_(static_cast<std::size_t>(header.size.height)),
        pixels_(width_ * height_, '\0') {}

  // Nothing where the data ends before it says so.
  std::optional<std::string> decode(std::string_view data) {
    constexpr std::uint8_t kEndOfLine = 0, kEndOfBitmap = 1, kDelta = 2;
    for (std::size_t at = 0; at + 2 <= data.size();) {
      const std::uint8_t count = byte(data, at), value = byte(data, at + 1);
      at += 2;
      if (count > 0) {
        for (std::size_t i = 0; i < count; ++i) put(index(value, i));
      } else if (value == kEndOfLine) {
        x_ = 0;
        ++y_;
      } else if (value == kEndOfBitmap) {
        return std::move(pixels_);
      } else if (value == kDelta) {
        if (data.size() - at < 2) return std::nullopt;
        x_ += byte(data, at);
        y_ += byte(data, at + 1);
        at += 2;
      } else {
        // So many pixels as they are, padded to two bytes.
        const std::size_t length = (value * bits_ + 15) / 16 * 2;
        if (data.size() - at < length) return std::nullopt;
        for (std::size_t i = 0; i < value; ++i) {
          put(index(byte(data, at + i * bits_ / 8), i));
        }
        at += length;
      }
    }
    return std::nullopt;
  }

 private:
  static std::uint8_t byte(std::string_view data, std::size_t at) {
    return static_cast<std::uint8_t>(data[at]);
  }
  // The colour of the i-th pixel: of 4 bits, the left one comes first.
  std::uint8_t index(std::uint8_t value, std::size_t i) const {
    if (bits_ == 8) return value;
    return i % 2 == 0 ? value >> 4 : value & 0x0F;
  }
  void put(std::uint8_t color) {
    if (x_ < width_ && y_ < height_) pixels_[y_ * width_ + x_] = static_cast<char>(color);
    ++x_;
  }

  std::size_t bits_, width_, height_;
  std::string pixels_;
  std::size_t x_ = 0, y_ = 0;
};

// The rows as they are stored, or as if they were stored without runs; `header` follows.
std::optional<std::string_view> stored_rows(std::string_view bytes, Header& header,
                                            std::string& unpacked) {
  if (header.pixels_at > bytes.size()) return std::nullopt;
  const std::string_view data = bytes.substr(header.pixels_at);
  const auto height = static_cast<std::size_t>(header.size.height);
  if (!header.is_run_length_coded) {
    if (data.size() / header.row_length < height) return std::nullopt;
    return data;
  }
  if (std::int64_t{header.size.width} * header.size.height > kMaxBufferedPixels) {
    return std::nullopt;
  }
  std::optional<std::string> pixels = RunDecoder(header).decode(data);
  if (!pixels) return std::nullopt;
  unpacked = std::move(*pixels);
  header.bits = 8;
  header.row_length = static_cast<std::size_t>(header.size.width);
  return unpacked;
}

}  // namespace

std::optional<ImageInfo> probe_bmp(std::string_view bytes) {
  const std::optional<Header> header = read_header(bytes);
  if (!header) return std::nullopt;
  return ImageInfo{ImageFormat::bmp, header->size.width, header->size.height, 1};
}

std::optional<Bitmap> decode_bmp(std::string_view bytes, Fit fit) {
  std::optional<Header> header = read_header(bytes);
  if (!header) return std::nullopt;
  std::string unpacked;
  const std::optional<std::string_view> stored = stored_rows(bytes, *header, unpacked);
  if (!stored) return std::nullopt;
  const RowReader rows(*header, read_palette(*header, bytes), *stored);
  BitmapBuilder builder(header->size, 3, fit);
  const auto height = static_cast<std::size_t>(header->size.height);
  std::vector<std::uint8_t> row(static_cast<std::size_t>(header->size.width) * 3);
  for (std::size_t y = 0; y < height; ++y) {
    rows.read(header->is_top_down ? y : height - 1 - y, row.data());
    builder.add_row(row.data());
  }
  return builder.finish();
}

}  // namespace munjip
