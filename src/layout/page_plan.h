// A vertical list → pages of parts: on most pages one, on those with columns one for each column
// and one for what stands above, between or below them. Pure arithmetic. Private to layout/.
#pragma once

#include <vector>

#include "layout/page_fill.h"

namespace munjip {

struct PagePart {
  FilledPage filled;
  Point at;                // of its top left corner, from the text block's
  Length height;           // notes of a column stand at its foot
  Length notes_left;       // where they begin, from `at`
  Length measure;          // theirs
  bool is_column = false;  // the notes of any other part stand at the foot of the page
};

struct PlannedPage {
  std::vector<PagePart> parts;  // in reading order; at least one

  std::uint32_t begin() const { return parts.front().filled.begin; }
  std::uint32_t end() const { return parts.back().filled.end; }
  std::uint32_t notes_end() const { return parts.back().filled.notes_end; }
};

// Columns are filled in reading order. Those that end on a page, before something that spans them
// or at the end of the list, are balanced: as low as they can be without a worse break.
std::vector<PlannedPage> plan_pages(const VerticalList& list, const FillSettings& settings,
                                    Length measure);

// Pages without columns.
std::vector<PlannedPage> whole_pages(const std::vector<FilledPage>& pages,
                                     const FillSettings& settings, Length measure);

}  // namespace munjip
