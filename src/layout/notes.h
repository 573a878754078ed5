// The bodies of notes: footnotes, whose marks stand in a list's boxes, and endnotes. Private to
// layout/.
#pragma once

#include "layout/flow.h"
#include "layout/layout_context.h"
#include "layout/page_plan.h"
#include "layout/vertical_list.h"

namespace munjip {

// Sets the notes that boxes from `first_box` on ask for, appends their lines to list.notes and
// writes each box's notes_end. The cascade must stand at the section that notes belong to.
void set_notes(LayoutContext& context, VerticalList& list, std::size_t first_box, Length measure);

// Adds all notes of the context's post, in order, as blocks of `flow`.
void add_endnotes(Flow& flow, TagId parent);

// Each post's numbers where they begin anew on every page.
std::map<const Post*, std::vector<int>> numbers_by_page(const VerticalList& list,
                                                        const std::vector<PlannedPage>& pages);

}  // namespace munjip
