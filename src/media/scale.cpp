#include "media/scale.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>

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

// sums[i] += row[i] * weight. Blocks of a fixed length are what g++ -O2 makes vector code of.
template <class Sample>
void add_weighted(const Sample* __restrict row, std::uint32_t weight,
                  std::uint32_t* __restrict sums, std::size_t count) {
  constexpr std::size_t kBlock = 16;
  std::size_t i = 0;
  for (; i + kBlock <= count; i += kBlock) {
    for (std::size_t k = 0; k < kBlock; ++k) sums[i + k] += row[i + k] * weight;
  }
  for (; i < count; ++i) sums[i] += row[i] * weight;
}

// The sums of this many rows of colours times alpha fit into 32 bits.
constexpr int kMaxWeightedHeight = 66'000;

template <std::size_t kChannels>
bool is_opaque(const std::uint8_t* row, int width) {
  unsigned all = 255;
  for (int x = 0; x < width; ++x) all &= row[as_size(x) * kChannels + kChannels - 1];
  return all == 255;
}

// Colours times alpha, alpha times 255.
template <std::size_t kChannels>
void weight_by_alpha(const std::uint8_t* __restrict row, int width, std::uint16_t* __restrict out) {
  for (int x = 0; x < width; ++x, row += kChannels, out += kChannels) {
    const unsigned alpha = row[kChannels - 1];
    for (std::size_t c = 0; c + 1 < kChannels; ++c) {
      out[c] = static_cast<std::uint16_t>(row[c] * alpha);
    }
    out[kChannels - 1] = static_cast<std::uint16_t>(alpha * 255);
  }
}

// Adds the samples under each column of the result up; `weights` of whole columns are `to_width`.
template <std::size_t kChannels, class Columns>
void sum_columns(const std::uint32_t* sums, const std::vector<Columns>& columns,
                 std::int64_t to_width, double* totals) {
  for (const Columns& under : columns) {
    std::array<std::int64_t, kChannels> total{};
    const std::uint32_t* pixel = sums + as_size(under.first) * kChannels;
    const std::uint32_t* last = sums + as_size(under.last) * kChannels;
    for (std::size_t c = 0; c < kChannels; ++c) {
      total[c] = pixel[c] * under.first_weight + last[c] * under.last_weight;
    }
    for (pixel += kChannels; pixel < last; pixel += kChannels) {
      for (std::size_t c = 0; c < kChannels; ++c) total[c] += pixel[c] * to_width;
    }
    for (const std::int64_t sum : total) *totals++ = static_cast<double>(sum);
  }
}

// Means of opaque pixels; `share` is one over what they are sums of.
void write_means(std::span<const double> totals, double share, std::uint8_t* out) {
  for (const double total : totals) *out++ = rounded(total * share);
}

// The same of pixels with alpha: colours are divided by the sum of their alpha.
void write_means_by_alpha(std::span<const double> totals, std::size_t channels, double share,
                          std::uint8_t* out) {
  for (std::size_t i = 0; i < totals.size(); i += channels) {
    const double alpha = totals[i + channels - 1];
    const double part = alpha > 0 ? 255 / alpha : 0;
    for (std::size_t c = 0; c + 1 < channels; ++c) *out++ = rounded(totals[i + c] * part);
    *out++ = rounded(alpha * share);
  }
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
  sums_.resize(as_size(from.width) * as_size(channels));
  totals_.resize(as_size(to.width) * as_size(channels));
  if (has_alpha()) weighted_.resize(sums_.size());
}

void AreaScaler::add_to_sums(const std::uint8_t* row, std::uint32_t weight) {
  if (!has_alpha()) {
    add_weighted(row, weight, sums_.data(), sums_.size());
    return;
  }
  const bool is_tall = from_.height > kMaxWeightedHeight;
  const bool grey = result_.channels == 2;
  // Screenshots often have an alpha channel and nothing in it.
  if (grey ? is_opaque<2>(row, from_.width) : is_opaque<4>(row, from_.width)) {
    add_weighted(row, is_tall ? weight : weight * 255, sums_.data(), sums_.size());
    return;
  }
  (grey ? weight_by_alpha<2> : weight_by_alpha<4>)(row, from_.width, weighted_.data());
  if (is_tall) {  // back to 8 bits, or the sums would not fit
    for (std::uint16_t& sample : weighted_)
      sample = static_cast<std::uint16_t>((sample + 127) / 255);
  }
  add_weighted(weighted_.data(), weight, sums_.data(), sums_.size());
}

void AreaScaler::emit_row() {
  const std::size_t channels = as_size(result_.channels);
  constexpr std::array kSums{sum_columns<1, Columns>, sum_columns<2, Columns>,
                             sum_columns<3, Columns>, sum_columns<4, Columns>};
  kSums[channels - 1](sums_.data(), columns_, to_.width, totals_.data());
  std::fill(sums_.begin(), sums_.end(), 0U);
  const double share = 1.0 / (static_cast<double>(from_.width) * static_cast<double>(from_.height));
  std::uint8_t* out = result_.samples.data() + as_size(result_row_) * totals_.size();
  if (has_alpha()) {
    const double alpha_share = from_.height > kMaxWeightedHeight ? share : share / 255;
    write_means_by_alpha(totals_, channels, alpha_share, out);
  } else {
    write_means(totals_, share, out);
  }
  ++result_row_;
}

void AreaScaler::add_row(const std::uint8_t* row) {
  if (source_row_ >= from_.height) return;
  // Both in units of 1/to.height of a source row, like the columns.
  const std::int64_t from_height = from_.height, to_height = to_.height;
  std::int64_t begin = source_row_ * to_height;
  const std::int64_t end = begin + to_height;
  ++source_row_;
  while (begin < end) {
    const std::int64_t row_end = (result_row_ + 1) * from_height;
    const std::int64_t stop = std::min(end, row_end);
    add_to_sums(row, static_cast<std::uint32_t>(stop - begin));
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
