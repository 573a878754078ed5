#include "source/html_furniture.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "source/html_chrome.h"

namespace munjip {

namespace {

bool is_within(HtmlNode node, std::initializer_list<GumboTag> tags) {
  for (HtmlNode up = node.parent(); up.is_element(); up = up.parent()) {
    if (std::find(tags.begin(), tags.end(), up.tag()) != tags.end()) return true;
  }
  return false;
}

TextMeasure measure(HtmlNode node, const PageFurniture& left_out, bool in_link,
                    TextMeasures& measures) {
  TextMeasure sum;
  if (node.is_text()) {
    (in_link ? sum.link_text : sum.text) = trim_ascii(node.text()).size();
    return sum;
  }
  if (!node.is_element() || is_invisible_tag(node.tag()) || left_out.contains(node.get())) {
    return sum;
  }
  const bool is_link = node.is(GUMBO_TAG_A) && node.has_attribute("href");
  sum.links = is_link ? 1 : 0;
  for (std::size_t i = 0; i < node.child_count(); ++i) {
    const TextMeasure inner = measure(node.child(i), left_out, in_link || is_link, measures);
    sum.text += inner.text;
    sum.link_text += inner.link_text;
    sum.links += inner.links;
  }
  measures[node.get()] = sum;
  return sum;
}

// Words above lists of other posts.
bool is_related_heading(HtmlNode node) {
  constexpr std::array<std::string_view, 22> kHeadings = {
      "관련 기사",     "관련기사",         "관련 글",
      "관련글",        "관련 포스트",      "관련 뉴스",
      "추천 기사",     "추천 글",          "추천글",
      "많이 본 기사",  "많이 본 뉴스",     "인기 글",
      "인기글",        "최신 글",          "최근 글",
      "다른 글",       "이전 글 다음 글",  "함께 볼 만한 글",
      "related posts", "related articles", "you may also like",
      "read next"};
  const std::string text = ascii_lower(visible_text(node));
  return text.size() < 60 &&
         std::any_of(kHeadings.begin(), kHeadings.end(), [&](std::string_view heading) {
           return text == heading ||
                  (text.starts_with(heading) && text.size() == heading.size() + 1);
         });
}

bool leads_to_other_page(HtmlNode link) {
  const std::string_view href = link.attribute("href");
  return link.is(GUMBO_TAG_A) && !href.empty() && !href.starts_with('#');
}

bool is_heading(HtmlNode node) {
  return node.tag() >= GUMBO_TAG_H1 && node.tag() <= GUMBO_TAG_H6;
}

// A picture or a heading that is a link, and a few words: another post, to be clicked.
bool is_card(HtmlNode node, const TextMeasures& measures) {
  constexpr std::size_t kMostText = 500;
  const TextMeasure own = measure_of(node, measures);
  if (own.links == 0 || own.text > kMostText) return false;
  std::size_t paragraphs = 0;
  bool is_titled = false;
  for_each_descendant(node, [&](HtmlNode inner) {
    paragraphs += inner.is(GUMBO_TAG_P) ? 1 : 0;
    if (is_heading(inner)) {
      const HtmlNode link = find_tag(inner, GUMBO_TAG_A);
      is_titled = is_titled || leads_to_other_page(link);
      for (HtmlNode up = inner.parent(); up && up != node.parent(); up = up.parent()) {
        is_titled = is_titled || leads_to_other_page(up);
      }
    }
    return true;
  });
  return is_titled && paragraphs <= 2;
}

// At least three cards of one make, and hardly anything else.
bool is_list_of_cards(HtmlNode node, const TextMeasures& measures) {
  std::map<std::string, std::size_t> makes;
  std::size_t elements = 0;
  for (std::size_t i = 0; i < node.child_count(); ++i) {
    const HtmlNode child = node.child(i);
    if (child.is_text() && !trim_ascii(child.text()).empty()) return false;
    if (!child.is_element() || is_invisible_tag(child.tag())) continue;
    ++elements;
    if (measure_of(child, measures).links == 0) continue;
    const bool is_box = child.is(GUMBO_TAG_LI) || child.is(GUMBO_TAG_DIV) ||
                        child.is(GUMBO_TAG_ARTICLE) || child.is(GUMBO_TAG_SECTION) ||
                        child.is(GUMBO_TAG_A);
    if (is_box && is_card(child, measures)) {
      ++makes[std::string(child.tag_name()) + '.' + std::string(child.attribute("class"))];
    }
  }
  return std::any_of(makes.begin(), makes.end(), [&](const auto& make) {
    return make.second >= 3 && make.second * 5 >= elements * 4;
  });
}

class FurnitureFinder {
 public:
  explicit FurnitureFinder(HtmlNode body)
      : body_(body), measures_(measure_text(body, {})), total_(measure_of(body, measures_)) {}

  PageFurniture run() {
    for_each_descendant(body_, [&](HtmlNode node) {
      if (!node.is_element() || is_invisible_tag(node.tag())) return false;
      if (furniture_.contains(node.get())) return false;
      const auto reason = reason_of(node);
      if (!reason) return true;
      furniture_.emplace(node.get(), *reason);
      return false;
    });
    return std::move(furniture_);
  }

 private:
  bool holds_most(HtmlNode node) const {
    return measure_of(node, measures_).text * 2 > total_.text;
  }

  std::optional<DropReason> reason_of(HtmlNode node) {
    if (const auto reason = chrome_reason(node)) return reason;
    const auto reason = reason_of_element(node);
    if (reason) return reason;
    if (node.is(GUMBO_TAG_MAIN) || node.is(GUMBO_TAG_ARTICLE) || node.is(GUMBO_TAG_BODY)) return {};
    if (const auto named = reason_of_name(node)) return named;
    return reason_of_links(node);
  }

  std::optional<DropReason> reason_of_element(HtmlNode node) {
    switch (node.tag()) {
      case GUMBO_TAG_NAV:
        return DropReason::chrome;
      case GUMBO_TAG_ASIDE:
        return is_aside_of_article(node) ? std::nullopt : std::optional(DropReason::chrome);
      case GUMBO_TAG_HEADER:
        return is_header_of_article(node) ? std::nullopt : std::optional(DropReason::header);
      case GUMBO_TAG_FOOTER:
        if (is_within(node, {GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_FIGURE}) || holds_notes(node))
          return {};
        return holds_most(node) ? std::nullopt : std::optional(DropReason::footer);
      case GUMBO_TAG_FORM:
        return measure_of(node, measures_).text * 5 > total_.text
                   ? std::nullopt
                   : std::optional(DropReason::post_buttons);
      default:
        return {};
    }
  }

  // A box of the author's among the paragraphs of the text.
  bool is_aside_of_article(HtmlNode node) {
    if (holds_most(node)) return true;
    const TextMeasure own = measure_of(node, measures_);
    if (own.link_text > own.text || furniture_name(node)) return false;
    return is_within(node, {GUMBO_TAG_ARTICLE}) || stands_among_paragraphs(node);
  }

  bool is_header_of_article(HtmlNode node) const {
    if (holds_most(node) || is_within(node, {GUMBO_TAG_ARTICLE})) return true;
    if (find_tag(node, GUMBO_TAG_NAV) || find_tag(node, GUMBO_TAG_FORM)) return false;
    return is_within(node, {GUMBO_TAG_MAIN}) ||
           (find_tag(node, GUMBO_TAG_H1) && find_tag(node, GUMBO_TAG_P));
  }

  static bool holds_notes(HtmlNode node) {
    const std::string name = ascii_lower(node.attribute("class"));
    return name.find("note") != std::string::npos || name.find("reference") != std::string::npos;
  }

  std::optional<DropReason> reason_of_name(HtmlNode node) const {
    const auto reason = furniture_name(node);
    if (!reason || is_phrase(node)) return {};
    if (find_tag(node, GUMBO_TAG_MAIN)) return {};
    if (*reason != DropReason::comment && holds_most(node)) return {};
    // The line with date and author is short; a box of that name with paragraphs is no such line.
    constexpr std::size_t kMostHeader = 400;
    if (*reason == DropReason::header && measure_of(node, measures_).text > kMostHeader) return {};
    return reason;
  }

  // Words within a line are the author's, whatever their class.
  static bool is_phrase(HtmlNode node) {
    return !is_block_tag(node.tag()) && !node.parent().is(GUMBO_TAG_BODY) &&
           (node.parent().is(GUMBO_TAG_P) || node.is(GUMBO_TAG_CODE) || node.is(GUMBO_TAG_IMG));
  }

  std::optional<DropReason> reason_of_links(HtmlNode node) {
    if (is_related_heading_before_links(node)) return DropReason::related_posts;
    constexpr std::size_t kRealText = 300;
    const bool is_all = total_.text - measure_of(node, measures_).text < kRealText;
    if (!is_all && is_list_of_cards(node, measures_)) return DropReason::related_posts;
    if (holds_most(node)) return {};
    if (begins_with_related_heading(node)) return DropReason::related_posts;
    const bool is_list = node.is(GUMBO_TAG_UL) || node.is(GUMBO_TAG_OL) || node.is(GUMBO_TAG_DIV) ||
                         node.is(GUMBO_TAG_TABLE) || node.is(GUMBO_TAG_TD) ||
                         node.is(GUMBO_TAG_SECTION) || node.is(GUMBO_TAG_P) ||
                         node.is(GUMBO_TAG_CENTER);
    const bool is_menu =
        is_list && total_.text >= kRealText && measure_of(node, measures_).is_mostly_links() &&
        !is_within(node, {GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN}) && !stands_among_paragraphs(node);
    return is_menu ? std::optional(DropReason::chrome) : std::nullopt;
  }

  // `관련 기사` and the list under it go together.
  bool is_related_heading_before_links(HtmlNode node) {
    if (!is_heading(node) && !node.is(GUMBO_TAG_P) && !node.is(GUMBO_TAG_STRONG)) return false;
    const HtmlNode list = node.next_element();
    const TextMeasure of_list = measure_of(list, measures_);
    if (of_list.links < 2 || of_list.link_text <= of_list.text || !is_related_heading(node)) {
      return false;
    }
    furniture_.emplace(list.get(), DropReason::related_posts);
    return true;
  }

  bool begins_with_related_heading(HtmlNode node) const {
    const TextMeasure own = measure_of(node, measures_);
    if (own.links < 2 || !is_block_tag(node.tag())) return false;
    HtmlNode first;
    for (std::size_t i = 0; i < node.child_count() && !first; ++i) {
      if (node.child(i).is_element()) first = node.child(i);
    }
    return first && measure_of(first, measures_).links == 0 && is_related_heading(first);
  }

  // Two elements beside it hold running text.
  bool stands_among_paragraphs(HtmlNode node) {
    constexpr std::size_t kSentence = 80;
    const HtmlNode parent = node.parent();
    const auto [entry, is_new] = paragraphs_in_.try_emplace(parent.get(), 0);
    if (is_new) {
      for (std::size_t i = 0; i < parent.child_count(); ++i) {
        const HtmlNode child = parent.child(i);
        const TextMeasure own = measure_of(child, measures_);
        const bool is_bare = child.is_text() && trim_ascii(child.text()).size() >= kSentence;
        if (is_bare || (own.text >= kSentence && own.link_text < own.text)) ++entry->second;
      }
    }
    return entry->second >= 2 && !node.is(GUMBO_TAG_TD);
  }

  HtmlNode body_;
  TextMeasures measures_;
  TextMeasure total_;
  PageFurniture furniture_;
  std::unordered_map<const GumboNode*, std::size_t> paragraphs_in_;
};

}  // namespace

TextMeasures measure_text(HtmlNode body, const PageFurniture& left_out) {
  TextMeasures measures;
  measure(body, left_out, false, measures);
  return measures;
}

TextMeasure measure_of(HtmlNode element, const TextMeasures& measures) {
  const auto found = measures.find(element.get());
  return found == measures.end() ? TextMeasure() : found->second;
}

PageFurniture find_furniture(HtmlNode body) {
  return FurnitureFinder(body).run();
}

}  // namespace munjip
