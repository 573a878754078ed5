// The book as text, for `munjip dump` and the golden tests.
#pragma once

#include <string>

#include "book/book.h"

namespace munjip {

// Canonical XHTML, one block a line, with the book's data first.
std::string dump_book(const Book& book);

// The text of the whole book in reading order, one block a line, notes at their marks, ruby as
// base(reading): what a reader of the PDF's structure tree must find (front matter and contents
// left out).
std::string book_text(const Book& book);

}  // namespace munjip
