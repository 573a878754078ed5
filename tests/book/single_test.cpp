#include "book/single.h"

#include <doctest/doctest.h>

#include "book/build_posts.h"

using namespace munjip;
using namespace munjip::testing;

TEST_CASE("a post alone leads outside, or nowhere") {
  Diagnostics diagnostics;
  Post one = post("하나", {paragraph({text("앞 "), link("둘.html", {text("둘")}), text(" 뒤 "),
                                      link("셋.html", {text("셋")})})});
  Post two = post("둘", {paragraph("가")});
  two.address = "https://example.com/2";
  const Book book = book_of({one, two, post("셋", {paragraph("나")})}, diagnostics);
  CHECK(body_of(book) == "<p>앞 <a href=\"#post-2\">둘</a> 뒤 <a href=\"#post-3\">셋</a></p>\n");
  const Book alone = single_post_book(book, book.parts[0].posts[0]);
  CHECK(body_of(alone) == "<p>앞 <a href=\"https://example.com/2\">둘</a> 뒤 셋</p>\n");
  CHECK(alone.info.title == "하나");
  CHECK(check_book(alone).empty());
}
