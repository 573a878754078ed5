// Running heads and folios: what @page puts into the margins. Private to layout/.
#pragma once

#include <string>

#include "layout/layout_context.h"
#include "layout/unit.h"

namespace munjip {

// What the margins of one page may say.
struct RunningTitles {
  std::string chapter, part;
};

// The items of the page's margin boxes, from the top left corner of the trim box; all are
// artifacts. None on blank, title and part pages; no head where a chapter opens (typography.md
// 4.3).
std::vector<PageItem> running_items(LayoutContext& context, const PageStyle& style, Size trim,
                                    PageKind kind, const RunningTitles& titles,
                                    const std::string& folio);

}  // namespace munjip
