// velog: pages that show rendered Markdown; class names that mean something are few.
#include "source/date_text.h"
#include "source/platform.h"
#include "source/platform_parts.h"

namespace munjip {

namespace {

bool leads_to(HtmlNode node, std::string_view part) {
  return node.is(GUMBO_TAG_A) && node.attribute("href").find(part) != std::string_view::npos;
}

void read_velog_facts(HtmlNode scope, HtmlNode article, PageFacts& facts) {
  const HtmlNode header = find_class(scope, "head-wrapper");
  const std::string title = shown_text_of(find_tag(header, GUMBO_TAG_H1));
  if (!title.empty()) facts.title = title;
  std::vector<std::string> tags;
  for_each_descendant(scope, [&](HtmlNode node) {
    if (node == article) return false;
    if (leads_to(node, "/tags/")) tags.push_back(shown_text_of(node));
    return true;
  });
  if (!tags.empty()) facts.tags = std::move(tags);
  const HtmlNode information = find_class(scope, "information");
  const std::string author = shown_text_of(find_class(information, "username"));
  if (!author.empty()) facts.author = author;
  for_each_descendant(information, [&](HtmlNode node) {
    if (!facts.published && node.is_text()) facts.published = parse_date(trim_ascii(node.text()));
    return true;
  });
  // The box of a series names it in its heading.
  const HtmlNode series = find_descendant(scope, [&](HtmlNode node) {
    return leads_to(node, "/series/") && node.parent().is(GUMBO_TAG_H2);
  });
  if (facts.category.empty()) facts.category = shown_text_of(series);
}

}  // namespace

Platform velog() {
  return {"velog", {{ArticleMark::By::css_class, "atom-one"}}, nullptr, read_velog_facts};
}

}  // namespace munjip
