// Boxes and the choice of pages → pages of items. Private to layout/.
#pragma once

#include <vector>

#include "layout/page_plan.h"

namespace munjip {

struct BuiltPage {
  std::vector<PageItem> items;      // from the top left corner of the text block
  std::vector<PageItem> in_margin;  // side notes: from its top, and the left edge of their own room
};

// Takes the boxes' items. There are more pages than planned where the side notes ask for more.
std::vector<BuiltPage> build_pages(VerticalList& list, const std::vector<PlannedPage>& pages,
                                   const FillSettings& settings);
std::vector<BuiltPage> build_pages(VerticalList& list, const std::vector<FilledPage>& pages,
                                   const FillSettings& settings, Length measure);

}  // namespace munjip
