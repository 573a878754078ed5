// Egloos (closed in 2023): pages that were saved while it was there.
#include "source/date_text.h"
#include "source/platform.h"
#include "source/platform_parts.h"

namespace munjip {

namespace {

// Beside the title, or below it as `카테고리 : name`.
std::string category_of(HtmlNode scope) {
  const HtmlNode place = find_any_class(scope, {"post_title_category", "post_info_category"});
  const HtmlNode link = find_tag(place, GUMBO_TAG_A);
  std::string text = shown_text_of(link ? link : place);
  const std::size_t colon = text.find(" : ");
  if (colon != std::string::npos) text.erase(0, colon + 3);
  return text;
}

void read_egloos_facts(HtmlNode scope, HtmlNode /*article*/, PageFacts& facts) {
  const HtmlNode heading = find_descendant(scope, [](HtmlNode node) {
    return node.is(GUMBO_TAG_H2) && has_any_class(node, {"entry-title", "post_title"});
  });
  // The link's title is whole where the skin cuts the text.
  const HtmlNode link = find_tag(heading, GUMBO_TAG_A);
  const std::string title = first_filled({attribute_text(link, "title"), shown_text_of(heading)});
  if (!title.empty()) facts.title = title;
  const HtmlNode date = find_class(scope, "published");
  const std::string text = first_filled({date.attribute("title"), shown_text_of(date)});
  if (const auto found = leading_date(text)) facts.published = found->moment;
  const std::string category = category_of(scope);
  if (!category.empty()) facts.category = category;
  const std::string author = shown_text_of(find_class(scope, "author"));
  if (!author.empty()) facts.author = author;
}

}  // namespace

Platform egloos() {
  return {"Egloos",
          {{ArticleMark::By::css_class, "post_content entry-content"}},
          nullptr,
          read_egloos_facts};
}

}  // namespace munjip
