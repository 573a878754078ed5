// The passes split_paragraphs and collapse_blank: what bloggers do with empty lines becomes
// structure, or goes.
#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "book/blank.h"
#include "book/list_marker.h"
#include "book/pass_functions.h"
#include "book/walk.h"

namespace munjip {

namespace {

void append(Blocks& to, Blocks&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void append(Inlines& to, Inlines&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

// ---- split_paragraphs ----

bool is_break(const Inline& in) {
  return std::holds_alternative<LineBreak>(in.is);
}

bool is_blank_inline(const Inline& in) {
  if (const auto* text = std::get_if<Text>(&in.is)) return is_blank(std::string_view(text->text));
  return is_break(in) || is_mark(in);
}

// The end of the gap that begins at list[at]: two line breaks or more with nothing visible between
// them; `at` itself where there is none.
std::size_t end_of_gap(const Inlines& list, std::size_t at) {
  int breaks = 0;
  std::size_t end = at;
  for (std::size_t i = at; i < list.size() && is_blank_inline(list[i]); ++i) {
    if (is_break(list[i])) {
      ++breaks;
      end = i + 1;
    }
  }
  return breaks >= 2 ? end : at;
}

// The pieces of the paragraph between its gaps; the anchors of a gap stay before what follows it.
std::vector<Inlines> pieces(Inlines list) {
  std::vector<Inlines> found(1);
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::size_t end = is_break(list[i]) ? end_of_gap(list, i) : i;
    if (end > i) {
      found.emplace_back();
      for (; i < end; ++i) {
        if (is_mark(list[i])) found.back().push_back(std::move(list[i]));
      }
      --i;
      continue;
    }
    found.back().push_back(std::move(list[i]));
  }
  return found;
}

void split_list(Blocks& list) {
  Blocks split;
  split.reserve(list.size());
  for (Block& block : list) {
    auto* paragraph = std::get_if<Paragraph>(&block.is);
    if (paragraph == nullptr) {
      split.push_back(std::move(block));
      continue;
    }
    std::vector<Inlines> parts = pieces(std::move(paragraph->content));
    for (Inlines& part : parts) {
      const SourcePos at = parts.size() > 1 && !part.empty() ? part.front().at : block.at;
      split.push_back(
          {Paragraph{std::move(part)}, block.classes, block.lang, at.line == 0 ? block.at : at});
    }
  }
  list = std::move(split);
}

// ---- collapse_blank: one block ----

// Every anchor inside, the ids of headings too.
void collect_anchors(Block& block, Inlines& anchors) {
  if (const auto* heading = std::get_if<Heading>(&block.is); heading && !heading->id.empty()) {
    anchors.push_back({Anchor{heading->id}, block.at});
  }
  for_each_own_inlines(block, [&](Inlines& run) { move_anchors(run, anchors); });
  for_each_child_list(block, [&](Blocks& children) {
    for (Block& child : children) collect_anchors(child, anchors);
  });
}

// A caption, credit or term without anything visible goes; what it was a place for stays one.
void clear_blank_runs(Block& block, Inlines& anchors) {
  for_each_own_inlines(block, [&](Inlines& run) {
    if (is_blank(run)) move_anchors(run, anchors);
  });
}

Block paragraph_of(Inlines content, const Block& like) {
  return {Paragraph{std::move(content)}, like.classes, like.lang, like.at};
}

// An item without content goes, and the one after it keeps its number.
void drop_empty_items(List& list) {
  const std::vector<int> numbers = item_numbers(list);
  std::vector<ListItem> kept;
  int expected = list.start;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    ListItem& item = list.items[i];
    if (item.children.empty()) continue;
    if (list.is_ordered() && numbers[i] != expected) item.value = numbers[i];
    expected = numbers[i] + (numbers[i] < std::numeric_limits<int>::max() ? 1 : 0);
    kept.push_back(std::move(item));
  }
  list.items = std::move(kept);
}

// Each item of a definition list has a term and a definition (HTML 4.4.9): terms without one go to
// the next item; what then still lacks its other half stands before or after the list.
Blocks repaired(DefinitionList list, const Block& like) {
  Blocks before;
  std::vector<DefinitionItem> items;
  std::vector<Inlines> waiting;
  for (DefinitionItem& item : list.items) {
    std::erase_if(item.terms, [](const Inlines& term) { return term.empty(); });
    std::erase_if(item.definitions, [](const Blocks& definition) { return definition.empty(); });
    for (Inlines& term : item.terms) waiting.push_back(std::move(term));
    if (item.definitions.empty()) continue;
    if (!waiting.empty()) {
      items.push_back({std::move(waiting), std::move(item.definitions)});
      waiting.clear();
    } else if (items.empty()) {
      for (Blocks& definition : item.definitions) append(before, std::move(definition));
    } else {
      for (Blocks& definition : item.definitions) {
        items.back().definitions.push_back(std::move(definition));
      }
    }
  }
  if (!items.empty()) {
    before.push_back({DefinitionList{std::move(items)}, like.classes, like.lang, like.at});
  }
  for (Inlines& term : waiting) before.push_back(paragraph_of(std::move(term), like));
  return before;
}

void drop_empty_rows(Table& table) {
  for (auto* rows : {&table.head, &table.body}) {
    std::erase_if(*rows, [](const Row& row) { return row.cells.empty(); });
  }
  if (table.body.empty()) table.body = std::exchange(table.head, {});
}

// The text that is all that is left of a block whose main content is missing, or null.
Inlines* remaining_text(Block& block) {
  if (auto* heading = std::get_if<Heading>(&block.is)) {
    // A picture alone gives the contents nothing to print.
    if (!is_blank(std::string_view(plain_text(heading->content)))) return nullptr;
    if (!heading->id.empty()) {
      heading->content.insert(heading->content.begin(), {Anchor{heading->id}, block.at});
    }
    return &heading->content;
  }
  if (auto* quote = std::get_if<Quote>(&block.is)) {
    return quote->children.empty() ? &quote->credit : nullptr;
  }
  if (auto* figure = std::get_if<Figure>(&block.is)) {
    return figure->images.empty() ? &figure->caption : nullptr;
  }
  if (auto* table = std::get_if<Table>(&block.is)) {
    return table->body.empty() ? &table->caption : nullptr;
  }
  if (auto* box = std::get_if<LinkBox>(&block.is)) {
    const bool is_empty = box->title.empty() && box->target.empty() && box->description.empty();
    return is_empty ? &box->caption : nullptr;
  }
  return nullptr;
}

// What stands for a block of which something may be missing: itself, or less.
Blocks repaired(Block block) {
  if (auto* definitions = std::get_if<DefinitionList>(&block.is)) {
    return repaired(std::move(*definitions), block);
  }
  if (auto* list = std::get_if<List>(&block.is)) drop_empty_items(*list);
  if (auto* table = std::get_if<Table>(&block.is)) drop_empty_rows(*table);
  if (Inlines* text = remaining_text(block)) block = paragraph_of(std::move(*text), block);
  Blocks out;
  out.push_back(std::move(block));
  return out;
}

// ---- collapse_blank: a list of blocks ----

// Puts `anchors` before the first text inside `block`; false where it has none that can hold them.
bool give_anchors(Block& block, Inlines& anchors) {
  Inlines* first = nullptr;
  for_each_own_inlines(block, [&](Inlines& run) {
    const bool follows_children = std::holds_alternative<Quote>(block.is);
    if (first == nullptr && !run.empty() && !follows_children) first = &run;
  });
  if (first != nullptr) {
    append(anchors, std::move(*first));
    *first = std::move(anchors);
    anchors.clear();
    return true;
  }
  bool given = false;
  for_each_child_list(block, [&](Blocks& children) {
    for (Block& child : children) given = given || give_anchors(child, anchors);
  });
  return given;
}

// Anchors that nothing follows: behind the last paragraph.
void give_anchors_at_end(Blocks& list, Inlines& anchors) {
  for (auto block = list.rbegin(); block != list.rend(); ++block) {
    if (auto* paragraph = std::get_if<Paragraph>(&block->is)) {
      append(paragraph->content, std::move(anchors));
      anchors.clear();
      return;
    }
  }
}

// Dividers stand between blocks: none first, none last, none after another.
void drop_idle_dividers(Blocks& list) {
  Blocks kept;
  for (Block& block : list) {
    const bool is_divider = std::holds_alternative<Divider>(block.is);
    if (is_divider && (kept.empty() || std::holds_alternative<Divider>(kept.back().is))) continue;
    kept.push_back(std::move(block));
  }
  if (!kept.empty() && std::holds_alternative<Divider>(kept.back().is)) kept.pop_back();
  list = std::move(kept);
}

void collapse_list(Blocks& list) {
  Blocks kept;
  Inlines anchors;  // of what is gone, for what comes next
  for (Block& block : list) {
    const bool is_divider = std::holds_alternative<Divider>(block.is);
    if (!is_divider && is_blank(block)) {
      collect_anchors(block, anchors);
      continue;
    }
    clear_blank_runs(block, anchors);
    for (Block& part : repaired(std::move(block))) {
      if (!anchors.empty()) give_anchors(part, anchors);
      kept.push_back(std::move(part));
    }
  }
  if (!anchors.empty()) give_anchors_at_end(kept, anchors);
  drop_idle_dividers(kept);
  list = std::move(kept);
}

void for_each_list_of(Book& book, void (*fn)(Blocks&)) {
  for_each_post(book, [&](Post& post) {
    for_each_body(post, [&](Blocks& body) { for_each_block_list(body, fn); });
  });
}

}  // namespace

void split_paragraphs(Book& book, const Manifest&, Diagnostics&) {
  for_each_list_of(book, split_list);
}

void collapse_blank(Book& book, const Manifest&, Diagnostics&) {
  for_each_list_of(book, collapse_list);
}

}  // namespace munjip
