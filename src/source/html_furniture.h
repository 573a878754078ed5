// What stands around the article on a page that no platform knows: menus, side bars, buttons, lists
// of other posts. It is told by element, by role, by name, and by how much of a part is links.
#pragma once

#include <cstddef>
#include <optional>
#include <unordered_map>

#include "book/book.h"
#include "source/html_tree.h"

namespace munjip {

// Elements that are no part of the article, outermost ones alone, and why.
using PageFurniture = std::unordered_map<const GumboNode*, DropReason>;

// These are guesses, for pages of which nothing better is known. In doubt an element is the
// author's: what holds most of the page's text is no furniture, whatever it is called, and a list
// of links among paragraphs stays.
PageFurniture find_furniture(HtmlNode body);

// By the words of the element's class, id and role alone.
std::optional<DropReason> furniture_name(HtmlNode element);

// Text outside and inside links within an element, in bytes, and how many links there are.
struct TextMeasure {
  std::size_t text = 0, link_text = 0, links = 0;
  bool is_mostly_links() const { return links >= 4 && link_text >= 4 * text; }
};
using TextMeasures = std::unordered_map<const GumboNode*, TextMeasure>;

// Of `body` and every element in it, without what lies in `left_out` and what no reader sees.
TextMeasures measure_text(HtmlNode body, const PageFurniture& left_out);
TextMeasure measure_of(HtmlNode element, const TextMeasures& measures);

}  // namespace munjip
