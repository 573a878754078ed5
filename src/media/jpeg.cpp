// JPEG through libjpeg-turbo. Its errors jump back to the last guarded() call, so no C++ object
// with a destructor lives in a frame that is jumped over.
#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <vector>

// jpeglib.h needs size_t and FILE to be declared before it, and jerror.h what jpeglib.h configures.
#include <jpeglib.h>

#include <jerror.h>

#include "media/codec.h"
#include "media/color.h"

namespace munjip {

namespace {

// Real progressive files have about ten scans; one of thousands is made to burn time.
constexpr int kMaxScans = 100;
// The sparsest legal coding takes one bit for a block of 8 x 8 pixels.
constexpr std::int64_t kMaxPixelsPerByte = 8 * 64;

struct ErrorState {
  jpeg_error_mgr manager;  // first: libjpeg hands back its address
  std::jmp_buf jump;
  bool is_damaged;
};

ErrorState& state_of(j_common_ptr codec) {
  return *reinterpret_cast<ErrorState*>(codec->err);
}

[[noreturn]] void fail(j_common_ptr codec) {
  std::longjmp(state_of(codec).jump, 1);
}

// libjpeg fills what is missing with grey and carries on; these warnings say that it did.
void take_message(j_common_ptr codec, int level) {
  if (level >= 0) return;
  switch (codec->err->msg_code) {
    case JWRN_JPEG_EOF:
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_ARITH_BAD_CODE:
    case JWRN_BOGUS_PROGRESSION:
    case JWRN_NOT_SEQUENTIAL:
      state_of(codec).is_damaged = true;
      break;
    default:
      break;
  }
}

void watch_scans(j_common_ptr codec) {
  if (reinterpret_cast<j_decompress_ptr>(codec)->input_scan_number > kMaxScans) fail(codec);
}

jpeg_error_mgr* install(ErrorState& state) {
  jpeg_error_mgr* manager = jpeg_std_error(&state.manager);
  manager->error_exit = fail;
  manager->emit_message = take_message;
  manager->output_message = [](j_common_ptr) {};
  state.is_damaged = false;
  return manager;
}

// Runs `calls` (libjpeg calls only); false where libjpeg gave up.
template <class Calls>
bool guarded(ErrorState& state, Calls calls) {
  if (setjmp(state.jump) != 0) return false;  // NOLINT(cert-err52-cpp): libjpeg knows no other way
  calls();
  return true;
}

class Decompressor {
 public:
  explicit Decompressor(std::string_view bytes) {
    codec_.err = install(errors_);
    is_open_ = guarded(errors_, [&] {
      jpeg_create_decompress(&codec_);
      codec_.progress = &progress_;
      jpeg_save_markers(&codec_, JPEG_APP0 + 2, 0xFFFF);
      jpeg_mem_src(&codec_, reinterpret_cast<const unsigned char*>(bytes.data()),
                   static_cast<unsigned long>(bytes.size()));
      jpeg_read_header(&codec_, TRUE);
    });
    const std::int64_t pixels = std::int64_t{codec_.image_width} * codec_.image_height;
    // libjpeg holds the coefficients of all scans of a progressive picture: six bytes a pixel.
    is_open_ = is_open_ && pixels > 0 &&
               pixels <= (jpeg_has_multiple_scans(&codec_) ? kMaxBufferedPixels : kMaxPixels) &&
               pixels / kMaxPixelsPerByte <= static_cast<std::int64_t>(bytes.size());
  }
  ~Decompressor() { jpeg_destroy_decompress(&codec_); }
  Decompressor(const Decompressor&) = delete;
  Decompressor& operator=(const Decompressor&) = delete;

  bool is_open() const { return is_open_; }
  bool is_damaged() const { return errors_.is_damaged; }
  jpeg_decompress_struct& codec() { return codec_; }
  template <class Calls>
  bool run(Calls calls) {
    return guarded(errors_, calls);
  }

  std::string icc_profile() {
    JOCTET* data = nullptr;
    unsigned length = 0;
    const bool found =
        run([&] { jpeg_read_icc_profile(&codec_, &data, &length); }) && data != nullptr;
    const std::unique_ptr<JOCTET, decltype(&std::free)> owner(data, &std::free);
    return found ? std::string(reinterpret_cast<const char*>(data), length) : std::string();
  }

  // The colour conversion that libjpeg does itself: to grey, RGB or CMYK.
  PixelModel choose_output() {
    switch (codec_.jpeg_color_space) {
      case JCS_GRAYSCALE:
        codec_.out_color_space = JCS_GRAYSCALE;
        return PixelModel::grey;
      case JCS_CMYK:
      case JCS_YCCK:
        codec_.out_color_space = JCS_CMYK;
        // Adobe writes CMYK upside down (Technical Note 5116, section 18).
        return codec_.saw_Adobe_marker ? PixelModel::inverted_cmyk : PixelModel::cmyk;
      default:
        codec_.out_color_space = JCS_RGB;
        return PixelModel::rgb;
    }
  }

  // Starts decoding at the size as stored or the smallest of 1/2, 1/4, 1/8 that is not below
  // `wanted`.
  bool start(PixelSize wanted) {
    unsigned denominator = 8;
    while (denominator > 1 &&
           (codec_.image_width / denominator < static_cast<unsigned>(wanted.width) ||
            codec_.image_height / denominator < static_cast<unsigned>(wanted.height))) {
      denominator /= 2;
    }
    codec_.scale_num = 1;
    codec_.scale_denom = denominator;
    return run([&] { jpeg_start_decompress(&codec_); });
  }

  // One row into `row`; false at the end or where libjpeg gave up.
  bool read_row(JSAMPLE* row) {
    JSAMPROW rows[] = {row};
    return codec_.output_scanline < codec_.output_height &&
           run([&] { jpeg_read_scanlines(&codec_, rows, 1); });
  }
  bool finish() {
    return codec_.output_scanline == codec_.output_height &&
           run([&] { jpeg_finish_decompress(&codec_); }) && !errors_.is_damaged;
  }

 private:
  ErrorState errors_{};
  jpeg_progress_mgr progress_{watch_scans, 0, 0, 0, 0};
  jpeg_decompress_struct codec_{};
  bool is_open_ = false;
};

class Compressor {
 public:
  Compressor() {
    codec_.err = install(errors_);
    is_open_ = guarded(errors_, [&] {
      jpeg_create_compress(&codec_);
      jpeg_mem_dest(&codec_, &data_, &length_);
    });
  }
  ~Compressor() {
    jpeg_destroy_compress(&codec_);
    std::free(data_);
  }
  Compressor(const Compressor&) = delete;
  Compressor& operator=(const Compressor&) = delete;

  bool start(const Bitmap& bitmap, int channels, int quality) {
    return is_open_ && guarded(errors_, [&] {
             codec_.image_width = static_cast<JDIMENSION>(bitmap.width);
             codec_.image_height = static_cast<JDIMENSION>(bitmap.height);
             codec_.input_components = channels;
             codec_.in_color_space = channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
             jpeg_set_defaults(&codec_);
             jpeg_set_quality(&codec_, quality, TRUE);
             codec_.optimize_coding = TRUE;
             jpeg_start_compress(&codec_, TRUE);
           });
  }
  bool write_row(const JSAMPLE* row) {
    JSAMPROW rows[] = {const_cast<JSAMPROW>(row)};
    return guarded(errors_, [&] { jpeg_write_scanlines(&codec_, rows, 1); });
  }
  std::string finish() {
    if (!guarded(errors_, [&] { jpeg_finish_compress(&codec_); })) return {};
    return {reinterpret_cast<const char*>(data_), length_};
  }

 private:
  ErrorState errors_{};
  jpeg_compress_struct codec_{};
  unsigned char* data_ = nullptr;
  unsigned long length_ = 0;
  bool is_open_ = false;
};

// A row without its alpha, laid on white.
void lay_on_white(const std::uint8_t* in, int width, int channels, std::uint8_t* out) {
  for (int x = 0; x < width; ++x, in += channels) {
    const int alpha = in[channels - 1];
    for (int c = 0; c + 1 < channels; ++c) {
      *out++ = static_cast<std::uint8_t>((in[c] * alpha + 255 * (255 - alpha) + 127) / 255);
    }
  }
}

}  // namespace

std::optional<Bitmap> decode_jpeg(std::string_view bytes, Fit fit) {
  Decompressor jpeg(bytes);
  if (!jpeg.is_open()) return std::nullopt;
  const std::string icc = jpeg.icc_profile();
  const PixelModel model = jpeg.choose_output();
  const PixelSize stored{static_cast<int>(jpeg.codec().image_width),
                         static_cast<int>(jpeg.codec().image_height)};
  const PixelSize wanted = fitted(stored, fit);
  if (!jpeg.start(wanted)) return std::nullopt;
  const PixelSize size{static_cast<int>(jpeg.codec().output_width),
                       static_cast<int>(jpeg.codec().output_height)};
  BitmapBuilder builder(size, model == PixelModel::grey ? 1 : 3, {wanted.width, wanted.height},
                        conversion_to_srgb(icc, model));
  std::vector<JSAMPLE> row(std::size_t{jpeg.codec().output_width} *
                           static_cast<std::size_t>(jpeg.codec().output_components));
  while (jpeg.read_row(row.data())) builder.add_row(row.data());
  if (!jpeg.finish()) return std::nullopt;
  return builder.finish();
}

std::optional<JpegFacts> jpeg_facts(std::string_view bytes) {
  Decompressor jpeg(bytes);
  if (!jpeg.is_open()) return std::nullopt;
  JpegFacts facts;
  facts.channels = jpeg.codec().num_components;
  const J_COLOR_SPACE space = jpeg.codec().jpeg_color_space;
  facts.is_plain =
      !jpeg.codec().arith_code && (space == JCS_GRAYSCALE || space == JCS_YCbCr ||
                                   (space == JCS_RGB && jpeg.codec().saw_Adobe_marker));
  const PixelModel model = jpeg.choose_output();
  facts.is_srgb_like = is_srgb_like(jpeg.icc_profile(), model);
  return facts;
}

bool is_whole_jpeg(std::string_view bytes) {
  Decompressor jpeg(bytes);
  if (!jpeg.is_open()) return false;
  jpeg.choose_output();
  // At 1/8 only the first coefficient of each block is transformed: little more than reading.
  if (!jpeg.start({1, 1})) return false;
  std::vector<JSAMPLE> row(std::size_t{jpeg.codec().output_width} *
                           static_cast<std::size_t>(jpeg.codec().output_components));
  while (jpeg.read_row(row.data())) {
  }
  return jpeg.finish();
}

std::string encode_jpeg(const Bitmap& bitmap, int quality) {
  const bool has_alpha = bitmap.channels == 2 || bitmap.channels == 4;
  const int channels = has_alpha ? bitmap.channels - 1 : bitmap.channels;
  Compressor jpeg;
  if (!jpeg.start(bitmap, channels, std::clamp(quality, 1, 100))) return {};
  std::vector<std::uint8_t> flat(static_cast<std::size_t>(bitmap.width) *
                                 static_cast<std::size_t>(channels));
  const std::uint8_t* row = bitmap.samples.data();
  for (int y = 0; y < bitmap.height; ++y, row += bitmap.width * bitmap.channels) {
    if (has_alpha) lay_on_white(row, bitmap.width, bitmap.channels, flat.data());
    if (!jpeg.write_row(has_alpha ? flat.data() : row)) return {};
  }
  return jpeg.finish();
}

}  // namespace munjip
