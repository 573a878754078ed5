#include "book/credits.h"

#include <doctest/doctest.h>

using namespace munjip;

TEST_CASE("a post's date and category stand on one line; having no category is not said") {
  Post post;
  CHECK(post_data_line(post, "ko").empty());
  post.category = "길";
  CHECK(post_data_line(post, "ko") == "길");
  post.published = DateTime{.year = 2024, .month = 3, .day = 9};
  CHECK(post_data_line(post, "ko") == "2024년 3월 9일 · 길");
  post.category = "카테고리 없음";  // Tistory's name for it
  CHECK(post_data_line(post, "ko") == "2024년 3월 9일");
  CHECK(category_for_readers(post).empty());
}

TEST_CASE("many authors are named by the first and their number where there is little room") {
  BookInfo info;
  info.language = "ko";
  CHECK(authors_line(info).empty());
  CHECK(short_authors_line(info).empty());
  info.authors = {{"한나루"}, {"김서연"}};
  CHECK(short_authors_line(info) == "한나루 · 김서연");
  info.authors.push_back({"박이든"});
  CHECK(authors_line(info) == "한나루 · 김서연 · 박이든");
  CHECK(short_authors_line(info) == "한나루 외 2인");
  info.language = "en";
  CHECK(short_authors_line(info) == "한나루 and 2 others");
}
