// Columns of text (CSS Multi-column Layout 1), as far as lines are broken for them: how wide they
// are and which boxes stand in them. Which box stands in which column: page_plan.cpp.
#include "layout/flow.h"

namespace munjip {

namespace {

constexpr std::int64_t kLeastColumn = 8;  // em: no more columns than are wider than this

}  // namespace

// Columns do not nest, and cells and notes have none.
void Flow::begin_columns(const Style& style) {
  if (style.column_count < 2 || columns_ || is_nested_) return;
  const Length em = style.font_size, gap = style.column_gap.value_or(em);
  const auto width_of = [&](int count) { return (area_.measure - gap * (count - 1)) / count; };
  int count = style.column_count;
  while (count > 1 && width_of(count) < em * kLeastColumn) --count;
  if (count < 2) return;
  columns_ = Columns{area_, count, gap, static_cast<std::uint32_t>(list_.boxes.size())};
  area_.measure = width_of(count);
}

void Flow::end_columns() {
  if (columns_) end_column_run();
  columns_.reset();
}

void Flow::end_column_run() {
  const auto end = static_cast<std::uint32_t>(list_.boxes.size());
  if (end == columns_->first) return;
  const Length whole = columns_->whole.measure;
  const Length width = (whole - columns_->gap * (columns_->count - 1)) / columns_->count;
  list_.columns.push_back(
      {columns_->first, end, columns_->count, columns_->whole.left, width, columns_->gap});
}

// For an element that spans all columns: what stands above it has columns of its own.
void Flow::leave_columns() {
  end_column_run();
  area_ = columns_->whole;
  columns_.reset();
}

// The columns that were in force when an element was opened, at its end.
void Flow::return_to_columns(const Opened& opened) {
  const bool stood_in_them = opened.columns && !opened.leaves_columns;
  if (stood_in_them) return;
  if (columns_) end_column_run();
  columns_ = opened.columns;
  if (columns_) columns_->first = static_cast<std::uint32_t>(list_.boxes.size());
}

}  // namespace munjip
