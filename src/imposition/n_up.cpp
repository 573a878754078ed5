#include <array>

#include "imposition/sheet_grid.h"

namespace munjip {

namespace {

const Size kA4{Length::mm(210), Length::mm(297)};

SheetGrid grid_of(Size page, const SheetOptions& options) {
  const Size sheet = options.sheet.value_or(kA4);
  if (options.imposition == Imposition::four_up) {
    return best_grid(page, sheet, std::array{GridShape{2, 2}});
  }
  return best_grid(page, sheet, std::array{GridShape{2, 1}, GridShape{1, 2}});
}

PlacedPage centred(std::optional<std::size_t> page, const SheetGrid& grid, int index) {
  const Rect cell = grid.cell(index);
  const Point at{cell.at.x + (cell.size.width - grid.page.width) / 2,
                 cell.at.y + (cell.size.height - grid.page.height) / 2};
  return {page, {at, grid.page}, cell};
}

}  // namespace

SheetPlan plan_n_up(const PageSequence& pages, Size page, const SheetOptions& options) {
  const SheetGrid grid = grid_of(page, options);
  SheetPlan plan{grid.sheet, page, grid.scale, options.duplex, {}};
  const int cells = grid.columns * grid.rows;
  const bool is_back_turned = options.duplex && *options.duplex != upright_edge(grid.sheet);
  for (std::size_t next = 0; next < pages.size();) {
    SheetSide side;
    for (int i = 0; i < cells && next < pages.size(); ++i) {
      side.push_back(centred(pages[next++], grid, i));
    }
    const bool is_back = options.duplex && !plan.sheets.empty() && !plan.sheets.back().back;
    if (is_back) {
      plan.sheets.back().back =
          is_back_turned ? half_turned(std::move(side), grid.sheet) : std::move(side);
    } else {
      plan.sheets.push_back({std::move(side), std::nullopt});
    }
  }
  return plan;
}

}  // namespace munjip
