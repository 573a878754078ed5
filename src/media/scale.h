// Making pictures smaller by area averaging, row by row, so that a huge picture is never in memory
// at its full size. Private to media/.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <vector>

#include "media/image.h"

namespace munjip {

// The largest size that is wanted; the picture's proportions are kept.
struct Fit {
  int max_width = std::numeric_limits<int>::max();
  int max_height = std::numeric_limits<int>::max();
};

struct PixelSize {
  int width = 0, height = 0;
  bool operator==(const PixelSize&) const = default;
};

// The size itself where it fits, else the largest of the same proportions (each side at least 1).
PixelSize fitted(PixelSize size, Fit fit);

// Averages rows of `from` into a bitmap of `to`, neither side of which is larger: each result is
// the mean of what it covers, so nothing rings beside sharp edges. Colours are weighted by their
// alpha. The mean is that of the coded values, not of light: dark letters on a light screen keep
// their weight (in linear light thin strokes fade), and it is how viewers themselves smooth edges
// and lay transparent pixels over a page. Sums are integers and exact: the same rows give the same
// pixels everywhere.
class AreaScaler {
 public:
  AreaScaler(PixelSize from, PixelSize to, int channels);
  // The next row from the top, from.width * channels bytes; rows beyond from.height are ignored.
  void add_row(const std::uint8_t* row);
  Bitmap finish() { return std::move(result_); }

 private:
  // The source columns [first, last] under one column of the result, in units of 1/to.width of a
  // source column.
  struct Columns {
    int first = 0, last = 0;
    std::int64_t first_weight = 0, last_weight = 0;
  };
  void add_to_sums(const std::uint8_t* row, std::uint32_t weight);
  void emit_row();
  bool has_alpha() const { return result_.channels == 2 || result_.channels == 4; }

  PixelSize from_, to_;
  Bitmap result_;
  std::vector<Columns> columns_;
  // Of the source rows under one row of the result, in units of 1/to.height of a row.
  std::vector<std::uint32_t> sums_;
  std::vector<double> totals_;           // of one row of the result
  std::vector<std::uint16_t> weighted_;  // a source row times its alpha
  int source_row_ = 0, result_row_ = 0;
};

// Rewrites one row of pixels from the picture's own colours; the two rows do not overlap.
using RowConversion =
    std::function<void(const std::uint8_t* in, std::uint8_t* out, std::uint32_t pixels)>;

// Takes the rows that a decoder yields to the bitmap that is wanted: converts colours, then scales
// down.
class BitmapBuilder {
 public:
  // `channels` are those after `conversion`, which may be empty.
  BitmapBuilder(PixelSize size, int channels, Fit fit, RowConversion conversion = {});
  void add_row(const std::uint8_t* row);
  Bitmap finish() { return scaler_ ? scaler_->finish() : std::move(whole_); }

 private:
  PixelSize size_;
  RowConversion conversion_;
  std::optional<AreaScaler> scaler_;
  std::vector<std::uint8_t> converted_;
  Bitmap whole_;
  int rows_ = 0;
};

}  // namespace munjip
