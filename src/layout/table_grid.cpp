#include "layout/table_grid.h"

#include <algorithm>

namespace munjip {

TableGrid grid_of(const Table& table) {
  TableGrid grid;
  std::vector<std::size_t> taken_until;  // for each column: the first row that is free again
  for (const auto* rows : {&table.head, &table.body}) {
    for (const Row& row : *rows) {
      std::size_t column = 0;
      for (const Cell& cell : row.cells) {
        while (column < taken_until.size() && taken_until[column] > grid.rows) ++column;
        const auto columns = static_cast<std::size_t>(std::max(cell.colspan, 1));
        const auto down = static_cast<std::size_t>(std::max(cell.rowspan, 1));
        if (taken_until.size() < column + columns) taken_until.resize(column + columns, 0);
        for (std::size_t c = column; c < column + columns; ++c) taken_until[c] = grid.rows + down;
        grid.cells.push_back({&cell, grid.rows, column, columns, down});
        column += columns;
      }
      ++grid.rows;
    }
  }
  grid.columns = taken_until.size();
  for (PlacedCell& cell : grid.cells) cell.rows = std::min(cell.rows, grid.rows - cell.row);
  return grid;
}

}  // namespace munjip
