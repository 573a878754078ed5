// What was copied along with a post when its page was pasted as text: menus, the line with date and
// category, buttons, lists of other posts. Told from the author's text only by their fixed wording
// and order; in doubt a line is the author's.
#pragma once

#include <span>

#include "book/book.h"
#include "source/text_lines.h"

namespace munjip {

// Takes title, date, category, author, address and tags out of the page's head and foot, drops the
// rest of them with reasons into post.dropped, and returns the lines of the text itself. A post
// without a line that is surely its title keeps post.title empty.
std::vector<TextLine> take_page_furniture(std::span<const TextLine> lines, Post& post);

}  // namespace munjip
