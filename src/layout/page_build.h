// Boxes and the choice of pages → pages of items. Private to layout/.
#pragma once

#include <vector>

#include "layout/page_plan.h"

namespace munjip {

// The items of each page, from the top left corner of the text block. Takes the boxes' items.
std::vector<std::vector<PageItem>> build_pages(VerticalList& list,
                                               const std::vector<PlannedPage>& pages,
                                               const FillSettings& settings);
std::vector<std::vector<PageItem>> build_pages(VerticalList& list,
                                               const std::vector<FilledPage>& pages,
                                               const FillSettings& settings, Length measure);

}  // namespace munjip
