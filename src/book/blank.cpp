#include "book/blank.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/overloaded.h"
#include "book/walk.h"

namespace munjip {

std::size_t space_length(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ' ' || c == '\t' || c == '\n') return 1;
  if (c == '\xC2' && text.substr(at).starts_with("\xC2\xA0")) return 2;
  if (c == '\xE3' && text.substr(at).starts_with("\xE3\x80\x80")) return 3;
  return 0;
}

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = space_length(text, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

bool is_blank(const Inlines& inlines) {
  return std::all_of(inlines.begin(), inlines.end(), [](const Inline& in) {
    return std::visit(
        overloaded{
            [](const Text& text) { return is_blank(std::string_view(text.text)); },
            [](const InlineCode& code) { return is_blank(std::string_view(code.text)); },
            [](const Phrase& phrase) { return is_blank(phrase.children); },
            [](const Link& link) { return is_blank(link.children); },
            [](const Ruby& ruby) {
              return is_blank(std::string_view(ruby.base)) &&
                     is_blank(std::string_view(ruby.reading));
            },
            [](const NoteMark&) { return false; },
            [](const InlineImage&) { return false; },
            [](const LineBreak&) { return true; },
            [](const Anchor&) { return true; },
            [](const IndexTerm&) { return true; },
        },
        in.is);
  });
}

bool is_blank(const Block& block) {
  if (const auto* code = std::get_if<CodeBlock>(&block.is)) {
    return is_blank(std::string_view(code->text));
  }
  if (const auto* figure = std::get_if<Figure>(&block.is)) {
    return figure->images.empty() && is_blank(figure->caption);
  }
  if (const auto* box = std::get_if<LinkBox>(&block.is)) {
    return box->title.empty() && box->target.empty() && box->description.empty() &&
           is_blank(box->caption);
  }
  bool blank = true;
  for_each_own_inlines(block, [&](const Inlines& run) { blank = blank && is_blank(run); });
  for_each_child_list(block, [&](const Blocks& list) { blank = blank && is_blank(list); });
  return blank;
}

bool is_blank(const Blocks& blocks) {
  return std::all_of(blocks.begin(), blocks.end(),
                     [](const Block& block) { return is_blank(block); });
}

void move_anchors(Inlines& inlines, Inlines& anchors) {
  for_each_inline(inlines, [&](Inline& in) {
    if (is_mark(in)) anchors.push_back(in);
  });
  inlines.clear();
}

bool holds_blocks(const Block& block) {
  return std::holds_alternative<Quote>(block.is) || std::holds_alternative<Group>(block.is) ||
         std::holds_alternative<List>(block.is) ||
         std::holds_alternative<DefinitionList>(block.is) ||
         std::holds_alternative<Table>(block.is);
}

Blocks unwrapped(Block block) {
  Blocks out;
  const auto add = [&](Blocks& list) {
    out.insert(out.end(), std::make_move_iterator(list.begin()),
               std::make_move_iterator(list.end()));
    list.clear();
  };
  const auto add_run = [&](Inlines& run) {
    if (run.empty()) return;
    out.push_back({Paragraph{std::move(run)}, {}, block.lang, block.at});
  };
  if (auto* quote = std::get_if<Quote>(&block.is)) {
    add(quote->children);
    add_run(quote->credit);
  } else if (auto* definitions = std::get_if<DefinitionList>(&block.is)) {
    for (DefinitionItem& item : definitions->items) {
      for (Inlines& term : item.terms) add_run(term);
      for (Blocks& definition : item.definitions) add(definition);
    }
  } else if (holds_blocks(block)) {
    for_each_own_inlines(block, add_run);
    for_each_child_list(block, add);
  } else {
    out.push_back(std::move(block));
  }
  return out;
}

}  // namespace munjip
