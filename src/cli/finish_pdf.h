// What an output's description wants done to its finished PDF.
#pragma once

#include <string>

#include "base/diagnostics.h"
#include "book/manifest.h"
#include "layout/paged_book.h"

namespace munjip {

// `-booklet`, `-2up`, `-4up`: what tells the file from that of the pages themselves.
std::string_view imposition_suffix(Imposition imposition);

// `pdf` imposed, made compact and encrypted, in this order, as `spec` says. Throws Error as those
// stages do.
std::string finish_pdf(std::string pdf, const PagedBook& paged, const OutputSpec& spec,
                       Diagnostics& diagnostics);

}  // namespace munjip
