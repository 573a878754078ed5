// Where on a page its article (or articles) are.
#pragma once

#include <vector>

#include "source/html_tree.h"
#include "source/platform.h"

namespace munjip {

struct FoundArticles {
  std::vector<HtmlNode> nodes;         // in document order, none inside another
  const Platform* platform = nullptr;  // that knew the page; null: found by its text
};

// The articles of a known platform's page, else the part of the page that holds its text: never
// less than all paragraphs of running text that stand together.
FoundArticles find_articles(const HtmlTree& tree);

// For each article the largest element that holds it and no other one: its own header is there.
std::vector<HtmlNode> article_scopes(const std::vector<HtmlNode>& articles);

}  // namespace munjip
