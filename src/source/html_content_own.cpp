// What munjip itself writes into HTML where neither Markdown nor HTML has a word for it (see
// markdown/): classes of blocks and groups, link boxes, pictures that stand in a line or alone
// whatever their size.
#include "book/kind_names.h"
#include "source/html_content_reader.h"

namespace munjip {

namespace {

std::string shown(HtmlNode node) {
  return without_forbidden(visible_text(node));
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (text = trim_ascii(text); !text.empty(); text = trim_ascii(text)) {
    const std::size_t end = std::min(text.find_first_of(" \t\n"), text.size());
    words.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return words;
}

bool ContentReader::read_own_element(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  if (const auto kind = link_box_kind(node.attribute("data-munjip-box"))) {
    read_link_box(*kind, node, flow, context);
    return true;
  }
  const bool has_classes = node.has_attribute("data-munjip-class") && is_block_tag(node.tag());
  if (has_classes) read_classed(node, flow, context);
  return has_classes || read_role(node, flow, context);
}

// The classes are all that its blocks have; a div is a group.
void ContentReader::read_classed(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  flow.end_run(context);
  const std::vector<std::string> classes = words_of(node.attribute("data-munjip-class"));
  const SourcePos at = position(node, context);
  FlowBuilder own;
  if (const std::string anchor = flow.run.take_anchor(); !anchor.empty()) {
    own.run.anchor(anchor, at);
  }
  if (node.is(GUMBO_TAG_DIV)) {
    const FlowContext inner = inside(node, context);
    read_children(node, own, inner);
    Group group{own.take(inner)};
    if (!group.children.empty()) flow.add({std::move(group), classes, inner.lang, at}, context);
    return;
  }
  read_html_element(node, own, context);
  for (Block& block : own.take(context)) {
    block.classes = classes;
    flow.add(std::move(block), context);
  }
}

void ContentReader::read_link_box(LinkBoxKind kind, HtmlNode node, FlowBuilder& flow,
                                  const FlowContext& context) {
  const FlowContext inner = inside(node, context);
  const HtmlNode link = find_tag(node, GUMBO_TAG_A);
  LinkBox box{kind, shown(link), std::string(trim_ascii(link.attribute("href")))};
  if (const HtmlNode text = find_tag(node, GUMBO_TAG_P)) box.description = shown(text);
  if (const HtmlNode caption = find_tag(node, GUMBO_TAG_FIGCAPTION)) {
    box.caption = read_inlines(caption, inside(caption, inner));
  }
  std::vector<std::string> classes = words_of(node.attribute("data-munjip-class"));
  flow.add({std::move(box), std::move(classes), inner.lang, position(node, context)}, context);
}

}  // namespace munjip
