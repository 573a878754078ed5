// The cells of a sheet's side. Private to this folder.
#pragma once

#include <span>

#include "imposition/sheet_plan.h"

namespace munjip {

// A side divided evenly, and the size of a page in its cells.
struct SheetGrid {
  int columns = 1, rows = 1;
  Size sheet;  // lying or standing
  Size page;   // as large as it is printed
  double scale = 1;

  // From the top left corner, row by row.
  Rect cell(int index) const;
};

struct GridShape {
  int columns, rows;
};

// The shape and the direction of `sheet` that show `page` largest; where two are as good, the first
// shape and the sheet as it is given. Pages are never enlarged.
SheetGrid best_grid(Size page, Size sheet, std::span<const GridShape> shapes);

// The edge that a sheet is turned over by when it is turned like a leaf of a book.
DuplexEdge upright_edge(Size sheet);

// The same side, turned by 180 degrees on its sheet.
SheetSide half_turned(SheetSide side, Size sheet);

}  // namespace munjip
