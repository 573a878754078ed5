// The walk: what elements share, what a pseudo-element is, and what it costs.
#include <doctest/doctest.h>

#include <ctime>

#include "style_fixture.h"

namespace {

using namespace munjip;
using namespace munjip::test;

}  // namespace

TEST_CASE("elements that look alike share one style") {
  const Sheet sheet("p { text-indent: 1em } h2 + p { text-indent: 0 } .note { font-size: 8pt }");
  Cascade cascade(sheet.sheet, a5());
  const auto enter = [&](Path path) {
    const StyleRef style = cascade.enter(path.key());
    cascade.leave();
    return style;
  };
  const StyleRef first = enter("p");
  CHECK(enter("p").get() == first.get());
  CHECK(enter("p.unknown#also-unknown").get() == first.get());
  Path later = "p";
  later.index = 17;
  later.previous = "blockquote";
  CHECK(enter(later).get() == first.get());
  later.previous = "h2";
  CHECK(enter(later).get() != first.get());
  CHECK(enter("p.note").get() != first.get());
  // In another place, but with the same look.
  cascade.enter(Path("div").key());
  CHECK(enter("p").get() == first.get());
}

TEST_CASE("entering and leaving") {
  const Sheet sheet("html { color: red } div { color: blue } p { font-weight: bold }");
  Cascade cascade(sheet.sheet, a5());
  CHECK(cascade.current()->color == Color{255, 0, 0});
  CHECK(cascade.enter(Path("body").key())->color == Color{255, 0, 0});
  CHECK(cascade.enter(Path("div").key())->color == Color{0, 0, 255});
  CHECK(cascade.enter(Path("p").key())->color == Color{0, 0, 255});
  CHECK(cascade.current()->font_weight == 700);
  cascade.leave();
  cascade.leave();
  CHECK(cascade.current()->color == Color{255, 0, 0});
  cascade.leave();
  Cascade moved = std::move(cascade);
  CHECK(moved.current()->color == Color{255, 0, 0});
}

TEST_CASE("body is entered by itself, and once") {
  const std::string css = "body { font-size: 2em } section { text-indent: 1em }";
  CHECK(style_of(css, {"section"}).text_indent == Length::pt(20));
  CHECK(style_of(css, {"body", "section"}).text_indent == Length::pt(20));
}

TEST_CASE("pseudo-elements") {
  const Sheet sheet(
      "q::before { content: '\\201C'; color: red } q:after { content: '' }"
      "cite::before { color: red } p::before { content: 'x'; display: none }"
      "q.x::before { content: none } q { font-weight: bold }");
  Cascade cascade(sheet.sheet, a5());
  cascade.enter(Path("q").key());
  const StyleRef before = cascade.pseudo("before");
  REQUIRE(before);
  CHECK(before->content == "\u201C");
  CHECK(before->color == Color{255, 0, 0});
  CHECK(before->font_weight == 700);
  CHECK(before->display == Display::inline_);
  CHECK(cascade.pseudo("before").get() == before.get());
  CHECK_FALSE(cascade.pseudo("after"));
  CHECK(cascade.current()->content.empty());
  cascade.enter(Path("cite").key());
  CHECK_FALSE(cascade.pseudo("before"));
  cascade.enter(Path("p").key());
  CHECK_FALSE(cascade.pseudo("before"));
  cascade.enter(Path("q.x").key());
  CHECK_FALSE(cascade.pseudo("before"));
}

TEST_CASE("an element that comes again costs a look-up") {
  const Sheet sheet("section.post > p:not(.x) { text-indent: 1em } h1 + p { text-indent: 0 }");
  Cascade cascade(sheet.sheet, a5());
  cascade.enter(Path("section.post").key());
  const std::clock_t start = std::clock();
  for (int i = 0; i < 20'000; ++i) {
    ElementKey key{"p"};
    key.index = i + 1;
    key.previous = "p";
    cascade.enter(key);
    cascade.leave();
  }
  // Some 2 ms, and 100 ms with sanitizers; computing each style anew would take ten times that.
  CHECK(std::clock() - start < CLOCKS_PER_SEC / 4);
}

TEST_CASE("memory is bounded: paths without end are computed and forgotten") {
  const Sheet sheet("div { font-size: 1.0001em } p { text-indent: 1em }");
  Cascade cascade(sheet.sheet, a5());
  const ElementKey div{"div"};
  for (int i = 0; i < 60'000; ++i) cascade.enter(div);
  const StyleRef deepest = cascade.current();
  CHECK(deepest->font_size > Length::pt(10));
  CHECK(deepest->font_size <= Length::pt(10'000));
  for (int i = 0; i < 60'000; ++i) cascade.leave();
  CHECK(cascade.current()->font_size == Length::pt(10));
}
