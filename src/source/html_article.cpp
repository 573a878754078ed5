#include "source/html_article.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "source/html_chrome.h"

namespace munjip {

namespace {

// One way of marking the article: by class, id, or attribute and value (with `name` empty: any).
struct ArticleMark {
  enum class By { css_class, id, role, itemprop, data_article } by;
  std::string_view name;
};

struct PageRecogniser {
  std::string_view platform;
  std::vector<ArticleMark> marks;  // best first; the first that is on the page counts
};

const std::vector<PageRecogniser>& recognisers() {
  using By = ArticleMark::By;
  static const std::vector<PageRecogniser> kRecognisers = {
      {"Tistory",
       {{By::css_class, "tt_article_useless_p_margin"},
        {By::css_class, "contents_style"},
        {By::id, "article-view"},
        {By::css_class, "article-view"},
        {By::css_class, "article_view"}}},
      {"",
       {{By::itemprop, "articleBody"},
        {By::css_class, "entry-content"},
        {By::css_class, "post-content"},
        {By::css_class, "post-body"},
        {By::css_class, "article-body"},
        {By::css_class, "article-content"}}},
  };
  return kRecognisers;
}

bool is_marked(HtmlNode node, const ArticleMark& mark) {
  switch (mark.by) {
    case ArticleMark::By::css_class:
      return node.has_class(mark.name);
    case ArticleMark::By::id:
      return node.attribute("id") == mark.name;
    case ArticleMark::By::role:
      return node.attribute("role") == mark.name;
    case ArticleMark::By::itemprop:
      return has_token(node.attribute("itemprop"), mark.name);
    case ArticleMark::By::data_article:
      return node.attribute("data-article") == mark.name;
  }
  return false;
}

std::vector<HtmlNode> find_marked(HtmlNode root, const ArticleMark& mark) {
  std::vector<HtmlNode> found;
  for_each_descendant(root, [&](HtmlNode node) {
    if (!node.is_element() || !is_marked(node, mark)) return true;
    found.push_back(node);
    return false;
  });
  return found;
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

// Goes down from the body as long as one child holds nearly all of the text. What lies beside that
// path is at most a tenth of the page's running text.
HtmlNode heaviest_part(HtmlNode body) {
  TextWeights weights;
  const std::size_t total = weigh(body, weights);
  HtmlNode part = body;
  for (bool deeper = true; deeper;) {
    deeper = false;
    for (std::size_t i = 0; i < part.child_count() && !deeper; ++i) {
      const HtmlNode child = part.child(i);
      const auto weight = weights.find(child.get());
      if (weight == weights.end() || weight->second * 10 < total * 9) continue;
      if (!may_hold_article(child) || total == 0) continue;
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
  for (const PageRecogniser& recogniser : recognisers()) {
    for (const ArticleMark& mark : recogniser.marks) {
      std::vector<HtmlNode> nodes = find_marked(tree.body(), mark);
      if (!nodes.empty()) return {std::move(nodes), recogniser.platform};
    }
  }
  return {{heaviest_part(tree.body())}, {}};
}

HtmlNode article_scope(HtmlNode article, const std::vector<HtmlNode>& others) {
  const auto holds_other = [&](HtmlNode node) {
    return std::any_of(others.begin(), others.end(), [&](HtmlNode other) {
      if (other == article) return false;
      for (HtmlNode up = other; up; up = up.parent()) {
        if (up == node) return true;
      }
      return false;
    });
  };
  HtmlNode scope = article;
  while (scope.parent().is_element() && !holds_other(scope.parent())) scope = scope.parent();
  return scope;
}

}  // namespace munjip
