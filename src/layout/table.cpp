// Tables: columns from content, cells as small flows, the head repeated on each page, smaller type
// where the words are too wide, and bands of columns (table_bands.cpp) where that is not enough.
#include <algorithm>
#include <iterator>
#include <string>

#include "layout/table_layout.h"

namespace munjip {

namespace {

constexpr double kSmallestType = 6.5;  // pt
constexpr double kLongestWord = 8;     // em: what a column may ask for before words are cut

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

// The longest line and the longest word of a paragraph. A name or an address that is not longer
// than `longest` counts as one word, although it has joints.
ColumnNeed need_of_lines(std::span<const BreakCandidate> candidates, Length longest) {
  ColumnNeed need;
  std::uint32_t line = 0, word = 0, piece = 0;
  Length longest_piece;  // of the word so far
  for (std::uint32_t i = 1; i < candidates.size(); ++i) {
    const BreakCandidate& at = candidates[i];
    if (at.grade == BreakGrade::emergency || at.grade == BreakGrade::syllable ||
        at.grade == BreakGrade::hyphen) {
      continue;
    }
    longest_piece = std::max(longest_piece, (at.end - candidates[piece].start).width);
    piece = i;
    if (at.grade == BreakGrade::joint) continue;
    const Length whole = (at.end - candidates[word].start).width;
    need.least = std::max(need.least, whole <= longest ? whole : longest_piece);
    word = i;
    longest_piece = Length();
    if (at.grade != BreakGrade::mandatory) continue;
    need.full = std::max(need.full, (at.end - candidates[line].start).width);
    line = i;
  }
  return need;
}

}  // namespace

TableLayout::TableLayout(LayoutContext& context, const Table& table, Area area, TagId tag)
    : context_(context), table_(table), area_(area), tag_(tag), grid_(grid_of(table)) {}

// Sets the cell's paragraphs in a measure without end, with tags that nobody sees: the widest line
// is what it needs at best, the widest word what it needs at least.
ColumnNeed TableLayout::need_of(const Cell& cell) {
  ScratchContext aside(context_);
  LayoutContext& scratch = aside.context;
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
    ParagraphBuilder builder(scratch, aside.tags.add(0, Element::paragraph));
    builder.add(paragraph->content);
    const MeasuredParagraph measured = measure_paragraph(scratch, builder.take(), Length::pt(1e6));
    const ColumnNeed one =
        need_of_lines(measured.candidates, style->font_size.scaled(kLongestWord));
    need = {std::max(need.least, one.least), std::max(need.full, one.full)};
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

void TableLayout::scale_type() {
  const double scale = type_scale_for(needs_, area_.measure, smallest_scale());
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

void TableLayout::set(Flow& flow) {
  measure();
  repeats_first_ = has_plain_first_column();
  const Length longest = context_.style()->font_size.scaled(kLongestWord);
  const std::vector<ColumnBand> bands =
      column_bands(needs_, area_.measure, smallest_scale(), longest, repeats_first_);
  if (bands.size() == 1) {
    scale_type();
  } else if (repeats_first_) {
    tell(message("표가 너무 넓어 열을 {}묶음으로 나누고 첫 열을 되풀이했습니다",
                 "a table too wide for the page stands in {} bands of columns, each with the first",
                 bands.size()));
  } else {
    tell(message("표가 너무 넓어 열을 {}묶음으로 나누었습니다",
                 "a table too wide for the page stands in {} bands of columns", bands.size()));
  }
  for (const ColumnBand& band : bands) {
    if (band.begin > 0) flow.add_margin(context_.style()->line_height);
    set_band(flow, band);
  }
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
  const double inside = height < context_.text_block.height / 2 ? kBreakShortTable : 0;
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
  const double outer_scale = context_.type_scale;
  TableLayout(context_, table, area_, tag).set(*this);
  if (context_.type_scale != outer_scale) {
    context_.type_scale = outer_scale;
    context_.scaled_styles.clear();
  }
}

}  // namespace munjip
