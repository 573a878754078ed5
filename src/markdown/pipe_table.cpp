#include "markdown/pipe_table.h"

#include <algorithm>

namespace munjip {

namespace {

// The reader sets wider tables as text.
constexpr std::size_t kMaxColumns = 200;

bool is_line(const Cell& cell) {
  if (cell.children.empty()) return true;
  const Block& block = cell.children.front();
  return cell.children.size() == 1 && std::holds_alternative<Paragraph>(block.is) &&
         block.classes.empty() && block.lang.empty();
}

bool fits(const Row& row, bool is_header, const Row& head) {
  if (row.cells.size() != head.cells.size()) return false;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const Cell& cell = row.cells[i];
    const bool is_simple = cell.colspan == 1 && cell.rowspan == 1 && cell.is_header == is_header &&
                           cell.align == head.cells[i].align && cell.align != CellAlign::left;
    if (!is_simple || !is_line(cell)) return false;
  }
  return true;
}

std::string row_text(const Row& row, PostScope& scope) {
  std::string out = "|";
  for (const Cell& cell : row.cells) {
    out += ' ';
    if (!cell.children.empty()) {
      const auto& paragraph = std::get<Paragraph>(cell.children.front().is);
      out += markdown_inlines(paragraph.content, {.in_cell = true}, scope) + " ";
    }
    out += '|';
  }
  return out;
}

std::string_view rule_of(CellAlign align) {
  switch (align) {
    case CellAlign::automatic:
    case CellAlign::left:
      return "---";
    case CellAlign::center:
      return ":-:";
    case CellAlign::right:
      return "--:";
  }
  return "";
}

}  // namespace

bool fits_pipes(const Table& table) {
  if (!table.caption.empty() || table.head.size() != 1) return false;
  const Row& head = table.head.front();
  if (head.cells.empty() || head.cells.size() > kMaxColumns || !fits(head, true, head))
    return false;
  return std::all_of(table.body.begin(), table.body.end(),
                     [&](const Row& row) { return fits(row, false, head); });
}

std::string pipe_table(const Table& table, PostScope& scope) {
  const Row& head = table.head.front();
  std::string out = row_text(head, scope) + "\n|";
  for (const Cell& cell : head.cells) out.append(" ").append(rule_of(cell.align)).append(" |");
  for (const Row& row : table.body) out += "\n" + row_text(row, scope);
  return out;
}

}  // namespace munjip
