// AVIF and HEIC (ISO/IEC 23008-12) through libheif, which is loaded for the first such picture
// only: with its codecs it is some ten shared objects that no other book needs.
#include <libheif/heif.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "base/shared_library.h"
#include "media/codec.h"
#include "media/color.h"

namespace munjip {

namespace {

class Heif {
 public:
  // Null where the machine has no libheif.
  static const Heif* get() {
    static const Heif heif;
    return heif.is_complete_ ? &heif : nullptr;
  }

  decltype(&heif_context_alloc) context_alloc = nullptr;
  decltype(&heif_context_free) context_free = nullptr;
  decltype(&heif_context_read_from_memory_without_copy) context_read = nullptr;
  decltype(&heif_context_get_primary_image_handle) primary_image = nullptr;
  decltype(&heif_image_handle_release) handle_release = nullptr;
  decltype(&heif_image_handle_get_width) width = nullptr;
  decltype(&heif_image_handle_get_height) height = nullptr;
  decltype(&heif_image_handle_has_alpha_channel) has_alpha = nullptr;
  decltype(&heif_image_handle_get_raw_color_profile_size) profile_size = nullptr;
  decltype(&heif_image_handle_get_raw_color_profile) profile = nullptr;
  decltype(&heif_decoding_options_alloc) options_alloc = nullptr;
  decltype(&heif_decoding_options_free) options_free = nullptr;
  decltype(&heif_decode_image) decode_image = nullptr;
  decltype(&heif_image_release) image_release = nullptr;
  decltype(&heif_image_get_primary_width) image_width = nullptr;
  decltype(&heif_image_get_primary_height) image_height = nullptr;
  decltype(&heif_image_get_plane_readonly) plane = nullptr;

 private:
  Heif() {
    const SharedLibrary library("libheif.so.1");
    is_complete_ = library.load("heif_context_alloc", context_alloc) &&
                   library.load("heif_context_free", context_free) &&
                   library.load("heif_context_read_from_memory_without_copy", context_read) &&
                   library.load("heif_context_get_primary_image_handle", primary_image) &&
                   library.load("heif_image_handle_release", handle_release) &&
                   library.load("heif_image_handle_get_width", width) &&
                   library.load("heif_image_handle_get_height", height) &&
                   library.load("heif_image_handle_has_alpha_channel", has_alpha) &&
                   library.load("heif_image_handle_get_raw_color_profile_size", profile_size) &&
                   library.load("heif_image_handle_get_raw_color_profile", profile) &&
                   library.load("heif_decoding_options_alloc", options_alloc) &&
                   library.load("heif_decoding_options_free", options_free) &&
                   library.load("heif_decode_image", decode_image) &&
                   library.load("heif_image_release", image_release) &&
                   library.load("heif_image_get_primary_width", image_width) &&
                   library.load("heif_image_get_primary_height", image_height) &&
                   library.load("heif_image_get_plane_readonly", plane);
  }

  bool is_complete_ = false;
};

bool succeeded(const heif_error& error) {
  return error.code == heif_error_Ok;
}

// The picture that the file shows first, of all those in it.
class PrimaryImage {
 public:
  PrimaryImage(const Heif& heif, std::string_view bytes)
      : heif_(heif), context_(heif.context_alloc(), heif.context_free) {
    if (!context_ ||
        !succeeded(heif.context_read(context_.get(), bytes.data(), bytes.size(), nullptr)) ||
        !succeeded(heif.primary_image(context_.get(), &handle_))) {
      return;
    }
    size_ = {heif.width(handle_), heif.height(handle_)};
  }
  ~PrimaryImage() {
    if (handle_ != nullptr) heif_.handle_release(handle_);
  }
  PrimaryImage(const PrimaryImage&) = delete;
  PrimaryImage& operator=(const PrimaryImage&) = delete;

  // Turned and cropped as the file asks; 0 x 0 where it cannot be read.
  PixelSize size() const { return size_; }
  bool has_alpha() const { return heif_.has_alpha(handle_) != 0; }

  std::string icc_profile() const {
    std::string profile(heif_.profile_size(handle_), '\0');
    if (profile.empty() || !succeeded(heif_.profile(handle_, profile.data()))) return {};
    return profile;
  }

  using Decoded = std::unique_ptr<heif_image, decltype(&heif_image_release)>;
  Decoded decode() const {
    const std::unique_ptr<heif_decoding_options, decltype(&heif_decoding_options_free)> options(
        heif_.options_alloc(), heif_.options_free);
    Decoded none(nullptr, heif_.image_release);
    if (!options) return none;
    options->convert_hdr_to_8bit = 1;
    options->strict_decoding = 1;
    heif_image* image = nullptr;
    const heif_chroma chroma =
        has_alpha() ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB;
    if (!succeeded(
            heif_.decode_image(handle_, &image, heif_colorspace_RGB, chroma, options.get()))) {
      return none;
    }
    return {image, heif_.image_release};
  }

 private:
  const Heif& heif_;
  std::unique_ptr<heif_context, decltype(&heif_context_free)> context_;
  heif_image_handle* handle_ = nullptr;
  PixelSize size_;
};

// The brands of the file type box (ISO/IEC 14496-12, 4.3) that name a picture, and the codec.
std::optional<ImageFormat> format_by_brand(std::string_view bytes) {
  constexpr std::array<std::string_view, 2> kAvif{"avif", "avis"};
  constexpr std::array<std::string_view, 8> kHeic{"heic", "heix", "heim", "heis",
                                                  "hevc", "hevx", "mif1", "msf1"};
  if (bytes.size() < 16 || bytes.substr(4, 4) != "ftyp") return std::nullopt;
  std::size_t length = 0;
  for (std::size_t i = 0; i < 4; ++i) length = length << 8 | static_cast<std::uint8_t>(bytes[i]);
  const std::string_view box = bytes.substr(0, std::min<std::size_t>(length, 256));
  bool is_heic = false;
  for (std::size_t at = 8; at + 4 <= box.size(); at += at == 8 ? 8 : 4) {
    const std::string_view brand = box.substr(at, 4);
    if (std::find(kAvif.begin(), kAvif.end(), brand) != kAvif.end()) return ImageFormat::avif;
    is_heic = is_heic || std::find(kHeic.begin(), kHeic.end(), brand) != kHeic.end();
  }
  if (is_heic) return ImageFormat::heic;
  return std::nullopt;
}

}  // namespace

std::optional<ImageFormat> heif_format(std::string_view bytes) {
  return format_by_brand(bytes);
}

bool can_read_heif() {
  return Heif::get() != nullptr;
}

std::optional<ImageInfo> probe_heif(std::string_view bytes) {
  const std::optional<ImageFormat> format = format_by_brand(bytes);
  const Heif* heif = format ? Heif::get() : nullptr;
  if (heif == nullptr) return std::nullopt;
  const PixelSize size = PrimaryImage(*heif, bytes).size();
  if (size.width <= 0 || size.height <= 0) return std::nullopt;
  return ImageInfo{*format, size.width, size.height, 1};
}

std::optional<Bitmap> decode_heif(std::string_view bytes, Fit fit) {
  const Heif* heif = Heif::get();
  if (heif == nullptr) return std::nullopt;
  const PrimaryImage picture(*heif, bytes);
  const std::int64_t pixels = std::int64_t{picture.size().width} * picture.size().height;
  if (pixels <= 0 || pixels > kMaxBufferedPixels) return std::nullopt;
  const PrimaryImage::Decoded image = picture.decode();
  if (!image) return std::nullopt;
  const PixelSize size{heif->image_width(image.get()), heif->image_height(image.get())};
  int stride = 0;
  const std::uint8_t* row = heif->plane(image.get(), heif_channel_interleaved, &stride);
  const int channels = picture.has_alpha() ? 4 : 3;
  if (row == nullptr || size.width <= 0 || size.height <= 0 || stride < size.width * channels) {
    return std::nullopt;
  }
  const PixelModel model = channels == 4 ? PixelModel::rgb_alpha : PixelModel::rgb;
  BitmapBuilder builder(size, channels, fit, conversion_to_srgb(picture.icc_profile(), model));
  for (int y = 0; y < size.height; ++y, row += stride) builder.add_row(row);
  return builder.finish();
}

}  // namespace munjip
