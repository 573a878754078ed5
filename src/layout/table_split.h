// A table too wide for any type that can be read, in parts that stand below each other: each has
// some of the columns, and the first of them again. Pure, tested without fonts. Private to layout/.
#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "book/content.h"
#include "layout/table_columns.h"

namespace munjip {

// A cell with its place in the grid.
struct PlacedCell {
  const Cell* cell = nullptr;
  std::size_t row = 0, column = 0, columns = 1, rows = 1;
};

// Where each cell stands: those of a row fill the columns that cells from above leave free.
struct TableGrid {
  std::vector<PlacedCell> cells;  // by row
  std::size_t columns = 0, rows = 0;
};
TableGrid grid_of(const Table& table);

// The columns [first, second) of each part, beside column 0; empty where the table fits `measure`,
// or where no part could hold more than the first column. A word that takes more than 2/5 of the
// measure is broken rather than given its room.
using ColumnRange = std::pair<std::size_t, std::size_t>;
std::vector<ColumnRange> parts_of(std::span<const ColumnNeed> needs, Length measure);

// The part with column 0 and those of the range. A cell over columns of several parts stands in
// each of them. Places and notes of what is repeated are those of the first part alone.
Table part_of(const Table& table, const TableGrid& grid, ColumnRange columns, bool is_first);

}  // namespace munjip
