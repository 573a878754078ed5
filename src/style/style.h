// The computed look of one element: every value absolute. Which CSS property fills which field is
// listed in README.md
// ("Styles"); what is not here has no effect in the PDF and is warned about.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/length.h"

namespace munjip {

struct Color {
  std::uint8_t r = 0, g = 0, b = 0;
  auto operator<=>(const Color&) const = default;
};

enum class Display { block, inline_, list_item, none };
enum class TextAlign { start, end, center, justify };
// book: at word spaces, and inside a word where the line would be too loose (typography.md 1.4);
// word (keep-all): at word spaces only, unless a word is longer than the line; syllable
// (break-all): anywhere the rules allow.
enum class WordBreak { book, word, syllable };
enum class BreakRule { automatic, avoid, page, recto, verso };
enum class LineStyle { none, solid, double_, dotted, dashed };
enum class VerticalAlign { baseline, super, sub };
enum class ListStyle {
  from_content,
  none,
  disc,
  circle,
  square,
  decimal,
  lower_alpha,
  upper_alpha,
  lower_roman,
  upper_roman,
  hangul_syllable,
  hangul_jamo,
  circled
};
enum class WhiteSpace { normal, pre_wrap };
// How far marks at the edges of justified lines stand out into the margin: not at all; by what
// makes the edge look straight; full stops and commas wholly (typography.md 2.4).
enum class EdgeHang { none, optical, full };

struct Border {
  Length width;
  LineStyle style = LineStyle::none;
  Color color;
  bool operator==(const Border&) const = default;
};

// Zero where no line is drawn (CSS Backgrounds and Borders 3, 3.3).
inline Length border_width(const Border& border) {
  return border.style == LineStyle::none ? Length() : border.width;
}

struct Style {
  // text (inherited)
  std::vector<std::string> font_families = {
      "serif"};           // in order; generic names are resolved by FontLibrary
  int font_weight = 400;  // 100 ... 900
  bool italic = false;
  Length font_size = Length::pt(10);
  Length line_height = Length::pt(17);  // leading: distance of baselines
  Length letter_spacing;
  Length text_indent;
  TextAlign align = TextAlign::justify;
  WordBreak word_break = WordBreak::book;
  WhiteSpace white_space = WhiteSpace::normal;
  bool hyphens = false;  // whether words of alphabetic languages may be divided
  EdgeHang hang = EdgeHang::none;
  bool balanced = false;       // lines of about one length, that end at phrases: headings
  bool right_to_left = false;  // the paragraph begins at the right; left and right change places
  Color color;
  ListStyle list_style = ListStyle::from_content;
  int orphans = 2, widows = 2;
  bool skip_ink = true;  // underlines make way for descenders
  // Size of Hanja in parentheses after Hangul, 한자(漢字), as a part of the text's.
  double hanja_in_parentheses = 1;
  std::string text_emphasis;  // the mark over each syllable (U+02D9 ...), empty = none

  // boxes (not inherited)
  Display display = Display::inline_;
  VerticalAlign vertical_align = VerticalAlign::baseline;
  std::optional<Color> background;
  Sides margin, padding;
  Border border_top, border_right, border_bottom, border_left;
  bool underline = false, line_through = false;
  BreakRule break_before = BreakRule::automatic, break_after = BreakRule::automatic;
  bool break_inside_avoid = false;
  std::optional<Length> width;       // of a picture or box, absolute
  std::optional<double> width_part;  // of the measure, 0 ... 1
  int column_count = 1;              // of what stands in the box
  std::optional<Length> column_gap;  // unset: an em
  bool spans_columns = false;
  int initial_letter = 0;  // of ::first-letter: how many lines high it is; 0 = as other letters
  std::string content;     // `content:` of a pseudo-element or a divider (hr), literal text only

  bool operator==(const Style&) const = default;
};

// Interned within one Cascade: the same pointer means the same look.
using StyleRef = std::shared_ptr<const Style>;

// Text in a margin box of @page: literal text, or what the page holds there.
enum class RunningText { literal, book_title, chapter_title, part_title, author, folio };
struct MarginPiece {
  RunningText kind = RunningText::literal;
  std::string text = {};
  bool operator==(const MarginPiece&) const = default;
};
enum class MarginPlace {
  top_left,
  top_center,
  top_right,
  bottom_left,
  bottom_center,
  bottom_right
};
struct MarginBox {
  MarginPlace place = MarginPlace::bottom_center;
  std::vector<MarginPiece> content;  // empty = nothing printed
  StyleRef style;
};

enum class PageSide { recto, verso };  // recto: right-hand page, odd
struct PageStyle {
  Sides margin;  // physical: on a recto the gutter is on the left
  // What of the outer margin side notes have, beside the text; no width: they stand in the text.
  Length notes_width, notes_gap;
  std::vector<MarginBox> boxes;
};

}  // namespace munjip
