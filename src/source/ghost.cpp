// Ghost: pages and bodies whose cards are named `kg-...-card`.
#include <utility>

#include "source/platform.h"
#include "source/platform_parts.h"

namespace munjip {

namespace {

void read_bookmark(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                   const FlowContext& context) {
  LinkBox box{LinkBoxKind::card, shown_text_of(find_class(node, "kg-bookmark-title")),
              std::string(find_tag(node, GUMBO_TAG_A).attribute("href"))};
  box.description = shown_text_of(find_class(node, "kg-bookmark-description"));
  const HtmlNode caption = find_tag(node, GUMBO_TAG_FIGCAPTION);
  if (caption) box.caption = reader.read_inlines(caption, context);
  add_link_box(reader, node, std::move(box), flow, context);
  const HtmlNode origin = find_class(node, "kg-bookmark-metadata");
  if (origin) reader.drop(origin, DropReason::embed);
}

void read_toggle(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                 const FlowContext& context) {
  const HtmlNode heading = find_class(node, "kg-toggle-heading-text");
  const HtmlNode content = find_class(node, "kg-toggle-content");
  Group group;
  if (heading) {
    Inlines label = reader.read_inlines(heading, context);
    if (!label.empty()) group.children.push_back({Paragraph{std::move(label)}, {"summary"}});
  }
  if (content) {
    Blocks blocks = reader.read_blocks(content, reader.inside(content, context));
    for (Block& block : blocks) group.children.push_back(std::move(block));
  }
  if (group.children.empty()) return;
  flow.add({std::move(group), {"details"}, {}, reader.position(node, context)}, context);
}

void read_callout(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                  const FlowContext& context) {
  Group group{reader.read_blocks(node, reader.inside(node, context))};
  if (group.children.empty()) return;
  flow.add({std::move(group), {"callout"}, {}, reader.position(node, context)}, context);
}

void read_file(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
               const FlowContext& context) {
  LinkBox box{LinkBoxKind::file, shown_text_of(find_class(node, "kg-file-card-title")),
              std::string(find_tag(node, GUMBO_TAG_A).attribute("href"))};
  const std::string name = shown_text_of(find_class(node, "kg-file-card-filename"));
  if (box.title.empty()) box.title = name;
  box.description = shown_text_of(find_class(node, "kg-file-card-caption"));
  add_link_box(reader, node, std::move(box), flow, context);
  const HtmlNode data = find_class(node, "kg-file-card-metadata");
  if (data) reader.drop(data, DropReason::embed);
}

// The player's own buttons and times are drawn with text.
void read_player(ContentReader& reader, HtmlNode node, bool is_audio, FlowBuilder& flow,
                 const FlowContext& context) {
  const HtmlNode media = find_tag(node, is_audio ? GUMBO_TAG_AUDIO : GUMBO_TAG_VIDEO);
  LinkBox box{is_audio ? LinkBoxKind::audio : LinkBoxKind::video,
              shown_text_of(find_class(node, "kg-audio-title")),
              std::string(media.attribute("src"))};
  const HtmlNode caption = find_tag(node, GUMBO_TAG_FIGCAPTION);
  if (caption) box.caption = reader.read_inlines(caption, context);
  add_link_box(reader, node, std::move(box), flow, context);
}

bool read_ghost_element(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                        const FlowContext& context) {
  if (!node.has_class("kg-card")) return false;
  if (node.has_class("kg-bookmark-card")) {
    read_bookmark(reader, node, flow, context);
  } else if (node.has_class("kg-toggle-card")) {
    read_toggle(reader, node, flow, context);
  } else if (node.has_class("kg-callout-card")) {
    read_callout(reader, node, flow, context);
  } else if (node.has_class("kg-file-card")) {
    read_file(reader, node, flow, context);
  } else if (has_any_class(node, {"kg-audio-card", "kg-video-card"})) {
    read_player(reader, node, node.has_class("kg-audio-card"), flow, context);
  } else if (has_any_class(node, {"kg-signup-card", "kg-cta-card", "kg-subscribe-card"})) {
    reader.drop(node, DropReason::post_buttons);
  } else if (node.has_class("kg-gallery-card")) {
    read_picture_row(reader, node, find_tag(node, GUMBO_TAG_FIGCAPTION), flow, context);
  } else {
    return false;
  }
  return true;
}

}  // namespace

Platform ghost() {
  return {"Ghost", {{ArticleMark::By::css_class, "gh-content"}}, read_ghost_element};
}

}  // namespace munjip
