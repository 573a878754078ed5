// Rows of a table as boxes: whole, or in slices between which a page may end.
#include <algorithm>
#include <iterator>

#include "layout/table_layout.h"

namespace munjip {

namespace {

// Rows of at least this part of a page may be cut.
constexpr std::int64_t kHighRow = 4;

PageItem rect(Length x, Length y, Length width, Length height, Color color) {
  PageItem item;
  item.at = {x, y};
  item.is = FilledRect{{width, height}, color};
  return item;
}

}  // namespace

// A row is as high as its highest cell; a cell over several rows makes the last of them higher.
std::vector<Length> TableLayout::row_heights() const {
  std::vector<Length> heights(grid_.rows);
  for (const SetCell& cell : cells_) {
    if (cell.place.rows == 1) {
      heights[cell.place.row] = std::max(heights[cell.place.row], cell.height);
    }
  }
  for (const SetCell& cell : cells_) {
    if (cell.place.rows == 1) continue;
    Length sum;
    for (std::size_t r = cell.place.row; r < cell.place.row + cell.place.rows; ++r)
      sum += heights[r];
    Length& last = heights[cell.place.row + cell.place.rows - 1];
    if (cell.height > sum) last += cell.height - sum;
  }
  return heights;
}

// Rows that a cell holds together over more than half a page come apart: the cell then stands in
// the first of them, and a page may end between the others.
void TableLayout::loosen_spans() {
  const std::vector<Length> heights = row_heights();
  for (SetCell& cell : cells_) {
    Length sum;
    for (std::size_t r = cell.place.row; r < cell.place.row + cell.place.rows; ++r) {
      sum += heights[r];
    }
    if (sum > context_.text_block.height / 2) cell.place.rows = 1;
  }
}

void TableLayout::draw_cell_frame(const SetCell& cell, Length height, std::vector<PageItem>& items,
                                  FrameEnds ends) const {
  const Style& style = *cell.style;
  if (style.background) {
    items.push_back(rect(cell.left, {}, cell.width, height, *style.background));
  }
  const auto line = [&](const Border& border, Length x, Length y, Length width, Length high) {
    if (border_width(border) > Length()) items.push_back(rect(x, y, width, high, border.color));
  };
  const Length top = border_width(style.border_top), bottom = border_width(style.border_bottom);
  const Length left = border_width(style.border_left), right = border_width(style.border_right);
  if (ends.above) line(style.border_top, cell.left, {}, cell.width, top);
  if (ends.below) line(style.border_bottom, cell.left, height - bottom, cell.width, bottom);
  line(style.border_left, cell.left, {}, left, height);
  line(style.border_right, cell.left + cell.width - right, {}, right, height);
}

// Moves the cell's content into the row's box, from `top` down.
void TableLayout::take_cell(SetCell& cell, Length top, VerticalBox& box) const {
  Length y = top;
  for (std::size_t i = 0; i < cell.list.boxes.size(); ++i) {
    VerticalBox& inner = cell.list.boxes[i];
    y += (i > 0 ? inner.margin : Length()) + inner.above;
    append_moved(box.items, std::move(inner.items), {Length(), y});
    box.notes.insert(box.notes.end(), inner.notes.begin(), inner.notes.end());
    y += inner.height + inner.below;
  }
  cell.list.boxes.clear();
}

VerticalBox TableLayout::row_box(std::size_t row) {
  VerticalBox box;
  box.height = heights_[row];
  const std::size_t end = end_cell(row);
  for (std::size_t c = first_cell_[row]; c < end; ++c) {
    SetCell& cell = cells_[c];
    Length height;
    for (std::size_t r = row; r < row + cell.place.rows; ++r) height += heights_[r];
    draw_cell_frame(cell, height, box.items);
    take_cell(cell, cell.style->padding.top + border_width(cell.style->border_top), box);
  }
  return box;
}

// A row higher than a page, in slices: each takes from every cell as many lines as fit.
std::vector<VerticalBox> TableLayout::split_row(std::size_t row, Length highest) {
  const std::size_t end = end_cell(row);
  std::vector<std::size_t> next(end - first_cell_[row], 0);
  std::vector<VerticalBox> slices;
  for (bool more = true; more;) {
    more = false;
    VerticalBox slice;
    for (std::size_t c = first_cell_[row]; c < end; ++c) {
      SetCell& cell = cells_[c];
      std::size_t& i = next[c - first_cell_[row]];
      Length y = slices.empty() ? cell.style->padding.top : Length();
      for (bool first = true; i < cell.list.boxes.size(); ++i, first = false) {
        VerticalBox& inner = cell.list.boxes[i];
        const Length top = y + (first ? Length() : inner.margin) + inner.above;
        if (!first && top + inner.height > highest) break;
        append_moved(slice.items, std::move(inner.items), {Length(), top});
        slice.notes.insert(slice.notes.end(), inner.notes.begin(), inner.notes.end());
        y = top + inner.height + inner.below;
      }
      more = more || i < cell.list.boxes.size();
      slice.height = std::max(slice.height, y + cell.style->padding.bottom);
    }
    std::vector<PageItem> frames;
    for (std::size_t c = first_cell_[row]; c < end; ++c) {
      draw_cell_frame(cells_[c], slice.height, frames);
    }
    slice.items.insert(slice.items.begin(), std::make_move_iterator(frames.begin()),
                       std::make_move_iterator(frames.end()));
    slices.push_back(std::move(slice));
  }
  return slices;
}

// Whether the row is many lines high and all its cells are lines of one height, so that it can be
// cut between any two of them.
bool TableLayout::is_sliceable(std::size_t row) const {
  if (heights_[row] < context_.text_block.height / kHighRow) return false;
  Length line;
  for (std::size_t c = first_cell_[row]; c < end_cell(row); ++c) {
    if (cells_[c].place.rows > 1) return false;
    for (const VerticalBox& inner : cells_[c].list.boxes) {
      if (line == Length()) line = inner.height;
      const bool is_line = inner.height == line && inner.above == Length() &&
                           inner.below == Length() && inner.margin == Length();
      if (!is_line) return false;
    }
  }
  return true;
}

// The row in slices of two lines, the first of three where their number is odd: no line stands
// alone on a page. Rules above and below are drawn where the row begins and ends.
std::vector<VerticalBox> TableLayout::slice_row(std::size_t row) {
  std::size_t lines = 0;
  for (std::size_t c = first_cell_[row]; c < end_cell(row); ++c)
    lines = std::max(lines, cells_[c].list.boxes.size());
  std::vector<VerticalBox> slices;
  for (std::size_t at = 0; at < lines;) {
    const std::size_t end = at == 0 ? 2 + lines % 2 : at + 2;
    slices.push_back(slice_of_row(row, at, end, end >= lines));
    if (at > 0) slices.back().break_before = kBreakInsideRow;
    at = end;
  }
  return slices;
}

VerticalBox TableLayout::slice_of_row(std::size_t row, std::size_t begin, std::size_t end,
                                      bool is_last) {
  VerticalBox slice;
  for (std::size_t c = first_cell_[row]; c < end_cell(row); ++c) {
    SetCell& cell = cells_[c];
    const Style& style = *cell.style;
    Length y = begin == 0 ? style.padding.top + border_width(style.border_top) : Length();
    for (std::size_t i = begin; i < std::min(end, cell.list.boxes.size()); ++i) {
      VerticalBox& inner = cell.list.boxes[i];
      append_moved(slice.items, std::move(inner.items), {Length(), y});
      slice.notes.insert(slice.notes.end(), inner.notes.begin(), inner.notes.end());
      y += inner.height;
    }
    const Length foot = style.padding.bottom + border_width(style.border_bottom);
    slice.height = std::max(slice.height, is_last ? y + foot : y);
  }
  std::vector<PageItem> frames;
  for (std::size_t c = first_cell_[row]; c < end_cell(row); ++c) {
    draw_cell_frame(cells_[c], slice.height, frames, {begin == 0, is_last});
  }
  slice.items.insert(slice.items.begin(), std::make_move_iterator(frames.begin()),
                     std::make_move_iterator(frames.end()));
  return slice;
}

// The row as one box, or in slices where it is higher than `room`.
std::vector<VerticalBox> TableLayout::row_boxes(std::size_t row, Length room) {
  std::vector<VerticalBox> boxes;
  if (heights_[row] > room) {
    // Less than a page, for the table's own border and padding.
    boxes = split_row(row, room - context_.style()->line_height * 2);
  } else if (is_sliceable(row)) {
    boxes = slice_row(row);
  } else {
    boxes.push_back(row_box(row));
  }
  return boxes;
}

}  // namespace munjip
