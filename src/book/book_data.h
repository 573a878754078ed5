// What a book's data says where book.toml leaves it open.
#pragma once

#include "book/manifest.h"

namespace munjip {

// Title, authors, identifier and modified of `book.info`, from the posts of the book:
//   - title: of a single post, else the name of the first post's file;
//   - authors: those of the posts, in order of appearance;
//   - identifier: a UUIDv5 of the address of the earliest post (which stays the earliest when later
//     ones are added or the order is turned round), else of the SHA-256 of its text; never of
//     titles or paths, which change;
//   - modified: SOURCE_DATE_EPOCH (reproducible-builds.org) where the environment sets it, else the
//     newest date of a post, else the book's date, else 1970-01-01.
void complete_book_data(Book& book, Diagnostics& diagnostics);

}  // namespace munjip
