#include "media/scale.h"

#include <algorithm>
#include <cstring>

namespace munjip {

namespace {

std::size_t as_size(int value) {
  return static_cast<std::size_t>(value);
}

Bitmap empty_bitmap(PixelSize size, int channels) {
  Bitmap bitmap{size.width, size.height, channels, {}};
  bitmap.samples.resize(as_size(size.width) * as_size(size.height) * as_size(channels));
  return bitmap;
}

// Rounds half up; exact for the values that averages of 8-bit samples take.
std::uint8_t rounded(double value) {
  return static_cast<std::uint8_t>(std::min(value + 0.5, 255.0));
}

}  // namespace

PixelSize fitted(PixelSize size, Fit fit) {
  if (size.width <= fit.max_width && size.height <= fit.max_height) return size;
  const std::int64_t w = size.width, h = size.height;
  const std::int64_t max_w = std::max(fit.max_width, 1), max_h = std::max(fit.max_height, 1);
  const auto share = [](std::int64_t side, std::int64_t part, std::int64_t whole) {
    return static_cast<int>(std::max<std::int64_t>((side * part + whole / 2) / whole, 1));
  };
  if (w * max_h >= h * max_w) return {static_cast<int>(max_w), share(h, max_w, w)};
  return {share(w, max_h, h), static_cast<int>(max_h)};
}

AreaScaler::AreaScaler(PixelSize from, PixelSize to, int channels)
    : from_(from), to_(to), result_(empty_bitmap(to, channels)) {
  columns_.resize(as_size(to.width));
  const std::int64_t from_width = from.width, to_width = to.width;
  for (std::int64_t i = 0; i < to_width; ++i) {
    const std::int64_t begin = i * from_width, end = begin + from_width;
    Columns& columns = columns_[static_cast<std::size_t>(i)];
    columns.first = static_cast<int>(begin / to_width);
    columns.last = static_cast<int>((end - 1) / to_width);
    columns.first_weight = std::min((columns.first + 1) * to_width, end) - begin;
    columns.last_weight = end - columns.last * to_width;
    if (columns.first == columns.last) columns.last_weight = 0;
  }
  sums_.resize(as_size(to.width) * as_size(channels));
  totals_.resize(sums_.size());
  if (has_alpha()) weighted_.resize(as_size(from.width) * as_size(channels));
}

namespace {

// One channel of one row; `weights` of whole columns are `to_width`.
template <class Sample, class Columns>
void sum_channel(const Sample* row, std::size_t stride, const std::vector<Columns>& columns,
                 std::int64_t to_width, double* sums) {
  for (const Columns& c : columns) {
    std::int64_t inner = 0;
    for (int x = c.first + 1; x < c.last; ++x) inner += row[as_size(x) * stride];
    *sums = static_cast<double>(row[as_size(c.first) * stride] * c.first_weight + inner * to_width +
                                row[as_size(c.last) * stride] * c.last_weight);
    sums += stride;
  }
}

// Colours times alpha, alpha as it is.
void weight_by_alpha(const std::uint8_t* row, int width, int channels, std::uint16_t* out) {
  for (int x = 0; x < width; ++x, row += channels, out += channels) {
    const std::uint8_t alpha = row[channels - 1];
    for (int c = 0; c + 1 < channels; ++c) out[c] = static_cast<std::uint16_t>(row[c] * alpha);
    out[channels - 1] = alpha;
  }
}

}  // namespace

void AreaScaler::sum_columns(const std::uint8_t* row) {
  const std::size_t channels = as_size(result_.channels);
  const std::int64_t to_width = to_.width;
  if (has_alpha()) weight_by_alpha(row, from_.width, result_.channels, weighted_.data());
  for (std::size_t c = 0; c < channels; ++c) {
    if (has_alpha()) {
      sum_channel(weighted_.data() + c, channels, columns_, to_width, sums_.data() + c);
    } else {
      sum_channel(row + c, channels, columns_, to_width, sums_.data() + c);
    }
  }
}

void AreaScaler::add_sums(double weight) {
  for (std::size_t i = 0; i < sums_.size(); ++i) totals_[i] += sums_[i] * weight;
}

void AreaScaler::emit_row() {
  const double share = 1.0 / (static_cast<double>(from_.width) * static_cast<double>(from_.height));
  std::uint8_t* out = result_.samples.data() + as_size(result_row_) * totals_.size();
  if (!has_alpha()) {
    for (const double total : totals_) *out++ = rounded(total * share);
  } else {
    const std::size_t channels = as_size(result_.channels);
    for (std::size_t i = 0; i < totals_.size(); i += channels) {
      const double alpha = totals_[i + channels - 1];
      for (std::size_t c = 0; c + 1 < channels; ++c) {
        *out++ = alpha > 0 ? rounded(totals_[i + c] / alpha) : 0;
      }
      *out++ = rounded(alpha * share);
    }
  }
  std::fill(totals_.begin(), totals_.end(), 0.0);
  ++result_row_;
}

void AreaScaler::add_row(const std::uint8_t* row) {
  if (source_row_ >= from_.height) return;
  sum_columns(row);
  // Both in units of 1/to.height of a source row, like the columns.
  const std::int64_t from_height = from_.height, to_height = to_.height;
  std::int64_t begin = source_row_ * to_height;
  const std::int64_t end = begin + to_height;
  ++source_row_;
  while (begin < end) {
    const std::int64_t row_end = (result_row_ + 1) * from_height;
    const std::int64_t stop = std::min(end, row_end);
    add_sums(static_cast<double>(stop - begin));
    begin = stop;
    if (stop == row_end) emit_row();
  }
}

BitmapBuilder::BitmapBuilder(PixelSize size, int channels, Fit fit, RowConversion conversion)
    : size_(size), conversion_(std::move(conversion)) {
  const PixelSize wanted = fitted(size, fit);
  if (wanted == size) {
    whole_ = empty_bitmap(size, channels);
  } else {
    scaler_.emplace(size, wanted, channels);
    if (conversion_) converted_.resize(as_size(size.width) * as_size(channels));
  }
}

void BitmapBuilder::add_row(const std::uint8_t* row) {
  if (rows_ >= size_.height) return;
  const auto pixels = static_cast<std::uint32_t>(size_.width);
  if (scaler_) {
    if (conversion_) conversion_(row, converted_.data(), pixels);
    scaler_->add_row(conversion_ ? converted_.data() : row);
  } else {
    const std::size_t length = as_size(size_.width) * as_size(whole_.channels);
    std::uint8_t* out = whole_.samples.data() + as_size(rows_) * length;
    if (conversion_) {
      conversion_(row, out, pixels);
    } else {
      std::memcpy(out, row, length);
    }
  }
  ++rows_;
}

Bitmap scaled_down(Bitmap bitmap, int max_width, int max_height) {
  const PixelSize size{bitmap.width, bitmap.height};
  const PixelSize wanted = fitted(size, {max_width, max_height});
  if (wanted == size) return bitmap;
  AreaScaler scaler(size, wanted, bitmap.channels);
  const std::size_t length = as_size(bitmap.width) * as_size(bitmap.channels);
  for (int y = 0; y < bitmap.height; ++y)
    scaler.add_row(bitmap.samples.data() + as_size(y) * length);
  return scaler.finish();
}

}  // namespace munjip
