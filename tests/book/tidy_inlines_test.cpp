#include <doctest/doctest.h>

#include "book/build_posts.h"

using namespace munjip;
using namespace munjip::testing;

TEST_CASE("spaces are folded over the whole run, and gone at its edges") {
  CHECK(body_of({paragraph({text("  글 "), phrase(Element::strong, {text(" 굵게 ")}),
                            text(" 끝\n")})}) == "<p>글 <strong>굵게 </strong>끝</p>\n");
  CHECK(body_of({paragraph({text("가 "), anchor("x"), text(" 나")})}) == "<p>가 나</p>\n");
  CHECK(body_of({paragraph({phrase(Element::strong, {text("가 ")})})}) ==
        "<p><strong>가</strong></p>\n");
  CHECK(body_of({paragraph({phrase(Element::strong, {text(" ")}), text("가")})}) == "<p>가</p>\n");
}

TEST_CASE("a single no-break space is meant, a row of them is not") {
  CHECK(body_of({paragraph("10\u00A0km")}) == "<p>10\u00A0km</p>\n");
  CHECK(body_of({paragraph("가\u00A0\u00A0나 \u00A0다")}) == "<p>가 나 다</p>\n");
  CHECK(body_of({paragraph("\u00A0\u3000들여쓴 글\u00A0")}) == "<p>들여쓴 글</p>\n");
}

TEST_CASE("control characters, zero-width spaces and broken UTF-8 do not reach the book") {
  CHECK(body_of({paragraph(std::string("가\x01\x7F나\u200B다\uFEFF라\u0085마"))}) ==
        "<p>가나다라마</p>\n");
  // ... but for one that lets a long name or address break, which joins words of any other kind.
  CHECK(body_of({paragraph("example.com/\u200Blong\u200B 이름\u200Ba")}) ==
        "<p>example.com/\u200Blong 이름a</p>\n");
  CHECK(body_of({paragraph(std::string("가\xFF나"))}) == "<p>가\uFFFD나</p>\n");
  CHECK(body_of({paragraph("가\u2028나\uFFFE")}) == "<p>가 나</p>\n");
  CHECK(body_of({paragraph("👨\u200D👩\u200D👧")}) == "<p>👨\u200D👩\u200D👧</p>\n");  // joiners stay
}

TEST_CASE("neighbouring texts are one, and empty phrases are none") {
  const Book book =
      book_of({paragraph({text("가"), text("나"), phrase(Element::emphasis, {}), text("다")})});
  const auto& content = std::get<Paragraph>(only_post(book).body[0].is).content;
  REQUIRE(content.size() == 1);
  CHECK(std::get<Text>(content[0].is).text == "가나다");
}

TEST_CASE("line breaks stay inside, go at the edges, and two make a paragraph") {
  CHECK(body_of({paragraph({line_break(), text("가 "), line_break(), text(" 나"),
                            line_break()})}) == "<p>가<br />나</p>\n");
  CHECK(body_of({paragraph({text("가"), line_break(), text("\u00A0"), line_break(), line_break(),
                            text("나")})}) == "<p>가</p>\n<p>나</p>\n");
  // Inside a phrase a second break goes.
  CHECK(body_of({paragraph(
            {phrase(Element::strong, {text("가"), line_break(), line_break(), text("나")})})}) ==
        "<p><strong>가<br />나</strong></p>\n");
  CHECK(body_of({heading(2, "가"),
                 {Heading{2, {text("나"), line_break(), line_break(), text("다")}}}}) ==
        "<h2 id=\"post-1-h1\">가</h2>\n<h2 id=\"post-1-h2\">나<br />다</h2>\n");
}

TEST_CASE("the parts of a divided paragraph keep its classes and language") {
  Block verse = paragraph({text("가"), line_break(), line_break(), text("나")});
  verse.classes = {"verse"};
  verse.lang = "en";
  CHECK(body_of({verse}) ==
        "<p class=\"verse\" lang=\"en\">가</p>\n<p class=\"verse\" lang=\"en\">나</p>\n");
}

TEST_CASE("half a ruby is text, and blank code a space") {
  CHECK(body_of({paragraph(
            {{Ruby{"漢字", "한자"}}, {Ruby{"漢", ""}}, {InlineCode{" "}}, text("가")})}) ==
        "<p><ruby>漢字<rt>한자</rt></ruby>漢 가</p>\n");
}

TEST_CASE("code keeps its lines and tabs, but no blank ones around it") {
  const auto code = [](std::string text) {
    const Book book = book_of({{CodeBlock{std::move(text)}}});
    return std::get<CodeBlock>(only_post(book).body[0].is).text;
  };
  CHECK(code("\n \n\tint a;\n\n  b();  \n\n") == "\tint a;\n\n  b();  \n");
  CHECK(code("\ta\x01") == "\ta\n");
  CHECK(body_of({{CodeBlock{" \n\t\n"}}}).empty());
}
