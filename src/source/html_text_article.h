// The article of a page that no platform knows, by where its running text is.
#pragma once

#include <vector>

#include "source/html_furniture.h"
#include "source/html_tree.h"

namespace munjip {

// In document order, none inside another, never empty: several where each is a post of its own,
// with its own heading; else the smallest part of `body` that leaves no running text outside but
// what is `furniture`.
std::vector<HtmlNode> articles_by_text(HtmlNode body, const PageFurniture& furniture);

}  // namespace munjip
