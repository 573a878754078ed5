#include "pdf/flate.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <new>
#include <stdexcept>
#include <vector>

namespace munjip {

namespace {

using Byte = unsigned char;
using Row = std::vector<Byte>;

// PNG's filter types (PNG, 9.2), but average, which hardly ever wins.
enum class RowFilter : Byte { none = 0, sub = 1, up = 2, paeth = 4 };
constexpr std::array kFilters = {RowFilter::none, RowFilter::sub, RowFilter::up, RowFilter::paeth};

// PNG, 9.4
int paeth(int left, int up, int up_left) {
  const int estimate = left + up - up_left;
  const int by_left = std::abs(estimate - left);
  const int by_up = std::abs(estimate - up);
  const int by_up_left = std::abs(estimate - up_left);
  if (by_left <= by_up && by_left <= by_up_left) return left;
  return by_up <= by_up_left ? up : up_left;
}

// `row` and `above` begin with `step` zero bytes, for the pixel left of the first; `out` does not.
void filter_row(RowFilter filter, const Row& row, const Row& above, std::size_t step, Row& out) {
  const std::size_t size = row.size() - step;
  const Byte* here = row.data() + step;
  const Byte* left = row.data();
  const Byte* up = above.data() + step;
  const Byte* up_left = above.data();
  switch (filter) {
    case RowFilter::none:
      std::copy(here, here + size, out.begin());
      break;
    case RowFilter::sub:
      for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<Byte>(here[i] - left[i]);
      break;
    case RowFilter::up:
      for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<Byte>(here[i] - up[i]);
      break;
    case RowFilter::paeth:
      for (std::size_t i = 0; i < size; ++i) {
        out[i] = static_cast<Byte>(here[i] - paeth(left[i], up[i], up_left[i]));
      }
      break;
  }
}

// The sum of absolute differences, PNG's own rule of thumb (PNG, 12.8).
std::int64_t cost(const Row& filtered) {
  std::int64_t sum = 0;
  for (const Byte byte : filtered)
    sum += std::abs(static_cast<int>(static_cast<signed char>(byte)));
  return sum;
}

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
  const auto step = static_cast<std::size_t>(channels);
  const std::size_t row_size = static_cast<std::size_t>(columns) * step;
  std::string out;
  if (row_size == 0) return out;
  out.reserve(bytes.size() + bytes.size() / row_size);
  Row row(step + row_size), above(step + row_size), filtered(row_size), best(row_size);
  for (std::size_t at = 0; at + row_size <= bytes.size(); at += row_size) {
    std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), row_size,
                row.begin() + static_cast<std::ptrdiff_t>(step));
    RowFilter best_filter = RowFilter::none;
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (const RowFilter filter : kFilters) {
      filter_row(filter, row, above, step, filtered);
      const std::int64_t sum = cost(filtered);
      if (sum >= least) continue;
      least = sum;
      best_filter = filter;
      best.swap(filtered);
    }
    out += static_cast<char>(best_filter);
    out.append(reinterpret_cast<const char*>(best.data()), row_size);
    row.swap(above);
  }
  return out;
}

}  // namespace munjip
