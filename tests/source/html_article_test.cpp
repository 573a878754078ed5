// Pages that no platform knows, of layouts as unlike as the web has them: every paragraph of the
// article is kept, in order, and what stands around it is listed.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "html_reading.h"

using namespace munjip;
using namespace munjip::test;

namespace {

// A paragraph of running text that begins with its number.
std::string sentences(int number) {
  return std::to_string(number) +
         "번째 문단이다. 비가 그친 뒤 골목에는 흙냄새가 오래 남았고, 아이들은 고인 물을 피해 "
         "뛰었다. "
         "어른들은 처마 밑에서 그 소리를 들었다.";
}

std::string paragraphs(int from, int to) {
  std::string out;
  for (int n = from; n <= to; ++n) out += "<p>" + sentences(n) + "</p>";
  return out;
}

std::string page(std::string_view body) {
  return "<!doctype html><html lang=ko><head><title>비 갠 골목 - 골목신문</title></head><body>" +
         std::string(body) + "</body></html>";
}

std::string links(int count, std::string_view word) {
  std::string out;
  for (int n = 1; n <= count; ++n) {
    out += "<li><a href='/" + std::to_string(n) + "'>" + std::string(word) + " 이야기 " +
           std::to_string(n) + "</a></li>";
  }
  return out;
}

std::string cards(int count) {
  std::string out;
  for (int n = 1; n <= count; ++n) {
    out += "<div class='item'><a href='/news/" + std::to_string(n) + "'><h3>남의 소식 " +
           std::to_string(n) +
           "</h3></a><div class='lead'>남의 소식을 짧게 줄인 글이 여기에 두 줄쯤 놓인다. 누르면 "
           "전체를 볼 수 있다.</div></div>";
  }
  return out;
}

// All text of the post's body.
std::string text_of(const Post& post) {
  return notation(post.body);
}

// The numbered paragraphs of the article in order, and nothing that contains `남의`.
void check_article(const std::string& html, int count) {
  const Pages pages = read_page(html);
  REQUIRE(pages.posts.size() == 1);
  const Post& post = pages.posts[0];
  CHECK(post.title == "비 갠 골목");
  const std::string text = text_of(post);
  std::size_t at = 0;
  for (int n = 1; n <= count; ++n) {
    CAPTURE(n);
    const std::size_t found = text.find(sentences(n), at);
    REQUIRE(found != std::string::npos);
    at = found;
  }
  CHECK_MESSAGE(text.find("남의") == std::string::npos, text);
  std::string dropped;
  for (const Dropped& part : post.dropped) dropped += part.text;
  CHECK(dropped.find("남의") != std::string::npos);
}

}  // namespace

TEST_CASE("a news site: bars above, share buttons within, other news beside and below") {
  check_article(
      page("<div id='skip'><a href='#c'>본문으로</a></div><div class='gnb'><ul>" +
           links(12, "남의") +
           "</ul></div><div class='wrap'><div class='view-area'><h1>비 갠 "
           "골목</h1><div class='byline'>김기자 기자 · 남의 부서</div><div class='sns-share'><a "
           "href='#'>남의 공유</a></div><div id='articleText'>" +
           paragraphs(1, 3) + "<div class='ad-box'>남의 광고입니다</div>" + paragraphs(4, 6) +
           "</div><div class='related-news'><h3>관련 기사</h3><ul>" + links(5, "남의") +
           "</ul></div></div><div class='right_col'><h4>많이 본 뉴스</h4><ol>" + links(10, "남의") +
           "</ol></div></div><div class='foot'>Copyright 골목신문. 남의 글을 옮기지 마십시오. All "
           "rights "
           "reserved. 등록번호 서울 아 00000, 발행인 아무개, 편집인 아무개</div>"),
      6);
}

TEST_CASE("an article in several containers with advertisements between them") {
  check_article(
      page("<header><a href='/'>골목신문</a></header><div class='content'><h1>비 갠 골목</h1>"
           "<div class='part'>" +
           paragraphs(1, 4) + "</div><div class='advert'>남의 광고</div><div class='part'>" +
           paragraphs(5, 6) + "</div><div class='part'>" + paragraphs(7, 7) +
           "</div></div><div class='sidebar'><p>남의 소개 글이다. 이 신문은 골목의 소식을 전한다. "
           "벌써 열 해가 되었다.</p><ul>" +
           links(8, "남의") + "</ul></div>"),
      7);
}

TEST_CASE("divs only, lines parted by br") {
  std::string text;
  for (int n = 1; n <= 6; ++n) text += sentences(n) + "<br><br>";
  check_article(
      page("<div><div><a href='/'>남의 처음</a> <a href='/a'>남의 소개</a> <a href='/b'>남의 "
           "방명록</a> <a href='/c'>남의 사진</a></div><h2>비 갠 골목</h2><div>" +
           text +
           "</div><div><a href='/1'>남의 이전 글</a> <a href='/2'>남의 다음 글</a> <a "
           "href='/3'>남의 목록</a> <a href='/4'>남의 맨 위로</a></div></div>"),
      6);
}

TEST_CASE("a layout of tables: menu, text, and a column about the author") {
  check_article(page("<table width=900><tr><td colspan=3><img src=logo.gif> <a href='/'>남의 "
                     "집</a></td></tr><tr><td "
                     "width=150><a href=1>남의 하나</a><br><a href=2>남의 둘</a><br><a href=3>남의 "
                     "셋</a><br><a "
                     "href=4>남의 넷</a></td><td><h1><font size=5>비 갠 골목</font></h1>" +
                     paragraphs(1, 5) +
                     "</td><td width=150>남의 소개. 글쓴이는 골목에서 나고 자랐다. 지금도 그곳에서 "
                     "산다.</td></tr></table>"),
                5);
}

TEST_CASE("an endless list of other posts below a short article") {
  check_article(page("<div class='a1'><h1>비 갠 골목</h1><div class='b1'>" + paragraphs(1, 3) +
                     "</div></div><div class='feed-list'>" + cards(30) + "</div>"),
                3);
}

TEST_CASE("a theme with a side bar, named as WordPress themes name it") {
  check_article(
      page("<div id='page' class='site has-sidebar'><div id='masthead'><h1><a href='/'>남의 "
           "블로그</a></h1></div><div id='content'><div id='primary'><div class='post "
           "hentry'><h1>비 갠 "
           "골목</h1><div class='post-meta'>2024년 5월 1일 · 남의 분류</div><div "
           "class='the-content'>" +
           paragraphs(1, 5) +
           "</div><div class='author-box'>남의 소개: 골목에서 글을 쓴다.</div></div></div><div "
           "id='secondary' "
           "class='widget-area'><div class='widget'><h2>남의 최근 글</h2><ul>" +
           links(7, "남의") +
           "</ul></div></div></div><div id='colophon'>남의 테마로 만들었다</div></div>"),
      5);
}

TEST_CASE("main with a page of a static site; the author's own list of links stays") {
  const std::string html =
      page("<header class='site-header'><nav>" + links(4, "남의") +
           "</nav></header><main><h1>비 갠 골목</h1>" + paragraphs(1, 3) +
           "<h2>읽을거리</h2><ul><li><a href='https://a.example'>비의 과학</a></li><li><a "
           "href='https://b.example'>골목의 역사</a></li><li><a href='https://c.example'>흙의 "
           "냄새</a></li><li><a href='https://d.example'>장마</a></li><li><a "
           "href='https://e.example'>처마</a></li></ul>" +
           paragraphs(4, 4) + "</main><footer>남의 꼬리말</footer>");
  check_article(html, 4);
  const Pages pages = read_page(html);
  CHECK(text_of(pages.posts[0]).find("골목의 역사") != std::string::npos);
}

TEST_CASE("question and answers are one post, whatever elements they are in") {
  check_article(page("<div class='top-menu'>" + links(5, "남의") +
                     "</div><div class='qa'><h1>비 갠 골목</h1><article class='question'>" +
                     paragraphs(1, 2) + "</article><article class='answer'>" + paragraphs(3, 4) +
                     "</article><article class='answer'>" + paragraphs(5, 5) + "</article></div>"),
                5);
}

TEST_CASE("a name on the box around everything drops nothing") {
  check_article(
      page("<div class='nav-open menu-page'><div class='social-body'><h1>비 갠 골목</h1>" +
           paragraphs(1, 4) + "<div class='share-box'>남의 단추</div></div></div>"),
      4);
}

TEST_CASE("a lead, a picture above the text and a short last paragraph in boxes of their own") {
  const std::string html = page(
      "<div class='top'><div class='logo'>남의 신문</div></div><div class='view'><h1>비 갠 "
      "골목</h1><div "
      "class='intro'><p>" +
      sentences(1) + "</p></div><figure><img src='골목.jpg' alt='골목'></figure><div class='txt'>" +
      paragraphs(2, 8) + "</div><div class='tail'><p>" + sentences(9) +
      "</p></div></div><div class='menu'>" + links(3, "남의") + "</div>");
  check_article(html, 9);
  CHECK(text_of(read_page(html).posts[0]).find("figure 1") != std::string::npos);
}

TEST_CASE("comments of a page that no platform knows are kept where they are wanted") {
  SourceText source =
      source_of(page("<div><h1>비 갠 골목</h1><div class='txt'>" + paragraphs(1, 3) +
                     "</div><div class='comment-box'><p>저도 그 골목을 압니다.</p></div></div>"));
  Diagnostics diagnostics;
  const auto without = read_html(source, diagnostics);
  REQUIRE(without.size() == 1);
  CHECK(text_of(without[0]).find("저도") == std::string::npos);
  source.keep_comments = true;
  const auto with = read_html(source, diagnostics);
  REQUIRE(with.size() == 1);
  CHECK(text_of(with[0]).find("저도 그 골목을 압니다.") != std::string::npos);
}
