#include "epub/xhtml.h"

#include <doctest/doctest.h>

#include "epub/books.h"

using namespace munjip;

namespace {

std::string chapter(std::vector<Post> posts) {
  return bytes_of(package_of(std::move(posts)), "EPUB/ch0001.xhtml");
}

}  // namespace

TEST_CASE("headings stand one level under the nearest higher heading before them") {
  HeadingLevels levels;
  CHECK(levels.enter(4) == 2);
  CHECK(levels.enter(4) == 2);
  CHECK(levels.enter(6) == 3);
  CHECK(levels.enter(5) == 3);
  CHECK(levels.enter(2) == 2);
  CHECK(levels.enter(3) == 3);
  CHECK(levels.enter(1) == 2);  // only the title is a first-level heading
}

TEST_CASE("a note is an aside in the same file with a link each way") {
  Post one =
      post("p", "글", {{Paragraph{{text("말"), {NoteMark{0}}, text(" 또"), {NoteMark{0}}}}}});
  one.notes = {{{paragraph("주석이다.")}}};
  const std::string xhtml = chapter({one});
  CHECK(holds(xhtml,
              "<p>말<a class=\"noteref\" epub:type=\"noteref\" role=\"doc-noteref\" "
              "id=\"mj-ref-1\" href=\"#mj-note-1\">1</a> 또<a"));
  CHECK(holds(xhtml, "id=\"mj-ref-1-2\" href=\"#mj-note-1\">1</a></p>"));
  CHECK(holds(xhtml,
              "<aside id=\"mj-note-1\" class=\"note\" epub:type=\"footnote\" "
              "role=\"doc-footnote\">\n<p><a href=\"#mj-ref-1\" role=\"doc-backlink\""));
  CHECK(holds(xhtml, "class=\"note-number\">1</a> 주석이다.</p>"));
}

TEST_CASE("compatibility Hanja stay what they are (typography.md, checklist 57)") {
  const std::string xhtml =
      chapter({post("p", "글", {{Paragraph{{text("\uF900\uF901\uF902 \uFA0B")}}}})});
  CHECK(holds(xhtml, "\uF900\uF901\uF902 \uFA0B"));
}

TEST_CASE("a note's mark inside a link follows it, for links do not nest") {
  Post one = post(
      "p", "글",
      {{Paragraph{{{Link{{text("가"), {NoteMark{0}}, text("나")}, "https://example.com/"}}}}}});
  one.notes = {{{paragraph("주석")}}};
  CHECK(holds(chapter({one}), "<a href=\"https://example.com/\">가나</a><a class=\"noteref\""));
}

TEST_CASE("of a link that leads nowhere only its text is kept") {
  const std::string xhtml =
      chapter({post("p", "글",
                    {{Paragraph{{text("가 "),
                                 {Link{{text("나")}, "#nowhere"}},
                                 {Link{{text("다")}, "javascript:run()"}}}}}})});
  CHECK(holds(xhtml, "<p>가 나다</p>"));
}

TEST_CASE("links between posts name the other file") {
  const Package package = package_of(
      {post("a", "하나", {{Paragraph{{{Link{{text("둘로")}, "#b"}}}}}}),
       post("b", "둘",
            {{Paragraph{{{Link{{text("속")}, "#deep"}}}}}, heading(2, "깊은 곳", "deep")})});
  CHECK(holds(bytes_of(package, "EPUB/ch0001.xhtml"), "<a href=\"ch0002.xhtml#b\">둘로</a>"));
  CHECK(holds(bytes_of(package, "EPUB/ch0002.xhtml"), "<a href=\"#deep\">속</a>"));
}

TEST_CASE("lists keep their numbers, tables their spans and scopes") {
  List list{ListMarker::lower_roman, 4, {{{paragraph("넷")}}, {{paragraph("열")}, 10}}};
  Table table;
  table.head = {{{{{paragraph("머리")}, true}}}};
  table.body = {{{{{paragraph("옆")}, true, 1, 2, CellAlign::center}}}};
  const std::string xhtml = chapter({post("p", "글", {{list}, {table}})});
  CHECK(holds(xhtml, "<ol type=\"i\" start=\"4\">"));
  CHECK(holds(xhtml, "<li value=\"10\">"));
  CHECK(holds(xhtml, "<th scope=\"col\"><p>머리</p>"));
  CHECK(holds(xhtml, "<th scope=\"row\" rowspan=\"2\" class=\"center\">"));
}

TEST_CASE("lists in Hangul carry their labels, which no reading system counts in") {
  const std::string xhtml = chapter(
      {post("p", "글",
            {{List{ListMarker::hangul_syllable, 2, {{{paragraph("둘")}}, {{paragraph("셋")}}}}}})});
  CHECK(holds(xhtml, "<li class=\"labelled\"><span class=\"list-label\">나.</span> <p>둘</p>"));
  CHECK(holds(xhtml, "<span class=\"list-label\">다.</span> <p>셋</p>"));
}

// EPUB 3.3, 6.3.1.1: not by CSS.
TEST_CASE("the direction of a paragraph and of a phrase is an attribute") {
  Phrase greeting{Element::span, {text("سلام")}, "ar", {"rtl"}};
  Block name = paragraph("שלום");
  name.classes = {"rtl", "right"};
  const Package package = package_of(
      {post("post-1", "인사", {{Paragraph{{text("가 "), {std::move(greeting)}}}}, name})});
  const std::string& chapter = bytes_of(package, "EPUB/ch0001.xhtml");
  CHECK(count_of(chapter, "dir=") == 2);
  CHECK(count_of(chapter, "<span dir=\"rtl\" class=\"rtl\" lang=\"ar\"") == 1);
  CHECK(count_of(chapter, "<p dir=\"rtl\" class=\"rtl right\">") == 1);
}

TEST_CASE("what XML does not allow is left out, what it reserves is escaped") {
  const std::string xhtml = chapter({post("p", "가\x01나", {paragraph("<b> & \xEF\xBF\xBF]]>")})});
  CHECK(holds(xhtml, "<title>가나</title>"));
  CHECK(holds(xhtml, "<p>&lt;b&gt; &amp; ]]&gt;</p>"));
}

TEST_CASE("a lost picture leaves a box with its text") {
  const std::string xhtml = chapter({post("p", "글", {{Figure{{{"", "a/사진.jpg", "바다"}}}}})});
  CHECK(holds(xhtml, "<p class=\"lost-image\">[그림 없음: 바다 (사진.jpg)]</p>"));
}
