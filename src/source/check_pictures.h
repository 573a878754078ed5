// The pictures of a book are whole, or known not to be before any page is set.
#pragma once

#include "base/diagnostics.h"
#include "book/book.h"

namespace munjip {

// Decodes each resource once, `jobs` at a time. One that cannot be shown is told once as lost, with
// the reason, where the book shows it first; its images lose their resource (writers then show a
// box with the alternative text) and it leaves the book.
void check_pictures(Book& book, unsigned jobs, Diagnostics& diagnostics);

}  // namespace munjip
