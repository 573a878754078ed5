// Every property of style/value.h: what its values compute to. Sizes: body text is 10 pt on 17 pt.
#include <doctest/doctest.h>

#include <functional>

#include "style_fixture.h"

namespace {

using namespace munjip;
using namespace munjip::test;

Style with(const std::string& declarations) {
  const Sheet sheet("p { " + declarations + " }");
  CHECK_MESSAGE(sheet.diagnostics.empty(), declarations << ": " << sheet.warnings());
  return *style_of(sheet.sheet, {"section", "p"});
}

Length pt(double points) {
  return Length::pt(points);
}

}  // namespace

TEST_CASE("units of length (CSS Values 4, 6)") {
  const std::pair<const char*, double> table[] = {
      {"12pt", 12},   {"1in", 72},   {"25.4mm", 72}, {"2.54cm", 72}, {"96px", 72}, {"1pc", 12},
      {"101.6q", 72}, {"1.5em", 15}, {"2rem", 20},   {"1ex", 5},     {"2ch", 10},  {"1ic", 10},
      {"1lh", 17},    {"2rlh", 34},  {"0", 0},       {"-1em", -10},  {"1E1PT", 10}};
  for (const auto& row : table) {
    CHECK_MESSAGE(with(std::string("text-indent: ") + row.first).text_indent == pt(row.second),
                  row.first);
  }
}

TEST_CASE("font-size") {
  CHECK(with("font-size: 12pt").font_size == pt(12));
  CHECK(with("font-size: 1.2em").font_size == pt(12));
  CHECK(with("font-size: 90%").font_size == pt(9));
  CHECK(with("font-size: large").font_size == pt(12));
  CHECK(with("font-size: smaller").font_size.pt() == doctest::Approx(10 / 1.2).epsilon(0.0001));
  // em of other properties is the element's own size, em of font-size the parent's.
  const Style style = with("margin-top: 2em; font-size: 8pt");
  CHECK(style.margin.top == pt(16));
  CHECK(style_of("div, p { font-size: 2em }", {"div", "p"}).font_size == pt(40));
  CHECK(style_of("html { font-size: 12pt } p { font-size: 2rem }", {"p"}).font_size == pt(24));
}

TEST_CASE(
    "line-height: a number is inherited as such, anything else as a length (CSS 2.2, 10.8.1)") {
  CHECK(with("line-height: 20pt").line_height == pt(20));
  CHECK(with("line-height: 1.5").line_height == pt(15));
  CHECK(with("line-height: 150%").line_height == pt(15));
  CHECK(with("line-height: 1.5em; font-size: 20pt").line_height == pt(30));
  CHECK(with("line-height: 2rlh").line_height == pt(34));
  CHECK(with("line-height: 0.5lh").line_height == pt(8.5));
  CHECK(with("line-height: normal; font-size: 20pt").line_height == pt(34));
  CHECK(style_of("p { font-size: 20pt }", {"p"}).line_height == pt(17));
  const std::string child = " p { font-size: 20pt }";
  CHECK(style_of("div { line-height: 1.5 }" + child, {"div", "p"}).line_height == pt(30));
  CHECK(style_of("div { line-height: 150% }" + child, {"div", "p"}).line_height == pt(15));
  CHECK(
      style_of("div { line-height: 1.5 } p { font-size: 20pt; line-height: inherit }", {"div", "p"})
          .line_height == pt(30));
}

TEST_CASE("fonts") {
  using Families = std::vector<std::string>;
  CHECK(with("font-family: 'Noto Serif CJK KR', Nanum Myeongjo, serif").font_families ==
        Families{"Noto Serif CJK KR", "Nanum Myeongjo", "serif"});
  CHECK(with("font-weight: bold").font_weight == 700);
  CHECK(with("font-weight: 600").font_weight == 600);
  CHECK(with("font-weight: 380").font_weight == 400);
  CHECK(with("font-style: italic").italic);
  CHECK(with("font-style: oblique").italic);
  CHECK_FALSE(with("font-style: italic; font-style: normal").italic);
  // CSS Fonts 4, 2.2.1: bolder and lighter than ...
  const std::tuple<int, int, int> table[] = {
      {100, 400, 100}, {400, 700, 100}, {600, 900, 400}, {700, 900, 400}, {900, 900, 700}};
  for (const auto& [parent, bolder, lighter] : table) {
    const std::string div = "div { font-weight: " + std::to_string(parent) + " } ";
    CHECK(style_of(div + "p { font-weight: bolder }", {"div", "p"}).font_weight == bolder);
    CHECK(style_of(div + "p { font-weight: lighter }", {"div", "p"}).font_weight == lighter);
  }
  const Style style = with("font: italic bold 12pt/18pt 'A B', serif");
  CHECK(style.italic);
  CHECK(style.font_weight == 700);
  CHECK(style.font_size == pt(12));
  CHECK(style.line_height == pt(18));
  CHECK(style.font_families == Families{"A B", "serif"});
  // The shorthand resets what it does not name.
  const Style reset = with("font-weight: bold; font-style: italic; font: 12pt serif");
  CHECK(reset.font_weight == 400);
  CHECK_FALSE(reset.italic);
  CHECK(reset.line_height == pt(12 * 1.7));
}

TEST_CASE("text") {
  CHECK(with("letter-spacing: 0.1em").letter_spacing == pt(1));
  CHECK(with("letter-spacing: normal").letter_spacing == pt(0));
  CHECK(with("text-align: left").align == TextAlign::start);
  CHECK(with("text-align: right").align == TextAlign::end);
  CHECK(with("text-align: center").align == TextAlign::center);
  CHECK(with("text-align: start").align == TextAlign::start);
  CHECK(with("text-align: end").align == TextAlign::end);
  CHECK(with("text-align: center; text-align: justify").align == TextAlign::justify);
  CHECK(with("word-break: keep-all").word_break == WordBreak::word);
  CHECK(with("word-break: break-all").word_break == WordBreak::syllable);
  CHECK(with("word-break: keep-all; word-break: normal").word_break == WordBreak::book);
  CHECK(with("white-space: pre").white_space == WhiteSpace::pre_wrap);
  CHECK(with("white-space: pre-wrap").white_space == WhiteSpace::pre_wrap);
  CHECK(with("white-space: pre; white-space: normal").white_space == WhiteSpace::normal);
  CHECK(with("hyphens: auto").hyphens);
  CHECK_FALSE(with("hyphens: auto; hyphens: manual").hyphens);
  CHECK(with("text-wrap: balance").balanced);
  CHECK_FALSE(with("text-wrap: balance; text-wrap: pretty").balanced);
  CHECK(with("orphans: 3; widows: 4").orphans == 3);
  CHECK(with("orphans: 3; widows: 4").widows == 4);
  CHECK(with("text-decoration: underline").underline);
  CHECK(with("text-decoration: underline line-through").line_through);
  CHECK_FALSE(with("text-decoration: underline; text-decoration: none").underline);
  CHECK(with("text-decoration-line: line-through").line_through);
  CHECK(with("vertical-align: super").vertical_align == VerticalAlign::super);
  CHECK(with("vertical-align: sub").vertical_align == VerticalAlign::sub);
  CHECK(with("vertical-align: super; vertical-align: baseline").vertical_align ==
        VerticalAlign::baseline);
}

TEST_CASE("text-decoration-skip-ink, and the size of Hanja in parentheses") {
  CHECK(with("color: black").skip_ink);
  CHECK_FALSE(with("text-decoration-skip-ink: none").skip_ink);
  CHECK(with("text-decoration-skip-ink: none; text-decoration-skip-ink: auto").skip_ink);
  CHECK(with("color: black").hanja_in_parentheses == 1);
  CHECK(with("-munjip-hanja-in-parentheses: 90%").hanja_in_parentheses == doctest::Approx(0.9));
  // Kept within what can be read.
  CHECK(with("-munjip-hanja-in-parentheses: 5%").hanja_in_parentheses == doctest::Approx(0.5));
}

TEST_CASE("text-emphasis-style (CSS Text Decoration 4, 3.3)") {
  CHECK(with("text-emphasis: dot").text_emphasis == "\u2022");
  CHECK(with("text-emphasis-style: open dot").text_emphasis == "\u25E6");
  CHECK(with("text-emphasis-style: sesame filled").text_emphasis == "\uFE45");
  CHECK(with("text-emphasis-style: filled").text_emphasis == "\u25CF");
  CHECK(with("text-emphasis: '\\2D9'").text_emphasis == "\u02D9");
  CHECK(with("text-emphasis: dot; text-emphasis: none").text_emphasis.empty());
}

TEST_CASE("colours") {
  const std::pair<const char*, Color> table[] = {
      {"red", {255, 0, 0}},
      {"RebeccaPurple", {0x66, 0x33, 0x99}},
      {"#abc", {0xAA, 0xBB, 0xCC}},
      {"#A1b2C3", {0xA1, 0xB2, 0xC3}},
      {"rgb(1, 2, 3)", {1, 2, 3}},
      {"rgb(100% 0% 50%)", {255, 0, 128}},
      {"rgba(0, 0, 0, 0.5)", {128, 128, 128}},  // half ink on white paper
      {"rgb(0 0 0 / 50%)", {128, 128, 128}},
      {"#00000080", {127, 127, 127}},
      {"hsl(120, 100%, 25%)", {0, 128, 0}},
      {"hsl(0deg 0% 50%)", {128, 128, 128}},
      {"rgb(300, -5, 0)", {255, 0, 0}},
  };
  for (const auto& row : table) {
    CHECK_MESSAGE(with(std::string("color: ") + row.first).color == row.second, row.first);
    CHECK_MESSAGE(with(std::string("background: ") + row.first).background == row.second,
                  row.first);
  }
  CHECK_FALSE(with("background-color: red; background-color: transparent").background);
  CHECK_FALSE(with("background: red; background: none").background);
  CHECK_FALSE(with("background: #fff0").background);
  CHECK(with("color: blue; background-color: currentcolor").background == Color{0, 0, 255});
}

TEST_CASE("margins and padding") {
  const auto sides = [](const Sides& s) {
    return std::vector<double>{s.top.pt(), s.right.pt(), s.bottom.pt(), s.left.pt()};
  };
  using Four = std::vector<double>;
  CHECK(sides(with("margin: 1pt").margin) == Four{1, 1, 1, 1});
  CHECK(sides(with("margin: 1pt 2pt").margin) == Four{1, 2, 1, 2});
  CHECK(sides(with("margin: 1pt 2pt 3pt").margin) == Four{1, 2, 3, 2});
  CHECK(sides(with("margin: 1pt 2pt 3pt 4pt").margin) == Four{1, 2, 3, 4});
  CHECK(sides(with("margin: 0 auto").margin) == Four{0, 0, 0, 0});
  CHECK(sides(with("margin-top: -1em; margin-left: 2mm").margin) ==
        Four{-10, 0, 0, Length::mm(2).pt()});
  CHECK(sides(with("padding: 1pt 2pt; padding-bottom: 3pt").padding) == Four{1, 2, 3, 2});
  CHECK(sides(with("margin-block: 1pt 2pt; margin-inline: 3pt").margin) == Four{1, 3, 2, 3});
  CHECK(sides(with("margin-inline-start: 1pt; margin-inline-end: 2pt; margin-block-start: 3pt; "
                   "margin-block-end: 4pt")
                  .margin) == Four{3, 2, 4, 1});
  CHECK(sides(with("padding-block: 1pt; padding-inline: 2pt").padding) == Four{1, 2, 1, 2});
  // Not inherited.
  CHECK(style_of("div { margin: 5pt }", {"div", "p"}).margin == Sides());
}

TEST_CASE("borders") {
  const Style all = with("border: 1pt solid red");
  CHECK(all.border_top == Border{pt(1), LineStyle::solid, {255, 0, 0}});
  CHECK(all.border_left == all.border_top);
  CHECK(with("border-left: dotted").border_left == Border{pt(2.25), LineStyle::dotted, {}});
  CHECK(with("border-bottom: thin double").border_bottom ==
        Border{pt(0.75), LineStyle::double_, {}});
  CHECK(with("border-right: 1pt dashed #999; color: red").border_right.color ==
        Color{0x99, 0x99, 0x99});
  CHECK(with("border-top: 1pt solid; color: red").border_top.color == Color{255, 0, 0});
  // Without a line there is no width (CSS Backgrounds 3, 3.3).
  CHECK(with("border-top-width: 5pt").border_top == Border());
  CHECK(with("border: 1pt solid; border-top: 0").border_top == Border());
  CHECK(with("border: 1pt solid; border-style: none solid").border_top == Border());
  const Style sides = with("border-style: solid; border-width: 1pt 2pt; border-color: red blue");
  CHECK(sides.border_bottom == Border{pt(1), LineStyle::solid, {255, 0, 0}});
  CHECK(sides.border_right == Border{pt(2), LineStyle::solid, {0, 0, 255}});
}

TEST_CASE("breaks, with their old names") {
  const std::pair<const char*, BreakRule> table[] = {
      {"page", BreakRule::page},   {"always", BreakRule::page},   {"recto", BreakRule::recto},
      {"right", BreakRule::recto}, {"left", BreakRule::verso},    {"verso", BreakRule::verso},
      {"avoid", BreakRule::avoid}, {"auto", BreakRule::automatic}};
  for (const auto& [value, rule] : table) {
    CHECK(with(std::string("break-before: ") + value).break_before == rule);
    CHECK(with(std::string("page-break-after: ") + value).break_after == rule);
  }
  CHECK(with("break-inside: avoid").break_inside_avoid);
  CHECK(with("page-break-inside: avoid").break_inside_avoid);
  CHECK_FALSE(with("break-inside: avoid; break-inside: auto").break_inside_avoid);
}

TEST_CASE("lists, boxes and generated text") {
  const std::pair<const char*, ListStyle> table[] = {{"none", ListStyle::none},
                                                     {"disc", ListStyle::disc},
                                                     {"circle", ListStyle::circle},
                                                     {"square", ListStyle::square},
                                                     {"decimal", ListStyle::decimal},
                                                     {"lower-alpha", ListStyle::lower_alpha},
                                                     {"upper-latin", ListStyle::upper_alpha},
                                                     {"lower-roman", ListStyle::lower_roman},
                                                     {"upper-roman", ListStyle::upper_roman},
                                                     {"hangul", ListStyle::hangul_syllable},
                                                     {"hangul-consonant", ListStyle::hangul_jamo},
                                                     {"circled-decimal", ListStyle::circled}};
  for (const auto& [value, style] : table) {
    CHECK(with(std::string("list-style-type: ") + value).list_style == style);
    CHECK(with(std::string("list-style: outside ") + value).list_style == style);
  }
  CHECK(with("text-indent: 0").list_style == ListStyle::from_content);
  CHECK(with("display: none").display == Display::none);
  CHECK(with("display: inline").display == Display::inline_);
  CHECK(with("display: list-item").display == Display::list_item);
  CHECK(with("display: inline; display: block").display == Display::block);
  CHECK(with("width: 60%").width_part == 0.6);
  CHECK(with("width: 150%").width_part == 1.0);
  CHECK(with("width: 20em").width == pt(200));
  CHECK_FALSE(with("width: 20em; width: 50%").width);
  CHECK_FALSE(with("width: 50%; width: auto").width_part);
  CHECK(with("content: 'a' 'b'").content == "ab");
  CHECK(with("content: open-quote close-quote").content == "\u201C\u201D");
  CHECK(with("content: 'a'; content: none").content.empty());
}

TEST_CASE("what an element is where no sheet says") {
  CHECK(style_of("", {"p"}).display == Display::block);
  CHECK(style_of("", {"li"}).display == Display::list_item);
  CHECK(style_of("", {"td"}).display == Display::block);
  CHECK(style_of("", {"em"}).display == Display::inline_);
  CHECK(style_of("", {"p"}).font_size == pt(10));
  CHECK(style_of("", {"p"}).line_height == pt(17));
}

TEST_CASE("inherit, initial, unset") {
  const std::string parent = "div { text-indent: 5pt; margin-top: 6pt; border: 1pt solid } ";
  const auto child = [&](const std::string& declarations) {
    return style_of(parent + "p { " + declarations + " }", {"div", "p"});
  };
  CHECK(child("").text_indent == pt(5));
  CHECK(child("text-indent: initial").text_indent == pt(0));
  CHECK(child("text-indent: unset").text_indent == pt(5));
  CHECK(child("margin-top: inherit").margin.top == pt(6));
  CHECK(child("margin: 1pt; margin: inherit").margin.left == pt(0));
  CHECK(child("margin-top: unset").margin.top == pt(0));
  CHECK(child("border: inherit").border_left.style == LineStyle::solid);
  CHECK(child("font: initial").font_size == pt(10));
}

TEST_CASE("lengths of any size stay within bounds") {
  CHECK(with("margin-top: 1e9em").margin.top == pt(1e6));
  CHECK(with("margin-top: -1e9em").margin.top == pt(-1e6));
  CHECK(with("font-size: 1e9pt").font_size == pt(10'000));
  CHECK(with("font-size: 0").font_size == pt(0.1));
}

TEST_CASE("columns (CSS Multi-column Layout 1)") {
  CHECK(with("column-count: 2").column_count == 2);
  CHECK(with("columns: 3").column_count == 3);
  CHECK(with("column-count: auto").column_count == 1);
  CHECK(with("column-gap: 2em").column_gap == pt(20));
  CHECK(!with("column-gap: normal").column_gap);
  CHECK(with("column-span: all").spans_columns);
  CHECK(style_of("div { column-count: 2 }", {"div", "p"}).column_count == 1);  // not inherited
}

TEST_CASE("initial-letter, of ::first-letter alone (CSS Inline Layout 3, 4.3)") {
  const auto initial = [](const std::string& css) {
    const Sheet sheet(css);
    CHECK_MESSAGE(sheet.diagnostics.empty(), sheet.warnings());
    Cascade cascade(sheet.sheet, a5());
    cascade.enter(Path("p.first").key());
    return cascade.initial_letter();
  };
  CHECK(initial("p::first-letter { initial-letter: 3 }")->initial_letter == 3);
  CHECK(initial("p:first-letter { initial-letter: 2 drop; color: red }")->color.r == 255);
  CHECK(!initial("p { initial-letter: 3 }"));
  CHECK(!initial("p::first-letter { initial-letter: normal }"));
  // The float is what the EPUB does in its place.
  CHECK(!initial("p::first-letter { float: left; font-size: 3em }"));
}

TEST_CASE("the direction is of the PDF alone (EPUB 3.3, 6.3.1.3)") {
  const Sheet sheet("@media print { .rtl, :lang(he) { direction: rtl } .ltr { direction: ltr } }");
  CHECK(sheet.warnings() == "");
  CHECK(style_of(sheet.sheet, {"section", "p.rtl"})->right_to_left);
  CHECK(style_of(sheet.sheet, {"section.rtl", "p"})->right_to_left);
  CHECK(style_of(sheet.sheet, {"section", "p@he"})->right_to_left);
  CHECK_FALSE(style_of(sheet.sheet, {"section.rtl", "p.ltr"})->right_to_left);
  CHECK(sheet.sheet.for_epub().find("direction") == std::string::npos);
}
