// The columns of a table that stand side by side: all, or where a page is too narrow for them, a
// band of them after the other. The tags know nothing of bands: a row has its cells in order.
#include <algorithm>
#include <string>

#include "layout/table_layout.h"

namespace munjip {

namespace {

std::vector<std::string> align_classes(CellAlign align) {
  switch (align) {
    case CellAlign::left:
      return {"left"};
    case CellAlign::center:
      return {"center"};
    case CellAlign::right:
      return {"right"};
    case CellAlign::automatic:
      break;
  }
  return {};
}

}  // namespace

// Whether the first column can stand before other columns than its neighbours.
bool TableLayout::has_plain_first_column() const {
  return grid_.columns > 2 &&
         std::all_of(grid_.cells.begin(), grid_.cells.end(),
                     [](const PlacedCell& cell) { return cell.column > 0 || cell.columns == 1; });
}

void TableLayout::place_columns(const ColumnBand& band) {
  std::vector<std::size_t> columns;
  if (band.begin > 0 && repeats_first_) columns.push_back(0);
  const std::size_t shift = columns.size();
  for (std::size_t column = band.begin; column < band.end; ++column) columns.push_back(column);
  std::vector<ColumnNeed> needs;
  needs.reserve(columns.size());
  for (const std::size_t column : columns) needs.push_back(needs_[column]);
  std::vector<SpanNeed> spans;
  for (const SpanNeed& span : spans_) {
    if (span.first < band.begin || span.first + span.count > band.end) continue;
    spans.push_back({span.first - band.begin + shift, span.count, span.need});
  }
  const std::vector<Length> widths = column_widths(std::move(needs), spans, area_.measure);
  lefts_.assign(grid_.columns, {});
  widths_.assign(grid_.columns, {});
  Length x = area_.left;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    lefts_[columns[i]] = x;
    widths_[columns[i]] = widths[i];
    x += widths[i];
  }
}

VerticalList TableLayout::cell_content(const PlacedCell& place, Area area, TagId tag) {
  Flow flow(context_, area, true);
  flow.add_blocks(place.cell->children, tag);
  return flow.take();
}

// What a band before has shown already: decoration (PDF/UA-1, 7.1).
VerticalList TableLayout::repeated_content(const PlacedCell& place, Area area) {
  ScratchContext aside(context_);
  Flow flow(aside.context, area, true);
  flow.add_blocks(place.cell->children, 0);
  VerticalList list = flow.take();
  for (VerticalBox& box : list.boxes) {
    std::erase_if(box.items, [](const PageItem& item) {
      return std::holds_alternative<LinkArea>(item.is) ||
             std::holds_alternative<AnchorMark>(item.is);
    });
    for (PageItem& item : box.items) item.tag = kArtifact;
    box.notes.clear();
  }
  return list;
}

// The part of the cell that lies in the band. Where the cell begins in one before, it is shown
// again.
void TableLayout::set_cell(const PlacedCell& place, const ColumnBand& band, TagId row_tag) {
  const std::size_t end = std::min(place.column + place.columns, band.end);
  const bool is_repeated = place.column < band.begin;
  const bool is_in_band = end > band.begin;
  if (place.column >= band.end || (!is_in_band && (place.column > 0 || !repeats_first_))) return;
  const Cell& cell = *place.cell;
  SetCell out;
  out.place = place;
  if (is_in_band) {
    out.place.column = std::max(place.column, band.begin);
    out.place.columns = end - out.place.column;
  }
  const std::vector<std::string> classes = align_classes(cell.align);
  const Entered entered(context_.cascade, {.name = cell.is_header ? "th" : "td",
                                           .classes = classes,
                                           .id = {},
                                           .lang = {},
                                           .index = static_cast<int>(place.column) + 1,
                                           .is_last = place.column + place.columns == grid_.columns,
                                           .previous = {}});
  out.style = context_.style();
  out.left = lefts_[out.place.column];
  for (std::size_t c = 0; c < out.place.columns; ++c) out.width += widths_[out.place.column + c];
  const Length before = out.style->padding.left + border_width(out.style->border_left);
  const Length after = out.style->padding.right + border_width(out.style->border_right);
  const Area area{out.left + before, std::max(out.width - before - after, out.style->font_size)};
  if (is_repeated) {
    out.list = repeated_content(place, area);
  } else {
    const TagId tag =
        context_.tags.add(row_tag, cell.is_header ? Element::header_cell : Element::cell);
    context_.tags[tag].colspan = static_cast<int>(place.columns);
    context_.tags[tag].rowspan = static_cast<int>(place.rows);
    out.list = cell_content(place, area, tag);
  }
  out.height = cell_height(out.list) + out.style->padding.top + out.style->padding.bottom +
               border_width(out.style->border_top) + border_width(out.style->border_bottom);
  cells_.push_back(std::move(out));
}

void TableLayout::set_cells(const ColumnBand& band) {
  cells_.clear();
  first_cell_.clear();
  auto place = grid_.cells.begin();
  for (std::size_t row = 0; row < grid_.rows; ++row) {
    const Entered entered(context_.cascade,
                          {.name = "tr",
                           .classes = {},
                           .id = {},
                           .lang = {},
                           .index = static_cast<int>(std::min<std::size_t>(row + 1, 1'000'000)),
                           .is_last = row + 1 == grid_.rows,
                           .previous = row == 0 ? std::string_view() : "tr"});
    if (row == row_tags_.size()) row_tags_.push_back(context_.tags.add(tag_, Element::table_row));
    first_cell_.push_back(cells_.size());
    for (; place != grid_.cells.end() && place->row == row; ++place) {
      set_cell(*place, band, row_tags_[row]);
    }
  }
}

void TableLayout::set_band(Flow& flow, const ColumnBand& band) {
  place_columns(band);
  set_cells(band);
  loosen_spans();
  heights_ = row_heights();
  const std::uint32_t repeated = set_head(flow);
  set_body(flow, repeated);
}

}  // namespace munjip
