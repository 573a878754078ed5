// Lists: labels hang to the left of their items, digits aligned at the right; definitions.
#include <algorithm>
#include <optional>
#include <string>

#include "book/list_marker.h"
#include "layout/flow.h"

namespace munjip {

namespace {

constexpr double kLabelGap = 0.4;  // em between a label and its item

// The marker that CSS asks for, or the author's own.
ListMarker marker_for(const Style& style, ListMarker from_content) {
  switch (style.list_style) {
    case ListStyle::from_content:
      return from_content;
    case ListStyle::none:
      return ListMarker::none;
    case ListStyle::disc:
    case ListStyle::circle:
    case ListStyle::square:
      return ListMarker::bullet;
    case ListStyle::decimal:
      return ListMarker::decimal;
    case ListStyle::lower_alpha:
      return ListMarker::lower_alpha;
    case ListStyle::upper_alpha:
      return ListMarker::upper_alpha;
    case ListStyle::lower_roman:
      return ListMarker::lower_roman;
    case ListStyle::upper_roman:
      return ListMarker::upper_roman;
    case ListStyle::hangul_syllable:
      return ListMarker::hangul_syllable;
    case ListStyle::hangul_jamo:
      return ListMarker::hangul_jamo;
    case ListStyle::circled:
      return ListMarker::circled;
  }
  return from_content;
}

// What the tag tree says of the numbering (ISO 32000-1, table 347: ListNumbering).
ListStyle numbering_of(ListMarker marker) {
  switch (marker) {
    case ListMarker::bullet:
      return ListStyle::disc;
    case ListMarker::decimal:
      return ListStyle::decimal;
    case ListMarker::lower_alpha:
      return ListStyle::lower_alpha;
    case ListMarker::upper_alpha:
      return ListStyle::upper_alpha;
    case ListMarker::lower_roman:
      return ListStyle::lower_roman;
    case ListMarker::upper_roman:
      return ListStyle::upper_roman;
    case ListMarker::hangul_syllable:
      return ListStyle::hangul_syllable;
    case ListMarker::hangul_jamo:
      return ListStyle::hangul_jamo;
    case ListMarker::circled:
    case ListMarker::circled_hangul:
      return ListStyle::circled;
    case ListMarker::none:
      return ListStyle::none;
  }
  return ListStyle::none;
}

std::string label_of(const ListItem& item, ListMarker marker, ListDelimiter delimiter, int number) {
  if (item.done) return *item.done ? "☑" : "☐";
  return list_label(marker, number, delimiter);
}

}  // namespace

void Flow::add_list(const List& list, TagId tag) {
  const ListMarker marker = marker_for(*context_.style(), list.marker);
  context_.tags[tag].is_ordered_list = list.is_ordered();
  context_.tags[tag].list_style = numbering_of(marker);
  const std::vector<int> numbers = item_numbers(list);
  std::vector<std::string> labels;
  std::string longest;
  const bool has_bullets = marker == ListMarker::bullet;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const bool is_bullet = has_bullets && !list.items[i].done;
    labels.push_back(is_bullet ? std::string(bullet_sign(context_.bullet_depth))
                               : label_of(list.items[i], marker, list.delimiter, numbers[i]));
    if (labels.back().size() > longest.size()) longest = labels.back();
  }
  // A label that is wider than the indent pushes all items of the list to the right.
  const StyleRef style = context_.style();
  const Length room = style->padding.left + style->margin.left;
  const Length needed = set_short_text(context_, longest, style, kArtifact).width +
                        style->font_size.scaled(kLabelGap);
  if (needed > room && style->right_to_left) {
    narrow(needed - room);
  } else if (needed > room) {
    indent(needed - room);
  }
  if (has_bullets) ++context_.bullet_depth;
  const std::size_t first = list_.boxes.size();
  ++lists_;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const std::size_t begin = list_.boxes.size();
    add_item(list, i, labels[i], tag);
    const std::size_t end = list_.boxes.size();
    // No line of the list stands alone on a page, if that can be had.
    const bool ends_edge =
        (i == 1 && begin == first + 1) || (i > 0 && i + 1 == list.items.size() && end == begin + 1);
    if (ends_edge && end > begin) {
      double& cost = list_.boxes[begin].break_before;
      if (cost != kForcedBreak) cost = std::max(cost, kBreakListEdge);
    }
  }
  --lists_;
  if (has_bullets) --context_.bullet_depth;
}

void Flow::add_item(const List& list, std::size_t index, const std::string& label, TagId parent) {
  const ListItem& item = list.items[index];
  std::vector<std::string> classes;
  if (item.done) classes.emplace_back("task");
  const Entered entered(context_.cascade,
                        {.name = "li",
                         .classes = classes,
                         .id = {},
                         .lang = {},
                         .index = static_cast<int>(std::min<std::size_t>(index + 1, 1'000'000)),
                         .is_last = index + 1 == list.items.size(),
                         .previous = index == 0 ? std::string_view() : "li"});
  const TagId tag = context_.tags.add(parent, Element::list_item);
  TagId label_tag = kArtifact;
  if (!label.empty()) {
    label_tag = context_.tags.add_text(context_.tags.add(tag, Element::list_label));
  }
  const TagId body = context_.tags.add(tag, Element::list_body);
  const Opened opened = open(true);
  const auto first = static_cast<std::uint32_t>(list_.boxes.size());
  add_blocks(item.children, body);
  if (!label.empty()) add_label(first, label, label_tag);
  close(opened);
}

// Puts the label on the first line of the item; an item without one gets a line for it.
void Flow::add_label(std::uint32_t first_box, const std::string& label, TagId tag) {
  const StyleRef style = context_.style();
  if (first_box == list_.boxes.size()) {
    VerticalBox line;
    line.height = std::max(style->line_height, Length::pt(2));
    add_box(std::move(line));
  }
  VerticalBox& box = list_.boxes[first_box];
  ShortText text = set_short_text(context_, label, style, tag);
  const Length gap = style->font_size.scaled(kLabelGap);
  const Length x =
      style->right_to_left ? area_.left + area_.measure + gap : area_.left - gap - text.width;
  append_moved(box.items, std::move(text.items),
               {std::max(x, Length()), baseline_in(style->line_height, style->font_size)});
}

// Terms and definitions; in the tag tree each term stands in a list item with what defines it
// (ISO 32000-1, 14.8.4.3.3: a list's children are its items).
void Flow::add_definitions(const DefinitionList& list, TagId tag) {
  for (const DefinitionItem& item : list.items) {
    const TagId group = context_.tags.add(tag, Element::list_item);
    for (const Inlines& term : item.terms) {
      add_paragraph({.name = "dt"}, term, Element::definition_term, group);
      keep_next(kBreakKeep);
    }
    for (const Blocks& definition : item.definitions) {
      const Entered entered(context_.cascade, {.name = "dd"});
      const Opened opened = open(true);
      add_blocks(definition, context_.tags.add(group, Element::definition));
      close(opened);
    }
  }
}

}  // namespace munjip
