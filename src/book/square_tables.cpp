// The pass square_tables: every table becomes a grid without holes or overlaps.
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include "book/blank.h"
#include "book/pass_functions.h"
#include "book/walk.h"

namespace munjip {

namespace {

constexpr int kMaxSpan = 1000;  // HTML 4.9.11
// No table that is meant as one is wider; one that is becomes a plain sequence of its cells'
// blocks.
constexpr std::size_t kMaxColumns = 1000;

// Places the cells of one section (head or body) as HTML does (4.9.12.1): each at the next free
// column, a row span reserving its columns in the rows below.
class Grid {
 public:
  explicit Grid(std::vector<Row>& rows) : rows_(rows) {}

  // Marks in `begins` the columns in which a cell begins. False where the table is too wide.
  bool place(std::vector<char>& begins) {
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      columns_.emplace_back();
      std::size_t column = 0;
      for (Cell& cell : rows_[row].cells) {
        while (column < reserved_.size() && reserved_[column] > 0) ++column;
        clamp(cell, row, column);
        const auto end = column + static_cast<std::size_t>(cell.colspan);
        if (column >= kMaxColumns) return false;
        if (reserved_.size() < end) reserved_.resize(end, 0);
        std::fill(reserved_.begin() + static_cast<std::ptrdiff_t>(column),
                  reserved_.begin() + static_cast<std::ptrdiff_t>(end), cell.rowspan);
        columns_.back().push_back(column);
        if (begins.size() < column + 1) begins.resize(column + 1, 0);
        begins[column] = 1;
        column = end;
      }
      for (int& rows_left : reserved_) rows_left = std::max(rows_left - 1, 0);
    }
    return true;
  }

  // Makes columns in which no cell begins vanish: they have no width of their own. `index` is the
  // new number of each old column, with one more for the end.
  void shrink(const std::vector<std::size_t>& index) {
    const auto renumbered = [&](std::size_t column) {
      return index[std::min(column, index.size() - 1)];
    };
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      for (std::size_t i = 0; i < columns_[row].size(); ++i) {
        Cell& cell = rows_[row].cells[i];
        const std::size_t begin = columns_[row][i];
        const std::size_t end = begin + static_cast<std::size_t>(cell.colspan);
        cell.colspan = static_cast<int>(renumbered(end) - renumbered(begin));
        columns_[row][i] = renumbered(begin);
      }
    }
  }

  // Fills what no cell covers with empty cells, as wide as the hole.
  void fill(std::size_t width) {
    std::vector<int> covered(width, 0);  // rows that are still covered, for each column
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      std::vector<Cell> cells;
      std::size_t column = 0;
      const auto fill_to = [&](std::size_t end) {
        while (column < end) {
          if (covered[column] > 0) {
            ++column;
            continue;
          }
          Cell empty;
          empty.colspan = 0;
          for (; column < end && covered[column] == 0; ++column) ++empty.colspan;
          cells.push_back(std::move(empty));
        }
      };
      for (std::size_t i = 0; i < columns_[row].size(); ++i) {
        fill_to(columns_[row][i]);
        Cell& cell = rows_[row].cells[i];
        const std::size_t end = column + static_cast<std::size_t>(cell.colspan);
        for (; column < end; ++column) covered[column] = cell.rowspan;
        cells.push_back(std::move(cell));
      }
      fill_to(width);
      for (int& rows_left : covered) rows_left = std::max(rows_left - 1, 0);
      rows_[row].cells = std::move(cells);
    }
  }

 private:
  void clamp(Cell& cell, std::size_t row, std::size_t column) const {
    const auto rows_left = static_cast<int>(std::min<std::size_t>(rows_.size() - row, kMaxSpan));
    cell.rowspan = std::clamp(cell.rowspan, 1, rows_left);
    int free = 1;
    while (free < kMaxSpan && (column + static_cast<std::size_t>(free) >= reserved_.size() ||
                               reserved_[column + static_cast<std::size_t>(free)] == 0)) {
      ++free;
    }
    cell.colspan = std::clamp(cell.colspan, 1, free);
  }

  std::vector<Row>& rows_;
  std::vector<std::vector<std::size_t>> columns_;  // where each cell of each row begins
  std::vector<int> reserved_;  // for each column, the rows that a cell above still reaches into
};

bool square(Table& table) {
  std::vector<char> begins;
  Grid head(table.head);
  Grid body(table.body);
  if (!head.place(begins) || !body.place(begins)) return false;
  std::vector<std::size_t> index;
  std::size_t width = 0;
  for (const char begin : begins) {
    index.push_back(width);
    if (begin != 0) ++width;
  }
  index.push_back(width);
  head.shrink(index);
  body.shrink(index);
  head.fill(width);
  body.fill(width);
  return true;
}

void square_all(Blocks& list) {
  Blocks squared;
  squared.reserve(list.size());
  for (Block& block : list) {
    auto* table = std::get_if<Table>(&block.is);
    if (table == nullptr || square(*table)) {
      squared.push_back(std::move(block));
      continue;
    }
    Blocks inside = unwrapped(std::move(block));
    squared.insert(squared.end(), std::make_move_iterator(inside.begin()),
                   std::make_move_iterator(inside.end()));
  }
  list = std::move(squared);
}

}  // namespace

void square_tables(Book& book, const Manifest&, Diagnostics&) {
  for_each_post(book, [](Post& post) {
    for_each_body(post, [](Blocks& body) { for_each_block_list(body, square_all); });
  });
}

}  // namespace munjip
