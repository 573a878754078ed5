// What munjip itself writes where neither Markdown nor HTML has a word for it.
#include <doctest/doctest.h>

#include "source/html_reading.h"

namespace munjip::test {

TEST_CASE("data-munjip-class gives a block its classes, and makes a group of a div") {
  const Reading read = read_fragment(
      "<p data-munjip-class='caption center'>말</p><hr data-munjip-class='style1'>"
      "<div data-munjip-class='verse'><p>첫 줄</p><p>둘째 줄</p></div>");
  REQUIRE(read.post.body.size() == 3);
  CHECK(read.post.body[0].classes == std::vector<std::string>{"caption", "center"});
  CHECK(read.post.body[1].classes == std::vector<std::string>{"style1"});
  const auto* group = std::get_if<Group>(&read.post.body[2].is);
  REQUIRE(group != nullptr);
  CHECK(group->children.size() == 2);
  CHECK(read.post.body[2].classes == std::vector<std::string>{"verse"});
}

TEST_CASE("data-munjip-box is a link box with all that it shows") {
  const Reading read = read_fragment(
      "<figure data-munjip-box='file'><a href='https://example.com/a.zip'>묶음</a><p>3 MB</p>"
      "<figcaption>붙인 <b>말</b></figcaption></figure>");
  REQUIRE(read.post.body.size() == 1);
  const auto& box = std::get<LinkBox>(read.post.body[0].is);
  CHECK(box.kind == LinkBoxKind::file);
  CHECK(box.title == "묶음");
  CHECK(box.target == "https://example.com/a.zip");
  CHECK(box.description == "3 MB");
  CHECK(notation(box.caption) == "붙인 <strong>말</strong>");
}

TEST_CASE("data-munjip-place puts a picture into the line or on its own, whatever its size") {
  const Reading read = read_fragment(
      "<p>앞 <img src='a.png' data-munjip-place='line'> 뒤</p>"
      "<img src='b.png' height='20' data-munjip-place='alone'>");
  REQUIRE(read.post.body.size() == 2);
  CHECK(notation(read.post.body[0]) == "p 앞 {a.png} 뒤");
  CHECK(std::holds_alternative<Figure>(read.post.body[1].is));
}

TEST_CASE("a place that opens a heading is the heading") {
  const Reading read = read_fragment("<h2><a id='b'></a>제목</h2><a href='#b'>고리</a>");
  CHECK(std::get<Heading>(read.post.body[0].is).id == "b");
  CHECK(notation(read.post.body[0]) == "h2 제목");
}

}  // namespace munjip::test
