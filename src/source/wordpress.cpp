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

// The address that the editor stands for with what it leads to, alone on its line where no program
// has put it there.
std::string bare_address(HtmlNode node) {
  const std::string text = shown_text_of(node);
  const bool is_address = text.starts_with("http://") || text.starts_with("https://");
  return is_address && text.find(' ') == std::string::npos ? text : std::string();
}

// A film, a post of another blog: its frame, or its address alone. What came with words of its own
// (a tweet) is read as it stands.
bool read_embed(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                const FlowContext& context) {
  const HtmlNode wrapper = find_class(node, "wp-block-embed__wrapper");
  const HtmlNode frame = find_tag(node, GUMBO_TAG_IFRAME);
  const HtmlNode quote = find_tag(node, GUMBO_TAG_BLOCKQUOTE);
  const HtmlNode post = find_class(node, "wp-embedded-content");
  const bool is_post = quote && quote == post;
  std::string address = bare_address(wrapper ? wrapper : node);
  if (address.empty()) {
    address = first_filled({frame.attribute("src"), frame.attribute("data-src")});
  }
  LinkBox box = box_of_embed(frame, address);
  if (is_post) {
    const HtmlNode link = find_tag(quote, GUMBO_TAG_A);
    box = {LinkBoxKind::card, shown_text_of(quote), std::string(link.attribute("href"))};
  }
  if ((quote && !is_post) || box.target.empty()) return false;
  const HtmlNode caption = find_tag(node, GUMBO_TAG_FIGCAPTION);
  if (caption) box.caption = reader.read_inlines(caption, reader.inside(caption, context));
  add_link_box(reader, node, std::move(box), flow, context);
  return true;
}

bool read_wordpress_element(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                            const FlowContext& context) {
  if (node.attribute("class").empty()) return false;
  if (node.has_class("wp-block-embed")) return read_embed(reader, node, flow, context);
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
