// Lists, tasks and definitions.
#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "book/kind_names.h"
#include "source/html_content_reader.h"
#include "source/text_blocks.h"

namespace munjip {

namespace {

struct MarkerName {
  std::string_view name;
  ListMarker marker;
};

// CSS list-style-type values and the `type` attribute's one letter (case matters there).
constexpr MarkerName kMarkers[] = {
    {"1", ListMarker::decimal},
    {"a", ListMarker::lower_alpha},
    {"A", ListMarker::upper_alpha},
    {"i", ListMarker::lower_roman},
    {"I", ListMarker::upper_roman},
    {"decimal", ListMarker::decimal},
    {"decimal-leading-zero", ListMarker::decimal},
    {"lower-alpha", ListMarker::lower_alpha},
    {"lower-latin", ListMarker::lower_alpha},
    {"upper-alpha", ListMarker::upper_alpha},
    {"upper-latin", ListMarker::upper_alpha},
    {"lower-roman", ListMarker::lower_roman},
    {"upper-roman", ListMarker::upper_roman},
    {"hangul", ListMarker::hangul_syllable},
    {"korean-hangul-formal", ListMarker::hangul_syllable},
    {"hangul-consonant", ListMarker::hangul_jamo},
    {"disc", ListMarker::bullet},
    {"circle", ListMarker::bullet},
    {"square", ListMarker::bullet},
    {"circled-decimal", ListMarker::circled},
    {"circled-hangul", ListMarker::circled_hangul},
    {"none", ListMarker::none},
};

ListMarker marker_of(HtmlNode list) {
  const std::string style = style_property(list.attribute("style"), "list-style-type");
  for (const std::string_view name :
       {std::string_view(style), list.attribute("data-ke-list-type"), list.attribute("type")}) {
    const auto* found = std::find_if(std::begin(kMarkers), std::end(kMarkers),
                                     [&](const MarkerName& entry) { return entry.name == name; });
    if (found != std::end(kMarkers)) return found->marker;
  }
  return list.is(GUMBO_TAG_OL) ? ListMarker::decimal : ListMarker::bullet;
}

constexpr int kLargestNumber = 1'000'000;

// A number that may be negative, as `start` and `value` allow; nothing where there is none.
std::optional<int> read_number(std::string_view text) {
  text = trim_ascii(text);
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.empty() || text[0] < '0' || text[0] > '9') return {};
  const int number = std::min(leading_number(text), kLargestNumber);
  return negative ? -number : number;
}

// The check box that makes a list item a task, if it comes first; Notion draws one with a div.
HtmlNode task_box(HtmlNode item) {
  for (HtmlNode node = item.next_in(item); node; node = node.next_in(item)) {
    if (node.has_class("checkbox-on") || node.has_class("checkbox-off")) return node;
    if (node.is(GUMBO_TAG_INPUT)) {
      return ascii_lower(node.attribute("type")) == "checkbox" ? node : HtmlNode();
    }
    if (node.is_text() && !trim_ascii(node.text()).empty()) return {};
  }
  return {};
}

List list_of(const ItemMark& mark) {
  List list;
  list.marker = mark.marker;
  list.delimiter = mark.delimiter();
  list.start = mark.number;
  return list;
}

bool goes_on(const List& list, const ItemMark& mark) {
  return mark.marker == list.marker && mark.delimiter() == list.delimiter &&
         mark.number > list.start;
}

// The mark that a list's first item, or an item, has in Markdown (markdown_lists.h).
std::optional<ItemMark> written_mark(HtmlNode item) {
  for (HtmlNode node = item.next_in(item); node; node = node.next_in(item)) {
    if (node.has_attribute("data-munjip-mark")) {
      return item_mark_of(std::string(node.attribute("data-munjip-mark")) + " …");
    }
    if (node.is_text() && !trim_ascii(node.text()).empty()) return {};
  }
  return {};
}

}  // namespace

void ContentReader::read_list(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  FlowContext inner = inside(node, context);
  inner.heading_level = 0;
  List list;
  list.marker = marker_of(node);
  list.delimiter = list_delimiter(node.attribute("data-munjip-label"));
  list.start = read_number(node.attribute("start")).value_or(1);
  if (const auto mark = written_mark(node)) list = list_of(*mark);
  // What stands in the list without being an item (nested lists above all) belongs to the item
  // before it, as browsers show it.
  FlowBuilder loose;
  const auto end_loose = [&] {
    Blocks blocks = loose.take(inner);
    if (blocks.empty()) return;
    if (list.items.empty()) list.items.emplace_back();
    Blocks& into = list.items.back().children;
    std::move(blocks.begin(), blocks.end(), std::back_inserter(into));
  };
  std::optional<int> next_value;
  for (std::size_t i = 0; i < node.child_count(); ++i) {
    const HtmlNode child = node.child(i);
    if (!child.is(GUMBO_TAG_LI)) {
      read_node(child, loose, inner);
      continue;
    }
    end_loose();
    if (skip_element(child)) continue;
    const auto mark = written_mark(child);
    if (mark && !list.items.empty() && !goes_on(list, *mark)) {
      // Markdown takes lists that count by different marks for one.
      flow.add({std::exchange(list, list_of(*mark)), {}, inner.lang, position(node, context)},
               context);
    }
    ListItem item;
    item.value = read_number(child.attribute("value"));
    if (!item.value) item.value = std::exchange(next_value, {});
    if (const HtmlNode box = task_box(child))
      item.done = box.has_attribute("checked") || box.has_class("checkbox-on");
    mark_anchor(child, loose, inner);
    read_children(child, loose, inside(child, inner));
    item.children = loose.take(inner);
    if (item.children.empty() && !item.done) continue;
    list.items.push_back(std::move(item));
  }
  end_loose();
  std::erase_if(list.items, [](const ListItem& item) { return item.children.empty(); });
  if (list.items.empty()) return;
  flow.add({std::move(list), {}, inner.lang, position(node, context)}, context);
}

void ContentReader::read_definition_list(HtmlNode node, FlowBuilder& flow,
                                         const FlowContext& context) {
  const FlowContext inner = inside(node, context);
  DefinitionList list;
  read_definitions(node, list, inner);
  std::erase_if(list.items, [](const DefinitionItem& item) {
    return item.terms.empty() && item.definitions.empty();
  });
  if (list.items.empty()) return;
  flow.add({std::move(list), {}, inner.lang, position(node, context)}, context);
}

void ContentReader::read_definitions(HtmlNode node, DefinitionList& list,
                                     const FlowContext& context) {
  for (std::size_t i = 0; i < node.child_count(); ++i) {
    const HtmlNode child = node.child(i);
    if (child.is(GUMBO_TAG_DIV)) {  // HTML allows groups of dt and dd in a div
      read_definitions(child, list, inside(child, context));
      continue;
    }
    if (child.is(GUMBO_TAG_DT)) {
      Inlines term = read_inlines(child, inside(child, context));
      if (term.empty()) continue;
      if (list.items.empty() || !list.items.back().definitions.empty()) list.items.emplace_back();
      list.items.back().terms.push_back(std::move(term));
      continue;
    }
    FlowBuilder own;
    const FlowContext inner = inside(child, context);
    if (child.is(GUMBO_TAG_DD)) {
      read_children(child, own, inner);
    } else {
      read_node(child, own, context);
    }
    Blocks definition = own.take(inner);
    if (definition.empty()) continue;
    if (list.items.empty()) list.items.emplace_back();
    list.items.back().definitions.push_back(std::move(definition));
  }
}

}  // namespace munjip
