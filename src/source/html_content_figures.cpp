// Figures, and blocks as the one run of inlines that a caption is.
#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "base/overloaded.h"
#include "source/html_content_reader.h"

namespace munjip {

namespace {

void append_line(Inlines& out, Inlines line, SourcePos at) {
  if (line.empty()) return;
  if (!out.empty()) out.push_back({LineBreak{}, at});
  for (Inline& inline_ : line) append_inline(out, std::move(inline_));
}

void append_lines(Inlines& out, Blocks blocks);

void append_lines(Inlines& out, Block block) {
  const SourcePos at = block.at;
  std::visit(overloaded{
                 [&](Paragraph& paragraph) { append_line(out, std::move(paragraph.content), at); },
                 [&](Heading& heading) { append_line(out, std::move(heading.content), at); },
                 [&](Quote& quote) {
                   append_lines(out, std::move(quote.children));
                   append_line(out, std::move(quote.credit), at);
                 },
                 [&](Group& group) { append_lines(out, std::move(group.children)); },
                 [&](List& list) {
                   for (ListItem& item : list.items) append_lines(out, std::move(item.children));
                 },
                 [&](DefinitionList& list) {
                   for (DefinitionItem& item : list.items) {
                     for (Inlines& term : item.terms) append_line(out, std::move(term), at);
                     for (Blocks& definition : item.definitions)
                       append_lines(out, std::move(definition));
                   }
                 },
                 [&](Figure& figure) {
                   for (Image& image : figure.images) {
                     append_line(out, {{InlineImage{std::move(image)}, at}}, at);
                   }
                   append_line(out, std::move(figure.caption), at);
                 },
                 [&](CodeBlock& code) {
                   append_line(out, {{InlineCode{collapse_spaces(code.text)}, at}}, at);
                 },
                 [&](Table& table) {
                   append_line(out, std::move(table.caption), at);
                   for (auto* rows : {&table.head, &table.body}) {
                     for (Row& row : *rows) {
                       for (Cell& cell : row.cells) append_lines(out, std::move(cell.children));
                     }
                   }
                 },
                 [&](LinkBox& box) {
                   Inlines text{{Text{box.title.empty() ? box.target : box.title}, at}};
                   if (box.target.empty()) {
                     append_line(out, std::move(text), at);
                   } else {
                     append_line(out, {{Link{std::move(text), std::move(box.target)}, at}}, at);
                   }
                   append_line(out, std::move(box.caption), at);
                 },
                 [&](Divider&) {},
             },
             block.is);
}

void append_lines(Inlines& out, Blocks blocks) {
  for (Block& block : blocks) append_lines(out, std::move(block));
}

}  // namespace

Inlines inlines_of(Blocks blocks) {
  Inlines out;
  append_lines(out, std::move(blocks));
  return out;
}

std::optional<Figure> joined_figure(Blocks& blocks) {
  Figure joined;
  for (Block& block : blocks) {
    auto* figure = std::get_if<Figure>(&block.is);
    if (figure == nullptr || !figure->caption.empty()) return {};
  }
  for (Block& block : blocks) {
    auto& images = std::get<Figure>(block.is).images;
    std::move(images.begin(), images.end(), std::back_inserter(joined.images));
  }
  return joined;
}

void ContentReader::read_figure(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  const FlowContext inner = inside(node, context);
  const SourcePos at = position(node, context);
  FlowBuilder own;
  Inlines caption;
  for (std::size_t i = 0; i < node.child_count(); ++i) {
    const HtmlNode child = node.child(i);
    if (child.is(GUMBO_TAG_FIGCAPTION) && caption.empty()) {
      if (!skip_element(child)) caption = read_inlines(child, inside(child, inner));
    } else {
      read_node(child, own, inner);
    }
  }
  Blocks blocks = own.take(inner);
  if (blocks.size() == 1 && !caption.empty()) {
    if (auto* table = std::get_if<Table>(&blocks[0].is); table && table->caption.empty()) {
      table->caption = std::exchange(caption, {});
    } else if (auto* quote = std::get_if<Quote>(&blocks[0].is); quote && quote->credit.empty()) {
      quote->credit = std::exchange(caption, {});
    } else if (auto* box = std::get_if<LinkBox>(&blocks[0].is); box && box->caption.empty()) {
      box->caption = std::exchange(caption, {});
    }
  }
  if (auto figure = blocks.empty() ? std::nullopt : joined_figure(blocks)) {
    figure->caption = std::move(caption);
    flow.add({std::move(*figure), {}, inner.lang, at}, context);
    return;
  }
  for (Block& block : blocks) flow.add(std::move(block), context);
  if (caption.empty()) return;
  flow.add({Paragraph{std::move(caption)}, {"caption"}, inner.lang, at}, context);
}

}  // namespace munjip
