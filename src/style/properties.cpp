#include "style/properties.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "style/property_values.h"

namespace munjip::css {

namespace {

Length clamped_pt(double points) {
  return Length::pt(std::clamp(points, -1e6, 1e6));
}

Length length_of(const Value& value, const Style& own, const ComputeContext& context) {
  const Dimension* dimension = std::get_if<Dimension>(&value);
  return dimension ? to_length(*dimension, own, context) : Length();
}

Color color_of(const Value& value, const Style& own) {
  const Color* color = std::get_if<Color>(&value);
  return color ? *color : own.color;
}

// On font-size itself em and percent are the parent's (CSS Values 4, 6.1.1).
void apply_font_size(Style& style, const Value& value, const ComputeContext& context) {
  Dimension size = std::get<Dimension>(value);
  if (size.unit == Unit::percent) size.unit = Unit::em;
  const Length length = to_length(size, context.parent, context);
  style.font_size = std::clamp(length, Length::pt(0.1), Length::pt(10'000));
}

// `lh` in line-height is the parent's line height (CSS Values 4, 6.1.1). `normal` is the leading
// that the trim size gives to body text, in proportion.
void apply_line_height(Style& style, const Value& value, const ComputeContext& context) {
  Dimension height{context.initial.line_height.ratio(context.initial.font_size), Unit::number};
  if (const Dimension* given = std::get_if<Dimension>(&value)) height = *given;
  if (height.unit == Unit::number || height.unit == Unit::percent) height.unit = Unit::em;
  style.line_height = height.unit == Unit::lh ? context.parent.line_height.scaled(height.value)
                                              : to_length(height, style, context);
  style.line_height = std::clamp(style.line_height, Length(), Length::pt(10'000));
}

// CSS Fonts 4, 2.2.1.
int relative_weight(int parent, RelativeWeight change) {
  if (change == RelativeWeight::bolder) {
    if (parent < 350) return 400;
    return parent < 550 ? 700 : 900;
  }
  if (parent < 550) return 100;
  return parent < 750 ? 400 : 700;
}

void apply_weight(Style& style, const Value& value, const ComputeContext& context) {
  if (const int* weight = std::get_if<int>(&value)) {
    style.font_weight = *weight;
  } else {
    style.font_weight =
        relative_weight(context.parent.font_weight, std::get<RelativeWeight>(value));
  }
}

void apply_width(Style& style, const Value& value, const ComputeContext& context) {
  style.width.reset();
  style.width_part.reset();
  const Dimension* width = std::get_if<Dimension>(&value);
  if (!width) return;
  if (width->unit == Unit::percent) {
    style.width_part = std::min(width->value, 1.0);
  } else {
    style.width = to_length(*width, style, context);
  }
}

void apply_column_gap(Style& style, const Value& value, const ComputeContext& context) {
  style.column_gap.reset();
  const Dimension* gap = std::get_if<Dimension>(&value);
  if (gap) style.column_gap = to_length(*gap, style, context);
}

void apply_decoration(Style& style, const Value& value, const ComputeContext&) {
  const auto& lines = std::get<DecorationLines>(value);
  style.underline = lines.underline;
  style.line_through = lines.line_through;
}

// Most properties only fill a field.
template <class T, T Style::*field>
void set(Style& style, const Value& value, const ComputeContext&) {
  style.*field = std::get<T>(value);
}
template <Length Style::*field>
void set_length(Style& style, const Value& value, const ComputeContext& context) {
  style.*field = length_of(value, style, context);
}
template <Sides Style::*box, Length Sides::*side>
void set_side(Style& style, const Value& value, const ComputeContext& context) {
  style.*box.*side = length_of(value, style, context);
}
template <Border Style::*border>
void set_border_width(Style& style, const Value& value, const ComputeContext& context) {
  (style.*border).width = length_of(value, style, context);
}
template <Border Style::*border>
void set_border_style(Style& style, const Value& value, const ComputeContext&) {
  (style.*border).style = std::get<LineStyle>(value);
}
template <Border Style::*border>
void set_border_color(Style& style, const Value& value, const ComputeContext&) {
  (style.*border).color = color_of(value, style);
}

template <auto field>
void copy(Style& to, const Style& from) {
  to.*field = from.*field;
}
template <Sides Style::*box, Length Sides::*side>
void copy_side(Style& to, const Style& from) {
  to.*box.*side = from.*box.*side;
}
template <Border Style::*border, auto field>
void copy_border(Style& to, const Style& from) {
  to.*border.*field = from.*border.*field;
}

void apply_color(Style& style, const Value& value, const ComputeContext& context) {
  style.color = color_of(value, context.parent);
}

void apply_background(Style& style, const Value& value, const ComputeContext&) {
  style.background.reset();
  if (!std::holds_alternative<std::monostate>(value)) style.background = color_of(value, style);
}

void apply_hanja_in_parentheses(Style& style, const Value& value, const ComputeContext&) {
  constexpr double kSmallest = 0.5, kLargest = 1.2;
  style.hanja_in_parentheses = std::clamp(std::get<Dimension>(value).value, kSmallest, kLargest);
}

void apply_break_inside(Style& style, const Value& value, const ComputeContext&) {
  style.break_inside_avoid = std::get<BreakInside>(value) == BreakInside::avoid;
}

void copy_decoration(Style& to, const Style& from) {
  to.underline = from.underline;
  to.line_through = from.line_through;
}

void copy_width(Style& to, const Style& from) {
  to.width = from.width;
  to.width_part = from.width_part;
}

constexpr std::string_view kLength = "2em, 12pt, 5mm, 0";
constexpr std::string_view kMargin = "1em, 12pt, 5mm, 0, auto";
constexpr std::string_view kBorderWidth = "0.5pt, thin, medium, thick";
constexpr std::string_view kBorderStyle = "none, solid, double, dotted, dashed";
constexpr std::string_view kColor = "black, #333, rgb(40 40 40)";
constexpr std::string_view kBreak = "auto, avoid, page, recto, verso, left, right";
constexpr std::string_view kListStyle =
    "none, disc, circle, square, decimal, lower-alpha, upper-alpha, lower-roman, upper-roman, "
    "hangul, hangul-consonant, circled-decimal";

constexpr std::array<PropertyInfo, kPropertyCount> kProperties = {{
    {Property::font_size, "font-size", true, "10pt, 0.9em, 90%, small, larger", read_font_size,
     apply_font_size, copy<&Style::font_size>},
    {Property::line_height, "line-height", true, "1.7, 17pt, 1rlh, 170%, normal", read_line_height,
     apply_line_height, copy<&Style::line_height>},
    {Property::color, "color", true, kColor, read_ink, apply_color, copy<&Style::color>},
    {Property::font_family, "font-family", true, "'Noto Serif CJK KR', serif", read_families,
     set<std::vector<std::string>, &Style::font_families>, copy<&Style::font_families>},
    {Property::font_weight, "font-weight", true, "normal, bold, bolder, lighter, 100 ... 900",
     read_weight, apply_weight, copy<&Style::font_weight>},
    {Property::font_style, "font-style", true, "normal, italic, oblique", read_font_style,
     set<bool, &Style::italic>, copy<&Style::italic>},
    {Property::letter_spacing, "letter-spacing", true, "normal, 0.02em", read_letter_spacing,
     set_length<&Style::letter_spacing>, copy<&Style::letter_spacing>},
    {Property::text_indent, "text-indent", true, kLength, read_length,
     set_length<&Style::text_indent>, copy<&Style::text_indent>},
    {Property::text_align, "text-align", true, "start, end, left, right, center, justify",
     read_align, set<TextAlign, &Style::align>, copy<&Style::align>},
    {Property::word_break, "word-break", true, "normal, keep-all, break-all", read_word_break,
     set<WordBreak, &Style::word_break>, copy<&Style::word_break>},
    {Property::white_space, "white-space", true, "normal, pre, pre-wrap", read_white_space,
     set<WhiteSpace, &Style::white_space>, copy<&Style::white_space>},
    {Property::hyphens, "hyphens", true, "auto, manual, none", read_hyphens,
     set<bool, &Style::hyphens>, copy<&Style::hyphens>},
    {Property::hanging_punctuation, "hanging-punctuation", true, "none, optical, allow-end",
     read_hanging_punctuation, set<EdgeHang, &Style::hang>, copy<&Style::hang>},
    {Property::text_wrap, "text-wrap", true, "wrap, balance", read_text_wrap,
     set<bool, &Style::balanced>, copy<&Style::balanced>},
    {Property::direction, "direction", true, "ltr, rtl", read_direction,
     set<bool, &Style::right_to_left>, copy<&Style::right_to_left>},
    {Property::list_style_type, "list-style-type", true, kListStyle, read_list_style,
     set<ListStyle, &Style::list_style>, copy<&Style::list_style>},
    {Property::orphans, "orphans", true, "1 ... 100", read_lines, set<int, &Style::orphans>,
     copy<&Style::orphans>},
    {Property::widows, "widows", true, "1 ... 100", read_lines, set<int, &Style::widows>,
     copy<&Style::widows>},
    {Property::text_emphasis_style, "text-emphasis-style", true,
     "none, filled, open, dot, circle, double-circle, triangle, sesame, '\u02D9'", read_emphasis,
     set<std::string, &Style::text_emphasis>, copy<&Style::text_emphasis>},
    {Property::text_decoration_skip_ink, "text-decoration-skip-ink", true, "auto, none",
     read_skip_ink, set<bool, &Style::skip_ink>, copy<&Style::skip_ink>},
    {Property::hanja_in_parentheses, "-munjip-hanja-in-parentheses", true, "90%, 100%",
     read_percent, apply_hanja_in_parentheses, copy<&Style::hanja_in_parentheses>},
    {Property::display, "display", false, "block, inline, list-item, none", read_display,
     set<Display, &Style::display>, copy<&Style::display>},
    {Property::vertical_align, "vertical-align", false, "baseline, super, sub", read_vertical_align,
     set<VerticalAlign, &Style::vertical_align>, copy<&Style::vertical_align>},
    {Property::background_color, "background-color", false, kColor, read_color, apply_background,
     copy<&Style::background>},
    {Property::margin_top, "margin-top", false, kMargin, read_margin,
     set_side<&Style::margin, &Sides::top>, copy_side<&Style::margin, &Sides::top>},
    {Property::margin_right, "margin-right", false, kMargin, read_margin,
     set_side<&Style::margin, &Sides::right>, copy_side<&Style::margin, &Sides::right>},
    {Property::margin_bottom, "margin-bottom", false, kMargin, read_margin,
     set_side<&Style::margin, &Sides::bottom>, copy_side<&Style::margin, &Sides::bottom>},
    {Property::margin_left, "margin-left", false, kMargin, read_margin,
     set_side<&Style::margin, &Sides::left>, copy_side<&Style::margin, &Sides::left>},
    {Property::padding_top, "padding-top", false, kLength, read_padding,
     set_side<&Style::padding, &Sides::top>, copy_side<&Style::padding, &Sides::top>},
    {Property::padding_right, "padding-right", false, kLength, read_padding,
     set_side<&Style::padding, &Sides::right>, copy_side<&Style::padding, &Sides::right>},
    {Property::padding_bottom, "padding-bottom", false, kLength, read_padding,
     set_side<&Style::padding, &Sides::bottom>, copy_side<&Style::padding, &Sides::bottom>},
    {Property::padding_left, "padding-left", false, kLength, read_padding,
     set_side<&Style::padding, &Sides::left>, copy_side<&Style::padding, &Sides::left>},
    {Property::border_top_width, "border-top-width", false, kBorderWidth, read_border_width,
     set_border_width<&Style::border_top>, copy_border<&Style::border_top, &Border::width>},
    {Property::border_right_width, "border-right-width", false, kBorderWidth, read_border_width,
     set_border_width<&Style::border_right>, copy_border<&Style::border_right, &Border::width>},
    {Property::border_bottom_width, "border-bottom-width", false, kBorderWidth, read_border_width,
     set_border_width<&Style::border_bottom>, copy_border<&Style::border_bottom, &Border::width>},
    {Property::border_left_width, "border-left-width", false, kBorderWidth, read_border_width,
     set_border_width<&Style::border_left>, copy_border<&Style::border_left, &Border::width>},
    {Property::border_top_style, "border-top-style", false, kBorderStyle, read_border_style,
     set_border_style<&Style::border_top>, copy_border<&Style::border_top, &Border::style>},
    {Property::border_right_style, "border-right-style", false, kBorderStyle, read_border_style,
     set_border_style<&Style::border_right>, copy_border<&Style::border_right, &Border::style>},
    {Property::border_bottom_style, "border-bottom-style", false, kBorderStyle, read_border_style,
     set_border_style<&Style::border_bottom>, copy_border<&Style::border_bottom, &Border::style>},
    {Property::border_left_style, "border-left-style", false, kBorderStyle, read_border_style,
     set_border_style<&Style::border_left>, copy_border<&Style::border_left, &Border::style>},
    {Property::border_top_color, "border-top-color", false, kColor, read_color,
     set_border_color<&Style::border_top>, copy_border<&Style::border_top, &Border::color>},
    {Property::border_right_color, "border-right-color", false, kColor, read_color,
     set_border_color<&Style::border_right>, copy_border<&Style::border_right, &Border::color>},
    {Property::border_bottom_color, "border-bottom-color", false, kColor, read_color,
     set_border_color<&Style::border_bottom>, copy_border<&Style::border_bottom, &Border::color>},
    {Property::border_left_color, "border-left-color", false, kColor, read_color,
     set_border_color<&Style::border_left>, copy_border<&Style::border_left, &Border::color>},
    {Property::text_decoration_line, "text-decoration-line", false, "none, underline, line-through",
     read_decoration, apply_decoration, copy_decoration},
    {Property::break_before, "break-before", false, kBreak, read_break,
     set<BreakRule, &Style::break_before>, copy<&Style::break_before>},
    {Property::break_after, "break-after", false, kBreak, read_break,
     set<BreakRule, &Style::break_after>, copy<&Style::break_after>},
    {Property::break_inside, "break-inside", false, "auto, avoid", read_break_inside,
     apply_break_inside, copy<&Style::break_inside_avoid>},
    {Property::width, "width", false, "auto, 60%, 80mm, 20em", read_width, apply_width, copy_width},
    {Property::column_count, "column-count", false, "auto, 2, 3", read_column_count,
     set<int, &Style::column_count>, copy<&Style::column_count>},
    {Property::column_gap, "column-gap", false, "normal, 2em, 6mm", read_column_gap,
     apply_column_gap, copy<&Style::column_gap>},
    {Property::column_span, "column-span", false, "none, all", read_column_span,
     set<bool, &Style::spans_columns>, copy<&Style::spans_columns>},
    {Property::initial_letter, "initial-letter", false, "normal, 2, 3", read_initial_letter,
     set<int, &Style::initial_letter>, copy<&Style::initial_letter>},
    // Of a page: page_style.cpp reads it.
    {Property::side_notes, "-munjip-side-notes", false, "none, 30mm", read_side_notes,
     [](Style&, const Value&, const ComputeContext&) {}, [](Style&, const Style&) {}},
    {Property::content, "content", false, "'text', open-quote, close-quote, none", read_content,
     set<std::string, &Style::content>, copy<&Style::content>},
}};

constexpr bool in_step() {
  for (std::size_t i = 0; i < kProperties.size(); ++i) {
    if (static_cast<std::size_t>(kProperties[i].property) != i) return false;
  }
  return true;
}
static_assert(in_step(), "kProperties must list the enum in its order");

double points_of(const Dimension& dimension, const Style& own, const ComputeContext& context) {
  const double value = dimension.value;
  switch (dimension.unit) {
    case Unit::pt:
      return value;
    case Unit::em:
      return value * own.font_size.pt();
    case Unit::rem:
      return value * context.root_font_size.pt();
    case Unit::lh:
      return value * own.line_height.pt();
    case Unit::rlh:
      return value * context.root_leading.pt();
    case Unit::percent:
    case Unit::number:
      return 0;
  }
  return 0;
}

}  // namespace

const PropertyInfo& info(Property property) {
  return kProperties[static_cast<std::size_t>(property)];
}

std::span<const PropertyInfo> known_properties() {
  return kProperties;
}

Length to_length(const Dimension& dimension, const Style& own, const ComputeContext& context) {
  return clamped_pt(points_of(dimension, own, context));
}

void apply(const Declaration& declaration, Style& style, ComputeContext& context) {
  const PropertyInfo& property = info(declaration.property);
  const bool is_line_height = declaration.property == Property::line_height;
  if (const auto* wide = std::get_if<WideKeyword>(&declaration.value)) {
    const bool inherit =
        *wide == WideKeyword::inherit || (*wide == WideKeyword::unset && property.inherited);
    property.copy(style, inherit ? context.parent : context.initial);
    if (is_line_height) {
      context.line_factor = inherit ? context.parent_line_factor : std::nullopt;
      if (context.line_factor) style.line_height = style.font_size.scaled(*context.line_factor);
    }
    return;
  }
  property.apply(style, declaration.value, context);
  if (is_line_height) {
    const auto* height = std::get_if<Dimension>(&declaration.value);
    context.line_factor.reset();
    if (height && height->unit == Unit::number) context.line_factor = height->value;
  }
}

}  // namespace munjip::css
