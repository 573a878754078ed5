#include "style/shorthands.h"

#include <algorithm>
#include <array>

#include "style/properties.h"
#include "style/property_values.h"

namespace munjip::css {

namespace {

using enum Property;
using Declarations = std::optional<std::vector<Declaration>>;
using Longhands = std::span<const Property>;

// The value of the first property that can read what is ahead, at most once each: for shorthands
// whose parts stand in any order. What is not given is reset to `resets`.
Declarations in_any_order(ValueReader& in, Longhands properties, std::span<const Value> resets) {
  std::vector<Declaration> declarations;
  std::vector<bool> given(properties.size(), false);
  while (!in.at_end()) {
    bool taken = false;
    for (std::size_t i = 0; i < properties.size() && !taken; ++i) {
      if (given[i]) continue;
      if (std::optional<Value> value = info(properties[i]).read(in)) {
        declarations.push_back({properties[i], std::move(*value)});
        given[i] = taken = true;
      }
    }
    if (!taken) return {};
  }
  if (declarations.empty()) return {};
  for (std::size_t i = 0; i < properties.size(); ++i) {
    if (!given[i]) declarations.push_back({properties[i], resets[i]});
  }
  return declarations;
}

// One to four values for top, right, bottom, left (CSS Box 4, 4.2); two sides take one or two.
Declarations by_sides(ValueReader& in, Longhands sides) {
  std::vector<Value> values;
  while (!in.at_end()) {
    std::optional<Value> value = info(sides[0]).read(in);
    if (!value || values.size() == sides.size()) return {};
    values.push_back(std::move(*value));
  }
  if (values.empty()) return {};
  std::vector<Declaration> declarations;
  for (std::size_t i = 0; i < sides.size(); ++i) {
    std::size_t from = i;
    while (from >= values.size()) from = from >= 2 ? from - 2 : 0;
    declarations.push_back({sides[i], values[from]});
  }
  return declarations;
}

// One name for one longhand.
Declarations renamed(ValueReader& in, Longhands longhand) {
  std::optional<Value> value = info(longhand[0]).read(in);
  if (!value) return {};
  return std::vector<Declaration>{{longhand[0], std::move(*value)}};
}

const std::array<Value, 3> kNoBorder = {Dimension{2.25, Unit::pt}, LineStyle::none, CurrentColor{}};

Declarations border_side(ValueReader& in, Longhands longhands) {
  return in_any_order(in, longhands, kNoBorder);
}

// `border`: the three values of the first side, for all four. The longhands stand side by side.
Declarations border(ValueReader& in, Longhands longhands) {
  const Declarations one = in_any_order(in, longhands.first(3), kNoBorder);
  if (!one) return {};
  std::vector<Declaration> declarations;
  for (std::size_t i = 0; i < longhands.size(); ++i) {
    const auto same_kind = std::find_if(one->begin(), one->end(), [&](const Declaration& d) {
      return d.property == longhands[i % 3];
    });
    declarations.push_back({longhands[i], same_kind->value});
  }
  return declarations;
}

// CSS Fonts 4, 2.7: style, variant, weight and stretch in any order; size, /line-height; families.
Declarations font(ValueReader& in, Longhands) {
  Value style = false, weight = 400, height;
  for (int parts = 0; parts < 4; ++parts) {
    if (in.take_word("normal") || in.take_word("small-caps")) continue;
    if (const std::optional<Value> s = read_font_style(in)) {
      style = *s;
    } else if (const std::optional<Value> w = read_weight(in)) {
      weight = *w;
    } else {
      break;
    }
  }
  const std::optional<Value> size = read_font_size(in);
  if (!size) return {};
  if (in.take_delim('/')) {
    const std::optional<Value> given = read_line_height(in);
    if (!given) return {};
    height = *given;
  }
  const std::optional<Value> families = read_families(in);
  if (!families) return {};
  return std::vector<Declaration>{{font_style, style},
                                  {font_weight, weight},
                                  {font_size, *size},
                                  {line_height, height},
                                  {font_family, *families}};
}

// Type and position; a marker always hangs in the margin of its item (`outside`).
Declarations list_style(ValueReader& in, Longhands) {
  in.take_word("outside");
  const std::optional<Value> type = read_list_style(in);
  if (!type) return {};
  in.take_word("outside");
  return std::vector<Declaration>{{list_style_type, *type}};
}

Declarations background(ValueReader& in, Longhands longhands) {
  if (in.take_word("none")) return std::vector<Declaration>{{background_color, Value()}};
  return renamed(in, longhands);
}

struct Shorthand {
  std::string_view name;
  std::string_view examples;  // empty: those of the first longhand
  Longhands longhands;
  Declarations (*expand)(ValueReader&, Longhands);
};

constexpr Property kMargins[] = {margin_top, margin_right, margin_bottom, margin_left};
constexpr Property kPaddings[] = {padding_top, padding_right, padding_bottom, padding_left};
constexpr Property kBlockMargins[] = {margin_top, margin_bottom};
constexpr Property kInlineMargins[] = {margin_left, margin_right};
constexpr Property kBlockPaddings[] = {padding_top, padding_bottom};
constexpr Property kInlinePaddings[] = {padding_left, padding_right};
constexpr Property kBorders[] = {
    border_top_width,    border_top_style,   border_top_color,    border_right_width,
    border_right_style,  border_right_color, border_bottom_width, border_bottom_style,
    border_bottom_color, border_left_width,  border_left_style,   border_left_color,
};
constexpr Property kBorderWidths[] = {border_top_width, border_right_width, border_bottom_width,
                                      border_left_width};
constexpr Property kBorderStyles[] = {border_top_style, border_right_style, border_bottom_style,
                                      border_left_style};
constexpr Property kBorderColors[] = {border_top_color, border_right_color, border_bottom_color,
                                      border_left_color};
constexpr Property kFont[] = {font_style, font_weight, font_size, line_height, font_family};
constexpr Property kListStyle[] = {list_style_type};
constexpr Property kEmphasis[] = {text_emphasis_style};
constexpr Property kDecoration[] = {text_decoration_line};
constexpr Property kBackground[] = {background_color};
constexpr Property kColumns[] = {column_count};
constexpr Property kBreakBefore[] = {break_before};
constexpr Property kBreakAfter[] = {break_after};
constexpr Property kBreakInside[] = {break_inside};

constexpr std::string_view kBorderExamples = "0.5pt solid, 1px dotted #999, none";

const std::array kShorthands = {
    Shorthand{"margin", "", kMargins, by_sides},
    Shorthand{"margin-block", "", kBlockMargins, by_sides},
    Shorthand{"margin-inline", "", kInlineMargins, by_sides},
    Shorthand{"margin-block-start", "", Longhands(kMargins).subspan(0, 1), renamed},
    Shorthand{"margin-inline-end", "", Longhands(kMargins).subspan(1, 1), renamed},
    Shorthand{"margin-block-end", "", Longhands(kMargins).subspan(2, 1), renamed},
    Shorthand{"margin-inline-start", "", Longhands(kMargins).subspan(3, 1), renamed},
    Shorthand{"padding", "", kPaddings, by_sides},
    Shorthand{"padding-block", "", kBlockPaddings, by_sides},
    Shorthand{"padding-inline", "", kInlinePaddings, by_sides},
    Shorthand{"padding-block-start", "", Longhands(kPaddings).subspan(0, 1), renamed},
    Shorthand{"padding-inline-end", "", Longhands(kPaddings).subspan(1, 1), renamed},
    Shorthand{"padding-block-end", "", Longhands(kPaddings).subspan(2, 1), renamed},
    Shorthand{"padding-inline-start", "", Longhands(kPaddings).subspan(3, 1), renamed},
    Shorthand{"border", kBorderExamples, kBorders, border},
    Shorthand{"border-top", kBorderExamples, Longhands(kBorders).subspan(0, 3), border_side},
    Shorthand{"border-right", kBorderExamples, Longhands(kBorders).subspan(3, 3), border_side},
    Shorthand{"border-bottom", kBorderExamples, Longhands(kBorders).subspan(6, 3), border_side},
    Shorthand{"border-left", kBorderExamples, Longhands(kBorders).subspan(9, 3), border_side},
    Shorthand{"border-width", "", kBorderWidths, by_sides},
    Shorthand{"border-style", "", kBorderStyles, by_sides},
    Shorthand{"border-color", "", kBorderColors, by_sides},
    Shorthand{"font", "italic bold 10pt/17pt serif", kFont, font},
    Shorthand{"list-style", "", kListStyle, list_style},
    Shorthand{"text-emphasis", "", kEmphasis, renamed},
    Shorthand{"text-decoration", "", kDecoration, renamed},
    Shorthand{"background", "", kBackground, background},
    Shorthand{"columns", "", kColumns, renamed},
    Shorthand{"page-break-before", "", kBreakBefore, renamed},
    Shorthand{"page-break-after", "", kBreakAfter, renamed},
    Shorthand{"page-break-inside", "", kBreakInside, renamed},
};

const Shorthand* find(std::string_view name) {
  const auto found = std::find_if(kShorthands.begin(), kShorthands.end(),
                                  [&](const Shorthand& s) { return s.name == name; });
  return found == kShorthands.end() ? nullptr : &*found;
}

}  // namespace

bool is_shorthand(std::string_view name) {
  return find(name) != nullptr;
}

std::vector<std::string_view> shorthand_names() {
  std::vector<std::string_view> names;
  names.reserve(kShorthands.size());
  for (const Shorthand& shorthand : kShorthands) names.push_back(shorthand.name);
  return names;
}

std::string_view shorthand_examples(std::string_view name) {
  const Shorthand* shorthand = find(name);
  if (!shorthand) return {};
  return shorthand->examples.empty() ? info(shorthand->longhands[0]).examples : shorthand->examples;
}

std::span<const Property> longhands_of(std::string_view name) {
  const Shorthand* shorthand = find(name);
  return shorthand ? shorthand->longhands : Longhands();
}

std::optional<std::vector<Declaration>> expand_shorthand(std::string_view name,
                                                         ValueReader& value) {
  const Shorthand* shorthand = find(name);
  if (!shorthand) return {};
  return shorthand->expand(value, shorthand->longhands);
}

}  // namespace munjip::css
