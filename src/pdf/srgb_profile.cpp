#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

#include "pdf/metadata.h"

namespace munjip {

namespace {

void append_u32(std::string& out, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
}

void append_fixed(std::string& out, double value) {  // s15Fixed16Number
  append_u32(out, static_cast<std::uint32_t>(std::llround(value * 65536)));
}

std::string numbers(std::string_view type, std::initializer_list<double> values) {
  std::string out(type);
  append_u32(out, 0);
  for (const double value : values) append_fixed(out, value);
  return out;
}

// multiLocalizedUnicodeType with one record, English.
std::string localized(std::string_view ascii) {
  std::string out = "mluc";
  append_u32(out, 0);
  append_u32(out, 1);
  append_u32(out, 12);
  out += "enUS";
  append_u32(out, static_cast<std::uint32_t>(ascii.size() * 2));
  append_u32(out, 28);
  for (const char c : ascii) {
    out += '\0';
    out += c;
  }
  return out;
}

// parametricCurveType, function 3: IEC 61966-2-1's curve.
std::string transfer_curve() {
  std::string out = "para";
  append_u32(out, 0);
  append_u32(out, 3 << 16);
  for (const double value : {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}) {
    append_fixed(out, value);
  }
  return out;
}

struct Tag {
  std::string_view signature;
  std::string data;
};

// ICC.1:2004-10, 7.2. The primaries and the adaptation are those of sRGB's D65 brought to D50 by
// the Bradford transform.
std::string header(std::size_t size) {
  std::string out;
  append_u32(out, static_cast<std::uint32_t>(size));
  append_u32(out, 0);
  append_u32(out, 0x04200000);
  out += "mntrRGB XYZ ";
  for (const unsigned field : {2025U, 1U, 1U, 0U, 0U, 0U}) {  // made on
    out += static_cast<char>(field >> 8);
    out += static_cast<char>(field & 0xFF);
  }
  out += "acsp";
  out.append(28, '\0');  // platform to rendering intent (perceptual)
  for (const double value : {0.9642, 1.0, 0.8249}) append_fixed(out, value);
  out.resize(128, '\0');
  return out;
}

}  // namespace

std::string srgb_profile() {
  const std::vector<Tag> tags = {
      {"desc", localized("sRGB")},
      {"cprt", localized("No copyright, use freely")},
      {"wtpt", numbers("XYZ ", {0.9642, 1.0, 0.8249})},
      {"chad", numbers("sf32", {1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925,
                                0.01508, 0.75168})},
      {"rXYZ", numbers("XYZ ", {0.43607, 0.22249, 0.01392})},
      {"gXYZ", numbers("XYZ ", {0.38515, 0.71687, 0.09708})},
      {"bXYZ", numbers("XYZ ", {0.14307, 0.06061, 0.71410})},
      {"rTRC", transfer_curve()},
      {"gTRC", {}},  // the same data
      {"bTRC", {}},
  };
  std::string table, data;
  std::size_t offset = 0, size = 0;
  append_u32(table, static_cast<std::uint32_t>(tags.size()));
  const std::size_t data_begin = 128 + 4 + 12 * tags.size();
  for (const Tag& tag : tags) {
    if (!tag.data.empty()) {
      offset = data_begin + data.size();
      size = tag.data.size();
      data += tag.data;
      data.resize((data.size() + 3) / 4 * 4, '\0');
    }
    table += tag.signature;
    append_u32(table, static_cast<std::uint32_t>(offset));
    append_u32(table, static_cast<std::uint32_t>(size));
  }
  return header(data_begin + data.size()) + table + data;
}

}  // namespace munjip
