// munjip's own styles: what typography.md asks of them (sections 4 and 7), and that they keep to
// the subset themselves.
#include <doctest/doctest.h>

#include <cmath>

#include "style_fixture.h"

namespace {

using namespace munjip;
using namespace munjip::test;

struct Own {
  Diagnostics diagnostics;
  StyleSheet sheet;

  explicit Own(const std::string& name)
      : sheet(StyleSheet::load(MUNJIP_SOURCE_DIR "/styles/" + name + ".css", diagnostics)) {}
  Style style(const std::vector<Path>& path) const { return *style_of(sheet, path); }
};

std::vector<Own> all() {
  std::vector<Own> sheets;
  for (const char* name : {"base", "essay", "handout"}) sheets.emplace_back(name);
  return sheets;
}

Path after(const char* element, const char* previous) {
  Path path(element);
  path.previous = previous;
  return path;
}

}  // namespace

TEST_CASE("no warning comes of them") {
  for (const Own& own : all()) {
    CHECK(own.diagnostics.empty());
    for (const Diagnostic& d : own.diagnostics.all()) MESSAGE(to_string(d, Language::english));
  }
}

TEST_CASE("the EPUB's sheet is plain CSS in relative sizes, without colours of text") {
  for (const Own& own : all()) {
    const std::string css = own.sheet.for_epub();
    CHECK(css.find("/*") == std::string::npos);
    CHECK(css.find('@') == std::string::npos);
    CHECK(css.find("rlh") == std::string::npos);
    CHECK(css.find("px") == std::string::npos);
    CHECK(css.find("pt;") == std::string::npos);
    CHECK(css.find(" color:") == std::string::npos);
    CHECK(css.find("background") == std::string::npos);
    CHECK(css.find("Noto") == std::string::npos);  // readers choose their own face
    CHECK(css.find("line-height: 1.7;") != std::string::npos);
    CHECK(css.find("word-break: keep-all;") != std::string::npos);
    CHECK(css.find("overflow-wrap: break-word;") != std::string::npos);
  }
}

TEST_CASE("a paragraph is told by its indent or by space, never by both (4.1)") {
  const Style essay = Own("essay").style({"section.post", after("p", "p")});
  CHECK(essay.text_indent == Length::pt(10));
  CHECK(essay.margin == Sides());
  CHECK(essay.align == TextAlign::justify);
  CHECK(essay.word_break == WordBreak::book);
  CHECK(essay.orphans == 2);
  CHECK(essay.widows == 2);
  const Style handout = Own("handout").style({"section.post", after("p", "p")});
  CHECK(handout.text_indent == Length());
  CHECK(handout.margin.bottom == Length::pt(8.5));
  CHECK(handout.word_break == WordBreak::word);
}

TEST_CASE("body text has the size and leading of the trim") {
  for (const Own& own : all()) {
    const Style style = own.style({"section.post", "p"});
    CHECK(style.font_size == Length::pt(10));
    CHECK(style.line_height == Length::pt(17));
    CHECK(style.font_families.front() == "Noto Serif CJK KR");
    CHECK(style.color == Color{0, 0, 0});
  }
}

TEST_CASE("headings take whole lines of the page, and stay with what follows (4.2, 4.3)") {
  const double leading = 17;
  for (const char* heading : {"h2", "h3", "h4", "h5", "h6"}) {
    const Style style = Own("essay").style({"section.post", heading});
    const double lines =
        (style.margin.top + style.line_height + style.margin.bottom).ratio(Length::pt(leading));
    CHECK_MESSAGE(lines == std::round(lines), heading);
    CHECK(style.font_size <= style.line_height);
    CHECK(style.break_after == BreakRule::avoid);
    CHECK(style.text_indent == Length());
    CHECK(style.margin.top > style.margin.bottom);
  }
  const Style header = Own("essay").style({"section.post", "header.post-header"});
  const Style title = Own("essay").style({"section.post", "header.post-header", "h1.post-title"});
  CHECK((header.padding.top + title.line_height).ratio(Length::pt(leading)) == 5);
  CHECK(title.margin == Sides());
}

TEST_CASE("notes, marks, captions and quotations (4.4)") {
  const Own own("essay");
  const Style note = own.style({"aside.note"});
  CHECK(note.font_size == Length::pt(8));
  CHECK(note.line_height == Length::pt(12.5));
  CHECK(own.style({"aside.note", "p"}).text_indent == Length());
  const Style mark = own.style({"p", "a.noteref"});
  CHECK(mark.vertical_align == VerticalAlign::super);
  CHECK(mark.font_size == Length::pt(6.5));  // 60 to 70 %
  const Style caption = own.style({"figure", "figcaption"});
  CHECK(caption.font_size == Length::pt(8.5));
  CHECK(caption.font_families.front() == "sans-serif");
  const Style quote = own.style({"blockquote"});
  CHECK(quote.font_size == Length::pt(9.5));
  CHECK(quote.margin.left == Length::pt(19));  // two of its own ems
  CHECK(quote.line_height == Length::pt(17));
}

TEST_CASE("emphasis slants no Hangul, but the letters of languages that have italics (4.4)") {
  const Own own("essay");
  // In the PDF Hangul has no slanted face, so that italics reach the Latin letters only; a reading
  // system would slant Hangul.
  CHECK(own.style({"p", "em"}).italic);
  CHECK(own.sheet.for_epub().find("em, i, cite, dfn, var, address { font-style: normal; }") !=
        std::string::npos);
  CHECK(own.style({"p", "em"}).font_families.front() == "sans-serif");
  CHECK(own.style({"p", "em@en"}).italic);
  CHECK(own.style({"p@en-GB", "em"}).font_families.front() == "Noto Serif CJK KR");
  CHECK(own.style({"p", "strong"}).font_weight == 700);
}

TEST_CASE("드러냄표, and Hanja in parentheses at 90 % (4.4)") {
  const Own own("essay");
  CHECK(own.style({"p", "em.dots"}).text_emphasis == "\u02D9");
  CHECK(own.style({"p", "em.dots"}).font_families.front() == "Noto Serif CJK KR");
  CHECK_FALSE(own.style({"p", "em.dots"}).italic);
  CHECK(own.style({"p"}).text_emphasis.empty());
  // Older reading systems know the prefixed names only.
  const std::string css = own.sheet.for_epub();
  CHECK(css.find("-epub-text-emphasis: \"\\02D9\"") != std::string::npos);
  CHECK(css.find("-webkit-text-emphasis: \"\\02D9\"") != std::string::npos);
  CHECK(css.find("-munjip-") == std::string::npos);
  CHECK(own.style({"p"}).hanja_in_parentheses == doctest::Approx(0.9));
  CHECK(own.style({"ruby", "rt"}).font_size == Length::pt(5.5));
}

TEST_CASE(
    "running heads: the book on the left page, the piece on the right, folios outside (4.3)") {
  const Own own("essay");
  const auto text = [&](PageSide side, MarginPlace place) {
    for (const MarginBox& box : own.sheet.page_style(side, a5()).boxes) {
      if (box.place == place && !box.content.empty()) return box.content.front().kind;
    }
    return RunningText::literal;
  };
  CHECK(text(PageSide::verso, MarginPlace::top_left) == RunningText::book_title);
  CHECK(text(PageSide::recto, MarginPlace::top_right) == RunningText::chapter_title);
  CHECK(text(PageSide::verso, MarginPlace::bottom_left) == RunningText::folio);
  CHECK(text(PageSide::recto, MarginPlace::bottom_right) == RunningText::folio);
  CHECK(text(PageSide::recto, MarginPlace::bottom_center) == RunningText::literal);
}

TEST_CASE("pieces open a page in a book and follow each other in a handout") {
  CHECK(Own("essay").style({"section.post"}).break_before == BreakRule::page);
  CHECK(Own("essay").style({"section.part"}).break_before == BreakRule::recto);
  CHECK(Own("handout").style({"section.post"}).break_before == BreakRule::automatic);
}
