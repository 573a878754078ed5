#include <doctest/doctest.h>

#include "fetch/post_lists.h"

namespace munjip {

TEST_CASE("RSS: title, addresses and dates") {
  const auto list = read_post_list(
      "<?xml version='1.0'?><rss version='2.0'><channel><title>골목 일기</title>"
      "<link>https://example.com</link><item><title>하나</title><link>https://example.com/1</link>"
      "<pubDate>Fri, 31 Jan 2025 17:17:00 +0900</pubDate></item>"
      "<item><link><![CDATA[/2]]></link></item></channel></rss>");
  REQUIRE(list);
  CHECK(list->title == "골목 일기");
  REQUIRE(list->posts.size() == 2);
  CHECK(list->posts[0].address == "https://example.com/1");
  CHECK(iso_8601(list->posts[0].date.value()) == "2025-01-31T17:17:00+09:00");
  CHECK(list->posts[1].address == "/2");
}

TEST_CASE("Atom: the alternate link is the post's") {
  const auto list = read_post_list(
      "<feed xmlns='http://www.w3.org/2005/Atom'><title>일기</title><entry>"
      "<link rel='self' href='/x'/><link rel='alternate' href='/post'/>"
      "<published>2024-05-06T00:00:00Z</published></entry></feed>");
  REQUIRE(list);
  REQUIRE(list->posts.size() == 1);
  CHECK(list->posts[0].address == "/post");
}

TEST_CASE("sitemaps and their indexes") {
  const auto map = read_post_list(
      "<urlset><url><loc> https://example.com/a "
      "</loc><lastmod>2024-01-02</lastmod></url></urlset>");
  REQUIRE(map);
  CHECK(map->posts[0].address == "https://example.com/a");
  const auto index =
      read_post_list("<sitemapindex><sitemap><loc>/s1.xml</loc></sitemap></sitemapindex>");
  REQUIRE(index);
  CHECK(index->sitemaps == std::vector<std::string>{"/s1.xml"});
}

TEST_CASE("a page is no list; a feed that breaks off gives what came before") {
  CHECK_FALSE(read_post_list("<!DOCTYPE html><html><body>글</body></html>"));
  CHECK_FALSE(read_post_list(""));
  CHECK_FALSE(read_post_list("글"));
  const auto broken = read_post_list("<rss><channel><item><link>/1</link></item><item><li");
  REQUIRE(broken);
  CHECK(broken->posts.size() >= 1);
}

}  // namespace munjip
