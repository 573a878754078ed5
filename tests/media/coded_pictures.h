// Coded pictures made byte by byte from their formats' documents, so that what they must decode to
// does not hang on any library.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace munjip {

inline std::string big_endian(std::uint64_t value, int length) {
  std::string out;
  for (int i = length - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i) & 0xFF);
  return out;
}

inline std::string little_endian(std::uint64_t value, int length) {
  const std::string out = big_endian(value, length);
  return {out.rbegin(), out.rend()};
}

// ---- PNG (third edition) ----

inline std::string png_chunk(const std::string& type, const std::string& body) {
  std::uint32_t crc = 0xFFFFFFFF;  // annex D
  for (const char c : type + body) {
    crc ^= static_cast<std::uint8_t>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc & 1) != 0 ? 0xEDB88320U ^ crc >> 1 : crc >> 1;
  }
  return big_endian(body.size(), 4) + type + body + big_endian(crc ^ 0xFFFFFFFF, 4);
}

// A zlib stream of one stored block (RFC 1950, RFC 1951 3.2.4): up to 65,535 bytes as they are.
inline std::string zlib_stored(const std::string& bytes) {
  std::uint32_t a = 1, b = 0;
  for (const char c : bytes) {
    a = (a + static_cast<std::uint8_t>(c)) % 65521;
    b = (b + a) % 65521;
  }
  return "\x78\x01\x01" + little_endian(bytes.size(), 2) +
         little_endian(~bytes.size() & 0xFFFF, 2) + bytes + big_endian(b << 16 | a, 4);
}

struct PngHeader {
  std::uint32_t width = 1, height = 1;
  int depth = 8, color_type = 2;  // 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha
  bool is_interlaced = false;
};

// `chunks` stand before the pixels, `after` follows them. `rows` are stored rows, each with its
// filter byte.
inline std::string png_file(const PngHeader& header, const std::string& chunks,
                            const std::string& rows, const std::string& after = {}) {
  return "\x89PNG\r\n\x1A\n" +
         png_chunk("IHDR", big_endian(header.width, 4) + big_endian(header.height, 4) +
                               static_cast<char>(header.depth) +
                               static_cast<char>(header.color_type) + std::string(2, '\0') +
                               static_cast<char>(header.is_interlaced ? 1 : 0)) +
         chunks + png_chunk("IDAT", zlib_stored(rows)) + after + png_chunk("IEND", {});
}

// Rows of a picture whose pixel at (x, y) is the bytes fn(x, y), in order or in the seven passes of
// Adam7 (8.1).
template <class Fn>
std::string png_rows(const PngHeader& header, Fn fn) {
  struct Pass {
    std::uint32_t x, y, step_x, step_y;
  };
  const std::vector<Pass> passes =
      header.is_interlaced
          ? std::vector<Pass>{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4},
                              {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}
          : std::vector<Pass>{{0, 0, 1, 1}};
  std::string rows;
  for (const Pass& pass : passes) {
    for (std::uint32_t y = pass.y; y < header.height; y += pass.step_y) {
      if (pass.x >= header.width) continue;
      rows += '\0';  // no filter
      for (std::uint32_t x = pass.x; x < header.width; x += pass.step_x) rows += fn(x, y);
    }
  }
  return rows;
}

// ---- JPEG (ITU-T T.81) ----

struct FlatJpeg {
  std::vector<int> samples;  // of the one colour, as stored: 1, 3 (YCbCr) or 4 components
  int adobe_transform = -1;  // of an Adobe marker; -1: none
  bool is_progressive = false;
};

// 8 x 8 pixels of one colour. All quantizers are 8, so a component's only coefficient is its sample
// less 128; the code of each size category is the category in four bits.
inline std::string flat_jpeg(const FlatJpeg& jpeg) {
  const auto segment = [](char marker, const std::string& body) {
    return std::string("\xFF") + marker + big_endian(body.size() + 2, 2) + body;
  };
  const auto count = static_cast<char>(jpeg.samples.size());
  std::string frame = "\x08" + big_endian(8, 2) + big_endian(8, 2) + count;
  std::string scan(1, count);
  std::string bits;  // as '0' and '1'
  for (std::size_t i = 0; i < jpeg.samples.size(); ++i) {
    const auto id = static_cast<char>(i + 1);
    frame += std::string{id, '\x11', '\0'};
    scan += std::string{id, '\0'};
    const int value = jpeg.samples[i] - 128;
    const int size = std::bit_width(static_cast<unsigned>(value < 0 ? -value : value));
    const int coded = value < 0 ? value + (1 << size) - 1 : value;
    for (int bit = 3; bit >= 0; --bit) bits += (size >> bit & 1) != 0 ? '1' : '0';
    for (int bit = size - 1; bit >= 0; --bit) bits += (coded >> bit & 1) != 0 ? '1' : '0';
    if (!jpeg.is_progressive) bits += '0';  // the end of the block
  }
  scan += jpeg.is_progressive ? std::string(3, '\0') : std::string("\0\x3F\0", 3);
  while (bits.size() % 8 != 0) bits += '1';
  std::string data;
  for (std::size_t i = 0; i < bits.size(); i += 8) {
    data += static_cast<char>(std::stoi(bits.substr(i, 8), nullptr, 2));
    if (data.back() == '\xFF') data += '\0';
  }
  std::string tables("\0\0\0\0\x0C\0\0\0\0\0\0\0\0\0\0\0\0", 17);  // twelve codes of four bits
  for (char category = 0; category < 12; ++category) tables += category;
  tables += std::string("\x10\x01", 2) + std::string(16, '\0');  // one code of one bit
  std::string adobe("Adobe\0\x64\0\0\0\0", 11);
  adobe += static_cast<char>(jpeg.adobe_transform);
  return "\xFF\xD8" + (jpeg.adobe_transform < 0 ? std::string() : segment('\xEE', adobe)) +
         segment('\xDB', std::string(1, '\0') + std::string(64, '\x08')) +
         segment(jpeg.is_progressive ? '\xC2' : '\xC0', frame) + segment('\xC4', tables) +
         segment('\xDA', scan) + data + "\xFF\xD9";
}

// ---- TIFF 6.0 ----

struct TiffEntry {
  std::uint32_t tag = 0;
  std::vector<std::uint32_t> values;
  int value_length = 4;  // 2: SHORT, 4: LONG
};

// One directory, then one strip of these bytes; the tags for it and the size are added.
inline std::string tiff_file(std::uint32_t width, std::uint32_t height,
                             std::vector<TiffEntry> entries, const std::string& strip,
                             bool is_big_endian = false) {
  const auto number = [&](std::uint64_t value, int length) {
    return is_big_endian ? big_endian(value, length) : little_endian(value, length);
  };
  entries.insert(entries.begin(), {{0x100, {width}}, {0x101, {height}}});
  std::size_t at = 0;
  while (at < entries.size() && entries[at].tag < 0x111) ++at;
  entries.insert(entries.begin() + static_cast<std::ptrdiff_t>(at), {0x111, {0}});
  at = 0;
  while (at < entries.size() && entries[at].tag < 0x116) ++at;
  entries.insert(entries.begin() + static_cast<std::ptrdiff_t>(at),
                 {{0x116, {height}}, {0x117, {static_cast<std::uint32_t>(strip.size())}}});
  const std::size_t directory_end = 8 + 2 + 12 * entries.size() + 4;
  std::string beyond;  // values that do not fit into their entries
  for (const TiffEntry& entry : entries) {
    if (entry.values.size() * static_cast<std::size_t>(entry.value_length) > 4) {
      for (const std::uint32_t value : entry.values) beyond += number(value, entry.value_length);
    }
  }
  std::string out = (is_big_endian ? "MM" : "II") + number(42, 2) + number(8, 4);
  out += number(entries.size(), 2);
  std::size_t next_beyond = directory_end;
  for (const TiffEntry& entry : entries) {
    const std::size_t length = entry.values.size() * static_cast<std::size_t>(entry.value_length);
    out += number(entry.tag, 2) + number(entry.value_length == 2 ? 3 : 4, 2) +
           number(entry.values.size(), 4);
    if (length > 4) {
      out += number(next_beyond, 4);
      next_beyond += length;
      continue;
    }
    std::string value;
    for (const std::uint32_t v : entry.values) {
      value += number(entry.tag == 0x111 ? directory_end + beyond.size() : v, entry.value_length);
    }
    value.resize(4, '\0');
    out += value;
  }
  return out + number(0, 4) + beyond + strip;
}

// ---- ICC profiles (ICC.1:2022) ----

// A display profile of three primaries (XYZ as adapted to D50) and a tone curve, the body of a tag.
inline std::string display_profile(const std::array<std::array<double, 3>, 3>& primaries,
                                   const std::string& curve) {
  const auto fixed = [](double value) {
    return big_endian(static_cast<std::uint32_t>(
                          static_cast<std::int32_t>(value * 65536 + (value < 0 ? -0.5 : 0.5))),
                      4);
  };
  std::vector<std::pair<std::string, std::string>> tags;
  for (int i = 0; i < 3; ++i) {
    const std::string name(1, "rgb"[i]);
    std::string xyz("XYZ \0\0\0\0", 8);
    for (const double value : primaries[static_cast<std::size_t>(i)]) xyz += fixed(value);
    tags.emplace_back(name + "XYZ", xyz);
    tags.emplace_back(name + "TRC", curve);
  }
  std::string table = big_endian(tags.size(), 4), data;
  const std::size_t data_at = 128 + 4 + 12 * tags.size();
  for (const auto& [name, body] : tags) {
    table += name + big_endian(data_at + data.size(), 4) + big_endian(body.size(), 4);
    data += body + std::string((4 - body.size() % 4) % 4, '\0');
  }
  return big_endian(data_at + data.size(), 4) + std::string(4, '\0') + big_endian(0x04000000, 4) +
         "mntrRGB XYZ " + std::string(12, '\0') + "acsp" + std::string(28, '\0') + fixed(0.9642) +
         fixed(1) + fixed(0.8249) + std::string(48, '\0') + table + data;
}

}  // namespace munjip
