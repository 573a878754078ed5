// A table on its way to rows: columns from content, cells as small flows. Private to layout/.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/flow.h"
#include "layout/table_columns.h"
#include "layout/table_grid.h"

namespace munjip {

// A context whose tags and messages nobody sees: for what is set to be measured, or set once more.
// Its notes have all been set.
struct ScratchContext {
  TagTree tags;
  Diagnostics diagnostics;
  LayoutContext context;
  explicit ScratchContext(const LayoutContext& of)
      : context{of.book, of.sheet,    of.cascade, of.shaper,
                tags,    diagnostics, of.grid,    of.text_block} {
    context.post = of.post;
    context.note_seen.assign(of.note_seen.size(), true);
    context.note_numbers = of.note_numbers;
    context.page_labels = of.page_labels;
    context.block_lang = of.block_lang;
    context.bullet_depth = of.bullet_depth;
    context.type_scale = of.type_scale;
    context.at = of.at;
  }
};

// A cell that has been set.
struct SetCell {
  PlacedCell place;
  VerticalList list;
  Length left, width, height;
  StyleRef style;
};

// Which of its rules above and below a piece of a row has.
struct FrameEnds {
  bool above = true, below = true;
};

class TableLayout {
 public:
  TableLayout(LayoutContext& context, const Table& table, Area area, TagId tag);

  // Adds the rows to `flow`.
  void set(Flow& flow);

 private:
  void measure();
  ColumnNeed need_of(const Cell& cell);
  double smallest_scale() const;
  void tell(const Message& text) const;
  void scale_type();
  bool has_plain_first_column() const;
  void set_band(Flow& flow, const ColumnBand& band);
  void place_columns(const ColumnBand& band);
  void set_cells(const ColumnBand& band);
  void set_cell(const PlacedCell& place, const ColumnBand& band, TagId row_tag);
  VerticalList cell_content(const PlacedCell& place, Area area, TagId tag);
  VerticalList repeated_content(const PlacedCell& place, Area area);
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
  std::vector<TagId> row_tags_;  // made with the first band
  bool repeats_first_ = false;   // the first column stands in each band
  // Of the band that is being set; a column that is not in it has no width.
  std::vector<Length> lefts_, widths_, heights_;
  std::vector<SetCell> cells_;
  std::vector<std::size_t> first_cell_;  // of each row, in cells_
};

}  // namespace munjip
