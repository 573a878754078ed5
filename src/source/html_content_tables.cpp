// Tables: rows of head and body, spans kept within the table.
#include <algorithm>
#include <utility>

#include "source/html_content_reader.h"

namespace munjip {

namespace {

constexpr int kMaxSpan = 1000;

CellAlign align_of(const std::string& align) {
  if (align == "center") return CellAlign::center;
  if (align == "right") return CellAlign::right;
  return align == "left" ? CellAlign::left : CellAlign::automatic;
}

struct TableParts {
  std::vector<HtmlNode> captions, head, body;
};

TableParts parts_of(HtmlNode table) {
  TableParts parts;
  std::vector<HtmlNode> foot;
  for (std::size_t i = 0; i < table.child_count(); ++i) {
    const HtmlNode child = table.child(i);
    if (child.is(GUMBO_TAG_CAPTION)) parts.captions.push_back(child);
    std::vector<HtmlNode>& rows = child.is(GUMBO_TAG_THEAD)   ? parts.head
                                  : child.is(GUMBO_TAG_TFOOT) ? foot
                                                              : parts.body;
    if (child.is(GUMBO_TAG_TR)) rows.push_back(child);
    for (std::size_t k = 0; k < child.child_count(); ++k) {
      if (child.child(k).is(GUMBO_TAG_TR)) rows.push_back(child.child(k));
    }
  }
  parts.body.insert(parts.body.end(), foot.begin(), foot.end());
  return parts;
}

bool is_header_row(const Row& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const Cell& cell) { return cell.is_header; });
}

// A cell cannot reach below the last row of its section (HTML 4.9.12.1).
void clip_row_spans(std::vector<Row>& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const int left = static_cast<int>(std::min<std::size_t>(rows.size() - i, kMaxSpan));
    for (Cell& cell : rows[i].cells) {
      cell.rowspan = cell.rowspan == 0 ? left : std::min(cell.rowspan, left);
    }
  }
}

// Rows of header cells at the top are the head where the page marks none, as far as no cell
// reaches out of them.
void find_head(Table& table) {
  if (!table.head.empty()) return;
  std::size_t count = 0;
  while (count < table.body.size() && is_header_row(table.body[count])) ++count;
  if (count == table.body.size()) return;
  for (std::size_t i = 0; i < count; ++i) {
    for (const Cell& cell : table.body[i].cells) {
      if (i + static_cast<std::size_t>(cell.rowspan) > count) return;
    }
  }
  const auto end = table.body.begin() + static_cast<std::ptrdiff_t>(count);
  table.head.assign(std::make_move_iterator(table.body.begin()), std::make_move_iterator(end));
  table.body.erase(table.body.begin(), end);
}

bool has_content(const std::vector<Row>& rows) {
  return std::any_of(rows.begin(), rows.end(), [](const Row& row) {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const Cell& cell) { return !cell.children.empty(); });
  });
}

bool is_single_cell(const Table& table) {
  return table.head.empty() && table.body.size() == 1 && table.body[0].cells.size() == 1;
}

}  // namespace

Cell ContentReader::read_cell(HtmlNode node, const FlowContext& context) {
  FlowContext inner = inside(node, context);
  Cell cell;
  cell.is_header = node.is(GUMBO_TAG_TH);
  cell.align = align_of(inner.align);
  inner.align.clear();  // said by the cell; paragraphs in it need not repeat it
  FlowBuilder flow;
  mark_anchor(node, flow, inner);
  read_children(node, flow, inner);
  cell.children = flow.take(inner);
  const auto span = [&](const char* name) {
    return node.has_attribute(name) ? std::min(leading_number(node.attribute(name)), kMaxSpan) : 1;
  };
  cell.colspan = std::max(span("colspan"), 1);
  cell.rowspan = span("rowspan");  // 0: down to the end of the section
  return cell;
}

std::vector<Row> ContentReader::read_rows(const std::vector<HtmlNode>& nodes,
                                          const FlowContext& context) {
  std::vector<Row> rows;
  for (const HtmlNode node : nodes) {
    const FlowContext inner = inside(node, inside(node.parent(), context));
    Row row;
    for (std::size_t i = 0; i < node.child_count(); ++i) {
      const HtmlNode child = node.child(i);
      if (child.is(GUMBO_TAG_TD) || child.is(GUMBO_TAG_TH)) {
        row.cells.push_back(read_cell(child, inner));
      }
    }
    if (!row.cells.empty()) rows.push_back(std::move(row));
  }
  clip_row_spans(rows);
  return rows;
}

void ContentReader::read_table(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  if (read_code_table(node, flow, context)) return;
  FlowContext inner = inside(node, context);
  inner.heading_level = 0;
  inner.align.clear();  // aligns the table, not its text
  const TableParts parts = parts_of(node);
  Table table;
  for (const HtmlNode caption : parts.captions) {
    Inlines text = read_inlines(caption, inside(caption, inner));
    if (table.caption.empty()) table.caption = std::move(text);
  }
  table.head = read_rows(parts.head, inner);
  table.body = read_rows(parts.body, inner);
  if (table.body.empty()) table.body.swap(table.head);
  if (!has_content(table.head) && !has_content(table.body)) return;
  find_head(table);
  const SourcePos at = position(node, context);
  if (is_single_cell(table)) {  // a frame around text, drawn with a table
    Group box{std::move(table.body[0].cells[0].children)};
    flow.add({std::move(box), {"box"}, inner.lang, at}, context);
    if (table.caption.empty()) return;
    flow.add({Paragraph{std::move(table.caption)}, {"caption"}, inner.lang, at}, context);
    return;
  }
  flow.add({std::move(table), {}, inner.lang, at}, context);
}

}  // namespace munjip
