// What the programming interfaces of Egloos and Blogger gave, saved as files.
#include <doctest/doctest.h>

#include "source/html_reading.h"

using namespace munjip;
using munjip::test::notation;

TEST_CASE("Egloos's XML of one post: escaped HTML, names, dates in Seoul's time, tags") {
  Diagnostics diagnostics;
  const auto posts = read_egloos_xml(
      test::source_of(
          "<?xml version=\"1.0\"?><post><post_title>'봄'을 적다</post_title><post_no>77</post_no>"
          "<post_content>&lt;p&gt;걷는다.&lt;/p&gt;&lt;p&gt;또 걷는다.&lt;/p&gt;</post_content>"
          "<category_name>산책, 길</category_name><post_nick>김봄</post_nick>"
          "<post_hidden>0</post_hidden><post_date_created>2013-01-29 07:29:04</post_date_created>"
          "<post_date_modified>2013-01-31 18:16:57</post_date_modified><post_tags>길,꽃 "
          "</post_tags></post>"),
      diagnostics);
  REQUIRE(posts.size() == 1);
  CHECK(posts[0].title == "'봄'을 적다");
  CHECK(posts[0].author == "김봄");
  CHECK(posts[0].category == "산책, 길");
  CHECK(posts[0].number == 77);
  CHECK(posts[0].address == "/77");
  CHECK(posts[0].tags == std::vector<std::string>{"길", "꽃"});
  CHECK(iso_8601(posts[0].published.value()) == "2013-01-29T07:29:04+09:00");
  CHECK(notation(posts[0].body) == "p 걷는다.\np 또 걷는다.");
  CHECK(diagnostics.empty());
}

TEST_CASE(
    "Egloos's list of posts has their beginnings only, and says so; hidden ones are counted") {
  Diagnostics diagnostics;
  const auto posts = read_egloos_xml(
      test::source_of(
          "<post><item><post_title>가</post_title><post_content>길을 걷다가..</post_content>"
          "<post_url>http://a.example/1</post_url><post_hidden>0</post_hidden></item>"
          "<item><post_title>나</post_title><post_content>숨김</post_content>"
          "<post_hidden>1</post_hidden></item></post>"),
      diagnostics);
  REQUIRE(posts.size() == 1);
  CHECK(posts[0].address == "http://a.example/1");
  REQUIRE(diagnostics.all().size() == 2);
  CHECK(diagnostics.all()[0].text.en == "the file has only the beginning of the post: 가");
  CHECK(diagnostics.all()[1].text.en.ends_with("1 drafts, private or scheduled posts"));
}

TEST_CASE("Blogger's JSON: a list or the items of an answer; labels and names resolved") {
  constexpr std::string_view kPost =
      R"({"kind": "blogger#post", "title": "봄 &amp; 길", "url": "https://b.example/2024/05/a.html",
          "published": "2024-05-01T10:00:00+09:00", "content": "<div>걷는다.</div><div>또</div>",
          "author": {"displayName": "김 &amp; 이"}, "labels": ["길", "꽃 &amp; 잎"]})";
  for (const std::string& json :
       {"[" + std::string(kPost) + "]",
        "{\"items\": [" + std::string(kPost) +
            ", {\"kind\": \"blogger#post\", \"status\": \"DRAFT\", \"content\": \"x\"}]}"}) {
    Diagnostics diagnostics;
    const auto posts = read_blogger_json(test::source_of(json), diagnostics);
    REQUIRE(posts.size() == 1);
    CHECK(posts[0].title == "봄 & 길");
    CHECK(posts[0].author == "김 & 이");
    CHECK(posts[0].tags == std::vector<std::string>{"길", "꽃 & 잎"});
    CHECK(iso_8601(posts[0].published.value()) == "2024-05-01T10:00:00+09:00");
    CHECK(notation(posts[0].body) == "p 걷는다.\np 또");
  }
}

TEST_CASE("a shortened item: the link to the rest is no picture of the post") {
  Diagnostics diagnostics;
  const auto posts =
      read_feed(test::source_of(
                    "<rss><channel><item><title>가</title><link>http://a.example/7</link>"
                    "<description>길을 걷다가 문득 ...&lt;a href=\"http://a.example/7\"&gt;&lt;img "
                    "src=\"http://a.example/more.gif\" alt=\"더 읽기\"&gt;&lt;/a&gt;</description>"
                    "</item></channel></rss>"),
                diagnostics);
  REQUIRE(posts.size() == 1);
  CHECK(notation(posts[0].body) == "p 길을 걷다가 문득 ...\nbox  <http://a.example/7> ");
  REQUIRE(posts[0].dropped.size() == 1);
  CHECK(posts[0].dropped[0].text == "더 읽기");
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].text.en.starts_with("the feed has only the beginning"));
}
