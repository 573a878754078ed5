#include "imposition/sheet_grid.h"

#include <algorithm>

namespace munjip {

namespace {

// How large a page may be to fit a cell; 1 = as it is.
double fit(Size page, Size sheet, GridShape shape) {
  return std::min((sheet.width / shape.columns).ratio(page.width),
                  (sheet.height / shape.rows).ratio(page.height));
}

Rect half_turned(Rect rect, Size sheet) {
  return {{sheet.width - rect.at.x - rect.size.width, sheet.height - rect.at.y - rect.size.height},
          rect.size};
}

}  // namespace

Rect SheetGrid::cell(int index) const {
  const Size size{sheet.width / columns, sheet.height / rows};
  return {{size.width * (index % columns), size.height * (index / columns)}, size};
}

SheetGrid best_grid(Size page, Size sheet, std::span<const GridShape> shapes) {
  SheetGrid best;
  best.scale = 0;
  for (const GridShape shape : shapes) {
    for (const Size turned : {sheet, Size{sheet.height, sheet.width}}) {
      const double scale = fit(page, turned, shape);
      if (scale > best.scale) best = {shape.columns, shape.rows, turned, {}, scale};
    }
  }
  best.scale = std::min(best.scale, 1.0);
  best.page = {page.width.scaled(best.scale), page.height.scaled(best.scale)};
  return best;
}

DuplexEdge upright_edge(Size sheet) {
  return sheet.height > sheet.width ? DuplexEdge::long_edge : DuplexEdge::short_edge;
}

SheetSide half_turned(SheetSide side, Size sheet) {
  for (PlacedPage& placed : side) {
    placed.area = half_turned(placed.area, sheet);
    placed.cell = half_turned(placed.cell, sheet);
    placed.turn = placed.turn == PageTurn::upright ? PageTurn::half_turn : PageTurn::upright;
  }
  return side;
}

}  // namespace munjip
