// Fields of a TIFF directory, of which EXIF is one; the only one of EXIF that matters for showing a
// picture is its orientation (CIPA DC-008, 4.6.4).
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

std::optional<std::uint32_t> tiff_field(std::string_view bytes, std::uint32_t tag) {
  constexpr std::size_t kEntrySize = 12;
  constexpr std::uint32_t kShort = 3, kLong = 4;
  if (!bytes.starts_with("II") && !bytes.starts_with("MM")) return std::nullopt;
  const TiffReader tiff(bytes, bytes.starts_with("MM"));
  if (tiff.read(2, 2) != 42) return std::nullopt;
  const std::size_t directory = tiff.read(4, 4);
  const std::size_t count = tiff.read(directory, 2);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = directory + 2 + i * kEntrySize;
    if (tiff.read(entry, 2) != tag) continue;
    const std::uint32_t type = tiff.read(entry + 2, 2);
    // One value stands in the entry itself, from its left; of several only their place does.
    const bool is_inside = tiff.read(entry + 4, 4) == 1;
    const std::size_t at = is_inside ? entry + 8 : tiff.read(entry + 8, 4);
    if (type == kShort) return tiff.read(at, 2);
    if (type == kLong) return tiff.read(at, 4);
    return std::nullopt;
  }
  return std::nullopt;
}

int exif_orientation(std::string_view exif) {
  constexpr std::string_view kPreamble("Exif\0\0", 6);
  constexpr std::uint32_t kOrientationTag = 0x0112;
  if (exif.starts_with(kPreamble)) exif.remove_prefix(kPreamble.size());
  const std::uint32_t value = tiff_field(exif, kOrientationTag).value_or(1);
  return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
}

}  // namespace munjip
