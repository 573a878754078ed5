// The book as text, for `munjip dump` and the golden tests.
#pragma once

#include <string>

#include "book/book.h"

namespace munjip {

// Canonical XHTML, one block a line (a code block keeps its line ends), with the book's data first.
std::string dump_book(const Book& book);

// What a reader of the PDF's structure tree must find between contents and colophon, in reading
// order, each line ended by '\n':
//   - a line for each part's title (where it has one), each post's title, and each block of text: a
//     heading, a paragraph, a term, a caption, the credit of a quotation after it;
//   - the blocks of list items, definitions, table cells and groups stand for themselves. The
//   labels
//     of list items (`1.`, `•`) and the boxes of task lists are not printed: leave Lbl out;
//   - a note stands right after its first mark, as `⦃` text `⦄`, its blocks joined by one space;
//   the
//     mark itself (the Reference element's text) and further marks of the note print nothing;
//   - ruby is base(reading), a line break within a block one space, a code block a line for each of
//     its lines; spaces and tabs are folded to one space and gone at the ends of a line, and lines
//     without text are left out, for on paper nobody can tell them;
//   - pictures print nothing (their text is /Alt), a lost one prints lost_image_text on a line of
//     its own, or in the line where it stood; dividers print nothing;
//   - a link box prints its title (its address where it has none), then description and caption, a
//     line each.
std::string book_text(const Book& book);

// The same for one post, its title first.
std::string post_text(const Post& post);

}  // namespace munjip
