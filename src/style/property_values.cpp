#include "style/property_values.h"

#include <algorithm>

namespace munjip::css {

namespace {

template <class E, std::size_t N>
std::optional<Value> read_named(ValueReader& in, const Named<E> (&names)[N]) {
  const std::optional<E> value = in.take_named(names);
  if (!value) return {};
  return Value(*value);
}

std::optional<Value> as_value(std::optional<Dimension> length) {
  if (!length) return {};
  return Value(*length);
}

std::optional<Value> not_negative(std::optional<Dimension> length) {
  if (length && length->value < 0) return {};
  return as_value(length);
}

}  // namespace

std::optional<Value> read_font_size(ValueReader& in) {
  // CSS Fonts 4, 2.5: the keywords' ratios to medium, which is the size of body text.
  static constexpr Named<Dimension> kSizes[] = {
      {"xx-small", {0.6, Unit::rem}},   {"x-small", {0.75, Unit::rem}},
      {"small", {8.0 / 9, Unit::rem}},  {"medium", {1, Unit::rem}},
      {"large", {1.2, Unit::rem}},      {"x-large", {1.5, Unit::rem}},
      {"xx-large", {2, Unit::rem}},     {"xxx-large", {3, Unit::rem}},
      {"smaller", {1 / 1.2, Unit::em}}, {"larger", {1.2, Unit::em}},
  };
  if (std::optional<Value> named = read_named(in, kSizes)) return named;
  return not_negative(in.take_length(true));
}

std::optional<Value> read_line_height(ValueReader& in) {
  if (in.take_word("normal")) return Value();
  return not_negative(in.take_number_or_length());
}

std::optional<Value> read_color(ValueReader& in) {
  return in.take_color();
}

std::optional<Value> read_ink(ValueReader& in) {
  std::optional<Value> color = in.take_color();
  if (color && std::holds_alternative<std::monostate>(*color)) return {};
  return color;
}

std::optional<Value> read_families(ValueReader& in) {
  std::vector<std::string> families;
  do {
    if (std::optional<std::string> quoted = in.take_string()) {
      families.push_back(std::move(*quoted));
      continue;
    }
    std::string name;  // unquoted: words with single spaces between them
    while (in.peek().kind == TokenKind::ident) {
      if (!name.empty()) name += ' ';
      name += in.take().text;
    }
    if (name.empty()) return {};
    families.push_back(std::move(name));
  } while (in.take(TokenKind::comma));
  return Value(std::move(families));
}

std::optional<Value> read_weight(ValueReader& in) {
  if (in.take_word("normal")) return Value(400);
  if (in.take_word("bold")) return Value(700);
  if (in.take_word("bolder")) return Value(RelativeWeight::bolder);
  if (in.take_word("lighter")) return Value(RelativeWeight::lighter);
  const std::optional<int> weight = in.take_integer(1, 1000);
  if (!weight) return {};
  return Value(std::clamp((*weight + 50) / 100 * 100, 100, 900));
}

std::optional<Value> read_font_style(ValueReader& in) {
  static constexpr Named<bool> kStyles[] = {{"normal", false}, {"italic", true}, {"oblique", true}};
  return read_named(in, kStyles);
}

std::optional<Value> read_letter_spacing(ValueReader& in) {
  if (in.take_word("normal")) return Value(Dimension{});
  return as_value(in.take_length());
}

std::optional<Value> read_length(ValueReader& in) {
  return as_value(in.take_length());
}

std::optional<Value> read_align(ValueReader& in) {
  static constexpr Named<TextAlign> kAligns[] = {
      {"start", TextAlign::start}, {"left", TextAlign::start},    {"end", TextAlign::end},
      {"right", TextAlign::end},   {"center", TextAlign::center}, {"justify", TextAlign::justify},
  };
  return read_named(in, kAligns);
}

std::optional<Value> read_word_break(ValueReader& in) {
  static constexpr Named<WordBreak> kModes[] = {
      {"normal", WordBreak::book},        {"break-word", WordBreak::book},
      {"auto-phrase", WordBreak::word},   {"keep-all", WordBreak::word},
      {"break-all", WordBreak::syllable},
  };
  return read_named(in, kModes);
}

std::optional<Value> read_white_space(ValueReader& in) {
  static constexpr Named<WhiteSpace> kModes[] = {
      {"normal", WhiteSpace::normal},
      {"pre", WhiteSpace::pre_wrap},
      {"pre-wrap", WhiteSpace::pre_wrap},
      {"break-spaces", WhiteSpace::pre_wrap},
  };
  return read_named(in, kModes);
}

std::optional<Value> read_hyphens(ValueReader& in) {
  static constexpr Named<bool> kModes[] = {{"auto", true}, {"manual", false}, {"none", false}};
  return read_named(in, kModes);
}

// CSS Text 4, 6.1: `pretty` and `stable` are what paragraphs are anyway.
std::optional<Value> read_text_wrap(ValueReader& in) {
  static constexpr Named<bool> kModes[] = {
      {"wrap", false}, {"balance", true}, {"pretty", false}, {"stable", false}};
  return read_named(in, kModes);
}

std::optional<Value> read_direction(ValueReader& in) {
  static constexpr Named<bool> kModes[] = {{"ltr", false}, {"rtl", true}};
  return read_named(in, kModes);
}

// CSS Text 3, 8.2, knows no half measures: `optical` is munjip's own.
std::optional<Value> read_hanging_punctuation(ValueReader& in) {
  static constexpr Named<EdgeHang> kModes[] = {{"none", EdgeHang::none},
                                               {"optical", EdgeHang::optical},
                                               {"allow-end", EdgeHang::full},
                                               {"force-end", EdgeHang::full}};
  return read_named(in, kModes);
}

std::optional<Value> read_list_style(ValueReader& in) {
  static constexpr Named<ListStyle> kStyles[] = {
      {"none", ListStyle::none},
      {"disc", ListStyle::disc},
      {"circle", ListStyle::circle},
      {"square", ListStyle::square},
      {"decimal", ListStyle::decimal},
      {"lower-alpha", ListStyle::lower_alpha},
      {"lower-latin", ListStyle::lower_alpha},
      {"upper-alpha", ListStyle::upper_alpha},
      {"upper-latin", ListStyle::upper_alpha},
      {"lower-roman", ListStyle::lower_roman},
      {"upper-roman", ListStyle::upper_roman},
      {"hangul", ListStyle::hangul_syllable},
      {"hangul-consonant", ListStyle::hangul_jamo},
      {"circled-decimal", ListStyle::circled},
  };
  return read_named(in, kStyles);
}

std::optional<Value> read_lines(ValueReader& in) {
  const std::optional<int> lines = in.take_integer(1, 100);
  if (!lines) return {};
  return Value(*lines);
}

// CSS Text Decoration 4, 3.3: the marks for horizontal text; filled where neither is said, circle
// where only the fill is.
std::optional<Value> read_emphasis(ValueReader& in) {
  struct Mark {
    std::string_view filled, open;
  };
  static constexpr Named<Mark> kMarks[] = {
      {"dot", {"\u2022", "\u25E6"}},           {"circle", {"\u25CF", "\u25CB"}},
      {"double-circle", {"\u25C9", "\u25CE"}}, {"triangle", {"\u25B2", "\u25B3"}},
      {"sesame", {"\uFE45", "\uFE46"}},
  };
  static constexpr Named<bool> kFills[] = {{"filled", true}, {"open", false}};
  if (in.take_word("none")) return Value(std::string());
  if (std::optional<std::string> mark = in.take_string()) return Value(std::move(*mark));
  std::optional<bool> filled = in.take_named(kFills);
  const std::optional<Mark> mark = in.take_named(kMarks);
  if (!filled) filled = in.take_named(kFills);
  if (!mark && !filled) return {};
  const Mark& chosen = mark ? *mark : kMarks[1].value;
  return Value(std::string(filled.value_or(true) ? chosen.filled : chosen.open));
}

// CSS Text Decoration 4, 2.8; `all` differs from `auto` only for characters that stand in a square.
std::optional<Value> read_skip_ink(ValueReader& in) {
  static constexpr Named<bool> kWays[] = {{"auto", true}, {"all", true}, {"none", false}};
  return read_named(in, kWays);
}

std::optional<Value> read_percent(ValueReader& in) {
  const std::optional<Dimension> length = in.take_length(true);
  return length && length->unit == Unit::percent ? not_negative(length) : std::nullopt;
}

// The PDF knows blocks, lines and lists; a table's parts are blocks to it, and it tells them by
// their element.
std::optional<Value> read_display(ValueReader& in) {
  static constexpr Named<Display> kDisplays[] = {
      {"none", Display::none},
      {"block", Display::block},
      {"flow-root", Display::block},
      {"inline", Display::inline_},
      {"inline-block", Display::inline_},
      {"list-item", Display::list_item},
      {"table", Display::block},
      {"table-row-group", Display::block},
      {"table-header-group", Display::block},
      {"table-row", Display::block},
      {"table-cell", Display::block},
      {"table-caption", Display::block},
      {"ruby", Display::inline_},
      {"ruby-base", Display::inline_},
      {"ruby-text", Display::inline_},
  };
  return read_named(in, kDisplays);
}

std::optional<Value> read_vertical_align(ValueReader& in) {
  // `top` is where the cells of a table stand anyway.
  static constexpr Named<VerticalAlign> kAligns[] = {
      {"baseline", VerticalAlign::baseline},
      {"top", VerticalAlign::baseline},
      {"super", VerticalAlign::super},
      {"sub", VerticalAlign::sub},
  };
  return read_named(in, kAligns);
}

std::optional<Value> read_margin(ValueReader& in) {
  if (in.take_word("auto")) return Value(Dimension{});
  return as_value(in.take_length(true));
}

std::optional<Value> read_padding(ValueReader& in) {
  return not_negative(in.take_length(true));
}

std::optional<Value> read_border_width(ValueReader& in) {
  static constexpr Named<Dimension> kWidths[] = {
      {"thin", {0.75, Unit::pt}}, {"medium", {2.25, Unit::pt}}, {"thick", {3.75, Unit::pt}}};
  if (std::optional<Value> named = read_named(in, kWidths)) return named;
  return not_negative(in.take_length());
}

std::optional<Value> read_border_style(ValueReader& in) {
  // Ridges and grooves have no place on paper: a plain line.
  static constexpr Named<LineStyle> kStyles[] = {
      {"none", LineStyle::none},      {"hidden", LineStyle::none},   {"solid", LineStyle::solid},
      {"double", LineStyle::double_}, {"dotted", LineStyle::dotted}, {"dashed", LineStyle::dashed},
      {"groove", LineStyle::solid},   {"ridge", LineStyle::solid},   {"inset", LineStyle::solid},
      {"outset", LineStyle::solid},
  };
  return read_named(in, kStyles);
}

std::optional<Value> read_decoration(ValueReader& in) {
  DecorationLines lines;
  if (in.take_word("none")) return Value(lines);
  while (true) {
    if (in.take_word("underline")) {
      lines.underline = true;
    } else if (in.take_word("line-through")) {
      lines.line_through = true;
    } else {
      break;
    }
  }
  if (!lines.underline && !lines.line_through) return {};
  in.take_word("solid");
  return Value(lines);
}

std::optional<Value> read_break(ValueReader& in) {
  static constexpr Named<BreakRule> kRules[] = {
      {"auto", BreakRule::automatic}, {"avoid", BreakRule::avoid}, {"avoid-page", BreakRule::avoid},
      {"page", BreakRule::page},      {"always", BreakRule::page}, {"recto", BreakRule::recto},
      {"right", BreakRule::recto},    {"verso", BreakRule::verso}, {"left", BreakRule::verso},
  };
  return read_named(in, kRules);
}

std::optional<Value> read_break_inside(ValueReader& in) {
  static constexpr Named<BreakInside> kRules[] = {{"auto", BreakInside::automatic},
                                                  {"avoid", BreakInside::avoid},
                                                  {"avoid-page", BreakInside::avoid}};
  return read_named(in, kRules);
}

std::optional<Value> read_width(ValueReader& in) {
  if (in.take_word("auto")) return Value();
  return not_negative(in.take_length(true));
}

std::optional<Value> read_column_count(ValueReader& in) {
  constexpr int kMostColumns = 8;
  if (in.take_word("auto")) return Value(1);
  const std::optional<int> count = in.take_integer(1, kMostColumns);
  if (!count) return {};
  return Value(*count);
}

std::optional<Value> read_column_gap(ValueReader& in) {
  if (in.take_word("normal")) return Value();
  return not_negative(in.take_length());
}

std::optional<Value> read_column_span(ValueReader& in) {
  static constexpr Named<bool> kSpans[] = {{"none", false}, {"all", true}};
  return read_named(in, kSpans);
}

// CSS Inline Layout 3, 4.3; it always hangs as low as it is high.
std::optional<Value> read_initial_letter(ValueReader& in) {
  constexpr int kMostLines = 6;
  if (in.take_word("normal")) return Value(0);
  const std::optional<int> lines = in.take_integer(1, kMostLines);
  if (!lines) return {};
  in.take_word("drop");
  return Value(*lines == 1 ? 0 : *lines);
}

std::optional<Value> read_side_notes(ValueReader& in) {
  if (in.take_word("none")) return Value(Dimension{});
  return not_negative(in.take_length());
}

// Literal text; quotation marks as Korean and English books set them.
std::optional<Value> read_content(ValueReader& in) {
  if (in.take_word("none") || in.take_word("normal")) return Value(std::string());
  std::string text;
  while (!in.at_end()) {
    if (in.take_word("open-quote")) {
      text += "\u201C";
    } else if (in.take_word("close-quote")) {
      text += "\u201D";
    } else if (const std::optional<std::string> part = in.take_string()) {
      text += *part;
    } else {
      return {};
    }
  }
  return Value(std::move(text));
}

}  // namespace munjip::css
