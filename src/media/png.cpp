// PNG through libpng. Its errors jump back to the last guarded() call, so no C++ object with a
// destructor lives in a frame that is jumped over.
#include <png.h>

#include <algorithm>
#include <csetjmp>
#include <cstring>
#include <vector>

#include "media/codec.h"
#include "media/color.h"

namespace munjip {

namespace {

constexpr std::string_view kSignature = "\x89PNG\r\n\x1A\n";
// Deflate cannot expand by more (RFC 1951: 258 bytes from two bits); a header that promises more
// lies.
constexpr std::uint64_t kMaxExpansion = 1032;

std::uint32_t read_32(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<std::uint8_t>(bytes[at + i]);
  return value;
}

[[noreturn]] void fail(png_structp png, png_const_charp) {
  png_longjmp(png, 1);
}
void ignore(png_structp, png_const_charp) {}

// Runs `calls` (libpng calls only); false where libpng gave up.
template <class Calls>
bool guarded(png_structp png, Calls calls) {
  if (setjmp(png_jmpbuf(png)) != 0) return false;  // NOLINT(cert-err52-cpp): libpng's only way
  calls();
  return true;
}

class Reader {
 public:
  explicit Reader(std::string_view bytes)
      : rest_(bytes), png_(png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, fail, ignore)) {
    if (png_ == nullptr) return;
    info_ = png_create_info_struct(png_);
    is_open_ = info_ != nullptr && guarded(png_, [&] {
                 png_set_read_fn(png_, this, read);
                 png_read_info(png_, info_);
               });
  }
  ~Reader() { png_destroy_read_struct(&png_, &info_, nullptr); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  bool is_open() const { return is_open_; }
  png_structp png() { return png_; }
  png_infop info() { return info_; }
  bool is_interlaced() { return png_get_interlace_type(png_, info_) != PNG_INTERLACE_NONE; }
  template <class Calls>
  bool run(Calls calls) {
    return guarded(png_, calls);
  }

  PixelSize size() {
    return {static_cast<int>(png_get_image_width(png_, info_)),
            static_cast<int>(png_get_image_height(png_, info_))};
  }
  std::size_t row_length() { return png_get_rowbytes(png_, info_); }
  bool keeps_limits(std::size_t file_size) {
    const std::int64_t pixels = std::int64_t{size().width} * size().height;
    const std::uint64_t stored = std::uint64_t{row_length()} * png_get_image_height(png_, info_);
    return pixels <= (is_interlaced() ? kMaxBufferedPixels : kMaxPixels) &&
           stored / kMaxExpansion <= file_size;
  }

  // Whatever is stored becomes 8 bits a channel: grey or RGB, with alpha where there is any.
  bool prepare() {
    return run([&] {
      png_set_expand(png_);
      png_set_scale_16(png_);
      apply_gamma();
      if (is_interlaced()) png_set_interlace_handling(png_);
      png_read_update_info(png_, info_);
    });
  }

  std::string icc_profile() {
    png_charp name = nullptr;
    png_bytep data = nullptr;
    png_uint_32 length = 0;
    int compression = 0;
    if (png_get_iCCP(png_, info_, &name, &compression, &data, &length) == 0) return {};
    return {reinterpret_cast<const char*>(data), length};
  }

 private:
  // gAMA counts only where nothing better says what the colours are (PNG, third edition, 4.3).
  void apply_gamma() {
    double gamma = 0;
    const bool says_better = png_get_valid(png_, info_, PNG_INFO_iCCP | PNG_INFO_sRGB) != 0;
    if (!says_better && png_get_gAMA(png_, info_, &gamma) != 0 && gamma > 0.01 && gamma < 10) {
      png_set_gamma(png_, PNG_DEFAULT_sRGB, gamma);
    }
  }
  static void read(png_structp png, png_bytep out, std::size_t length) {
    auto& self = *static_cast<Reader*>(png_get_io_ptr(png));
    if (self.rest_.size() < length) png_error(png, "the data ends too early");
    std::memcpy(out, self.rest_.data(), length);
    self.rest_.remove_prefix(length);
  }

  std::string_view rest_;
  png_structp png_;
  png_infop info_ = nullptr;
  bool is_open_ = false;
};

class Writer {
 public:
  Writer() : png_(png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, fail, ignore)) {
    if (png_ != nullptr) info_ = png_create_info_struct(png_);
  }
  ~Writer() { png_destroy_write_struct(&png_, &info_); }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  bool is_open() const { return info_ != nullptr; }
  png_structp png() { return png_; }
  png_infop info() { return info_; }
  template <class Calls>
  bool run(Calls calls) {
    return guarded(png_, calls);
  }
  static void append(png_structp png, png_bytep data, std::size_t length) {
    static_cast<std::string*>(png_get_io_ptr(png))
        ->append(reinterpret_cast<const char*>(data), length);
  }

 private:
  png_structp png_;
  png_infop info_ = nullptr;
};

PixelModel model_of(int channels) {
  switch (channels) {
    case 1:
      return PixelModel::grey;
    case 2:
      return PixelModel::grey_alpha;
    case 3:
      return PixelModel::rgb;
    default:
      return PixelModel::rgb_alpha;
  }
}

int color_type_of(int channels) {
  switch (channels) {
    case 1:
      return PNG_COLOR_TYPE_GRAY;
    case 2:
      return PNG_COLOR_TYPE_GRAY_ALPHA;
    case 3:
      return PNG_COLOR_TYPE_RGB;
    default:
      return PNG_COLOR_TYPE_RGB_ALPHA;
  }
}

// An interlaced picture comes in seven passes over all its rows, so it has to be held whole.
bool read_interlaced(Reader& reader, PixelSize size, std::size_t row_length,
                     BitmapBuilder& builder) {
  std::vector<png_byte> all(row_length * static_cast<std::size_t>(size.height));
  const bool complete = reader.run([&] {
    for (int pass = 0; pass < PNG_INTERLACE_ADAM7_PASSES; ++pass) {
      png_byte* row = all.data();
      for (int y = 0; y < size.height; ++y, row += row_length) {
        png_read_row(reader.png(), row, nullptr);
      }
    }
  });
  for (int y = 0; complete && y < size.height; ++y) {
    builder.add_row(all.data() + static_cast<std::size_t>(y) * row_length);
  }
  return complete;
}

bool read_rows(Reader& reader, PixelSize size, std::size_t row_length, BitmapBuilder& builder) {
  std::vector<png_byte> row(row_length);
  for (int y = 0; y < size.height; ++y) {
    if (!reader.run([&] { png_read_row(reader.png(), row.data(), nullptr); })) return false;
    builder.add_row(row.data());
  }
  return true;
}

// The body of the eXIf chunk, looked for among the chunks before the pixels.
std::string_view exif_chunk(std::string_view bytes) {
  std::size_t at = kSignature.size();
  while (bytes.size() - at >= 12) {
    const std::size_t length = read_32(bytes, at);
    const std::string_view type = bytes.substr(at + 4, 4);
    if (type == "IDAT" || length > bytes.size() - at - 12) break;
    if (type == "eXIf") return bytes.substr(at + 8, length);
    at += length + 12;
  }
  return {};
}

}  // namespace

std::optional<ImageInfo> probe_png(std::string_view bytes) {
  if (!bytes.starts_with(kSignature) || bytes.size() < 33 || bytes.substr(12, 4) != "IHDR") {
    return std::nullopt;
  }
  constexpr std::uint32_t kMaxSide = 1'000'000;  // libpng's own limit
  const std::uint32_t width = read_32(bytes, 16), height = read_32(bytes, 20);
  if (width == 0 || height == 0 || width > kMaxSide || height > kMaxSide) return std::nullopt;
  return ImageInfo{ImageFormat::png, static_cast<int>(width), static_cast<int>(height),
                   exif_orientation(exif_chunk(bytes))};
}

std::optional<Bitmap> decode_png(std::string_view bytes, Fit fit) {
  Reader reader(bytes);
  if (!reader.is_open()) return std::nullopt;
  if (!reader.keeps_limits(bytes.size()) || !reader.prepare()) return std::nullopt;
  const PixelSize size = reader.size();
  const int channels = png_get_channels(reader.png(), reader.info());
  const std::size_t row_length = reader.row_length();
  BitmapBuilder builder(size, channels, fit,
                        conversion_to_srgb(reader.icc_profile(), model_of(channels)));
  const bool complete = reader.is_interlaced() ? read_interlaced(reader, size, row_length, builder)
                                               : read_rows(reader, size, row_length, builder);
  if (!complete || !reader.run([&] { png_read_end(reader.png(), nullptr); })) return std::nullopt;
  return builder.finish();
}

bool is_whole_png(std::string_view bytes) {
  Reader reader(bytes);
  if (!reader.is_open() || !reader.keeps_limits(bytes.size())) return false;
  std::vector<png_byte> row(reader.row_length());
  return reader.run([&] {
    const int passes = png_set_interlace_handling(reader.png());
    png_start_read_image(reader.png());
    for (int pass = 0; pass < passes; ++pass) {
      for (int y = 0; y < reader.size().height; ++y) {
        png_read_row(reader.png(), row.data(), nullptr);
      }
    }
    png_read_end(reader.png(), nullptr);
  });
}

std::string encode_png(const Bitmap& bitmap) {
  constexpr int kCompressionLevel = 6;
  Writer writer;
  std::string out;
  if (!writer.is_open()) return out;
  const std::size_t row_length =
      static_cast<std::size_t>(bitmap.width) * static_cast<std::size_t>(bitmap.channels);
  const bool complete = writer.run([&] {
    png_set_write_fn(writer.png(), &out, Writer::append, nullptr);
    png_set_compression_level(writer.png(), kCompressionLevel);
    png_set_IHDR(writer.png(), writer.info(), static_cast<png_uint_32>(bitmap.width),
                 static_cast<png_uint_32>(bitmap.height), 8, color_type_of(bitmap.channels),
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(writer.png(), writer.info());
    const png_byte* row = bitmap.samples.data();
    for (int y = 0; y < bitmap.height; ++y, row += row_length) png_write_row(writer.png(), row);
    png_write_end(writer.png(), nullptr);
  });
  return complete ? out : std::string();
}

}  // namespace munjip
