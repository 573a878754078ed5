// Blogger: bodies of plain HTML; a picture with a caption is a table.
#include "source/date_text.h"
#include "source/platform.h"
#include "source/platform_parts.h"

namespace munjip {

namespace {

bool read_blogger_element(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                          const FlowContext& context) {
  if (!node.is(GUMBO_TAG_TABLE) || !node.has_class("tr-caption-container")) return false;
  read_picture_row(reader, node, find_class(node, "tr-caption"), flow, context);
  return true;
}

void read_blogger_facts(HtmlNode scope, HtmlNode /*article*/, PageFacts& facts) {
  const HtmlNode title = find_descendant(scope, [](HtmlNode node) {
    return node.has_class("post-title") && node.has_class("entry-title");
  });
  if (title) facts.title = shown_text_of(title);
  const HtmlNode date = find_any_class(scope, {"published", "timestamp"});
  const auto published =
      parse_date(first_filled({date.attribute("title"), date.attribute("datetime")}));
  if (published) facts.published = published;
  const HtmlNode author = find_descendant(find_class(scope, "post-author"), [](HtmlNode node) {
    return node.has_class("fn") || node.attribute("itemprop") == "name";
  });
  if (author) facts.author = shown_text_of(author);
}

}  // namespace

Platform blogger() {
  return {"Blogger",
          {{ArticleMark::By::css_class, "post-body entry-content"}},
          read_blogger_element,
          read_blogger_facts};
}

}  // namespace munjip
