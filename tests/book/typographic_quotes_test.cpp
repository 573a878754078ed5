#include <doctest/doctest.h>

#include "book/build_posts.h"

using namespace munjip;
using namespace munjip::testing;

namespace {

std::string curly(Inlines content) {
  Diagnostics diagnostics;
  const Book book = book_of({post("글", {paragraph(std::move(content))})}, diagnostics, true);
  const std::string body = body_of(book);
  return body.substr(3, body.size() - 8);
}
std::string curly(std::string words) {
  return curly({text(std::move(words))});
}

}  // namespace

TEST_CASE("straight quotation marks turn to the side where their text is") {
  CHECK(curly("그는 \"예\"라고 했다.") == "그는 “예”라고 했다.");
  CHECK(curly("\"예.\" \"아니오.\"") == "“예.” “아니오.”");
  CHECK(curly("'강조'는 (\"괄호\") 『'책'』") == "‘강조’는 (“괄호”) 『‘책’』");
  CHECK(curly("말했다.\"붙여 쓴 인용\"이라고") == "말했다.“붙여 쓴 인용”이라고");
  CHECK(curly("\"'안' 밖\"") == "“‘안’ 밖”");
  CHECK(curly("2024년 \"제1호\", 2025") == "2024년 “제1호”, 2025");
}

TEST_CASE("apostrophes and measures are no quotations") {
  CHECK(curly("don't, it's, the '90s, bloggers' posts") ==
        "don’t, it’s, the ’90s, bloggers’ posts");
  CHECK(curly("키는 5'10\"") == "키는 5'10&quot;");
}

TEST_CASE("quotations reach over phrases") {
  CHECK(curly({text("\""), phrase(Element::strong, {text("굵은 말")}), text("\" 끝")}) ==
        "“<strong>굵은 말</strong>” 끝");
}

TEST_CASE("three full stops are an ellipsis, six are two, others are the author's") {
  CHECK(curly("글쎄... 그게...... 뭐.. 음....") == "글쎄… 그게…… 뭐.. 음....");
}

TEST_CASE("code and addresses stay as they are") {
  CHECK(curly({{InlineCode{"\"a\"..."}}, text(" \"가\"")}) == "<code>&quot;a&quot;...</code> “가”");
  CHECK(curly("https://example.com/a...b'c 그리고...") == "https://example.com/a...b'c 그리고…");
}

TEST_CASE("nothing turns where the author did not ask for it, and titles turn with the text") {
  CHECK(body_of({paragraph("\"가\"...")}) == "<p>&quot;가&quot;...</p>\n");
  Diagnostics diagnostics;
  CHECK(only_post(book_of({post("\"제목\"...", {paragraph("가")})}, diagnostics, true)).title ==
        "“제목”…");
}
