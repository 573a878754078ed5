#include <doctest/doctest.h>

#include "book/build_posts.h"

using namespace munjip;
using namespace munjip::testing;

TEST_CASE("heading levels begin at 2 and skip none") {
  CHECK(
      body_of({heading(1, "가"), heading(4, "나"), heading(4, "다"), heading(6, "라"),
               heading(3, "마"), heading(1, "바")}) ==
      "<h2 id=\"post-1-h1\">가</h2>\n<h3 id=\"post-1-h2\">나</h3>\n<h3 id=\"post-1-h3\">다</h3>\n"
      "<h4 id=\"post-1-h4\">라</h4>\n<h3 id=\"post-1-h5\">마</h3>\n<h2 id=\"post-1-h6\">바</h2>\n");
}

TEST_CASE("a heading that repeats the title is dropped, and said to be") {
  Diagnostics diagnostics;
  const Book book =
      book_of({post("AI와 나",
                    {divider(), paragraph(" "), heading(1, "ai와  나 ", "top"), paragraph("본문"),
                     heading(2, "AI와 나"), paragraph({link("#top", {text("위로")})})})},
              diagnostics);
  CHECK(body_of(book) ==
        "<p><a id=\"post-1-a1\"></a>본문</p>\n<h2 id=\"post-1-h1\">AI와 나</h2>\n"
        "<p><a href=\"#post-1-a1\">위로</a></p>\n");
  REQUIRE(only_post(book).dropped.size() == 1);
  CHECK(only_post(book).dropped[0].reason == DropReason::duplicate_title);
  CHECK(check_book(book).empty());
}

TEST_CASE("a heading over the post's notes is left over, and said to be dropped") {
  const auto with_heading = [](const char* name, Blocks behind) {
    Blocks body = {paragraph({text("본문"), mark(0)}), divider(), heading(2, name)};
    for (Block& block : behind) body.push_back(std::move(block));
    Post written = post("제목", std::move(body));
    written.notes.push_back({{paragraph("주의 글")}, {}});
    Diagnostics diagnostics;
    return book_of({std::move(written)}, diagnostics);
  };
  const Book bare = with_heading("각주", {});
  REQUIRE(only_post(bare).dropped.size() == 1);
  CHECK(only_post(bare).dropped[0].text == "각주");
  CHECK(body_of(bare).find("<h2") == std::string::npos);
  CHECK(body_of(bare).find("<hr") == std::string::npos);
  CHECK(check_book(bare).empty());
  // With something below it, or another name, it is the author's.
  CHECK(only_post(with_heading("각주", {paragraph("글")})).dropped.empty());
  CHECK(only_post(with_heading("맺으며", {})).dropped.empty());
}

TEST_CASE("an opening heading that says more than the title stays") {
  Diagnostics diagnostics;
  const Book other =
      book_of({post("제목", {heading(1, "제목 풀이"), paragraph("가")})}, diagnostics);
  CHECK(only_post(other).dropped.empty());
  const Book later = book_of({post("제목", {paragraph("가"), heading(1, "제목")})}, diagnostics);
  CHECK(only_post(later).dropped.empty());
}
