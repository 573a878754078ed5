// Where on a page its article (or articles) are.
#pragma once

#include <vector>

#include "source/html_furniture.h"
#include "source/html_tree.h"
#include "source/platform.h"

namespace munjip {

struct FoundArticles {
  std::vector<HtmlNode> nodes;         // in document order, none inside another
  const Platform* platform = nullptr;  // that knew the page; null: found by its text
  PageFurniture left_out;              // then: what is no part of them, in them and around
};

// The articles of a known platform's page, else the part of the page that holds its running text,
// without what proves to be no part of it.
FoundArticles find_articles(const HtmlTree& tree);

// For each article the largest element that holds it and no other one: its own header is there.
std::vector<HtmlNode> article_scopes(const std::vector<HtmlNode>& articles);

}  // namespace munjip
