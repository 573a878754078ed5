#include "style/compute.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "style/properties.h"

namespace munjip::css {

namespace {

// HTML Standard, 15.3: the elements of book/element.h that are blocks. Tables' parts are blocks in
// the sense of Style.
constexpr std::string_view kBlocks[] = {
    "address", "article",    "aside",  "blockquote", "body",  "caption", "dd",    "div", "dl",
    "dt",      "figcaption", "figure", "footer",     "h1",    "h2",      "h3",    "h4",  "h5",
    "h6",      "header",     "hr",     "html",       "main",  "nav",     "ol",    "p",   "pre",
    "section", "table",      "tbody",  "td",         "tfoot", "th",      "thead", "tr",  "ul",
};

Display default_display(std::string_view name) {
  if (name == "li") return Display::list_item;
  const bool is_block =
      std::find(std::begin(kBlocks), std::end(kBlocks), name) != std::end(kBlocks);
  return is_block ? Display::block : Display::inline_;
}

void gather(const std::vector<std::vector<std::uint32_t>>& index, Symbol symbol,
            std::vector<std::uint32_t>& found) {
  if (symbol < index.size()) {
    found.insert(found.end(), index[symbol].begin(), index[symbol].end());
  }
}

void set_border_colors(Style& style) {
  for (Border* border :
       {&style.border_top, &style.border_right, &style.border_bottom, &style.border_left}) {
    border->color = style.color;
  }
}

// A border without a line has no width (CSS Backgrounds 3, 3.3).
void drop_absent_borders(Style& style) {
  for (Border* border :
       {&style.border_top, &style.border_right, &style.border_bottom, &style.border_left}) {
    if (border->style == LineStyle::none || border->width <= Length()) *border = {};
  }
}

}  // namespace

void add_winners(Winners& winners, std::span<const Declaration> declarations) {
  for (const Declaration& declaration : declarations) {
    const Declaration*& winner = winners[static_cast<std::size_t>(declaration.property)];
    if (!winner || declaration.important || !winner->important) winner = &declaration;
  }
}

Winners find_winners(const StyleSheet::Rules& rules, Pseudo pseudo, const SubjectChain& element) {
  const SelectorIndex& index = rules.by_pseudo[static_cast<std::size_t>(pseudo)];
  std::vector<std::uint32_t> candidates = index.others;
  gather(index.by_name, element.subject.name, candidates);
  gather(index.by_id, element.subject.id, candidates);
  for (const Symbol name : element.subject.classes) gather(index.by_class, name, candidates);
  std::sort(candidates.begin(), candidates.end());
  Winners winners{};
  for (const std::uint32_t candidate : candidates) {
    const Selector& selector = rules.selectors[candidate];
    if (matches(selector, element)) add_winners(winners, rules.rules[selector.rule]);
  }
  return winners;
}

Style initial_style(const PageDefaults& defaults) {
  Style style;
  if (defaults.font_size > Length()) style.font_size = defaults.font_size;
  if (defaults.leading > Length()) style.line_height = defaults.leading;
  return style;
}

Computed compute(const Winners& winners, std::string_view html_name, const Computed& parent,
                 const Style& initial, const RootMetrics& root) {
  Style style = initial;
  style.display = default_display(html_name);
  for (const PropertyInfo& property : known_properties()) {
    if (property.inherited) property.copy(style, parent.style);
  }
  ComputeContext context{parent.style,   initial,      parent.line_factor,
                         root.font_size, root.leading, parent.line_factor};
  const auto apply_winner = [&](Property property) {
    const Declaration* winner = winners[static_cast<std::size_t>(property)];
    if (winner) apply(*winner, style, context);
  };
  apply_winner(Property::font_size);
  if (context.line_factor) style.line_height = style.font_size.scaled(*context.line_factor);
  apply_winner(Property::line_height);
  apply_winner(Property::color);
  set_border_colors(style);
  for (std::size_t p = static_cast<std::size_t>(Property::color) + 1; p < kPropertyCount; ++p) {
    apply_winner(static_cast<Property>(p));
  }
  drop_absent_borders(style);
  return {std::move(style), context.line_factor};
}

Root compute_root(const StyleSheet::Rules& rules, const PageDefaults& defaults,
                  std::string_view lang) {
  Root root;
  root.initial = initial_style(defaults);
  root.metrics = {root.initial.font_size, root.initial.line_height};
  root.html_subject.name = rules.symbols.find("html");
  root.html_subject.conditions = conditions_of(rules, {1, true, true, lang, lang});
  root.body_subject.name = rules.symbols.find("body");
  root.body_subject.conditions = conditions_of(rules, {1, true, false, lang, {}});
  const SubjectChain html{root.html_subject, nullptr};
  const SubjectChain body{root.body_subject, &html};
  root.html = compute(find_winners(rules, Pseudo::none, html), "html", {root.initial, {}},
                      root.initial, root.metrics);
  root.metrics = {root.html.style.font_size, root.html.style.line_height};
  root.body = compute(find_winners(rules, Pseudo::none, body), "body", root.html, root.initial,
                      root.metrics);
  return root;
}

ConditionBits conditions_of(const StyleSheet::Rules& rules, const Place& place) {
  const auto holds = [&](const Condition& condition) {
    switch (condition.kind) {
      case Condition::Kind::nth_child:
        return is_nth(condition, place.index);
      case Condition::Kind::last_child:
        return place.is_last;
      case Condition::Kind::root:
        return place.is_root;
      case Condition::Kind::lang:
        return matches_language(place.lang, condition.range);
      case Condition::Kind::lang_attribute:
        return matches_language(place.own_lang, condition.range);
      case Condition::Kind::lang_is:
        return equals_ignoring_case(place.own_lang, condition.range);
      case Condition::Kind::has_lang:
        return !place.own_lang.empty();
    }
    return false;
  };
  ConditionBits bits = 0;
  for (std::size_t i = 0; i < rules.conditions.size(); ++i) {
    if (holds(rules.conditions[i])) bits |= ConditionBits{1} << i;
  }
  return bits;
}

}  // namespace munjip::css
