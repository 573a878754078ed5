#include "layout/table_split.h"

#include <algorithm>

#include "book/walk.h"

namespace munjip {

namespace {

constexpr double kWidestWord = 0.4;  // of the measure

void drop_places(Blocks& blocks) {
  const auto is_place = [](const Inline& in) {
    return std::holds_alternative<Anchor>(in.is) || std::holds_alternative<NoteMark>(in.is);
  };
  for_each_run(blocks, [&](Inlines& run) {
    for_each_inline_list(run, [&](Inlines& list) { std::erase_if(list, is_place); });
  });
}

// The number of columns of the cell that stand in the part.
std::size_t columns_in(const PlacedCell& cell, ColumnRange columns) {
  const std::size_t end = std::min(cell.column + cell.columns, columns.second);
  const std::size_t begin = std::max(cell.column, columns.first);
  return (cell.column == 0 ? 1 : 0) + (end > begin ? end - begin : 0);
}

}  // namespace

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

std::vector<ColumnRange> parts_of(std::span<const ColumnNeed> needs, Length measure) {
  const auto need = [&](std::size_t column) {
    return std::min(needs[column].least, measure.scaled(kWidestWord));
  };
  Length all;
  for (std::size_t column = 0; column < needs.size(); ++column) all += need(column);
  if (needs.size() < 3 || all <= measure) return {};
  const Length room = measure - need(0);
  // As many parts as it takes, each then about as wide as the others.
  const auto fill = [&](Length most) {
    std::vector<ColumnRange> parts;
    Length used;
    for (std::size_t column = 1; column < needs.size(); ++column) {
      if (parts.empty() || used + need(column) > most) {
        parts.push_back({column, column});
        used = Length();
      }
      used += need(column);
      parts.back().second = column + 1;
    }
    return parts;
  };
  std::vector<ColumnRange> parts = fill(room);
  const auto count = static_cast<std::int64_t>(parts.size());
  for (int tenths = 10; tenths < 20; ++tenths) {
    const Length even = ((all - need(0)) / count).scaled(tenths / 10.0);
    std::vector<ColumnRange> balanced = fill(std::min(even, room));
    if (balanced.size() == parts.size()) return balanced;
  }
  return parts;
}

Table part_of(const Table& table, const TableGrid& grid, ColumnRange columns, bool is_first) {
  Table part;
  part.head.resize(table.head.size());
  part.body.resize(table.body.size());
  for (const PlacedCell& placed : grid.cells) {
    const std::size_t count = columns_in(placed, columns);
    if (count == 0) continue;
    Cell cell = *placed.cell;
    cell.colspan = static_cast<int>(count);
    const bool stood_before = placed.column < columns.first;
    if (!is_first && stood_before) drop_places(cell.children);
    const bool in_head = placed.row < table.head.size();
    Row& row = in_head ? part.head[placed.row] : part.body[placed.row - table.head.size()];
    row.cells.push_back(std::move(cell));
  }
  return part;
}

}  // namespace munjip
