#include "source/platform_parts.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace munjip {

std::string shown_text_of(HtmlNode node) {
  return node ? without_forbidden(visible_text(node)) : std::string();
}

std::string attribute_text(HtmlNode node, const char* name) {
  return without_forbidden(collapse_spaces(node.attribute(name)));
}

std::string first_filled(std::initializer_list<std::string_view> values) {
  const auto* found = std::find_if(values.begin(), values.end(),
                                   [](std::string_view value) { return !value.empty(); });
  return found == values.end() ? std::string() : std::string(*found);
}

bool has_any_class(HtmlNode node, std::initializer_list<std::string_view> names) {
  const std::string_view classes = node.attribute("class");
  return !classes.empty() && std::any_of(names.begin(), names.end(), [&](std::string_view name) {
    return has_token(classes, name);
  });
}

HtmlNode find_any_class(HtmlNode root, std::initializer_list<std::string_view> names) {
  return find_descendant(root, [&](HtmlNode node) { return has_any_class(node, names); });
}

void add_link_box(ContentReader& reader, HtmlNode node, LinkBox box, FlowBuilder& flow,
                  const FlowContext& context) {
  if (box.target.starts_with("//")) box.target.insert(0, "https:");
  if (!box.target.starts_with("http")) box.target.clear();
  flow.add({std::move(box), {}, {}, reader.position(node, context)}, context);
}

void read_picture_row(ContentReader& reader, HtmlNode row, HtmlNode caption, FlowBuilder& flow,
                      const FlowContext& context) {
  const FlowContext inner = reader.inside(row, context);
  FlowBuilder own;
  for_each_descendant(row, [&](HtmlNode node) {
    if (node == caption || is_invisible_tag(node.tag())) return false;
    if (node.is(GUMBO_TAG_IMG)) reader.read_image(node, own, inner);
    if (node.is_text()) {
      reader.drop(collapse_spaces(node.text()), DropReason::chrome, reader.position(node, context));
    }
    return true;
  });
  Blocks blocks = own.take(inner);
  Inlines under = caption ? reader.read_inlines(caption, reader.inside(caption, inner)) : Inlines{};
  if (auto figure = blocks.empty() ? std::nullopt : joined_figure(blocks)) {
    figure->caption = std::move(under);
    flow.add({std::move(*figure), {}, inner.lang, reader.position(row, context)}, context);
    return;
  }
  for (Block& block : blocks) flow.add(std::move(block), context);
  if (under.empty()) return;
  flow.add({Paragraph{std::move(under)}, {"caption"}, {}, reader.position(caption, context)},
           context);
}

void read_quotation(ContentReader& reader, HtmlNode quotation, HtmlNode credit,
                    std::string_view style, FlowBuilder& flow, const FlowContext& context) {
  const FlowContext inner = reader.inside(quotation, context);
  Quote quote;
  if (credit) quote.credit = reader.read_inlines(credit, inner);
  FlowBuilder own;
  for (std::size_t i = 0; i < quotation.child_count(); ++i) {
    if (quotation.child(i) != credit) reader.read_node(quotation.child(i), own, inner);
  }
  quote.children = own.take(inner);
  if (quote.children.empty()) {
    if (quote.credit.empty()) return;
    quote.children.push_back({Paragraph{std::move(quote.credit)}});
    quote.credit.clear();
  }
  std::vector<std::string> classes;
  if (!style.empty()) classes.emplace_back(style);
  flow.add({std::move(quote), std::move(classes), inner.lang, reader.position(quotation, context)},
           context);
}

std::string json_value(const std::map<std::string, std::string>& fields, const std::string& name) {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string() : collapse_spaces(found->second);
}

}  // namespace munjip
