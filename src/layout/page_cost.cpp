#include "layout/page_cost.h"

#include <algorithm>

namespace munjip {

namespace {

constexpr double kOverfullPage = 1e11;
constexpr double kUnder60Percent = 1e5;  // typography.md 4.3: no page under 60 % full
constexpr double kUnder75Percent = 3000;
constexpr double kShortLine = 40;
constexpr double kAnyHole = 500, kHoleLine = 120;  // any hole, and each of its lines
constexpr double kNeedlessHole = 3000, kNeedlessLine = 600;
constexpr double kUnevenSpread = 500;
constexpr double kShrinkStep = 120;  // times the square of the steps
constexpr double kStubPage = 2500, kShortLastPage = 800;
constexpr std::int64_t kStubLines = 3, kShortLines = 5;

double part_empty(Length used, const FillSettings& settings) {
  return 1 - used.pt() / std::max(settings.height.pt(), 1.0);
}

}  // namespace

std::int64_t empty_lines(Length used, const FillSettings& settings) {
  const Length room = settings.height - used;
  if (room < Length()) return -1;
  return settings.grid > Length() ? room.raw() / settings.grid.raw() : 0;
}

double page_cost(Length used, const FillSettings& settings) {
  const std::int64_t lines = empty_lines(used, settings);
  if (lines < 0) return kOverfullPage;
  const double empty = part_empty(used, settings);
  double cost = lines == 0   ? 0
                : lines == 1 ? kShortLine
                             : kAnyHole + kHoleLine * static_cast<double>(lines);
  if (empty > 0.25) cost += kUnder75Percent * (1 + empty);
  if (empty > 0.4) cost += kUnder60Percent * (1 + empty);
  return cost;
}

double needless_hole_cost(std::int64_t lines) {
  return lines < 2 ? 0 : kNeedlessHole + kNeedlessLine * static_cast<double>(lines);
}

double last_page_cost(Length used, const FillSettings& settings) {
  if (used > settings.height) return kOverfullPage;
  if (used < settings.grid * kStubLines) return kStubPage;
  return used < settings.grid * kShortLines ? kShortLastPage : 0;
}

double facing_cost(std::int64_t verso, std::int64_t recto) {
  return std::min(verso, recto) == 0 && std::max(verso, recto) == 1 ? kUnevenSpread : 0;
}

double shrink_cost(int steps) {
  return kShrinkStep * steps * steps;
}

}  // namespace munjip
