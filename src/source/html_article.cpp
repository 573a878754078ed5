#include "source/html_article.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "source/html_text_article.h"

namespace munjip {

namespace {

// All of the classes in `names`, which spaces part.
bool has_classes(HtmlNode node, std::string_view names) {
  if (node.attribute("class").empty()) return false;
  const std::size_t space = names.find(' ');
  if (!node.has_class(names.substr(0, space))) return false;
  return space == std::string_view::npos || has_classes(node, names.substr(space + 1));
}

bool is_marked(HtmlNode node, const ArticleMark& mark) {
  switch (mark.by) {
    case ArticleMark::By::css_class:
      return has_classes(node, mark.name);
    case ArticleMark::By::id:
      return node.attribute("id") == mark.name;
    case ArticleMark::By::itemprop:
      return has_token(node.attribute("itemprop"), mark.name);
  }
  return false;
}

// Elements known to be articles or to hold one.
class ChosenArticles {
 public:
  // False where `node` is, holds, or stands in an article chosen before.
  bool add(HtmlNode node) {
    if (around_.contains(node.get())) return false;
    for (HtmlNode up = node.parent(); up; up = up.parent()) {
      if (chosen_.contains(up.get())) return false;
    }
    chosen_.insert(node.get());
    for (HtmlNode up = node; up && around_.insert(up.get()).second;) up = up.parent();
    return true;
  }

 private:
  std::unordered_set<const GumboNode*> chosen_, around_;
};

bool shows_something(HtmlNode node) {
  const HtmlNode found = find_descendant(
      node, [](HtmlNode inner) { return inner.is(GUMBO_TAG_IMG) || inner.is(GUMBO_TAG_IFRAME); });
  return found || !visible_text(node).empty();
}

// The elements of each mark in one walk, in document order.
std::vector<std::vector<HtmlNode>> find_marked(HtmlNode root, const Platform& platform) {
  std::vector<std::vector<HtmlNode>> found(platform.articles.size());
  for_each_descendant(root, [&](HtmlNode node) {
    for (std::size_t i = 0; node.is_element() && i < found.size(); ++i) {
      if (is_marked(node, platform.articles[i])) found[i].push_back(node);
    }
    return true;
  });
  return found;
}

// In document order. Of the marks that many themes share the first one counts alone: they name
// parts of cards and side bars as well.
std::vector<HtmlNode> articles_of(const HtmlTree& tree, const Platform& platform) {
  ChosenArticles chosen;
  std::unordered_set<const GumboNode*> articles;
  for (const std::vector<HtmlNode>& marked : find_marked(tree.body(), platform)) {
    for (const HtmlNode node : marked) {
      if (!articles.empty() && !shows_something(node)) continue;
      if (chosen.add(node)) articles.insert(node.get());
    }
    if (platform.name.empty() && !articles.empty()) break;
  }
  std::vector<HtmlNode> ordered;
  if (articles.empty()) return ordered;
  for_each_descendant(tree.body(), [&](HtmlNode node) {
    const bool is_article = articles.contains(node.get());
    if (is_article) ordered.push_back(node);
    return !is_article;
  });
  return ordered;
}

}  // namespace

FoundArticles find_articles(const HtmlTree& tree) {
  for (const Platform& platform : platforms()) {
    std::vector<HtmlNode> nodes = articles_of(tree, platform);
    if (!nodes.empty()) return {std::move(nodes), &platform, {}};
  }
  FoundArticles found;
  found.left_out = find_furniture(tree.body());
  found.nodes = articles_by_text(tree.body(), found.left_out);
  return found;
}

std::vector<HtmlNode> article_scopes(const std::vector<HtmlNode>& articles) {
  std::unordered_map<const GumboNode*, int> articles_in;
  for (const HtmlNode article : articles) {
    for (HtmlNode up = article; up; up = up.parent()) ++articles_in[up.get()];
  }
  std::vector<HtmlNode> scopes;
  for (HtmlNode scope : articles) {
    while (scope.parent().is_element() && articles_in[scope.parent().get()] == 1) {
      scope = scope.parent();
    }
    scopes.push_back(scope);
  }
  return scopes;
}

}  // namespace munjip
