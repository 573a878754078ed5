// Tables that were copied out of a page: rows of cells parted by tabs, each row in a line, and
// empty lines where a browser put them.
#include <algorithm>

#include "source/text_blocks.h"

namespace munjip {

namespace {

constexpr std::size_t kMaxColumns = 40;
// Lines of one cell below the row that it began in.
constexpr std::size_t kMaxCellChunks = 16;

// One row: the cells of the first, each with its lines.
struct CopiedRow {
  std::vector<std::vector<TextLine>> cells;
  SourcePos at;
};

// A tab in front of the first cell's text stands behind an empty cell.
bool has_tab(const TextLine& line) {
  return !line.is_blank() && line.raw.find('\t') != std::string_view::npos;
}

// The pieces between tabs, edges trimmed; a tab at the end stands before an empty cell.
std::vector<TextLine> cells_of(const TextLine& line) {
  std::vector<TextLine> cells;
  std::string_view rest = line.raw;
  for (;;) {
    const std::size_t tab = rest.find('\t');
    TextLine cell = line;
    cell.raw = rest.substr(0, tab);
    const std::vector<TextLine> trimmed = lines_of(cell.raw);
    cell.text = trimmed.empty() ? std::string_view() : trimmed.front().text;
    cells.push_back(cell);
    if (tab == std::string_view::npos) return cells;
    rest.remove_prefix(tab + 1);
  }
}

// The row in a chunk with one tabbed line: lines before it belong to its first cell, lines behind
// it to its last.
std::optional<CopiedRow> row_of(const TextChunk& chunk) {
  if (std::count_if(chunk.lines.begin(), chunk.lines.end(), has_tab) != 1) return std::nullopt;
  CopiedRow row;
  row.at = chunk.at();
  std::vector<TextLine> before;
  for (const TextLine& line : chunk.lines) {
    if (has_tab(line)) {
      for (const TextLine& cell : cells_of(line)) row.cells.push_back({cell});
      row.cells.front().insert(row.cells.front().begin(), before.begin(), before.end());
    } else if (row.cells.empty()) {
      before.push_back(line);
    } else {
      row.cells.back().push_back(line);
    }
  }
  if (row.cells.size() > kMaxColumns) return std::nullopt;
  return row;
}

bool is_blank_cell(const std::vector<TextLine>& cell) {
  return std::all_of(cell.begin(), cell.end(), [](const TextLine& l) { return l.is_blank(); });
}

// All lines of a chunk tabbed: a row each.
std::vector<CopiedRow> rows_of(const TextChunk& chunk) {
  std::vector<CopiedRow> rows;
  if (std::all_of(chunk.lines.begin(), chunk.lines.end(), has_tab)) {
    for (const TextLine& line : chunk.lines) {
      CopiedRow row;
      row.at = line.at();
      for (const TextLine& cell : cells_of(line)) row.cells.push_back({cell});
      if (row.cells.size() <= kMaxColumns) rows.push_back(std::move(row));
    }
    if (rows.size() != chunk.lines.size()) rows.clear();
  } else if (auto row = row_of(chunk)) {
    rows.push_back(std::move(*row));
  }
  return rows;
}

// Not a heading, or labelled (`label: value`) as the first item is.
bool is_item_like(const TextChunk& chunk, const TextChunk& first) {
  const auto is_labelled = [](const TextChunk& c) {
    return c.first().text.find(": ") != std::string_view::npos;
  };
  return !may_be_heading(chunk) || (is_labelled(chunk) && is_labelled(first));
}

// How many chunks from `at` on belong to the cell that was left open: those up to the next row of
// the same table. An empty cell is waiting for them; a filled one goes on only with items (no
// sentences), and only where another row follows.
std::size_t chunks_of_open_cell(Chunks chunks, std::size_t at, bool cell_is_empty) {
  std::size_t count = 0;
  bool has_sentence = false;
  while (at + count < chunks.size() && count < kMaxCellChunks) {
    const TextChunk& chunk = chunks[at + count];
    if (!rows_of(chunk).empty()) break;
    has_sentence = has_sentence || ends_like_sentence(chunk.lines.back().text);
    ++count;
  }
  const bool row_follows = at + count < chunks.size() && count < kMaxCellChunks;
  if (row_follows && (cell_is_empty || !has_sentence)) return count;
  if (!cell_is_empty) return 0;
  // The last row: its cell ends where a new heading may begin.
  count = 0;
  while (at + count < chunks.size() && count < kMaxCellChunks &&
         (count == 0 || is_item_like(chunks[at + count], chunks[at]))) {
    ++count;
  }
  return count;
}

bool same_cells(const CopiedRow& a, const CopiedRow& b) {
  return a.cells.size() == b.cells.size() &&
         a.cells.front().front().text == b.cells.front().front().text;
}

struct Copied {
  std::vector<CopiedRow> rows;
  std::size_t end = 0;
};

Copied rows_from(Chunks chunks, std::size_t at) {
  Copied table;
  std::size_t columns = 0;
  std::size_t i = at;
  table.end = at;
  while (i < chunks.size()) {
    std::vector<CopiedRow> rows = rows_of(chunks[i]);
    if (rows.empty()) break;
    // A header like the first one begins another table; so does a row that is wider.
    if (!table.rows.empty() &&
        (same_cells(rows.front(), table.rows.front()) || rows.front().cells.size() > columns)) {
      break;
    }
    for (CopiedRow& row : rows) {
      columns = std::max(columns, row.cells.size());
      table.rows.push_back(std::move(row));
    }
    table.end = ++i;
    if (columns > 2) continue;  // only a label with a list beside it is ever left open
    std::vector<TextLine>& open = table.rows.back().cells.back();
    const std::size_t more = chunks_of_open_cell(chunks, i, is_blank_cell(open));
    // What stands before a repeated header is a heading of the next table.
    const bool next_is_new = i + more < chunks.size() && !rows_of(chunks[i + more]).empty() &&
                             same_cells(rows_of(chunks[i + more]).front(), table.rows.front());
    if (more == 0 || (next_is_new && !is_blank_cell(open))) continue;
    for (std::size_t k = 0; k < more; ++k, ++i) {
      TextLine gap;  // parts the paragraphs of the cell
      open.push_back(gap);
      open.insert(open.end(), chunks[i].lines.begin(), chunks[i].lines.end());
    }
    table.end = i;
  }
  return table;
}

Cell cell_of(const std::vector<TextLine>& lines, bool is_header) {
  Cell cell;
  cell.is_header = is_header;
  for (const TextChunk& chunk : chunks_of(lines)) {
    cell.children.push_back({Paragraph{inlines_of_lines(chunk.lines)}, {}, {}, chunk.at()});
  }
  return cell;
}

// A row with fewer cells lacks those that a cell above reaches down to: browsers copy them once.
Table table_of(const std::vector<CopiedRow>& copied) {
  Table table;
  std::size_t columns = 0;
  for (const CopiedRow& row : copied) columns = std::max(columns, row.cells.size());
  std::vector<Cell*> above(columns, nullptr);  // the body's cell that stands above, by column
  table.body.reserve(copied.size());           // so that they stay where they are
  for (std::size_t r = 0; r < copied.size(); ++r) {
    const bool is_head = r == 0;
    std::size_t column = 0;
    Row row;
    for (; column + copied[r].cells.size() < columns; ++column) {
      if (above[column] == nullptr) {
        row.cells.push_back(cell_of({}, is_head));
      } else {
        ++above[column]->rowspan;
      }
    }
    const std::size_t first_own = row.cells.size();
    for (const auto& cell : copied[r].cells) row.cells.push_back(cell_of(cell, is_head));
    if (is_head) {
      table.head.push_back(std::move(row));
      continue;
    }
    table.body.push_back(std::move(row));
    std::vector<Cell>& cells = table.body.back().cells;
    for (std::size_t i = first_own; i < cells.size(); ++i) above[column++] = &cells[i];
  }
  return table;
}

}  // namespace

std::optional<TakenBlock> take_table(Chunks chunks, std::size_t at) {
  Copied copied = rows_from(chunks, at);
  // Lines that a tab indents have no first cell anywhere.
  const bool has_first_cell =
      std::any_of(copied.rows.begin(), copied.rows.end(),
                  [](const CopiedRow& row) { return !is_blank_cell(row.cells.front()); });
  if (copied.rows.size() < 2 || !has_first_cell) return std::nullopt;
  return TakenBlock{{table_of(copied.rows), {}, {}, copied.rows.front().at}, copied.end};
}

}  // namespace munjip
