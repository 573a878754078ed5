// Where the cells of a table stand. Private to layout/.
#pragma once

#include <cstddef>
#include <vector>

#include "book/content.h"

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

}  // namespace munjip
