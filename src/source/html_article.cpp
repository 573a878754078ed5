#include "source/html_article.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "source/html_chrome.h"

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

// ---- by text ----

bool is_furniture(HtmlNode node) {
  switch (node.tag()) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_A:  // link density: menus and lists of posts are all links
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
      return true;
    default:
      return is_invisible_tag(node.tag()) || chrome_reason(node) || is_hidden(node);
  }
}

// Bytes of text outside links and furniture, for each element.
using TextWeights = std::unordered_map<const GumboNode*, std::size_t>;

std::size_t weigh(HtmlNode node, TextWeights& weights) {
  if (node.is_text()) return trim_ascii(node.text()).size();
  if (!node.is_element() || is_furniture(node)) return 0;
  std::size_t sum = 0;
  for (std::size_t i = 0; i < node.child_count(); ++i) sum += weigh(node.child(i), weights);
  weights[node.get()] = sum;
  return sum;
}

bool may_hold_article(HtmlNode node) {
  switch (node.tag()) {
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_TABLE:  // pages of the time when tables made the layout
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_CENTER:
      return true;
    default:
      return false;
  }
}

std::size_t weight_of(HtmlNode node, const TextWeights& weights) {
  const auto found = weights.find(node.get());
  return found == weights.end() ? 0 : found->second;
}

// The article elements that hold real text, outermost first; a single one where it outweighs the
// rest of the page.
std::vector<HtmlNode> article_elements(HtmlNode body, const TextWeights& weights) {
  constexpr std::size_t kRealText = 200;  // bytes; cards of other posts have less outside links
  const std::size_t total = weight_of(body, weights);
  std::vector<HtmlNode> found;
  std::size_t sum = 0;
  for_each_descendant(body, [&](HtmlNode node) {
    if (!node.is(GUMBO_TAG_ARTICLE)) return true;
    const std::size_t weight = weight_of(node, weights);
    if (weight * 10 >= total * 6 || weight >= kRealText) found.push_back(node);
    sum += found.empty() || found.back() != node ? 0 : weight;
    return false;
  });
  for (const HtmlNode node : found) {
    if (weight_of(node, weights) * 10 >= total * 6) return {node};
  }
  if (found.size() > 1 && sum * 10 >= total * 6) return found;
  return {};
}

// Goes down from the body as long as one child holds nearly all of the text. What lies beside that
// path is at most a tenth of the page's running text.
HtmlNode heaviest_part(HtmlNode body, const TextWeights& weights) {
  const std::size_t total = weight_of(body, weights);
  HtmlNode part = body;
  for (bool deeper = true; deeper;) {
    deeper = false;
    for (std::size_t i = 0; i < part.child_count() && !deeper; ++i) {
      const HtmlNode child = part.child(i);
      if (total == 0 || weight_of(child, weights) * 10 < total * 9) continue;
      if (!may_hold_article(child)) continue;
      part = child;
      deeper = true;
    }
  }
  // A table that is not the page's layout is content.
  while (part.is(GUMBO_TAG_TBODY) || part.is(GUMBO_TAG_TR)) part = part.parent();
  return part.is(GUMBO_TAG_TABLE) ? part.parent() : part;
}

}  // namespace

FoundArticles find_articles(const HtmlTree& tree) {
  for (const Platform& platform : platforms()) {
    std::vector<HtmlNode> nodes = articles_of(tree, platform);
    if (!nodes.empty()) return {std::move(nodes), &platform};
  }
  TextWeights weights;
  weigh(tree.body(), weights);
  std::vector<HtmlNode> articles = article_elements(tree.body(), weights);
  if (articles.empty()) articles.push_back(heaviest_part(tree.body(), weights));
  return {std::move(articles)};
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
