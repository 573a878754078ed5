// The numbers of pages that the text refers to (`(12쪽)`). They are known when all is laid out, so
// that a book with such references is laid out again with them. Private to layout/.
#pragma once

#include <map>
#include <string>

#include "book/book.h"
#include "layout/paged_book.h"

namespace munjip {

// By anchor.
using PageLabels = std::map<std::string, std::string>;

bool has_page_references(const Book& book);
PageLabels page_labels_of(const PagedBook& paged);

}  // namespace munjip
