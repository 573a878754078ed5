#include "pdf/flate.h"

#include <zlib.h>

#include <array>
#include <cstdlib>
#include <limits>
#include <stdexcept>

namespace munjip {

namespace {

using Byte = unsigned char;

Byte byte_at(std::string_view row, std::size_t i) {
  return static_cast<Byte>(row[i]);
}

// PNG, 9.4 (filter type 4).
int paeth(int left, int up, int up_left) {
  const int estimate = left + up - up_left;
  const int by_left = std::abs(estimate - left);
  const int by_up = std::abs(estimate - up);
  const int by_up_left = std::abs(estimate - up_left);
  if (by_left <= by_up && by_left <= by_up_left) return left;
  return by_up <= by_up_left ? up : up_left;
}

// Filters one row by PNG's types 0 (none), 1 (sub), 2 (up) and 4 (Paeth); average hardly ever wins.
struct RowFilter {
  std::string_view row, above;
  std::size_t step;  // bytes a pixel

  Byte filtered(int type, std::size_t i) const {
    const int left = i >= step ? byte_at(row, i - step) : 0;
    const int up = above.empty() ? 0 : byte_at(above, i);
    const int up_left = above.empty() || i < step ? 0 : byte_at(above, i - step);
    switch (type) {
      case 1:
        return static_cast<Byte>(byte_at(row, i) - left);
      case 2:
        return static_cast<Byte>(byte_at(row, i) - up);
      case 4:
        return static_cast<Byte>(byte_at(row, i) - paeth(left, up, up_left));
      default:
        return byte_at(row, i);
    }
  }

  // The sum of absolute differences, PNG's own rule of thumb (12.8).
  std::int64_t cost(int type) const {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      sum += std::abs(static_cast<int>(static_cast<signed char>(filtered(type, i))));
    }
    return sum;
  }

  int best_type() const {
    int best = 0;
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (const int type : {0, 1, 2, 4}) {
      const std::int64_t sum = cost(type);
      if (sum >= least) continue;
      least = sum;
      best = type;
    }
    return best;
  }
};

}  // namespace

std::string deflate(std::string_view bytes, int level) {
  uLongf size = compressBound(static_cast<uLong>(bytes.size()));
  std::string out(size, '\0');
  const int status = compress2(reinterpret_cast<Bytef*>(out.data()), &size,
                               reinterpret_cast<const Bytef*>(bytes.data()),
                               static_cast<uLong>(bytes.size()), level);
  if (status != Z_OK) throw std::bad_alloc();
  out.resize(size);
  return out;
}

std::string inflate(std::string_view bytes) {
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) throw std::bad_alloc();
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  std::array<char, 1 << 14> block;
  int status = Z_OK;
  while (status == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.avail_out = static_cast<uInt>(block.size());
    status = ::inflate(&stream, Z_NO_FLUSH);
    out.append(block.data(), block.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  if (status != Z_STREAM_END) throw std::runtime_error("not a zlib stream");
  return out;
}

std::string with_png_predictors(std::string_view bytes, int columns, int channels) {
  const auto row_size = static_cast<std::size_t>(columns) * static_cast<std::size_t>(channels);
  std::string out;
  if (row_size == 0) return out;
  out.reserve(bytes.size() + bytes.size() / row_size);
  std::string_view above;
  for (std::size_t at = 0; at + row_size <= bytes.size(); at += row_size) {
    const std::string_view row = bytes.substr(at, row_size);
    const RowFilter filter{row, above, static_cast<std::size_t>(channels)};
    const int type = filter.best_type();
    out += static_cast<char>(type);
    for (std::size_t i = 0; i < row_size; ++i) out += static_cast<char>(filter.filtered(type, i));
    above = row;
  }
  return out;
}

}  // namespace munjip
