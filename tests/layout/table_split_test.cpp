#include "layout/table_split.h"

#include <doctest/doctest.h>

#include "layout/sample_book.h"

using namespace munjip;

namespace {

std::vector<ColumnNeed> columns(std::initializer_list<double> least) {
  std::vector<ColumnNeed> needs;
  for (const double width : least) needs.push_back({Length::pt(width), Length::pt(width * 2)});
  return needs;
}

Table table_of(std::size_t columns, std::size_t rows) {
  Table table;
  for (std::size_t r = 0; r < rows; ++r) {
    Row row;
    for (std::size_t c = 0; c < columns; ++c) {
      Cell cell;
      cell.children = {sample::paragraph(std::to_string(r) + "-" + std::to_string(c))};
      row.cells.push_back(std::move(cell));
    }
    (r == 0 ? table.head : table.body).push_back(std::move(row));
  }
  return table;
}

std::string words(const Cell& cell) {
  return plain_text(std::get<Paragraph>(cell.children.front().is).content);
}

}  // namespace

TEST_CASE("a table that fits is not split") {
  CHECK(parts_of(columns({30, 30, 30}), Length::pt(100)).empty());
  CHECK(parts_of(columns({300, 300}), Length::pt(100)).empty());
}

TEST_CASE("columns that do not fit stand in parts of about the same width, each once") {
  const auto parts = parts_of(columns({20, 30, 30, 30, 30, 30, 30}), Length::pt(140));
  CHECK(parts == std::vector<ColumnRange>{{1, 4}, {4, 7}});
}

TEST_CASE("one long word does not split a table: it is broken") {
  CHECK(parts_of(columns({20, 500, 20}), Length::pt(100)).empty());
}

TEST_CASE("each part has the first column and its own, row by row") {
  const Table table = table_of(5, 3);
  const TableGrid grid = grid_of(table);
  const Table second = part_of(table, grid, {3, 5}, false);
  REQUIRE(second.head.size() == 1);
  REQUIRE(second.body.size() == 2);
  REQUIRE(second.body[1].cells.size() == 3);
  CHECK(words(second.body[1].cells[0]) == "2-0");
  CHECK(words(second.body[1].cells[1]) == "2-3");
  CHECK(words(second.body[1].cells[2]) == "2-4");
}

TEST_CASE("a cell over the columns of two parts stands in both, as wide as its columns there") {
  Table table = table_of(5, 2);
  table.head[0].cells.erase(table.head[0].cells.begin() + 2, table.head[0].cells.end());
  table.head[0].cells[1].colspan = 4;
  const TableGrid grid = grid_of(table);
  const Table first = part_of(table, grid, {1, 3}, true),
              second = part_of(table, grid, {3, 5}, false);
  CHECK(first.head[0].cells[1].colspan == 2);
  CHECK(second.head[0].cells[1].colspan == 2);
}

TEST_CASE("what is repeated keeps no places and no note marks, so that links lead to one place") {
  Table table = table_of(3, 2);
  auto& content = std::get<Paragraph>(table.body[0].cells[0].children.front().is).content;
  content.push_back({Anchor{"here"}, {}});
  content.push_back({NoteMark{0}, {}});
  const TableGrid grid = grid_of(table);
  const auto count = [](const Table& part) {
    return std::get<Paragraph>(part.body[0].cells[0].children.front().is).content.size();
  };
  CHECK(count(part_of(table, grid, {1, 2}, true)) == 3);
  CHECK(count(part_of(table, grid, {2, 3}, false)) == 1);
}
