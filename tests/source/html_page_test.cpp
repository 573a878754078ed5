#include <doctest/doctest.h>

#include "html_reading.h"

using namespace munjip;
using namespace munjip::test;

namespace {

std::string long_text() {
  std::string text;
  for (int i = 0; i < 20; ++i) text += "봄이 오면 마을 사람들이 느티나무 아래에 모였다. ";
  return text;
}

}  // namespace

TEST_CASE("a saved Tistory page: the article, and what the page says of it") {
  const Pages pages = read_page(
      "<!doctype html><html lang=ko><head><title>봄 소식 :: 내 블로그</title>"
      "<meta property='og:title' content='봄 소식'><meta property='og:site_name' content='내 "
      "블로그'>"
      "<meta property='og:url' content='https://b.example/7'>"
      "<meta property='og:article:author' content=\"'글쓴이'\">"
      "<meta property='article:published_time' content='2025-01-31T17:17:00+09:00'>"
      "<script>window.T = {}; window.T.entryInfo = "
      "{\"entryId\":7,\"categoryLabel\":\"생각/봄\"};</script></head><body>"
      "<header><h1>내 블로그</h1></header><div class='area'><strong class='title_post'>봄 "
      "소식</strong>"
      "<div id='article-view'><ins class='adsbygoogle'>광고</ins>"
      "<div class='tt_article_useless_p_margin contents_style'><p>본문이다.</p></div></div>"
      "<div class='tags'>#봄 #마을 이야기</div></div><footer>꼬리</footer></body></html>");
  REQUIRE(pages.posts.size() == 1);
  const Post& post = pages.posts[0];
  CHECK(post.title == "봄 소식");
  CHECK(post.author == "글쓴이");
  CHECK(post.category == "생각/봄");
  CHECK(post.address == "https://b.example/7");
  CHECK(post.number == 7);
  CHECK(post.lang == "ko");
  CHECK(post.tags == std::vector<std::string>{"봄", "마을 이야기"});
  REQUIRE(post.published);
  CHECK(iso_8601(*post.published) == "2025-01-31T17:17:00+09:00");
  CHECK(notation(post.body) == "p 본문이다.");
  std::string reasons;
  for (const Dropped& dropped : post.dropped) {
    reasons += std::string(to_string(dropped.reason)) + ':' + dropped.text + ' ';
  }
  CHECK(reasons.find("광고") != std::string::npos);
  CHECK(reasons.find("꼬리") != std::string::npos);
}

TEST_CASE("a Tistory backup: number from the folder, header from its own places") {
  SourceText source = source_of(
      "<html><head><title>열째 글</title></head><body><div class='article-header'><h2 "
      "class='title-article'>열째 글</h2><p class='category'>일기</p><p class='date'>2024-06-30 "
      "20:56:32</p></div><div class='article-view'><div class='contents_style'><p>글</p></div>"
      "<div class='tags'>#하나 #둘</div></div></body></html>");
  source.file = "/nowhere/10/10-title.html";
  Diagnostics diagnostics;
  const std::vector<Post> posts = read_html(source, diagnostics);
  REQUIRE(posts.size() == 1);
  CHECK(posts[0].number == 10);
  CHECK(posts[0].title == "열째 글");
  CHECK(posts[0].category == "일기");
  REQUIRE(posts[0].published);
  CHECK(iso_8601(*posts[0].published) == "2024-06-30T20:56:32+09:00");
  CHECK(posts[0].tags.size() == 2);
}

TEST_CASE("the title is the post's, not the blog's") {  // f51
  const Pages pages = read_page(
      "<html><head><title>진짜 제목 :: 내 블로그</title><meta property='og:title' content='내 "
      "블로그'>"
      "<meta property='og:site_name' content='내 블로그'></head><body><h1>진짜 제목</h1><p>글</p>"
      "</body></html>");
  REQUIRE(pages.posts.size() == 1);
  CHECK(pages.posts[0].title == "진짜 제목");
  CHECK(notation(pages.posts[0].body) == "p 글");  // the heading repeats the title
  REQUIRE(pages.posts[0].dropped.size() == 1);
  CHECK(pages.posts[0].dropped[0].reason == DropReason::duplicate_title);
}

TEST_CASE("any other page: the article without menus and lists of links") {
  const Pages pages = read_page(
      "<html><head><title>글 - 신문</title><meta property='og:site_name' "
      "content='신문'></head><body>"
      "<nav><a href='/'>처음</a></nav><div id='main'><div class='menu'><a href='/1'>가</a><a "
      "href='/2'>나</a></div><div class='text'><p>" +
      long_text() +
      "</p><p>끝 문단</p></div>"
      "<ul><li><a href='/3'>다른 글 하나</a></li></ul></div><footer>꼬리말</footer></body></html>");
  REQUIRE(pages.posts.size() == 1);
  CHECK(pages.posts[0].title == "글");
  REQUIRE(pages.posts[0].body.size() == 2);
  CHECK(notation(Blocks{pages.posts[0].body[1]}) == "p 끝 문단");
}

TEST_CASE("an article element among others' cards is the article") {
  const Pages pages = read_page(
      "<html><head><title>글</title></head><body><article><h2>소제목</h2><p>" + long_text() +
      "</p></article><aside><article><a href='/1'>남의 글</a></article>"
      "</aside></body></html>");
  REQUIRE(pages.posts.size() == 1);
  CHECK(pages.posts[0].body.size() == 2);
}

TEST_CASE("a page of several whole articles is split, each with its own header") {
  std::string page = "<html><head><title>블로그</title></head><body>";
  for (const char* n : {"1", "2"}) {
    page += std::string("<div class='entry'><h2>제목 ") + n + "</h2><span class='date'>2024. 1. " +
            n + ". 10:00</span><div class='contents_style'><p>본문 " + n + "</p></div></div>";
  }
  const Pages pages = read_page(page + "</body></html>");
  REQUIRE(pages.posts.size() == 2);
  CHECK(pages.posts[0].title == "제목 1");
  CHECK(pages.posts[1].title == "제목 2");
  CHECK(notation(pages.posts[1].body) == "p 본문 2");
  REQUIRE(pages.posts[1].published);
  CHECK(pages.posts[1].published->day == 2);
}

TEST_CASE("articles that hold their own headers are called by them, not by the page") {
  std::string page =
      "<html><head><title>달력</title><link rel='canonical' "
      "href='https://e.com/page/1'></head><body><main>";
  for (const char* n : {"1", "2"}) {
    page += std::string("<article><header><h2><a href='/posts/") + n + "'>제목 " + n +
            "</a></h2><time datetime='2024-01-0" + n + "'>첫째 달</time></header><p>본문 " + n +
            " " + long_text() + "</p></article>";
  }
  const Pages pages = read_page(page + "</main></body></html>");
  REQUIRE(pages.posts.size() == 2);
  CHECK(pages.posts[0].title == "제목 1");
  CHECK(pages.posts[1].title == "제목 2");
  CHECK(pages.posts[0].address == "https://e.com/posts/1");
  CHECK(pages.posts[1].published.value() == DateTime{2024, 1, 2});
  CHECK(notation(pages.posts[1].body).find("제목 2") == std::string::npos);
}

TEST_CASE("lists of posts and skin templates are refused and say why") {
  const Pages list = read_page(
      "<html><head><script>window.T.entryInfo = null;</script></head><body><ul><li><a "
      "href='/1'>글 하나</a></li></ul></body></html>");
  CHECK(list.posts.empty());
  CHECK(list.diagnostics.count(Severity::error) == 1);
  const Pages skin = read_page("<html><body><h2>[##_article_rep_title_##]</h2></body></html>");
  CHECK(skin.posts.empty());
  CHECK(skin.diagnostics.count(Severity::error) == 1);
}

TEST_CASE("a bare body is a post without title") {
  const Pages pages = read_page("<p data-ke-size='size16'>첫 문단</p><h2>소제목</h2><p>둘째</p>");
  REQUIRE(pages.posts.size() == 1);
  CHECK(pages.posts[0].title.empty());
  CHECK(notation(pages.posts[0].body) == "p 첫 문단\nh2 소제목\np 둘째");
}

TEST_CASE("a document inside the article leaves no style sheet or title behind") {
  const Pages pages = read_page(
      "<html><head><title>글</title></head><body><div class='contents_style'><!DOCTYPE html><html>"
      "<head><title>속</title><style>p{color:red}</style></head><body><p>본문</p></body></html></"
      "div>"
      "</body></html>");
  REQUIRE(pages.posts.size() == 1);
  CHECK(notation(pages.posts[0].body) == "p 본문");
}
