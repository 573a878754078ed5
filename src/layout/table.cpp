// Tables: columns from content, cells as small flows, the head repeated on each page, smaller type
// where the words are too wide.
#include <algorithm>
#include <iterator>
#include <string>

#include "layout/table_layout.h"

namespace munjip {

namespace {

constexpr double kSmallestType = 6.5;  // pt

// The head once more for the following pages: decoration, because it has been read already
// (PDF/UA-1, 7.1).
VerticalBox repeated_head(const std::vector<VerticalBox>& rows) {
  VerticalBox head;
  for (const VerticalBox& row : rows) {
    for (const PageItem& item : row.items) {
      if (std::holds_alternative<LinkArea>(item.is) ||
          std::holds_alternative<AnchorMark>(item.is)) {
        continue;
      }
      head.items.push_back(item);
      head.items.back().at.y += head.height;
      head.items.back().tag = kArtifact;
    }
    head.height += row.height;
  }
  return head;
}

void tell_of_parts(LayoutContext& context, std::size_t parts) {
  if (context.post == nullptr) return;
  context.diagnostics.note(
      {context.post->shown_file, context.at},
      message("표가 너무 넓어 첫 열을 되풀이하며 {}개로 나누었습니다",
              "a table too wide for the page stands in {} parts, each with the first column",
              parts));
}

}  // namespace

TableLayout::TableLayout(LayoutContext& context, const Table& table, Area area, TagId tag)
    : context_(context), table_(table), area_(area), tag_(tag), grid_(grid_of(table)) {}

// Sets the cell's paragraphs in a measure without end, with tags that nobody sees: the widest line
// is what it needs at best, the widest word what it needs at least.
ColumnNeed TableLayout::need_of(const Cell& cell) {
  TagTree scratch_tags;
  Diagnostics scratch_diagnostics;
  LayoutContext scratch{context_.book, context_.sheet,      context_.cascade, context_.shaper,
                        scratch_tags,  scratch_diagnostics, context_.grid,    context_.text_block};
  scratch.post = context_.post;
  scratch.note_seen.assign(context_.note_seen.size(), true);
  const Entered entered(context_.cascade, {.name = cell.is_header ? "th" : "td"});
  const StyleRef style = scratch.style();
  const Length padding = style->padding.left + style->padding.right +
                         border_width(style->border_left) + border_width(style->border_right);
  ColumnNeed need;
  for (const Block& block : cell.children) {
    const auto* paragraph = std::get_if<Paragraph>(&block.is);
    if (paragraph == nullptr) {
      need.least = std::max(need.least, style->font_size * 6);
      need.full = std::max(need.full, area_.measure / 2);
      continue;
    }
    const Entered inner(context_.cascade, {.name = "p"});
    ParagraphBuilder builder(scratch, scratch_tags.add(0, Element::paragraph));
    builder.add(paragraph->content);
    const MeasuredParagraph measured = measure_paragraph(scratch, builder.take(), Length::pt(1e6));
    std::uint32_t line = 0, word = 0;
    for (std::uint32_t i = 1; i < measured.candidates.size(); ++i) {
      const BreakCandidate& at = measured.candidates[i];
      if (at.grade == BreakGrade::emergency || at.grade == BreakGrade::syllable) continue;
      need.least = std::max(need.least, (at.end - measured.candidates[word].start).width);
      word = i;
      if (at.grade != BreakGrade::mandatory) continue;
      need.full = std::max(need.full, (at.end - measured.candidates[line].start).width);
      line = i;
    }
  }
  // A hair more, so that what fits exactly does not break by rounding.
  const Length hair = Length::pt(0.1);
  return {need.least + padding + hair, need.full + padding + hair};
}

void TableLayout::measure() {
  needs_.assign(grid_.columns, {});
  for (const PlacedCell& place : grid_.cells) {
    const ColumnNeed need = need_of(*place.cell);
    if (place.columns == 1) {
      ColumnNeed& column = needs_[place.column];
      column.least = std::max(column.least, need.least);
      column.full = std::max(column.full, need.full);
    } else {
      spans_.push_back({place.column, place.columns, need});
    }
  }
}

double TableLayout::smallest_scale() const {
  const double size = std::max(context_.style()->font_size.pt(), 1.0);
  return std::min(1.0, kSmallestType / size);
}

// What the author is told: how a wide table was made to fit.
void TableLayout::tell(const Message& text) const {
  if (context_.post == nullptr) return;
  context_.diagnostics.note({context_.post->shown_file, context_.at}, text);
}

std::vector<ColumnRange> TableLayout::parts() const {
  const double scale = smallest_scale();
  std::vector<ColumnNeed> smallest = needs_;
  for (ColumnNeed& need : smallest) need = {need.least.scaled(scale), need.full.scaled(scale)};
  return parts_of(smallest, area_.measure);
}

double TableLayout::wanted_scale() const {
  return type_scale_for(needs_, area_.measure, smallest_scale());
}

void TableLayout::scale_type(double scale) {
  if (scale >= 1) return;
  context_.type_scale *= scale;
  context_.scaled_styles.clear();
  for (ColumnNeed& need : needs_) need = {need.least.scaled(scale), need.full.scaled(scale)};
  for (SpanNeed& span : spans_) {
    span.need = {span.need.least.scaled(scale), span.need.full.scaled(scale)};
  }
  const double size = context_.style()->font_size.pt();
  tell(message("표가 넓어 글자를 {:.1f} pt로 줄였습니다",
               "a wide table is set in type of {:.1f} pt", size));
}

Length TableLayout::cell_height(const VerticalList& list) const {
  Length height;
  for (std::size_t i = 0; i < list.boxes.size(); ++i) {
    height += list.boxes[i].extent() + (i > 0 ? list.boxes[i].margin : Length());
  }
  return height;
}

SetCell TableLayout::set_cell(const PlacedCell& place, TagId row_tag) {
  const Cell& cell = *place.cell;
  SetCell out;
  out.place = place;
  const std::vector<std::string> classes =
      cell.align == CellAlign::left     ? std::vector<std::string>{"left"}
      : cell.align == CellAlign::center ? std::vector<std::string>{"center"}
      : cell.align == CellAlign::right  ? std::vector<std::string>{"right"}
                                        : std::vector<std::string>{};
  const Entered entered(context_.cascade, {.name = cell.is_header ? "th" : "td",
                                           .classes = classes,
                                           .id = {},
                                           .lang = {},
                                           .index = static_cast<int>(place.column) + 1,
                                           .is_last = place.column + place.columns == grid_.columns,
                                           .previous = {}});
  const TagId tag =
      context_.tags.add(row_tag, cell.is_header ? Element::header_cell : Element::cell);
  context_.tags[tag].colspan = static_cast<int>(place.columns);
  context_.tags[tag].rowspan = static_cast<int>(place.rows);
  out.style = context_.style();
  out.left = lefts_[place.column];
  for (std::size_t c = place.column; c < place.column + place.columns; ++c) out.width += widths_[c];
  const Length before = out.style->padding.left + border_width(out.style->border_left);
  const Length after = out.style->padding.right + border_width(out.style->border_right);
  Flow flow(context_,
            {out.left + before, std::max(out.width - before - after, out.style->font_size)}, true);
  flow.add_blocks(cell.children, tag);
  out.list = flow.take();
  out.height = cell_height(out.list) + out.style->padding.top + out.style->padding.bottom +
               border_width(out.style->border_top) + border_width(out.style->border_bottom);
  return out;
}

void TableLayout::set_cells(std::size_t begin_row, std::size_t end_row) {
  for (std::size_t row = begin_row; row < end_row; ++row) {
    const Entered entered(context_.cascade,
                          {.name = "tr",
                           .classes = {},
                           .id = {},
                           .lang = {},
                           .index = static_cast<int>(std::min<std::size_t>(row + 1, 1'000'000)),
                           .is_last = row + 1 == grid_.rows,
                           .previous = row == 0 ? std::string_view() : "tr"});
    const TagId tag = context_.tags.add(tag_, Element::table_row);
    first_cell_.push_back(cells_.size());
    for (auto place = std::lower_bound(
             grid_.cells.begin(), grid_.cells.end(), row,
             [](const PlacedCell&cell, std::size_t wanted) { return cell.row < wanted; });
         place != grid_.cells.end() && place->row == row; ++place) {
      cells_.push_back(set_cell(*place, tag));
    }
  }
}

void TableLayout::set(Flow& flow, double scale) {
  scale_type(scale);
  widths_ = column_widths(needs_, spans_, area_.measure);
  Length x = area_.left;
  for (const Length width : widths_) {
    lefts_.push_back(x);
    x += width;
  }
  set_cells(0, grid_.rows);
  loosen_spans();
  heights_ = row_heights();
  const std::uint32_t repeated = set_head(flow);
  set_body(flow, repeated);
}

// The head; 1 + the index of its repetition, or 0 where it is too high to be repeated.
std::uint32_t TableLayout::set_head(Flow& flow) {
  const Length page = context_.text_block.height;
  Length height;
  for (std::size_t row = 0; row < table_.head.size(); ++row) height += heights_[row];
  const bool repeats = !table_.head.empty() && height < page / 3;
  std::vector<VerticalBox> head;
  for (std::size_t row = 0; row < table_.head.size(); ++row) {
    for (VerticalBox& box : row_boxes(row, page)) head.push_back(std::move(box));
  }
  if (repeats) {
    flow.list().repeated.push_back(repeated_head(head));
    // Once more with room below it, for rows that go on and have no padding of their own.
    flow.list().repeated.push_back(flow.list().repeated.back());
    flow.list().repeated.back().below = context_.style()->line_height / 4;
  }
  for (VerticalBox& row : head) {
    flow.add_box(std::move(row));
    if (repeats) flow.keep_next(kBreakKeep);
  }
  return repeats ? static_cast<std::uint32_t>(flow.list().repeated.size()) - 1 : 0;
}

void TableLayout::set_body(Flow& flow, std::uint32_t repeated) {
  std::vector<bool> spanned(grid_.rows, false);  // no page break before this row
  for (const SetCell& cell : cells_) {
    for (std::size_t r = 1; r < cell.place.rows; ++r) spanned[cell.place.row + r] = true;
  }
  Length room = context_.text_block.height;
  if (repeated != 0) room -= flow.list().repeated[repeated].extent();
  const std::size_t first = table_.head.size();
  Length height;
  for (const Length row : heights_) height += row;
  const double inside = height < context_.text_block.height / 4 ? kBreakShortTable : 0;
  for (std::size_t row = first; row < grid_.rows; ++row) {
    const bool is_near_end = row == first + 1 || row + 1 == grid_.rows;
    const double between = row == first ? 0 : std::max(inside, is_near_end ? kBreakFirstRow : 0);
    bool is_first_box = true;
    for (VerticalBox& box : row_boxes(row, room)) {
      box.repeated = repeated == 0 || is_first_box ? repeated : repeated + 1;
      box.continues = repeated != 0 || row > 0 || !is_first_box;
      if (is_first_box && spanned[row]) box.break_before = kBreakAvoided;
      if (is_first_box) box.break_before = std::max(box.break_before, between);
      flow.add_box(std::move(box));
      is_first_box = false;
    }
  }
}

void Flow::add_table(const Table& table, TagId tag) {
  if (!table.caption.empty()) {
    add_paragraph({.name = "caption"}, table.caption, Element::table_caption, tag);
    keep_next(kBreakInsidePiece);
  }
  TableLayout whole(context_, table, area_, tag);
  whole.measure();
  const std::vector<ColumnRange> parts = depth_ == 1 ? whole.parts() : std::vector<ColumnRange>();
  if (parts.empty()) {
    set_table(whole, whole.wanted_scale());
    return;
  }
  tell_of_parts(context_, parts.size());
  add_table_parts(table, whole.grid(), parts, tag);
}

// The parts below each other, in type of one size.
void Flow::add_table_parts(const Table& table, const TableGrid& grid,
                           const std::vector<ColumnRange>& parts, TagId tag) {
  std::vector<Table> tables;
  tables.reserve(parts.size());
  for (const ColumnRange& columns : parts) {
    tables.push_back(part_of(table, grid, columns, tables.empty()));
  }
  std::vector<TableLayout> layouts;
  layouts.reserve(parts.size());
  double scale = 1;
  for (const Table& part : tables) {
    const TagId part_tag =
        layouts.empty() ? tag : context_.tags.add(context_.tags[tag].parent, Element::table);
    layouts.emplace_back(context_, part, area_, part_tag).measure();
    scale = std::min(scale, layouts.back().wanted_scale());
  }
  const Length apart = context_.grid > Length() ? context_.grid : context_.style()->line_height;
  for (TableLayout& layout : layouts) {
    add_margin(&layout == &layouts.front() ? Length() : apart);
    set_table(layout, scale);
  }
}

void Flow::set_table(TableLayout& layout, double scale) {
  const double outer_scale = context_.type_scale;
  layout.set(*this, scale);
  if (context_.type_scale == outer_scale) return;
  context_.type_scale = outer_scale;
  context_.scaled_styles.clear();
}

}  // namespace munjip
