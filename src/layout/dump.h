// Pages and tags as text, for `munjip dump` and the golden tests.
#pragma once

#include <string>

#include "layout/paged_book.h"

namespace munjip {

// One item a line: page, position in pt with two decimals, font and size, text.
std::string dump_pages(const PagedBook& paged);
// The tag tree, indented, with its text.
std::string dump_tags(const PagedBook& paged);

}  // namespace munjip
