// Pages saved from the web, and the copies of their pictures.
#include <doctest/doctest.h>

#include "source/html_reading.h"
#include "source/page_links.h"
#include "source/saved_page.h"
#include "source/temporary_folder.h"

namespace munjip::test {

TEST_CASE("the mark of a saved page gives its address back, and stands at the top only") {
  const std::string mark = saved_mark("https://example.com/a?b=1");
  CHECK(mark == "<!-- saved from url=(0025)https://example.com/a?b=1 -->\n");
  CHECK(saved_address(mark + "<html>") == "https://example.com/a?b=1");
  CHECK(saved_address("<!DOCTYPE html>\n" + mark) == "https://example.com/a?b=1");
  CHECK(saved_address(std::string(1000, ' ') + mark).empty());
  CHECK(saved_address("<!-- saved from url=(0014)about:internet -->").empty());
  CHECK(saved_address("<!-- saved from url=(").empty());
}

TEST_CASE("a signed address names the same picture at each visit") {
  CHECK(picture_copy_stem("https://a/b.png?expires=1&signature=x") ==
        picture_copy_stem("https://a/b.png?expires=2&signature=y"));
  CHECK(picture_copy_stem("https://a/b.png?w=1") != picture_copy_stem("https://a/b.png?w=2"));
}

TEST_CASE("the copy of a picture is found by its address, relative ones through the page's") {
  const TemporaryFolder folder("saved");
  const std::string stem = picture_copy_stem("https://example.com/img/a.png");
  folder.add("pictures/" + stem + ".png", png_of(4, 5));
  SourceText source = source_of(saved_mark("https://example.com/blog/1") +
                                "<p>글</p><img src='../img/a.png'>"
                                "<img src='https://example.com/img/a.png'><img src='/img/b.png'>");
  source.folder = folder.path();
  source.file = folder.path() / "1.html";
  Post post;
  Diagnostics diagnostics;
  read_html_content(source.text, source, {}, post, diagnostics);
  CHECK(post.resources.size() == 1);
  CHECK(diagnostics.count(Severity::warning) == 1);
}

TEST_CASE("the links of a list: posts of the same site once each, its next page, no menus") {
  const PageLinks links = read_page_links(
      "<html><head><title>목록</title></head><body><a href='/category/a'>갈래</a>"
      "<h2><a href='/entry/1'>하나</a></h2><h2><a href='/entry/2#c'>둘</a></h2>"
      "<h2><a href='https://other.example/3'>남</a></h2><a href='/entry/1'>또</a>"
      "<a href='/list?page=2'>2</a><a href='/list?page=3'>3</a></body></html>",
      "https://example.com/list");
  CHECK_FALSE(links.is_post);
  CHECK(links.posts ==
        std::vector<std::string>{"https://example.com/entry/1", "https://example.com/entry/2"});
  CHECK(links.next == "https://example.com/list?page=2");
}

TEST_CASE("the pictures of a post: best address first, absolute by its base") {
  const PageLinks links = read_page_links(
      "<html><head><base href='/deep/'><meta property='og:type' content='article'></head><body>"
      "<article><p>글이 있다.</p><img src='s.png' srcset='s.png 1x, l.png "
      "2x'></article></body></html>",
      "https://example.com/1");
  CHECK(links.is_post);
  REQUIRE(links.pictures.size() == 1);
  CHECK(links.pictures[0].front() == "https://example.com/deep/l.png");
}

}  // namespace munjip::test
