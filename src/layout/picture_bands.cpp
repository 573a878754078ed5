#include "layout/picture_bands.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace munjip {

namespace {

constexpr double kReach = 0.15;       // of a band: how far from its even place a cut may be
constexpr double kQuiet = 0.25;       // of the rows' mean contrast: a cut there cuts nothing
constexpr std::size_t kClear = 1000;  // the part of the rows that should be quiet on either side

// In parts of the picture's height.
struct Range {
  double from, to;
};

class QuietRows {
 public:
  explicit QuietRows(std::span<const double> contrast) : contrast_(contrast) {
    if (contrast.empty()) return;
    const double sum = std::accumulate(contrast.begin(), contrast.end(), 0.0);
    most_ = kQuiet * sum / static_cast<double>(contrast.size());
  }

  // The quiet place in `range` that is nearest to `wanted`, of those that are quietest.
  std::optional<double> find(Range range, double wanted) const {
    const auto rows = static_cast<double>(contrast_.size());
    std::optional<double> best;
    double least = most_, distance = 0;
    for (double row = std::floor(range.from * rows); row < range.to * rows; ++row) {
      if (row < 0 || row >= rows) continue;
      const double at = (row + 0.5) / rows, here = around(static_cast<std::size_t>(row));
      const bool is_nearer = here == least && (!best || std::abs(at - wanted) < distance);
      if (at < range.from || at > range.to || !(here < least || is_nearer)) continue;
      best = at;
      least = here;
      distance = std::abs(at - wanted);
    }
    return best;
  }

 private:
  double around(std::size_t row) const {
    const std::size_t reach = contrast_.size() / kClear;
    const std::size_t first = row - std::min(row, reach);
    const std::size_t last = std::min(row + reach, contrast_.size() - 1);
    return *std::max_element(contrast_.begin() + static_cast<std::ptrdiff_t>(first),
                             contrast_.begin() + static_cast<std::ptrdiff_t>(last) + 1);
  }

  std::span<const double> contrast_;
  double most_ = -1;
};

}  // namespace

std::vector<PictureBand> bands_of(Size picture, const BandLimits& limits,
                                  std::span<const double> contrast) {
  const Length longest = limits.highest, overlap = limits.overlap;
  if (picture.width <= Length() || longest <= overlap || limits.column <= Length()) return {{}};
  const double total = picture.height.ratio(picture.width) * limits.column.pt();
  const double over = overlap.pt() / total, high = longest.pt() / total;
  if (high >= 1) return {{}};
  const double wanted = 2 * std::ceil((1 - over) / (high - over) / 2);
  const auto count = static_cast<int>(std::min(wanted, static_cast<double>(limits.most)));
  const double highest = std::max(high, (1 + (count - 1) * over) / count);
  const QuietRows rows(contrast);
  std::vector<PictureBand> bands;
  double top = 0;
  for (int after = count - 1; after > 0; --after) {
    const double even = top + (1 - top) / (after + 1);
    const double reach = (even - top) * kReach;
    // What is left must fit into the bands that are left.
    const Range range{std::max(even - reach, 1 - after * (highest - over)),
                      std::min(even + reach, top + highest)};
    const std::optional<double> quiet = rows.find(range, even);
    const double end = quiet ? *quiet : std::min(even + over / 2, top + highest);
    bands.push_back({top, end - top});
    top = quiet ? end : std::max(end - over, 0.0);
  }
  bands.push_back({top, 1 - top});
  return bands;
}

}  // namespace munjip
