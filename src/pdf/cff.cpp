#include "pdf/cff.h"

#include <algorithm>

namespace munjip {

namespace {

constexpr int kCharsetOperator = 15;
constexpr int kRosOperator = 12 << 8 | 30;

// Big-endian reading that stops, rather than runs, at the end of the table.
class Reader {
 public:
  Reader(std::string_view bytes, std::size_t at) : bytes_(bytes), at_(at) {}

  std::uint32_t unsigned_of(int size) {
    std::uint32_t value = 0;
    for (int i = 0; i < size; ++i) value = value << 8 | byte();
    return value;
  }
  std::uint8_t byte() {
    if (at_ >= bytes_.size()) {
      failed_ = true;
      return 0;
    }
    return static_cast<std::uint8_t>(bytes_[at_++]);
  }
  void skip(std::size_t count) { at_ = count > bytes_.size() ? bytes_.size() : at_ + count; }
  std::size_t at() const { return at_; }
  bool at_end() const { return at_ >= bytes_.size(); }
  bool failed() const { return failed_; }

 private:
  std::string_view bytes_;
  std::size_t at_;
  bool failed_ = false;
};

struct Index {
  std::string_view first;  // the first object
  std::size_t end = 0;     // offset after the INDEX
};

// 5176, section 5.
std::optional<Index> read_index(std::string_view table, std::size_t at) {
  Reader reader(table, at);
  const std::uint32_t count = reader.unsigned_of(2);
  if (count == 0) return reader.failed() ? std::nullopt : std::optional(Index{{}, at + 2});
  const int offset_size = reader.byte();
  if (offset_size < 1 || offset_size > 4) return std::nullopt;
  const std::size_t data =
      at + 3 + (std::size_t{count} + 1) * static_cast<std::size_t>(offset_size) - 1;
  const std::uint32_t first = reader.unsigned_of(offset_size);
  const std::uint32_t second = reader.unsigned_of(offset_size);
  Reader last(table, data + 1 - static_cast<std::size_t>(offset_size));
  const std::uint32_t end = last.unsigned_of(offset_size);
  if (reader.failed() || last.failed() || first < 1 || second < first || end < second ||
      data + end > table.size()) {
    return std::nullopt;
  }
  return Index{table.substr(data + first, second - first), data + end};
}

// Skips the nibbles of a real number (5176, table 5).
void skip_real(Reader& reader) {
  while (!reader.at_end()) {
    const std::uint8_t pair = reader.byte();
    if ((pair & 0xF) == 0xF || pair >> 4 == 0xF) return;
  }
}

struct TopDict {
  bool is_cid_keyed = false;
  std::uint32_t charset = 0;
};

// 5176, section 4: operands, then their operator. Only integers matter here.
TopDict read_top_dict(std::string_view dict) {
  TopDict found;
  Reader reader(dict, 0);
  std::uint32_t operand = 0;
  while (!reader.at_end()) {
    const int b = reader.byte();
    if (b <= 21) {
      const int op = b == 12 ? 12 << 8 | reader.byte() : b;
      if (op == kRosOperator) found.is_cid_keyed = true;
      if (op == kCharsetOperator) found.charset = operand;
      operand = 0;
    } else if (b == 28) {
      operand = reader.unsigned_of(2);
    } else if (b == 29) {
      operand = reader.unsigned_of(4);
    } else if (b == 30) {
      skip_real(reader);
    } else if (b >= 32 && b <= 246) {
      operand = static_cast<std::uint32_t>(b - 139);
    } else if (b >= 247 && b <= 250) {
      operand = static_cast<std::uint32_t>((b - 247) * 256 + reader.byte() + 108);
    } else if (b >= 251 && b <= 254) {
      reader.skip(1);
    }
  }
  return found;
}

// 5176, section 13: glyph 0 is .notdef and not listed.
std::optional<std::vector<std::uint16_t>> read_ids(Reader reader, std::size_t glyph_count) {
  std::vector<std::uint16_t> ids = {0};
  ids.reserve(glyph_count);
  const int format = reader.byte();
  if (format > 2) return std::nullopt;
  while (ids.size() < glyph_count && !reader.failed()) {
    const std::uint32_t first = reader.unsigned_of(2);
    const std::uint32_t left = format == 0 ? 0 : reader.unsigned_of(format);
    const std::size_t count = std::min<std::size_t>(left + 1, glyph_count - ids.size());
    for (std::size_t i = 0; i < count; ++i) ids.push_back(static_cast<std::uint16_t>(first + i));
  }
  if (reader.failed()) return std::nullopt;
  return ids;
}

}  // namespace

std::optional<CffCharset> read_cff_charset(std::string_view table, std::size_t glyph_count) {
  Reader header(table, 0);
  header.skip(2);
  const std::size_t header_size = header.byte();
  if (header.failed() || glyph_count == 0) return std::nullopt;
  const std::optional<Index> names = read_index(table, header_size);
  if (!names) return std::nullopt;
  const std::optional<Index> top_dicts = read_index(table, names->end);
  if (!top_dicts || top_dicts->first.empty()) return std::nullopt;
  const TopDict dict = read_top_dict(top_dicts->first);
  if (dict.charset <= 2) return std::nullopt;  // ISOAdobe, Expert, ExpertSubset
  std::optional<std::vector<std::uint16_t>> ids =
      read_ids(Reader(table, dict.charset), glyph_count);
  if (!ids) return std::nullopt;
  return CffCharset{dict.is_cid_keyed, std::move(*ids)};
}

}  // namespace munjip
