#include "book/dump.h"

#include <doctest/doctest.h>

#include "book/build_posts.h"

using namespace munjip;
using namespace munjip::testing;

TEST_CASE("the dump is the whole book as XHTML, its data first") {
  Diagnostics diagnostics;
  Manifest manifest = manifest_for_folder(".");
  BookInfo& info = manifest.info;
  info.title = "책 & 글";
  info.subtitle = "부제";
  info.authors = {{"홍길동", "aut", "홍, 길동"}, {"김번역", "trl"}};
  info.identifier = "urn:isbn:9780306406157";
  info.date = DateTime{2025, 1, 31};
  info.series = "총서";
  info.series_position = 2;
  manifest.parts[0].title = "1부";
  Post made = post("글 <하나>", {heading(2, "절"), paragraph({text("본문"), mark(0)}), divider(),
                                 quote({paragraph("인용")})});
  made.notes = {{{paragraph("주")}}};
  made.published = DateTime{2025, 1, 30, 9, 0, 0, true, kSeoulOffsetMinutes};
  made.tags = {"AI"};
  Image image;
  image.resource = "img-1";
  image.alt = "\"그림\"";
  image.width_px = 300;
  made.body.push_back({Figure{{image}, {text("설명")}}});
  made.resources = {{"img-1", {}, "x", "a.png", 600, 400}};
  const Book book = assemble_book(manifest, {made}, diagnostics);
  CHECK(dump_book(book) == R"(<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" lang="ko">
<head>
  <title>책 &amp; 글</title>
  <meta name="subtitle" content="부제" />
  <meta name="aut" content="홍길동 [홍, 길동]" />
  <meta name="trl" content="김번역" />
  <meta name="identifier" content="urn:isbn:9780306406157" />
  <meta name="date" content="2025-01-31" />
  <meta name="modified" content="2025-01-30T00:00:00Z" />
  <meta name="series" content="총서" />
  <meta name="series-position" content="2" />
</head>
<body>
  <section class="part">
    <h1>1부</h1>
    <section class="post" id="post-1">
      <h1>글 &lt;하나&gt;</h1>
      <p class="published">2025-01-30T09:00:00+09:00</p>
      <p class="tag">AI</p>
      <h2 id="post-1-h1">절</h2>
      <p>본문<a class="noteref" href="#post-1-note-1">1</a></p>
      <hr />
      <blockquote>
        <p>인용</p>
      </blockquote>
      <figure>
        <img src="img-1" alt="&quot;그림&quot;" width="300" />
        <figcaption>설명</figcaption>
      </figure>
      <aside class="note" id="post-1-note-1">
        <p>주</p>
      </aside>
    </section>
  </section>
  <link rel="picture" href="img-1" title="a.png" width="600" height="400" />
</body>
</html>
)");
}

TEST_CASE("lists and tables keep their data in the dump") {
  List list;
  list.marker = ListMarker::hangul_syllable;
  list.start = 3;
  list.items = {{{paragraph("가")}, 7, {}}, {{paragraph("나")}, {}, true}};
  Table table;
  Cell cell;
  cell.children = {paragraph("다")};
  cell.is_header = true;
  cell.align = CellAlign::right;
  table.head = {{{cell}}};
  table.body = {{{Cell{}}}};
  table.body[0].cells[0].children = {paragraph("라")};
  CHECK(body_of({{list}, {table}}) ==
        "<ol data-marker=\"hangul-syllable\" start=\"3\">\n<li value=\"7\">\n<p>가</p>\n</li>\n"
        "<li data-done=\"yes\">\n<p>나</p>\n</li>\n</ol>\n"
        "<table>\n<thead>\n<tr>\n<th align=\"right\">\n<p>다</p>\n</th>\n</tr>\n</thead>\n"
        "<tbody>\n<tr>\n<td>\n<p>라</p>\n</td>\n</tr>\n</tbody>\n</table>\n");
}

TEST_CASE("the text of a book is what its readers read, in that order") {
  Diagnostics diagnostics;
  Post made = post("제목", {});
  Block cited = quote({paragraph("인용")});
  std::get<Quote>(cited.is).credit = {text("출처")};
  List list;
  list.marker = ListMarker::decimal;
  list.items = {{{paragraph("하나")}}, {{paragraph("둘"), paragraph("둘의 둘")}}};
  DefinitionList definitions;
  definitions.items = {{{{text("말")}}, {{paragraph("뜻")}}}};
  Table table;
  table.caption = {text("표 제목")};
  Cell cell;
  cell.children = {paragraph("칸")};
  table.body = {{{cell, cell}}};
  Image lost;
  lost.source = "없음.png";
  LinkBox box;
  box.target = "https://example.com/";
  box.description = "소개";
  made.body = {paragraph({text("한 줄"),
                          line_break(),
                          text("두 줄"),
                          {Ruby{"漢字", "한자"}},
                          {InlineCode{"코드"}}}),
               paragraph({text("글"), mark(0), text(" 뒤"), mark(0), text(" 끝.")}),
               divider(),
               cited,
               {list},
               {definitions},
               {CodeBlock{"int\ta;\n\n  b();\n"}},
               {table},
               {Figure{{lost}, {text("그림 설명")}}},
               {box}};
  made.notes = {{{paragraph("주의 첫 문단"), paragraph("둘째 문단")}}};
  const Book book = book_of({made}, diagnostics);
  const std::string text =
      "제목\n"
      "한 줄 두 줄漢字(한자)코드\n"
      "글⦃주의 첫 문단 둘째 문단⦄ 뒤 끝.\n"
      "인용\n출처\n"
      "하나\n둘\n둘의 둘\n"
      "말\n뜻\n"
      "int a;\nb();\n"
      "표 제목\n칸\n칸\n"
      "[그림 없음: 없음.png]\n그림 설명\n"
      "https://example.com/\n소개\n";
  CHECK(book_text(book) == text);
  CHECK(post_text(only_post(book)) == text);
}

TEST_CASE("titles of parts are part of the text") {
  Diagnostics diagnostics;
  Manifest manifest = manifest_for_folder(".");
  manifest.parts[0].title = "1부";
  const Book book = assemble_book(manifest, {post("글", {paragraph("본문")})}, diagnostics);
  CHECK(book_text(book) == "1부\n글\n본문\n");
}
