// How wide a table's columns are. Pure arithmetic on what the cells need. Private to layout/.
#pragma once

#include <span>
#include <vector>

#include "base/length.h"

namespace munjip {

// What a column or cell needs: `least` holds its longest word, `full` its longest line unbroken.
struct ColumnNeed {
  Length least, full;
};

// A cell over several columns, in addition to the columns' own needs.
struct SpanNeed {
  std::size_t first = 0, count = 1;
  ColumnNeed need;
};

// Widths with the exact sum `measure`: columns get what their lines need and share what is left in
// proportion; where that is too much, what their words need and a share in proportion to what they
// lack; where even that is too much, all are narrowed in proportion (words then break).
std::vector<Length> column_widths(std::vector<ColumnNeed> columns, std::span<const SpanNeed> spans,
                                  Length measure);

// Columns `begin` ... `end` that are set side by side.
struct ColumnBand {
  std::size_t begin = 0, end = 0;
};

// All columns as one band where their words fit into `measure` with the type scaled by `floor`;
// else as several, one below the other in type of full size, and about equally wide. `longest`:
// words that need more may be cut, for the sake of a few addresses no table is taken apart.
// `repeats_first`: the first column stands once more at the beginning of each further band.
std::vector<ColumnBand> column_bands(std::span<const ColumnNeed> columns, Length measure,
                                     double floor, Length longest, bool repeats_first);

// How far the type has to be scaled down for the words to fit, no further than `floor` (0 ... 1).
double type_scale_for(std::span<const ColumnNeed> columns, Length measure, double floor);

}  // namespace munjip
