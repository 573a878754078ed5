#include "source/html_article.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "source/html_chrome.h"

namespace munjip {

namespace {

// One way in which pages mark their article.
struct ArticleMark {
  enum class By { css_class, id, itemprop } by;
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
    case ArticleMark::By::itemprop:
      return has_token(node.attribute("itemprop"), mark.name);
  }
  return false;
}

bool is_inside(HtmlNode node, HtmlNode outer) {
  while (node && node != outer) node = node.parent();
  return static_cast<bool>(node);
}

// The elements of each mark in one walk, none inside another of the same mark.
std::vector<std::vector<HtmlNode>> find_marked(HtmlNode root, const PageRecogniser& recogniser) {
  std::vector<std::vector<HtmlNode>> found(recogniser.marks.size());
  for_each_descendant(root, [&](HtmlNode node) {
    for (std::size_t i = 0; node.is_element() && i < found.size(); ++i) {
      if (!is_marked(node, recogniser.marks[i])) continue;
      if (found[i].empty() || !is_inside(node, found[i].back())) found[i].push_back(node);
    }
    return true;
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
  for (const PageRecogniser& recogniser : recognisers()) {
    for (std::vector<HtmlNode>& nodes : find_marked(tree.body(), recogniser)) {
      if (!nodes.empty()) return {std::move(nodes), recogniser.platform};
    }
  }
  TextWeights weights;
  weigh(tree.body(), weights);
  std::vector<HtmlNode> articles = article_elements(tree.body(), weights);
  if (articles.empty()) articles.push_back(heaviest_part(tree.body(), weights));
  return {std::move(articles), {}};
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
