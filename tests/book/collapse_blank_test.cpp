#include <doctest/doctest.h>

#include "book/build_posts.h"

using namespace munjip;
using namespace munjip::testing;

TEST_CASE("blank paragraphs go, whatever makes them blank") {
  CHECK(body_of({paragraph("\u00A0"), paragraph(""), paragraph({line_break()}), paragraph("가"),
                 paragraph({phrase(Element::span, {text(" ")}), line_break()}),
                 paragraph("\u200B")}) == "<p>가</p>\n");
}

TEST_CASE("dividers stand between blocks") {
  CHECK(body_of({divider(), paragraph("가"), divider(), paragraph(" "), divider(), paragraph("나"),
                 divider()}) == "<p>가</p>\n<hr />\n<p>나</p>\n");
  CHECK(body_of({quote({divider()}), paragraph("가")}) == "<p>가</p>\n");
}

TEST_CASE("blocks of blocks without content go, or become what is left of them") {
  Block credited = quote({paragraph(" ")});
  std::get<Quote>(credited.is).credit = {text("어느 책")};
  CHECK(body_of({credited}) == "<p>어느 책</p>\n");
  CHECK(body_of({{Figure{{}, {text("그림 설명")}}}}) == "<p>그림 설명</p>\n");
  CHECK(body_of({{Group{{paragraph("")}}}, {List{}}, {Table{}}, {LinkBox{}}, {DefinitionList{}}})
            .empty());
  CHECK(body_of({{Heading{2, {{InlineImage{}}}, "x"}}}).starts_with("<p><img"));
}

TEST_CASE("an empty list item goes, and the next keeps its number") {
  List list;
  list.marker = ListMarker::decimal;
  for (const char* words : {"하나", "", "셋", "넷"}) list.items.push_back({{paragraph(words)}});
  CHECK(body_of({{list}}) ==
        "<ol>\n<li>\n<p>하나</p>\n</li>\n<li "
        "value=\"3\">\n<p>셋</p>\n</li>\n<li>\n<p>넷</p>\n</li>\n</ol>\n");
}

TEST_CASE("every item of a definition list has a term and a definition") {
  DefinitionList list;
  list.items.push_back({{}, {{paragraph("앞")}}});
  list.items.push_back({{{text("가")}}, {}});
  list.items.push_back({{{text("나")}}, {{paragraph("뜻")}, {paragraph(" ")}}});
  list.items.push_back({{}, {{paragraph("또 뜻")}}});
  list.items.push_back({{{text("다")}}, {}});
  CHECK(body_of({{list}}) ==
        "<p>앞</p>\n<dl>\n<dt>가</dt>\n<dt>나</dt>\n<dd>\n<p>뜻</p>\n</dd>\n<dd>\n<p>또 "
        "뜻</p>\n</dd>\n</dl>\n"
        "<p>다</p>\n");
}
