// TIFF (Adobe, TIFF 6.0) through libtiff, which is loaded for the first such picture only: it
// brings a codec library for each of TIFF's compressions. Only a file's first page is looked at.
#include <tiffio.h>

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <memory>
#include <vector>

#include "base/shared_library.h"
#include "media/codec.h"
#include "media/color.h"

namespace munjip {

namespace {

class LibTiff {
 public:
  // Null where the machine has no libtiff.
  static const LibTiff* get() {
    static const LibTiff tiff;
    return tiff.is_complete_ ? &tiff : nullptr;
  }

  decltype(&TIFFOpenOptionsAlloc) options_alloc = nullptr;
  decltype(&TIFFOpenOptionsFree) options_free = nullptr;
  decltype(&TIFFOpenOptionsSetMaxSingleMemAlloc) set_max_alloc = nullptr;
  decltype(&TIFFOpenOptionsSetErrorHandlerExtR) set_error_handler = nullptr;
  decltype(&TIFFOpenOptionsSetWarningHandlerExtR) set_warning_handler = nullptr;
  decltype(&TIFFClientOpenExt) open = nullptr;
  decltype(&TIFFClose) close = nullptr;
  decltype(&TIFFGetField) get_field = nullptr;
  decltype(&TIFFRGBAImageBegin) image_begin = nullptr;
  decltype(&TIFFRGBAImageGet) image_get = nullptr;
  decltype(&TIFFRGBAImageEnd) image_end = nullptr;

 private:
  LibTiff() {
    const SharedLibrary library("libtiff.so.6");
    is_complete_ = library.load("TIFFOpenOptionsAlloc", options_alloc) &&
                   library.load("TIFFOpenOptionsFree", options_free) &&
                   library.load("TIFFOpenOptionsSetMaxSingleMemAlloc", set_max_alloc) &&
                   library.load("TIFFOpenOptionsSetErrorHandlerExtR", set_error_handler) &&
                   library.load("TIFFOpenOptionsSetWarningHandlerExtR", set_warning_handler) &&
                   library.load("TIFFClientOpenExt", open) && library.load("TIFFClose", close) &&
                   library.load("TIFFGetField", get_field) &&
                   library.load("TIFFRGBAImageBegin", image_begin) &&
                   library.load("TIFFRGBAImageGet", image_get) &&
                   library.load("TIFFRGBAImageEnd", image_end);
  }

  bool is_complete_ = false;
};

// Bytes in memory as the file that libtiff reads.
struct MemoryFile {
  std::string_view bytes;
  toff_t at = 0;
};

tmsize_t read(thandle_t handle, void* out, tmsize_t length) {
  auto& file = *static_cast<MemoryFile*>(handle);
  if (file.at >= file.bytes.size() || length <= 0) return 0;
  const std::size_t count =
      std::min<std::size_t>(file.bytes.size() - file.at, static_cast<std::size_t>(length));
  std::memcpy(out, file.bytes.data() + file.at, count);
  file.at += count;
  return static_cast<tmsize_t>(count);
}

tmsize_t write_nothing(thandle_t, void*, tmsize_t) {
  return 0;
}

toff_t seek(thandle_t handle, toff_t offset, int whence) {
  auto& file = *static_cast<MemoryFile*>(handle);
  const toff_t from = whence == SEEK_CUR ? file.at : whence == SEEK_END ? file.bytes.size() : 0;
  return file.at = from + offset;
}

int close(thandle_t) {
  return 0;
}

toff_t size(thandle_t handle) {
  return static_cast<MemoryFile*>(handle)->bytes.size();
}

// A broken picture is told by decode_tiff's caller, not by libtiff on standard error.
int keep_quiet(TIFF*, void*, const char*, const char*, std::va_list) {
  return 1;
}

// One strip or tile of the largest picture has room in it, with 8 bytes a pixel and a tile's edge.
constexpr tmsize_t kMaxAllocation = kMaxBufferedPixels * 8 + (tmsize_t{16} << 20);

class TiffFile {
 public:
  TiffFile(const LibTiff& lib, std::string_view bytes) : lib_(lib), memory_{bytes} {
    const std::unique_ptr<TIFFOpenOptions, decltype(&TIFFOpenOptionsFree)> options(
        lib.options_alloc(), lib.options_free);
    if (!options) return;
    lib.set_max_alloc(options.get(), kMaxAllocation);
    lib.set_error_handler(options.get(), keep_quiet, nullptr);
    lib.set_warning_handler(options.get(), keep_quiet, nullptr);
    // m: no mapping into memory, where it already is.
    file_ = lib.open("picture", "rm", &memory_, read, write_nothing, seek, munjip::close,
                     munjip::size, nullptr, nullptr, options.get());
  }
  ~TiffFile() {
    if (file_ != nullptr) lib_.close(file_);
  }
  TiffFile(const TiffFile&) = delete;
  TiffFile& operator=(const TiffFile&) = delete;

  TIFF* get() const { return file_; }

  std::string icc_profile() const {
    std::uint32_t length = 0;
    void* data = nullptr;
    if (lib_.get_field(file_, TIFFTAG_ICCPROFILE, &length, &data) == 0 || data == nullptr) {
      return {};
    }
    return {static_cast<const char*>(data), length};
  }

 private:
  const LibTiff& lib_;
  MemoryFile memory_;
  TIFF* file_ = nullptr;
};

// What libtiff makes of any kind of TIFF: 8 bits of red, green, blue and alpha, by which the
// colours are multiplied.
class RgbaImage {
 public:
  RgbaImage(const LibTiff& lib, TIFF* file) : lib_(lib) {
    constexpr int kStopAtErrors = 1;
    char message[1024] = {};
    is_open_ = lib.image_begin(&image_, file, kStopAtErrors, message) != 0;
  }
  ~RgbaImage() {
    if (is_open_) lib_.image_end(&image_);
  }
  RgbaImage(const RgbaImage&) = delete;
  RgbaImage& operator=(const RgbaImage&) = delete;

  bool is_open() const { return is_open_; }
  bool has_alpha() const { return image_.alpha != 0; }
  PixelSize size() const {
    return {static_cast<int>(image_.width), static_cast<int>(image_.height)};
  }
  bool keeps_limits() const {
    return image_.width > 0 && image_.height > 0 &&
           std::uint64_t{image_.width} * image_.height <= std::uint64_t{kMaxBufferedPixels};
  }
  // Rows as stored; nothing where the data is broken.
  std::optional<std::vector<std::uint32_t>> pixels() {
    image_.req_orientation = image_.orientation;
    std::vector<std::uint32_t> raster(std::size_t{image_.width} * image_.height);
    if (lib_.image_get(&image_, raster.data(), image_.width, image_.height) == 0) {
      return std::nullopt;
    }
    return raster;
  }

 private:
  const LibTiff& lib_;
  TIFFRGBAImage image_{};
  bool is_open_ = false;
};

void unpack(const std::uint32_t* pixels, int width, bool has_alpha, std::uint8_t* out) {
  for (int x = 0; x < width; ++x) {
    const std::uint32_t pixel = pixels[x], alpha = has_alpha ? TIFFGetA(pixel) : 255;
    *out++ = without_alpha(TIFFGetR(pixel), alpha);
    *out++ = without_alpha(TIFFGetG(pixel), alpha);
    *out++ = without_alpha(TIFFGetB(pixel), alpha);
    if (has_alpha) *out++ = static_cast<std::uint8_t>(alpha);
  }
}

}  // namespace

bool can_read_tiff() {
  return LibTiff::get() != nullptr;
}

bool is_known_tiff(std::string_view bytes) {
  const LibTiff* lib = LibTiff::get();
  if (lib == nullptr) return false;
  const TiffFile file(*lib, bytes);
  // What cannot even be opened is damaged.
  return file.get() == nullptr || RgbaImage(*lib, file.get()).is_open();
}

bool is_jpeg_in_tiff(std::string_view bytes) {
  const std::uint32_t coding = tiff_field(bytes, TIFFTAG_COMPRESSION).value_or(COMPRESSION_NONE);
  return coding == COMPRESSION_JPEG || coding == COMPRESSION_OJPEG;
}

std::optional<ImageInfo> probe_tiff(std::string_view bytes) {
  constexpr std::uint32_t kMaxSide = 1'000'000;
  const std::uint32_t width = tiff_field(bytes, TIFFTAG_IMAGEWIDTH).value_or(0);
  const std::uint32_t height = tiff_field(bytes, TIFFTAG_IMAGELENGTH).value_or(0);
  if (width == 0 || height == 0 || width > kMaxSide || height > kMaxSide) return std::nullopt;
  return ImageInfo{ImageFormat::tiff, static_cast<int>(width), static_cast<int>(height),
                   exif_orientation(bytes)};
}

std::optional<Bitmap> decode_tiff(std::string_view bytes, Fit fit) {
  const LibTiff* lib = LibTiff::get();
  if (lib == nullptr) return std::nullopt;
  const TiffFile file(*lib, bytes);
  if (file.get() == nullptr) return std::nullopt;
  RgbaImage image(*lib, file.get());
  if (!image.is_open() || !image.keeps_limits()) return std::nullopt;
  const auto pixels = image.pixels();
  if (!pixels) return std::nullopt;
  const PixelModel model = image.has_alpha() ? PixelModel::rgb_alpha : PixelModel::rgb;
  const int channels = image.has_alpha() ? 4 : 3;
  const auto width = static_cast<std::size_t>(image.size().width);
  BitmapBuilder builder(image.size(), channels, fit, conversion_to_srgb(file.icc_profile(), model));
  std::vector<std::uint8_t> row(width * static_cast<std::size_t>(channels));
  for (std::size_t y = 0; y < static_cast<std::size_t>(image.size().height); ++y) {
    unpack(pixels->data() + y * width, image.size().width, image.has_alpha(), row.data());
    builder.add_row(row.data());
  }
  return builder.finish();
}

}  // namespace munjip
