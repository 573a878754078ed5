// One post of a book as a book of its own, for `--each`.
#pragma once

#include "book/book.h"

namespace munjip {

// Title, author, date and identifier are the post's where it has them, else the book's; there is no
// series and no cover, for those are the whole book's. Links to other posts of the book become
// links to their addresses on the web, or plain text where they have none.
Book single_post_book(const Book& book, const Post& post);

}  // namespace munjip
