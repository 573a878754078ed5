// @page rules → the margins and margin boxes of one page.
#include <algorithm>
#include <array>
#include <vector>

#include "style/compute.h"
#include "style/properties.h"
#include "style/rules.h"
#include "style/style_sheet.h"

namespace munjip {

namespace {

using namespace css;

// The rules for this page, the heavier later.
std::vector<const PageRule*> rules_for(const StyleSheet::Rules& rules, PageSide side,
                                       bool is_first) {
  std::vector<const PageRule*> found;
  for (const PageRule& page : rules.pages) {
    if (page.side && *page.side != side) continue;
    if (page.is_first && !is_first) continue;
    found.push_back(&page);
  }
  std::stable_sort(found.begin(), found.end(), [](const PageRule* a, const PageRule* b) {
    return a->specificity() < b->specificity();
  });
  return found;
}

// A margin's percentage is of the trim size's width or height (CSS Paged Media 3, 7.1).
Length page_margin(const Declaration& declaration, Length edge, const Root& root) {
  const auto* margin = std::get_if<Dimension>(&declaration.value);
  if (!margin) return {};
  if (margin->unit == Unit::percent) return edge.scaled(margin->value);
  const ComputeContext context{root.body.style,        root.initial,         {},
                               root.metrics.font_size, root.metrics.leading, {}};
  return to_length(*margin, root.body.style, context);
}

// So that a reader's thumb and the knife do not reach the notes, and the text keeps clear of them.
const Length kNotesEdge = Length::mm(8), kNotesGap = Length::mm(4);

// The outer margin becomes as wide as side notes ask for.
void make_room_for_notes(PageStyle& style, PageSide side, const Winners& winners, Size trim,
                         const Root& root) {
  const Declaration* winner = winners[static_cast<std::size_t>(Property::side_notes)];
  if (!winner) return;
  style.notes_width = std::clamp(page_margin(*winner, trim.width, root), Length(), trim.width / 3);
  if (style.notes_width <= Length()) return;
  style.notes_gap = kNotesGap;
  Length& outer = side == PageSide::recto ? style.margin.right : style.margin.left;
  outer = std::max(outer, kNotesEdge + style.notes_width + kNotesGap);
}

Sides margins(const Winners& winners, const Sides& usual, Size trim, const Root& root) {
  Sides sides = usual;
  const auto set = [&](Property property, Length& side, Length edge) {
    const Declaration* winner = winners[static_cast<std::size_t>(property)];
    if (winner) side = std::clamp(page_margin(*winner, edge, root), Length(), edge);
  };
  set(Property::margin_top, sides.top, trim.height);
  set(Property::margin_right, sides.right, trim.width);
  set(Property::margin_bottom, sides.bottom, trim.height);
  set(Property::margin_left, sides.left, trim.width);
  return sides;
}

TextAlign usual_align(MarginPlace place) {
  switch (place) {
    case MarginPlace::top_left:
    case MarginPlace::bottom_left:
      return TextAlign::start;
    case MarginPlace::top_right:
    case MarginPlace::bottom_right:
      return TextAlign::end;
    case MarginPlace::top_center:
    case MarginPlace::bottom_center:
      break;
  }
  return TextAlign::center;
}

MarginBox margin_box(MarginPlace place, const std::vector<const PageRule*>& rules,
                     const Root& root) {
  MarginBox box{place, {}, nullptr};
  Winners winners{};
  for (const PageRule* page : rules) {
    for (const MarginBoxRule& rule : page->boxes) {
      if (rule.place != place) continue;
      add_winners(winners, rule.declarations);
      if (rule.content) box.content = *rule.content;
    }
  }
  Computed parent = root.body;
  parent.style.align = usual_align(place);
  parent.style.text_indent = {};
  const Computed computed = compute(winners, "div", parent, root.initial, root.metrics);
  if (computed.style.display == Display::none) box.content.clear();
  box.style = std::make_shared<const Style>(computed.style);
  return box;
}

}  // namespace

PageStyle StyleSheet::page_style(PageSide side, const PageDefaults& defaults, bool is_first) const {
  const Root root = compute_root(*rules_, defaults);
  const std::vector<const PageRule*> found = rules_for(*rules_, side, is_first);
  Winners winners{};
  for (const PageRule* page : found) add_winners(winners, page->declarations);
  Sides usual = defaults.margin;
  if (side == PageSide::verso) std::swap(usual.left, usual.right);
  PageStyle style{margins(winners, usual, defaults.trim, root), {}, {}, {}};
  make_room_for_notes(style, side, winners, defaults.trim, root);
  for (const MarginPlace place :
       {MarginPlace::top_left, MarginPlace::top_center, MarginPlace::top_right,
        MarginPlace::bottom_left, MarginPlace::bottom_center, MarginPlace::bottom_right}) {
    const bool is_named = std::any_of(found.begin(), found.end(), [&](const PageRule* page) {
      return std::any_of(page->boxes.begin(), page->boxes.end(),
                         [&](const MarginBoxRule& box) { return box.place == place; });
    });
    if (is_named) style.boxes.push_back(margin_box(place, found, root));
  }
  return style;
}

}  // namespace munjip
