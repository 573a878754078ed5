// JPEG headers without libjpeg: size and orientation from the marker segments (ITU-T T.81, annex
// B).
#include "media/codec.h"

namespace munjip {

namespace {

struct Segment {
  std::uint8_t marker = 0;
  std::string_view body;
};

std::uint32_t read_16(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint32_t>(static_cast<std::uint8_t>(bytes[at]) << 8 |
                                    static_cast<std::uint8_t>(bytes[at + 1]));
}

bool stands_alone(std::uint8_t marker) {
  return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}

// The segment at or after `at`, which moves past it; nothing at the end of the headers.
std::optional<Segment> next_segment(std::string_view bytes, std::size_t& at) {
  while (at + 1 < bytes.size()) {
    if (bytes[at] != '\xFF') {
      ++at;  // garbage between segments, which libjpeg skips too
      continue;
    }
    const auto marker = static_cast<std::uint8_t>(bytes[at + 1]);
    if (marker == 0xFF) {  // fill byte
      ++at;
      continue;
    }
    at += 2;
    if (marker == 0 || stands_alone(marker)) continue;
    if (marker == 0xD9 || at + 2 > bytes.size()) return std::nullopt;
    const std::size_t length = read_16(bytes, at);
    if (length < 2 || bytes.size() - at < length) return std::nullopt;
    const Segment segment{marker, bytes.substr(at + 2, length - 2)};
    at += length;
    return segment;
  }
  return std::nullopt;
}

// SOF0 ... SOF15 without DHT, JPG and DAC, which share the range.
bool is_frame_header(std::uint8_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

}  // namespace

std::optional<ImageInfo> probe_jpeg(std::string_view bytes) {
  constexpr std::uint8_t kStartOfScan = 0xDA, kApp1 = 0xE1;
  if (!bytes.starts_with("\xFF\xD8\xFF")) return std::nullopt;
  ImageInfo info;
  info.format = ImageFormat::jpeg;
  std::size_t at = 2;
  while (const auto segment = next_segment(bytes, at)) {
    if (segment->marker == kStartOfScan) break;
    if (segment->marker == kApp1 && segment->body.starts_with("Exif") && info.orientation == 1) {
      info.orientation = exif_orientation(segment->body);
    }
    if (is_frame_header(segment->marker) && segment->body.size() >= 6) {
      info.height = static_cast<int>(read_16(segment->body, 1));
      info.width = static_cast<int>(read_16(segment->body, 3));
    }
  }
  if (info.width <= 0 || info.height <= 0) return std::nullopt;
  return info;
}

}  // namespace munjip
