// Headings, containers, quotations and what a click opens.
#include <utility>

#include "source/html_content_reader.h"
#include "source/quote_credit.h"

namespace munjip {

namespace {

// A place that opens a heading (`## {#name}` in Markdown) is the heading itself.
void take_id_from_content(Heading& heading) {
  if (!heading.id.empty() || heading.content.size() < 2) return;
  const auto* anchor = std::get_if<Anchor>(&heading.content.front().is);
  if (anchor == nullptr) return;
  heading.id = anchor->id;
  heading.content.erase(heading.content.begin());
}

}  // namespace

void ContentReader::read_heading(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  flow.end_run(context);
  FlowContext inner = inside(node, context);
  inner.heading_level = static_cast<int>(node.tag() - GUMBO_TAG_H1) + 1;
  std::string id = flow.run.take_anchor();
  FlowBuilder own;
  read_children(node, own, inner);
  Blocks blocks = own.take(inner);
  for (Block& block : blocks) {
    if (auto* heading = std::get_if<Heading>(&block.is)) {
      heading->id = std::exchange(id, {});
      take_id_from_content(*heading);
    }
    flow.add(std::move(block), context);
  }
}

void ContentReader::read_container(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  flow.end_run(context);
  const FlowContext inner = inside(node, context);
  read_children(node, flow, inner);
  flow.end_run(inner);
}

void ContentReader::read_quote(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  const FlowContext inner = inside(node, context);
  Quote quote;
  FlowBuilder own;
  for (std::size_t i = 0; i < node.child_count(); ++i) {
    const HtmlNode child = node.child(i);
    if (child.is(GUMBO_TAG_FOOTER) && quote.credit.empty()) {
      quote.credit = read_inlines(child, inside(child, inner));
    } else {
      read_node(child, own, inner);
    }
  }
  quote.children = own.take(inner);
  if (quote.credit.empty()) quote.credit = take_credit(quote.children);
  if (quote.children.empty() && quote.credit.empty()) return;
  if (quote.children.empty()) {
    quote.children.push_back({Paragraph{std::move(quote.credit)}, {}, {}, position(node, context)});
    quote.credit.clear();
  }
  if (read_alert(quote, node, flow, context)) return;
  flow.add({std::move(quote), style_class(node), inner.lang, position(node, context)}, context);
}

// A book has nothing to click: the label stays as a first line, the rest is open.
void ContentReader::read_details(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  const FlowContext inner = inside(node, context);
  Group group;
  FlowBuilder own;
  for (std::size_t i = 0; i < node.child_count(); ++i) {
    const HtmlNode child = node.child(i);
    if (!child.is(GUMBO_TAG_SUMMARY)) {
      read_node(child, own, inner);
      continue;
    }
    Inlines label = read_inlines(child, inside(child, inner));
    if (label.empty()) continue;
    own.add({Paragraph{std::move(label)}, {"summary"}, {}, position(child, inner)}, inner);
  }
  group.children = own.take(inner);
  if (group.children.empty()) return;
  flow.add({std::move(group), {"details"}, inner.lang, position(node, context)}, context);
}

}  // namespace munjip
