// WordPress: the block editor's elements and the shapes that older versions wrote.
#include <utility>

#include "source/platform.h"
#include "source/platform_parts.h"

namespace munjip {

namespace {

void read_file(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
               const FlowContext& context) {
  const HtmlNode link = find_tag(node, GUMBO_TAG_A);
  add_link_box(reader, node,
               {LinkBoxKind::file, shown_text_of(link), std::string(link.attribute("href"))}, flow,
               context);
  const HtmlNode button = find_class(node, "wp-block-file__button");
  if (button && button != link) reader.drop(button, DropReason::post_buttons);
}

bool read_wordpress_element(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                            const FlowContext& context) {
  if (node.attribute("class").empty()) return false;
  if (node.has_class("wp-block-file")) {
    read_file(reader, node, flow, context);
  } else if (node.has_class("wp-caption") && find_tag(node, GUMBO_TAG_IMG)) {
    read_picture_row(reader, node, find_class(node, "wp-caption-text"), flow, context);
  } else if (node.is(GUMBO_TAG_DL) && node.has_class("gallery-item")) {
    read_picture_row(reader, node, find_class(node, "gallery-caption"), flow, context);
  } else {
    return false;
  }
  return true;
}

}  // namespace

Platform wordpress() {
  return {
      "WordPress", {{ArticleMark::By::css_class, "wp-block-post-content"}}, read_wordpress_element};
}

}  // namespace munjip
