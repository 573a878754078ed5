#include "source/html_text_article.h"

#include <array>
#include <string>

namespace munjip {

namespace {

bool may_hold_article(HtmlNode node) {
  switch (node.tag()) {
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_FORM:   // ASP.NET puts whole pages into one
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

bool has_heading(HtmlNode node) {
  return find_descendant(node,
                         [](HtmlNode inner) {
                           return inner.is(GUMBO_TAG_H1) || inner.is(GUMBO_TAG_H2) ||
                                  inner.is(GUMBO_TAG_H3);
                         })
      .is_element();
}

// Who owns the site, and that nobody may copy it.
bool is_legal_notice(std::string_view text) {
  constexpr std::array<std::string_view, 6> kWords = {
      "copyright", "all rights reserved", "©", "무단전재", "무단 전재", "사업자등록번호"};
  const std::string lower = ascii_lower(text);
  for (const std::string_view word : kWords) {
    if (lower.find(word) != std::string::npos) return true;
  }
  return false;
}

class TextArticles {
 public:
  TextArticles(HtmlNode body, const PageFurniture& furniture)
      : body_(body),
        furniture_(furniture),
        measures_(measure_text(body, furniture)),
        total_(text_in(body)) {}

  std::vector<HtmlNode> run() {
    std::vector<HtmlNode> articles = article_elements();
    if (articles.empty()) articles.push_back(smallest_part());
    return articles;
  }

 private:
  std::size_t text_in(HtmlNode node) const { return measure_of(node, measures_).text; }

  // The article elements that hold real text, outermost first: one that holds nearly all of the
  // page's, or several posts that together do.
  std::vector<HtmlNode> article_elements() const {
    constexpr std::size_t kRealText = 200;  // bytes; cards of other posts have less outside links
    std::vector<HtmlNode> found;
    std::size_t sum = 0;
    bool all_have_headings = true;
    for_each_descendant(body_, [&](HtmlNode node) {
      if (furniture_.contains(node.get())) return false;
      if (!node.is(GUMBO_TAG_ARTICLE)) return true;
      const std::size_t text = text_in(node);
      if (text * 10 < total_ * 8 && text < kRealText) return false;
      found.push_back(node);
      sum += text;
      all_have_headings = all_have_headings && has_heading(node);
      return false;
    });
    for (const HtmlNode node : found) {
      if (text_in(node) * 10 >= total_ * 8 && !has_text_beside(node)) return {node};
    }
    // Answers to a question are no posts of their own.
    if (found.size() > 1 && all_have_headings && sum * 10 >= total_ * 6) return found;
    return {};
  }

  // On the way from the body to `node`.
  bool has_text_beside(HtmlNode node) const {
    for (; node && node != body_; node = node.parent()) {
      if (holds_text_beside(node.parent(), node)) return true;
    }
    return false;
  }

  HtmlNode smallest_part() const {
    HtmlNode part = body_;
    for (bool deeper = true; deeper;) {
      deeper = false;
      for (std::size_t i = 0; i < part.child_count() && !deeper; ++i) {
        const HtmlNode child = part.child(i);
        if (total_ == 0 || text_in(child) * 2 < total_ || !may_hold_article(child)) continue;
        if (is_column(child) ? text_in(child) * 10 < total_ * 7 : holds_text_beside(part, child)) {
          continue;
        }
        part = child;
        deeper = true;
      }
    }
    // A table that is not the page's layout is content.
    while (part.is(GUMBO_TAG_TBODY) || part.is(GUMBO_TAG_TR)) part = part.parent();
    return part.is(GUMBO_TAG_TABLE) ? part.parent() : part;
  }

  // The columns and rows of a layout do not continue one another.
  static bool is_column(HtmlNode node) { return node.is(GUMBO_TAG_TD) || node.is(GUMBO_TAG_TR); }

  // Whether `parent` holds paragraphs or a picture of the article besides those in `child`.
  bool holds_text_beside(HtmlNode parent, HtmlNode child) const {
    for (std::size_t i = 0; i < parent.child_count(); ++i) {
      const HtmlNode other = parent.child(i);
      if (other != child && is_of_article(other)) return true;
    }
    return false;
  }

  bool is_of_article(HtmlNode node) const {
    constexpr std::size_t kParagraph = 90;  // bytes: thirty syllables
    const auto is_much = [&](std::size_t text) { return text >= kParagraph || text * 10 > total_; };
    if (node.is_text()) return is_much(trim_ascii(node.text()).size());
    if (!node.is_element() || is_invisible_tag(node.tag()) || furniture_.contains(node.get())) {
      return false;
    }
    const TextMeasure own = measure_of(node, measures_);
    if (node.is(GUMBO_TAG_FIGURE) || find_tag(node, GUMBO_TAG_FIGURE)) return true;
    if (!is_much(own.text) || own.is_mostly_links()) return false;
    return !is_legal_notice(visible_text(node));
  }

  HtmlNode body_;
  const PageFurniture& furniture_;
  TextMeasures measures_;
  std::size_t total_;
};

}  // namespace

std::vector<HtmlNode> articles_by_text(HtmlNode body, const PageFurniture& furniture) {
  return TextArticles(body, furniture).run();
}

}  // namespace munjip
