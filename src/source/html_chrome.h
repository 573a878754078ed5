// The furniture of blog pages: elements that stand in or around an article without being part of
// it, by class, id and attribute. What is found here is dropped and listed with its reason.
#pragma once

#include <optional>

#include "book/book.h"
#include "source/html_tree.h"

namespace munjip {

// Why the element is not part of an article; nothing where it may be.
std::optional<DropReason> chrome_reason(HtmlNode element);

// Whether the page hides the element: `hidden`, display:none, or text for screen readers only.
bool is_hidden(HtmlNode element);

}  // namespace munjip
