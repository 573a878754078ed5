// Egloos (closed in 2023): pages that were saved while it was there.
#include "source/date_text.h"
#include "source/platform.h"
#include "source/platform_parts.h"

namespace munjip {

namespace {

void read_egloos_facts(HtmlNode scope, HtmlNode /*article*/, PageFacts& facts) {
  const HtmlNode header = find_any_class(scope, {"post_title_area", "post_view"});
  if (!header) return;
  const std::string title = shown_text_of(find_any_class(header, {"post_title", "entry-title"}));
  if (!title.empty()) facts.title = title;
  const HtmlNode date = find_any_class(header, {"published", "post_info_date"});
  const std::string text = first_filled({date.attribute("title"), shown_text_of(date)});
  if (const auto found = leading_date(text)) facts.published = found->moment;
  const std::string category = shown_text_of(find_class(header, "post_info_category"));
  if (!category.empty()) facts.category = category;
  const std::string author = shown_text_of(find_class(header, "author"));
  if (!author.empty()) facts.author = author;
}

}  // namespace

Platform egloos() {
  using By = ArticleMark::By;
  return {"Egloos",
          {{By::css_class, "hentry_content"}, {By::css_class, "post_content"}},
          nullptr,
          read_egloos_facts};
}

}  // namespace munjip
