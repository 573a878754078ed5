#include "book/contents.h"

#include <doctest/doctest.h>

#include "book/build_posts.h"

using namespace munjip;
using namespace munjip::testing;

TEST_CASE("posts of the same title are told apart in the contents by date, then by number") {
  Diagnostics diagnostics;
  const Book book = assemble_book(
      folder_manifest(),
      {dated("일기", 2025, 1, 1), dated("일기", 2025, 1, 2), dated("일기", 2025, 1, 2),
       dated("😀 여행", 2025, 1, 3), post("일기", {paragraph("가")})},
      diagnostics);
  CHECK(contents_titles(book) == Titles{"일기 (2025년 1월 1일)", "일기 (2025년 1월 2일)",
                                        "일기 (2025년 1월 2일) (2)", "😀 여행", "일기"});
  CHECK(titles(book)[1] == "일기");
}
