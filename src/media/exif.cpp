// The one EXIF field that matters for showing a picture: its orientation (CIPA DC-008, 4.6.4).
#include "media/codec.h"

namespace munjip {

namespace {

// Unsigned integers of a TIFF structure in its byte order; 0 beyond its end.
class TiffReader {
 public:
  TiffReader(std::string_view bytes, bool is_big_endian)
      : bytes_(bytes), is_big_endian_(is_big_endian) {}

  std::uint32_t read(std::size_t at, std::size_t length) const {
    if (at > bytes_.size() || bytes_.size() - at < length) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < length; ++i) {
      const std::size_t next = is_big_endian_ ? at + i : at + length - 1 - i;
      value = value << 8 | static_cast<std::uint8_t>(bytes_[next]);
    }
    return value;
  }

 private:
  std::string_view bytes_;
  bool is_big_endian_;
};

}  // namespace

int exif_orientation(std::string_view exif) {
  constexpr std::string_view kPreamble("Exif\0\0", 6);
  constexpr std::uint32_t kOrientationTag = 0x0112;
  constexpr std::size_t kEntrySize = 12;
  if (exif.starts_with(kPreamble)) exif.remove_prefix(kPreamble.size());
  if (!exif.starts_with("II") && !exif.starts_with("MM")) return 1;
  const TiffReader tiff(exif, exif.starts_with("MM"));
  if (tiff.read(2, 2) != 42) return 1;
  const std::size_t directory = tiff.read(4, 4);
  const std::size_t count = tiff.read(directory, 2);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = directory + 2 + i * kEntrySize;
    if (tiff.read(entry, 2) != kOrientationTag) continue;
    const std::uint32_t value = tiff.read(entry + 8, 2);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

}  // namespace munjip
