// A declaration as the sheet says it, before it meets an element: the property and its specified
// value.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "style/style.h"

namespace munjip::css {

// The longhands that the PDF knows, in the order in which they are computed: font size first
// (everything in em needs it), then line height (lh) and colour (currentcolor).
enum class Property : std::uint8_t {
  font_size,
  line_height,
  color,
  font_family,
  font_weight,
  font_style,
  letter_spacing,
  text_indent,
  text_align,
  word_break,
  white_space,
  hyphens,
  hanging_punctuation,
  text_wrap,
  direction,
  list_style_type,
  orphans,
  widows,
  text_emphasis_style,
  text_decoration_skip_ink,
  hanja_in_parentheses,
  display,
  vertical_align,
  background_color,
  margin_top,
  margin_right,
  margin_bottom,
  margin_left,
  padding_top,
  padding_right,
  padding_bottom,
  padding_left,
  border_top_width,
  border_right_width,
  border_bottom_width,
  border_left_width,
  border_top_style,
  border_right_style,
  border_bottom_style,
  border_left_style,
  border_top_color,
  border_right_color,
  border_bottom_color,
  border_left_color,
  text_decoration_line,
  break_before,
  break_after,
  break_inside,
  width,
  column_count,
  column_gap,
  column_span,
  initial_letter,
  side_notes,
  content,
};
inline constexpr std::size_t kPropertyCount = static_cast<std::size_t>(Property::content) + 1;

// Absolute units are points already. `ex` and `ch` count as half an em, `ic` as one (CSS Values 4,
// 6.1.1, where the font is not asked); lh and rlh are the element's and the root's leading.
enum class Unit : std::uint8_t { pt, em, rem, lh, rlh, percent, number };
struct Dimension {
  double value = 0;
  Unit unit = Unit::pt;
  bool operator==(const Dimension&) const = default;
};

enum class WideKeyword : std::uint8_t { inherit, initial, unset };
enum class RelativeWeight : std::uint8_t { bolder, lighter };
enum class BreakInside : std::uint8_t { automatic, avoid };
struct CurrentColor {
  bool operator==(const CurrentColor&) const = default;
};
struct DecorationLines {
  bool underline = false, line_through = false;
  bool operator==(const DecorationLines&) const = default;
};

// monostate: auto, none, normal or transparent, whichever the property has. int: a weight or a
// count of lines or columns. bool: italic, hyphens, column-span, balanced, from right to left.
using Value = std::variant<std::monostate, WideKeyword, Dimension, Color, CurrentColor, int, bool,
                           std::string, std::vector<std::string>, RelativeWeight, DecorationLines,
                           Display, TextAlign, WordBreak, BreakRule, BreakInside, LineStyle,
                           VerticalAlign, ListStyle, WhiteSpace, EdgeHang>;

struct Declaration {
  Property property = Property::font_size;
  Value value;
  bool important = false;
};

}  // namespace munjip::css
