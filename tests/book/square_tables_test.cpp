#include <doctest/doctest.h>

#include <ctime>

#include "book/build_posts.h"

using namespace munjip;
using namespace munjip::testing;

namespace {

Cell cell(std::string words, int colspan = 1, int rowspan = 1) {
  Cell made;
  if (!words.empty()) made.children = {paragraph(std::move(words))};
  made.colspan = colspan;
  made.rowspan = rowspan;
  return made;
}

// One line a row: the text of each cell with its spans where they are not 1.
std::string grid(std::vector<Row> head, std::vector<Row> body) {
  Table table;
  table.head = std::move(head);
  table.body = std::move(body);
  const Book book = book_of({{table}});
  CHECK(fault_lines(book) == "");
  std::string out;
  const auto& made = std::get<Table>(only_post(book).body[0].is);
  for (const auto* rows : {&made.head, &made.body}) {
    for (const Row& row : *rows) {
      for (const Cell& c : row.cells) {
        out += c.children.empty() ? "." : plain_text(std::get<Paragraph>(c.children[0].is).content);
        if (c.colspan != 1 || c.rowspan != 1)
          out += std::to_string(c.colspan) + "x" + std::to_string(c.rowspan);
        out += "|";
      }
      out += "\n";
    }
  }
  return out;
}

}  // namespace

TEST_CASE("short rows are filled, spans end with the table") {
  CHECK(grid({}, {{{cell("가"), cell("나"), cell("다")}}, {{cell("라")}}}) ==
        "가|나|다|\n라|.2x1|\n");
  CHECK(grid({}, {{{cell("가", 1, 9), cell("나")}}, {{cell("다")}}}) == "가1x2|나|\n다|\n");
  CHECK(grid({}, {{{cell("가", 0, 0), cell("나", -3)}}}) == "가|나|\n");
}

TEST_CASE("columns that no cell begins in vanish") {
  CHECK(grid({{{cell("머리", 1000)}}}, {{{cell("가"), cell("나")}}}) == "머리2x1|\n가|나|\n");
}

TEST_CASE("a wide cell does not run into one from above") {
  CHECK(grid({}, {{{cell("가"), cell("나", 1, 2), cell("다")}}, {{cell("라", 3)}}}) ==
        "가|나1x2|다|\n라|.|\n");
}

TEST_CASE("a row span does not reach from the head into the body, and a head alone is a body") {
  CHECK(grid({{{cell("가", 1, 3), cell("나")}}}, {{{cell("다"), cell("라")}}}) ==
        "가|나|\n다|라|\n");
  Table table;
  table.head = {{{cell("가")}}};
  CHECK(body_of({{table}}) ==
        "<table>\n<tbody>\n<tr>\n<td>\n<p>가</p>\n</td>\n</tr>\n</tbody>\n</table>\n");
}

TEST_CASE("a table of more than a thousand columns is no table") {
  Table table;
  table.body.resize(1);
  for (int i = 0; i < 1001; ++i) table.body[0].cells.push_back(cell("가"));
  const Book book = book_of({{table}});
  CHECK(only_post(book).body.size() == 1001);
  CHECK(check_book(book).empty());
}

TEST_CASE("hostile tables take no time") {
  Table table;
  table.body.resize(20000);
  for (Row& row : table.body) row.cells = {cell("가", 1000, 1000)};
  for (int i = 0; i < 999; ++i) table.body[0].cells.push_back(cell("나"));
  const std::clock_t start = std::clock();
  const Book book = book_of({{table}});
  const double taken = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  CHECK(check_book(book).empty());
  CHECK(taken < 5.0);
}
