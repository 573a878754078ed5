#include "layout/table_columns.h"

#include <algorithm>

namespace munjip {

namespace {

Length sum(std::span<const ColumnNeed> columns, Length ColumnNeed::*part) {
  Length total;
  for (const ColumnNeed& column : columns) total += column.*part;
  return total;
}

// A cell over several columns widens them evenly where they are too narrow together.
void widen(std::vector<ColumnNeed>& columns, const SpanNeed& span) {
  const std::size_t end = std::min(columns.size(), span.first + span.count);
  if (span.first >= end) return;
  const std::span<ColumnNeed> spanned(columns.data() + span.first, end - span.first);
  const auto count = static_cast<std::int64_t>(spanned.size());
  for (Length ColumnNeed::*part : {&ColumnNeed::least, &ColumnNeed::full}) {
    const Length lack = span.need.*part - sum(spanned, part);
    if (lack <= Length()) continue;
    for (ColumnNeed& column : spanned) column.*part += lack / count;
  }
}

}  // namespace

std::vector<Length> column_widths(std::vector<ColumnNeed> columns, std::span<const SpanNeed> spans,
                                  Length measure) {
  for (const SpanNeed& span : spans) widen(columns, span);
  const Length least = sum(columns, &ColumnNeed::least), full = sum(columns, &ColumnNeed::full);
  std::vector<Length> widths;
  Length used;
  for (const ColumnNeed& column : columns) {
    Length width;
    if (full <= Length()) {
      width = measure / static_cast<std::int64_t>(columns.size());
    } else if (full <= measure) {
      width = column.full + (measure - full).scaled(column.full.ratio(full));
    } else if (least <= measure) {
      const double share = (column.full - column.least).ratio(full - least);
      width = column.least + (measure - least).scaled(share);
    } else {
      width = measure.scaled(column.least.ratio(least));
    }
    widths.push_back(width);
    used += width;
  }
  if (!widths.empty()) widths.back() += measure - used;  // what rounding left
  return widths;
}

namespace {

// From left to right, as many columns in each band as `measure` holds.
std::vector<ColumnBand> fill_bands(std::span<const Length> widths, Length measure,
                                   bool repeats_first) {
  std::vector<ColumnBand> bands = {{0, 0}};
  Length used;
  for (std::size_t column = 0; column < widths.size(); ++column) {
    ColumnBand& band = bands.back();
    if (band.end > band.begin && used + widths[column] > measure) {
      bands.push_back({column, column + 1});
      used = (repeats_first ? widths[0] : Length()) + widths[column];
    } else {
      band.end = column + 1;
      used += widths[column];
    }
  }
  return bands;
}

// As many bands of about the same width, the wider ones first; empty where one of them would be
// wider than `measure`.
std::vector<ColumnBand> even_bands(std::span<const Length> widths, std::size_t count,
                                   Length measure, bool repeats_first) {
  const Length key = repeats_first ? widths[0] : Length();
  Length left;  // of the columns that no band has yet
  for (const Length width : widths) left += width;
  left -= key;
  std::vector<ColumnBand> bands;
  std::size_t column = repeats_first ? 1 : 0;
  for (std::size_t band = 0; band < count; ++band) {
    const std::size_t begin = band == 0 ? 0 : column;
    const Length share = left / static_cast<std::int64_t>(count - band);
    Length used;
    for (; column < widths.size() && (used < share || band + 1 == count); ++column) {
      used += widths[column];
    }
    if (column == begin || key + used > measure) return {};
    bands.push_back({begin, column});
    left -= used;
  }
  return bands;
}

}  // namespace

std::vector<ColumnBand> column_bands(std::span<const ColumnNeed> columns, Length measure,
                                     double floor, Length longest, bool repeats_first) {
  std::vector<Length> widths;
  Length total;
  for (const ColumnNeed& column : columns) {
    widths.push_back(std::min(column.least, longest));
    total += widths.back();
  }
  if (total.scaled(floor) <= measure) return {{0, columns.size()}};
  std::vector<ColumnBand> widest = fill_bands(widths, measure, repeats_first);
  const std::vector<ColumnBand> even = even_bands(widths, widest.size(), measure, repeats_first);
  return even.empty() ? widest : even;
}

double type_scale_for(std::span<const ColumnNeed> columns, Length measure, double floor) {
  const Length least = sum(columns, &ColumnNeed::least);
  if (least <= measure || least <= Length()) return 1;
  return std::clamp(measure.ratio(least), floor, 1.0);
}

}  // namespace munjip
