// A PDF's pages, set together on sheets.
#pragma once

#include <string>
#include <string_view>

#include "imposition/sheet_plan.h"

namespace munjip {

// `pdf` is a file as write_pdf makes it (pages unrotated, of `plan.page` between their trim edges);
// the result has a page for each side of the plan's sheets. Pages stay what they are, type and
// drawings: nothing is turned into pixels. Bleed is cut off.
//
// Tags, links, bookmarks and page labels are dropped, for the sides of a sheet have no reading
// order, and so are the claims of PDF/A and PDF/UA. Title, language and metadata stay. The same
// input gives the same bytes. Throws Error where libqpdf is missing or refuses the file.
std::string impose(std::string_view pdf, const SheetPlan& plan);

}  // namespace munjip
