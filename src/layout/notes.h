// Footnotes: the bodies of the notes whose marks stand in a list's boxes. Private to layout/.
#pragma once

#include "layout/layout_context.h"
#include "layout/vertical_list.h"

namespace munjip {

// Sets the notes that boxes from `first_box` on ask for, appends their lines to list.notes and
// writes each box's notes_end. The cascade must stand at the section that notes belong to.
void set_notes(LayoutContext& context, VerticalList& list, std::size_t first_box, Length measure);

}  // namespace munjip
