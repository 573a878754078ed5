#include "base/spelling.h"

#include <doctest/doctest.h>

#include <vector>

using namespace munjip;

TEST_CASE("distance counts edits in characters, a swap as one") {
  CHECK(edit_distance("title", "title") == 0);
  CHECK(edit_distance("titel", "title") == 1);
  CHECK(edit_distance("titl", "title") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("제목", "제복") == 1);
}

TEST_CASE("only a near word is suggested") {
  const std::vector<std::string_view> words = {"title", "subtitle", "tag", "to", "trim"};
  CHECK(nearest_word("titel", words) == "title");
  CHECK(nearest_word("Title", words) == "title");
  CHECK(nearest_word("subtitel", words) == "subtitle");
  CHECK(nearest_word("tags", words) == "tag");
  CHECK(nearest_word("publisher", words).empty());
  CHECK(nearest_word("xy", words).empty());
  CHECK(nearest_word(std::string(100000, 't'), words).empty());
  const std::vector<std::string_view> properties = {"color", "columns", "font-size", "top"};
  CHECK(nearest_word("colour", properties) == "color");
  CHECK(nearest_word("font-szie", properties) == "font-size");  // a swap is one mistake
  CHECK(nearest_word("fontsize", properties) == "font-size");
  CHECK(nearest_word("grid", properties).empty());
}
