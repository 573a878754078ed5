// A table on its way to rows: columns from content, cells as small flows. Private to layout/.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/flow.h"
#include "layout/table_split.h"

namespace munjip {

// A cell that has been set.
struct SetCell {
  PlacedCell place;
  VerticalList list;
  Length left, width, height;
  StyleRef style;
};

inline Length border_width(const Border& border) {
  return border.style == LineStyle::none ? Length() : border.width;
}

// Which of its rules above and below a piece of a row has.
struct FrameEnds {
  bool above = true, below = true;
};

class TableLayout {
 public:
  TableLayout(LayoutContext& context, const Table& table, Area area, TagId tag);

  // What the columns need, before anything is set.
  void measure();
  // In how many parts the table must stand, each with the first column; empty = whole.
  std::vector<ColumnRange> parts() const;
  const TableGrid& grid() const { return grid_; }
  // The scale of the type at which its words fit, no smaller than what can be read.
  double wanted_scale() const;
  // Adds the rows to `flow` in type of this scale, after `measure`.
  void set(Flow& flow, double scale);

 private:
  double smallest_scale() const;
  void tell(const Message& text) const;
  ColumnNeed need_of(const Cell& cell);
  void scale_type(double scale);
  void set_cells(std::size_t begin_row, std::size_t end_row);
  SetCell set_cell(const PlacedCell& place, TagId row_tag);
  std::vector<Length> row_heights() const;
  void loosen_spans();
  VerticalBox row_box(std::size_t row);
  std::vector<VerticalBox> row_boxes(std::size_t row, Length room);
  std::uint32_t set_head(Flow& flow);
  void set_body(Flow& flow, std::uint32_t repeated);
  std::vector<VerticalBox> split_row(std::size_t row, Length highest);
  bool is_sliceable(std::size_t row) const;
  std::vector<VerticalBox> slice_row(std::size_t row);
  VerticalBox slice_of_row(std::size_t row, std::size_t begin, std::size_t end, bool is_last);
  void draw_cell_frame(const SetCell& cell, Length height, std::vector<PageItem>& items,
                       FrameEnds ends = {}) const;
  void take_cell(SetCell& cell, Length top, VerticalBox& box) const;
  Length cell_height(const VerticalList& list) const;
  // In cells_, behind the row's last cell.
  std::size_t end_cell(std::size_t row) const {
    return row + 1 < first_cell_.size() ? first_cell_[row + 1] : cells_.size();
  }

  LayoutContext& context_;
  const Table& table_;
  Area area_;
  TagId tag_;
  TableGrid grid_;
  std::vector<ColumnNeed> needs_;
  std::vector<SpanNeed> spans_;
  std::vector<Length> lefts_, widths_, heights_;
  std::vector<SetCell> cells_;
  std::vector<std::size_t> first_cell_;  // of each row, in cells_
};

}  // namespace munjip
