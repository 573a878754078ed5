// The other platforms: brunch, velog, Egloos, Medium, Substack, Notion, Ghost, Blogger, WordPress.
// The markup is what their pages and exports hold.
#include <doctest/doctest.h>

#include "html_reading.h"
#include "source/csv.h"
#include "source/notion.h"
#include "source/post_title.h"
#include "temporary_folder.h"

using namespace munjip;
using namespace munjip::test;

namespace {

std::string dropped_texts(const Post& post) {
  std::string out;
  for (const Dropped& dropped : post.dropped) {
    out += std::string(to_string(dropped.reason)) + ':' + dropped.text + '\n';
  }
  return out;
}

Post only_post(const Pages& pages) {
  REQUIRE(pages.posts.size() == 1);
  return pages.posts[0];
}

}  // namespace

TEST_CASE("brunch: quotations, captions, cards") {
  const Post post = only_post(read_page(
      "<html><head><title>책 읽기</title></head><body><div class='wrap_cover'><h1 "
      "class='cover_title'>책 읽기</h1></div><div class='wrap_body'>"
      "<blockquote class='blockquote_type2 wrap_item item_type_text'>머리말<br><br></blockquote>"
      "<p class='wrap_item item_type_text'>한 문장.</p><h2 class='wrap_item'><b><br></b></h2>"
      "<div class='wrap_item item_type_img'><img src='a.png' alt='책장'><span "
      "class='text_caption'>책장</span></div>"
      "<div class='wrap_item item_type_gridGallery'><img src='a.png'><img src='b.png'></div>"
      "<div class='wrap_item item_type_hr'><hr></div>"
      "<div class='wrap_item item_type_opengraph'><a href='https://a.example/1'><strong "
      "class='title'>소개</strong><p class='desc'>설명</p><p class='url'>a.example</p></a></div>"
      "</div><div class='wrap_keyword'><a href='/keyword/책'>책</a></div></body></html>"));
  CHECK(post.title == "책 읽기");
  CHECK(post.tags == std::vector<std::string>{"책"});
  CHECK(notation(post.body) ==
        "quote{p 머리말}\np 한 문장.\nfigure 1 책장\nfigure 2 \nhr\nbox 소개 <https://a.example/1> "
        "설명");
  CHECK(post.body[0].classes == std::vector<std::string>{"style2"});
}

TEST_CASE("velog: rendered Markdown, with the facts above it") {
  const Post post = only_post(read_page(
      "<html><head><title>포인터</title></head><body><div class='head-wrapper'><h1>포인터</h1>"
      "<div class='information'><span class='username'><a href='/@me'>글쓴이</a></span>"
      "<span class='separator'>·</span><span>2023년 3월 4일</span></div></div>"
      "<div><a href='/tags/cpp'>cpp</a></div><div><h2><a href='/@me/series/씨'>씨 공부</a></h2>"
      "</div><div class='sc-1 atom-one'><p>글 <span class='katex'><span class='katex-mathml'>"
      "<math><semantics><mi>x</mi><annotation encoding='application/x-tex'>x^2</annotation>"
      "</semantics></math></span><span class='katex-html' aria-hidden='true'>x2</span></span></p>"
      "</div><div><h4>0개의 댓글</h4></div></body></html>"));
  CHECK(post.title == "포인터");
  CHECK(post.author == "글쓴이");
  CHECK(post.category == "씨 공부");
  CHECK(post.tags == std::vector<std::string>{"cpp"});
  REQUIRE(post.published);
  CHECK(post.published->day == 4);
  CHECK(notation(post.body) == "p 글 `x^2`");
}

TEST_CASE("Egloos: title, date and category stand around the text") {
  const auto page = [](const std::string& category_above, const std::string& category_below) {
    return read_page(
        "<html><body><div class='post_view'><div class='post_title_area'><h2 "
        "class='entry-title'><a href='#' title='가을 오후의 산책'>가을 오후…</a>" +
        category_above +
        "</h2></div><ul><li><abbr class='published' title='2012/12/03 "
        "14:05'>2012/12/03</abbr></li>" +
        category_below +
        "</ul><div class='post_content entry-content'><div class='hentry'>첫 줄<br><br>둘째 "
        "줄<span "
        "class='copyright_entry'>저작권</span></div></div><ul class='comment_list'><li>덧글</li>"
        "</ul></div></body></html>");
  };
  const Post post =
      only_post(page("<span class='post_title_category'><a href='#'>일기</a></span>", ""));
  CHECK(post.title == "가을 오후의 산책");
  CHECK(post.category == "일기");
  REQUIRE(post.published);
  CHECK(iso_8601(*post.published) == "2012-12-03T14:05:00+09:00");
  CHECK(notation(post.body) == "p 첫 줄\np 둘째 줄");
  CHECK(dropped_texts(post).find("comments:덧글") != std::string::npos);
  const Post other = only_post(page("", "<li class='post_info_category'>카테고리 : 일기</li>"));
  CHECK(other.category == "일기");
}

TEST_CASE("Medium's export: microformats, a title that is in the text, rows of pictures") {
  const Post post = only_post(read_page(
      "<html><head><title>글</title></head><body><article class='h-entry'><header><h1 "
      "class='p-name'>글</h1></header><section class='p-summary'>부제</section>"
      "<section data-field='body' class='e-content'><section><div class='section-divider'><hr "
      "class='section-divider'></div><div class='section-inner'><h3 class='graf--title'>글</h3>"
      "<h4 class='graf graf--subtitle'>부제</h4><p>본문</p></div>"
      "<div class='section-inner sectionLayout--outsetRow'><figure><img src='a.png'></figure>"
      "<figure><img src='b.png'><figcaption>둘</figcaption></figure></div></section></section>"
      "<footer><p>Tagged in <a class='p-tag'>봄</a></p><p>By <a class='p-author h-card'>글쓴이"
      "</a> on <time class='dt-published' datetime='2018-08-11T11:23:34.123Z'>x</time></p>"
      "<a href='https://medium.example/1' class='p-canonical'>Canonical link</a></footer>"
      "</article></body></html>"));
  CHECK(post.title == "글");
  CHECK(post.author == "글쓴이");
  CHECK(post.address == "https://medium.example/1");
  CHECK(post.tags == std::vector<std::string>{"봄"});
  CHECK(post.published.has_value());
  CHECK(notation(post.body) == "p 부제\np 본문\nfigure 2 둘");
}

TEST_CASE("Substack: no buttons; notes; the export's table gives title and date") {
  const Reading reading = read_fragment(
      "<p>글<a class='footnote-anchor' id='footnote-anchor-1' href='#footnote-1'>1</a></p>"
      "<p class='button-wrapper'><a class='button' href='https://a.example'>Subscribe</a></p>"
      "<div class='footnote'><a id='footnote-1' href='#footnote-anchor-1' "
      "class='footnote-number'>1</a><div class='footnote-content'><p>주석</p></div></div>");
  CHECK(notation(reading.post.body) == "p 글^0");
  REQUIRE(reading.post.notes.size() == 1);
  CHECK(notation(reading.post.notes[0].body) == "p 주석");

  const TemporaryFolder folder("substack");
  folder.add("posts.csv",
             "post_id,post_date,is_published,title\n"
             "12.a,2019-07-26T20:48:19.814Z,TRUE,\"하나, 둘\"\n13.b,,FALSE,초고\n");
  SourceText source = source_of("<p>글</p>");
  source.folder = folder.path();
  source.file = folder.path() / "12.a.html";
  Diagnostics diagnostics;
  const std::vector<Post> posts = read_html(source, diagnostics);
  REQUIRE(posts.size() == 1);
  CHECK(posts[0].title == "하나, 둘");
  CHECK(posts[0].published.has_value());
  source.file = folder.path() / "13.b.html";
  CHECK(read_html(source, diagnostics).empty());
  source.is_wanted = true;
  CHECK(read_html(source, diagnostics).size() == 1);
}

TEST_CASE("CSV: quoted fields, line ends within them, a mark that is never closed") {  // RFC 4180
  const CsvTable table = parse_csv("a,b\r\n\"x, \"\"y\"\"\nz\",2\r\n,\"open");
  CHECK(table.header == std::vector<std::string>{"a", "b"});
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0] == std::vector<std::string>{"x, \"y\"\nz", "2"});
  CHECK(table.rows[1] == std::vector<std::string>{"", "open"});
  CHECK(table.column("b") == 1);
  CHECK(table.column("c") == std::string::npos);
  CHECK(parse_csv("").rows.empty());
}

TEST_CASE("Notion's export in HTML: properties, toggles, callouts, columns, tasks, bookmarks") {
  const Post post = only_post(read_page(
      "<html><head><title>기록</title></head><body><article id='x' class='page sans'><header><h1 "
      "class='page-title'>기록</h1><table class='properties'><tbody><tr class='property-row "
      "property-row-multi_select'><th>태그</th><td><span class='selected-value'>봄</span><span "
      "class='selected-value'>산</span></td></tr><tr class='property-row'><th>작성일</th><td><time>"
      "@2023년 3월 4일 오후 3:10</time></td></tr></tbody></table></header><div class='page-body'>"
      "<nav class='table_of_contents'><a href='#a'>차례</a></nav>"
      "<ul class='toggle'><li><details open=''><summary>펼침</summary><p>속 글</p></details></li>"
      "</ul><figure class='callout'><div><span class='icon'>💡</span></div><div>귀띔</div></figure>"
      "<div class='column-list'><div class='column'><p>왼쪽</p></div><div class='column'><p>"
      "오른쪽</p></div></div><ul class='to-do-list'><li><div class='checkbox checkbox-on'></div>"
      "<span>한 일</span></li></ul><figure><a href='https://a.example/1' class='bookmark source'>"
      "<div class='bookmark-title'>갈피</div><div class='bookmark-description'>설명</div><div "
      "class='bookmark-href'>https://a.example/1</div></a></figure>"
      "</div></article></body></html>"));
  CHECK(post.title == "기록");
  CHECK(post.tags == std::vector<std::string>{"봄", "산"});
  REQUIRE(post.published);
  CHECK(post.published->hour == 15);
  CHECK(notation(post.body) ==
        "group{p 펼침\np 속 글}\ngroup{p 💡\np 귀띔}\np 왼쪽\np 오른쪽\nul{[x]p 한 일;}\nbox 갈피 "
        "<https://a.example/1> 설명");
}

TEST_CASE("Notion's export in Markdown: properties under the title, the id in the file's name") {
  SourceText source = source_of(
      "# 여름 일기\n\nTags: 봄, 산\nCreated: 2022년 4월 26일 오후 9:02\nStatus: 끝\n\n본문이다.\n\n"
      "<aside>\n💡 귀띔\n\n</aside>\n");
  source.file = "/nowhere/여름 일기 0123456789abcdef0123456789abcdef.md";
  Diagnostics diagnostics;
  const std::vector<Post> posts = read_markdown(source, diagnostics);
  REQUIRE(posts.size() == 1);
  CHECK(posts[0].title == "여름 일기");
  CHECK(posts[0].tags == std::vector<std::string>{"봄", "산"});
  REQUIRE(posts[0].published);
  CHECK(posts[0].published->hour == 21);
  CHECK(notation(posts[0].body) == "p 본문이다.\ngroup{p 💡 귀띔}");
  CHECK(dropped_texts(posts[0]) == "header:Status: 끝\n");
  CHECK(title_from_name(source.file) == "여름 일기");
  // Lines that only look like properties are the author's.
  CHECK(read_notion_head("# 제목\n\n참고: 이 글은 길다\n\n본문\n").title.empty());
  CHECK(read_notion_head("# 제목\n\n본문\n").title.empty());
}

TEST_CASE("Ghost: cards") {
  CHECK(
      body_of("<figure class='kg-card kg-bookmark-card'><a href='https://a.example/1'><div "
              "class='kg-bookmark-title'>제목</div><div class='kg-bookmark-description'>설명</div>"
              "<div class='kg-bookmark-metadata'><span>a.example</span></div></a></figure>") ==
      "box 제목 <https://a.example/1> 설명");
  CHECK(body_of(
            "<div class='kg-card kg-toggle-card'><div><h4 class='kg-toggle-heading-text'>펼침"
            "</h4><button>+</button></div><div class='kg-toggle-content'><p>속</p></div></div>") ==
        "group{p 펼침\np 속}");
  CHECK(body_of("<figure class='kg-card kg-gallery-card'><div><img src='a.png'><img src='b.png'>"
                "</div><figcaption>둘</figcaption></figure>") == "figure 2 둘");
  CHECK(body_of("<div class='kg-card kg-signup-card'>구독</div><p>글</p>") == "p 글");
}

TEST_CASE("Blogger and WordPress: pictures with captions, facts, what stands below the text") {
  const Post post = only_post(read_page(
      "<html><body><div class='post'><h3 class='post-title entry-title'>산책</h3><div "
      "class='post-body entry-content'><table class='tr-caption-container'><tr><td><img "
      "src='a.png'></td></tr><tr><td class='tr-caption'>강가</td></tr></table><p>글</p></div>"
      "<div class='post-footer'><span class='post-author'><span class='fn'>글쓴이</span></span>"
      "<abbr class='published' title='2014-05-06T07:08:00+09:00'>오전 7:08</abbr><a rel='tag' "
      "href='#'>강</a></div></div></body></html>"));
  CHECK(post.title == "산책");
  CHECK(post.author == "글쓴이");
  CHECK(post.tags == std::vector<std::string>{"강"});
  REQUIRE(post.published);
  CHECK(post.published->year == 2014);
  CHECK(notation(post.body) == "figure 1 강가\np 글");

  CHECK(body_of("<div class='wp-caption'><img src='a.png'><p class='wp-caption-text'>강가</p></div>"
                "<div class='wp-block-file'><a href='https://a.example/f.pdf'>자료</a><a "
                "class='wp-block-file__button' href='https://a.example/f.pdf'>다운로드</a></div>"
                "<div class='sharedaddy'>공유</div>") ==
        "figure 1 강가\nbox 자료 <https://a.example/f.pdf> ");
}

TEST_CASE("WordPress: a category is no tag") {
  const Post post = only_post(read_page(
      "<html><body><article><h1 class='entry-title'>산책</h1><time "
      "datetime='2020-02-03T04:05:06+09:00'>x</time><a rel='category tag' href='#'>걷기</a>"
      "<div class='entry-content'><p>글</p></div><a rel='tag' href='#'>강</a></article></body>"
      "</html>"));
  CHECK(post.title == "산책");
  CHECK(post.category == "걷기");
  CHECK(post.tags == std::vector<std::string>{"강"});
  CHECK(notation(post.body) == "p 글");
}

TEST_CASE("Medium's saved pages: what is not read aloud is not the article") {
  std::string text;
  for (int i = 0; i < 20; ++i) text += "봄이 오면 마을 사람들이 나무 아래에 모였다. ";
  const Post post = only_post(read_page(
      "<html><head><title>글 | by 글쓴이 | Medium</title><meta property='og:title' content='글'>"
      "</head><body><article><h1 class='pw-post-title'>글</h1><h2 "
      "class='pw-subtitle-paragraph'>부제</h2><div class='speechify-ignore ab'><a href='#'>Follow"
      "</a> 7 min read</div><p class='pw-post-body-paragraph'>" +
      text + "</p></article></body></html>"));
  REQUIRE(post.body.size() == 2);
  CHECK(notation(Blocks{post.body[0]}) == "p 부제");
  CHECK(dropped_texts(post).find("min read") != std::string::npos);
}

TEST_CASE("a card in a link is one linked paragraph, an article in a link stays as it is") {
  CHECK(body_of("<a href='https://a.example/1'><div>제목</div><div>설명</div></a>") ==
        "p [제목|설명](https://a.example/1)");
  CHECK(body_of("<a href='https://a.example/1'><p>한 문단</p></a>") ==
        "p [한 문단](https://a.example/1)");
}

TEST_CASE("signs on a line of their own are a section break") {
  CHECK(body_of("<p>앞</p><p>* * *</p><p>뒤</p><p>◇ ◇ ◇</p><p>끝</p>") ==
        "p 앞\nhr\np 뒤\nhr\np 끝");
}

TEST_CASE("comments are dropped, or kept as a section where the author asks for them") {
  SourceText source = source_of(
      "<html lang=ko><head><title>글</title></head><body><div><div class='contents_style'><p>본문"
      "</p></div></div><div class='area_reply'><h3>댓글 1</h3><ul><li><b>손님</b> <span>잘 읽었어요"
      "</span><a href='#'>답글</a></li></ul><form><textarea>쓰기</textarea></form></div></body>"
      "</html>");
  Diagnostics diagnostics;
  std::vector<Post> posts = read_html(source, diagnostics);
  REQUIRE(posts.size() == 1);
  CHECK(notation(posts[0].body) == "p 본문");
  CHECK(dropped_texts(posts[0]).find("comments:") != std::string::npos);
  source.keep_comments = true;
  posts = read_html(source, diagnostics);
  REQUIRE(posts.size() == 1);
  CHECK(notation(posts[0].body) ==
        "p 본문\nh2 댓글\ngroup{ul{p <strong>손님</strong> 잘 읽었어요;}}");
}

TEST_CASE("a menu of categories is not the post's category") {
  const Post post = only_post(read_page(
      "<html><head><title>글</title></head><body><div class='category'><ul><li>하나 (3)</li><li>둘"
      "</li></ul></div><div class='contents_style'><p>본문</p></div></body></html>"));
  CHECK(post.category.empty());
}
