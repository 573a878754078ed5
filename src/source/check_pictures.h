// The pictures of a book are whole, or known not to be before any page is set.
#pragma once

#include "base/diagnostics.h"
#include "book/book.h"
#include "media/image.h"

namespace munjip {

// Reads each resource to its end, `jobs` at a time. One that cannot be shown is told once as lost,
// with the reason, where the book shows it first; its images lose their resource (writers then show
// a box with the alternative text) and it leaves the book. Where an EPUB is to be made (`limits`
// are given), the same decode makes the forms of those that cannot go into it as they are.
EpubImages check_pictures(Book& book, const std::optional<EpubImageLimits>& limits, unsigned jobs,
                          Diagnostics& diagnostics);

}  // namespace munjip
