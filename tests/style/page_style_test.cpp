// @page (CSS Paged Media 3): margins, margin boxes, and which rule wins on which page.
#include <doctest/doctest.h>

#include "style_fixture.h"

namespace {

using namespace munjip;
using namespace munjip::test;

PageStyle page(const std::string& css, PageSide side, bool is_first = false) {
  const Sheet sheet(css);
  CHECK_MESSAGE(sheet.diagnostics.empty(), sheet.warnings());
  return sheet.sheet.page_style(side, a5(), is_first);
}

const MarginBox* box(const PageStyle& style, MarginPlace place) {
  for (const MarginBox& one : style.boxes) {
    if (one.place == place) return &one;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("without a rule the trim size decides: the gutter is on the inner side") {
  const PageStyle recto = page("", PageSide::recto), verso = page("", PageSide::verso);
  CHECK(recto.margin.left == Length::mm(22));
  CHECK(recto.margin.right == Length::mm(18));
  CHECK(verso.margin.left == Length::mm(18));
  CHECK(verso.margin.right == Length::mm(22));
  CHECK(recto.margin.top == Length::mm(20));
  CHECK(recto.boxes.empty());
}

TEST_CASE("margins") {
  const std::string css =
      "@page { margin: 10mm 12mm } @page :left { margin-left: 15mm } @page { margin-top: 10% }";
  const PageStyle recto = page(css, PageSide::recto), verso = page(css, PageSide::verso);
  CHECK(recto.margin.left == Length::mm(12));
  CHECK(verso.margin.left == Length::mm(15));
  CHECK(recto.margin.top.mm() == doctest::Approx(21).epsilon(0.001));  // 10 % of 210 mm
  CHECK(page("@page { margin-left: 2em }", PageSide::recto).margin.left == Length::pt(20));
  CHECK(page("@page { margin-left: 2rlh }", PageSide::recto).margin.left == Length::pt(34));
  // No margin is negative or wider than the page.
  CHECK(page("@page { margin-left: -5mm }", PageSide::recto).margin.left == Length());
  CHECK(page("@page { margin-left: 9999mm }", PageSide::recto).margin.left == Length::mm(148));
}

TEST_CASE(":first outweighs :left and :right, which outweigh none (3.1)") {
  const std::string css =
      "@page :first { margin: 1mm } @page :right { margin: 2mm } @page { margin: 3mm }";
  CHECK(page(css, PageSide::recto).margin.top == Length::mm(2));
  CHECK(page(css, PageSide::verso).margin.top == Length::mm(3));
  CHECK(page(css, PageSide::recto, true).margin.top == Length::mm(1));
  CHECK(page("@page { margin: 1mm !important } @page :right { margin: 2mm }", PageSide::recto)
            .margin.top == Length::mm(1));
  CHECK(page("@page :left:first { margin: 1mm }", PageSide::verso, true).margin.top ==
        Length::mm(1));
  CHECK(page("@page :blank { margin: 1mm }", PageSide::verso).margin.top == Length::mm(20));
}

TEST_CASE("margin boxes") {
  const PageStyle style = page(
      "html { font-family: A } @page { @top-left { content: string(book-title) ' · ' "
      "string(chapter-title); font-size: 8pt } @bottom-right { content: counter(page) } "
      "@top-right { content: string(author) string(part-title, first) } }",
      PageSide::recto);
  const MarginBox* head = box(style, MarginPlace::top_left);
  REQUIRE(head);
  CHECK(head->content == std::vector<MarginPiece>{{RunningText::book_title},
                                                  {RunningText::literal, " · "},
                                                  {RunningText::chapter_title}});
  CHECK(head->style->font_size == Length::pt(8));
  CHECK(head->style->font_families == std::vector<std::string>{"A"});
  CHECK(head->style->align == TextAlign::start);
  const MarginBox* folio = box(style, MarginPlace::bottom_right);
  REQUIRE(folio);
  CHECK(folio->content == std::vector<MarginPiece>{{RunningText::folio}});
  CHECK(folio->style->align == TextAlign::end);
  CHECK(box(style, MarginPlace::top_right)->content ==
        std::vector<MarginPiece>{{RunningText::author}, {RunningText::part_title}});
}

TEST_CASE("a margin box follows the heaviest rule, declaration by declaration") {
  const std::string css =
      "@page :left { @bottom-center { content: none } }"
      "@page { @bottom-center { content: counter(page); font: 9pt serif; text-align: left } }";
  const PageStyle recto = page(css, PageSide::recto), verso = page(css, PageSide::verso);
  CHECK(box(recto, MarginPlace::bottom_center)->content.size() == 1);
  CHECK(box(recto, MarginPlace::bottom_center)->style->align == TextAlign::start);
  CHECK(box(verso, MarginPlace::bottom_center)->content.empty());
  CHECK(box(verso, MarginPlace::bottom_center)->style->font_size == Length::pt(9));
}

TEST_CASE("what a page rule cannot say is told") {
  const Sheet sheet(
      "@page { size: A5; color: red; @left-top { content: 'x' } @top-left { content: attr(x) } }\n"
      "@page chapter { margin: 1mm }\n");
  CHECK(sheet.warnings() ==
        "test.css:1:9: warning: `size` is not set by a style\n"
        "  hint: the trim size is set by `trim` in book.toml or by `--trim`\n"
        "test.css:1:19: warning: `@page` takes margins and -munjip-side-notes only\n"
        "test.css:1:31: warning: no `@left-top` rule may stand here\n"
        "test.css:1:70: warning: the PDF does not know this content of a margin box\n"
        "  hint: known: 'text', counter(page), string(book-title), string(chapter-title), "
        "string(part-title), string(author), none\n"
        "test.css:2:6: warning: the PDF does not know this selector of `@page`\n"
        "  hint: known: :left, :right, :first, :blank\n");
}

TEST_CASE("side notes widen the outer margin, and no margin that is wide enough already") {
  const auto style = [](const std::string& css, PageSide side) {
    return page("@page { " + css + " }", side);
  };
  const PageStyle none = style("", PageSide::recto);
  const PageStyle recto = style("-munjip-side-notes: 30mm", PageSide::recto);
  CHECK(recto.notes_width == Length::mm(30));
  CHECK(recto.margin.left == none.margin.left);
  CHECK(recto.margin.right == Length::mm(8) + Length::mm(30) + Length::mm(4));
  const PageStyle verso = style("-munjip-side-notes: 30mm", PageSide::verso);
  CHECK(verso.margin.left == recto.margin.right);
  CHECK(style("-munjip-side-notes: 30mm; margin-right: 60mm", PageSide::recto).margin.right ==
        Length::mm(60));
  CHECK(style("-munjip-side-notes: none", PageSide::recto).margin == none.margin);
}
