// WordPress's exports and the two languages inside them: shortcodes and paragraphs by blank lines.
#include <doctest/doctest.h>

#include "source/autop.h"
#include "source/html_reading.h"
#include "source/shortcodes.h"
#include "source/temporary_folder.h"

using namespace munjip;
using munjip::test::notation;

namespace {

struct WxrReading {
  std::vector<Post> posts;
  Diagnostics diagnostics;

  bool tells(std::string_view english) const {
    for (const Diagnostic& told : diagnostics.all()) {
      if (told.text.en.find(english) != std::string::npos) return true;
    }
    return false;
  }
};

std::string wxr_of(const std::string& items) {
  return "<rss version=\"2.0\" xmlns:content=\"c\" xmlns:wp=\"http://wordpress.org/export/1.2/\" "
         "xmlns:dc=\"d\" "
         "xmlns:excerpt=\"e\"><channel><wp:base_blog_url>https://example.kr</wp:base_blog_url>"
         "<wp:author><wp:author_login>admin</wp:author_login>"
         "<wp:author_display_name><![CDATA[최겨울]]></wp:author_display_name></wp:author>" +
         items + "</channel></rss>";
}

std::string item(const std::string& content, const std::string& fields = {}) {
  return "<item><title>글</title><content:encoded><![CDATA[" + content + "]]></content:encoded>" +
         fields + "</item>";
}

WxrReading read(const std::string& items) {
  WxrReading reading;
  reading.posts = read_wxr(test::source_of(wxr_of(items)), reading.diagnostics);
  return reading;
}

std::string expanded(std::string_view text) {
  return expand_shortcodes(text, "1", {}).html;
}

}  // namespace

TEST_CASE("published posts only; all else is told once with counts") {
  const WxrReading reading =
      read(item("글이다.",
                "<wp:post_type>post</wp:post_type><wp:status>publish</wp:status>"
                "<wp:comment><wp:comment_content>댓글</wp:comment_content></wp:comment>") +
           item("초고", "<wp:post_type>post</wp:post_type><wp:status>draft</wp:status>") +
           item("비공개", "<wp:post_type>post</wp:post_type><wp:status>private</wp:status>") +
           item("잠긴 글",
                "<wp:post_type>post</wp:post_type><wp:status>publish</wp:status>"
                "<wp:post_password>열려라</wp:post_password>") +
           item("소개", "<wp:post_type>page</wp:post_type><wp:status>publish</wp:status>") +
           item("", "<wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>") +
           item("", "<wp:post_type>nav_menu_item</wp:post_type><wp:status>publish</wp:status>"));
  REQUIRE(reading.posts.size() == 1);
  CHECK(notation(reading.posts[0].body) == "p 글이다.");
  CHECK(
      reading.tells("1 pages, 2 drafts, private or scheduled posts, 1 posts with a password, "
                    "1 attachments, 1 menu items, 1 comments"));
}

TEST_CASE("author by name, local time with its offset, terms, the address under the post's name") {
  const WxrReading reading =
      read(item("글.",
                "<dc:creator>admin</dc:creator><link>https://example.kr/?p=12</link>"
                "<wp:post_id>12</wp:post_id><wp:post_name>%eb%b4%84</wp:post_name>"
                "<wp:post_date>2024-03-02 05:20:00</wp:post_date>"
                "<wp:post_date_gmt>2024-03-01 20:20:00</wp:post_date_gmt>"
                "<category domain=\"post_tag\"><![CDATA[꽃]]></category>"
                "<category domain=\"category\"><![CDATA[산책]]></category>"
                "<category domain=\"post_format\"><![CDATA[Aside]]></category>"));
  REQUIRE(reading.posts.size() == 1);
  const Post& post = reading.posts[0];
  CHECK(post.author == "최겨울");
  CHECK(post.address == "https://example.kr/봄");
  CHECK(iso_8601(post.published.value()) == "2024-03-02T05:20:00+09:00");
  CHECK(post.category == "산책");
  CHECK(post.tags == std::vector<std::string>{"꽃"});
  CHECK(post.number == 12);
}

TEST_CASE("the date 0000-00-00 is none; the time in UTC or the feed's own date stands in") {
  const WxrReading reading =
      read(item("글.",
                "<wp:post_date>0000-00-00 00:00:00</wp:post_date>"
                "<wp:post_date_gmt>2024-03-01 20:20:00</wp:post_date_gmt>") +
           item("글.",
                "<wp:post_date>0000-00-00 00:00:00</wp:post_date>"
                "<pubDate>Sat, 02 Mar 2024 05:20:00 +0000</pubDate>") +
           item("글.", "<wp:post_date>0000-00-00 00:00:00</wp:post_date><pubDate></pubDate>"));
  REQUIRE(reading.posts.size() == 3);
  CHECK(iso_8601_utc(reading.posts[0].published.value()) == "2024-03-01T20:20:00Z");
  CHECK(iso_8601_utc(reading.posts[1].published.value()) == "2024-03-02T05:20:00Z");
  CHECK_FALSE(reading.posts[2].published);
}

TEST_CASE("a CDATA section that was cut in two to hold its own end is one text") {
  const WxrReading reading = read(item("배열은 a[b[0]]]]><![CDATA[> 이다."));
  CHECK(notation(reading.posts.at(0).body) == "p 배열은 a[b[0]]> 이다.");
}

TEST_CASE("blank lines part paragraphs, single line ends break lines, blocks and code stay") {
  const WxrReading reading =
      read(item("첫 줄\n둘째 <b>줄</b>\n\n새 문단\n<h2>제목</h2>\n끝 "
                "문단\n\n<pre>a\n\nb</pre>\n<ul>\n<li>하나</li>\n</ul>"
                "\n<!--more-->\n나머지"));
  CHECK(notation(reading.posts.at(0).body) ==
        "p 첫 줄|둘째 <strong>줄</strong>\np 새 문단\nh2 제목\np 끝 문단\ncode \na\n\nb\n\nul{p "
        "하나;}\np 나머지");
  // Lines are counted as in the source: nothing that is put in holds a line end.
  const std::string text = "가\n\n나\n다";
  const std::string out = with_paragraphs(text);
  CHECK(std::count(out.begin(), out.end(), '\n') == std::count(text.begin(), text.end(), '\n'));
}

TEST_CASE("within the comments of WordPress's blocks line ends mean nothing; beside them they do") {
  const WxrReading reading =
      read(item("<!-- wp:paragraph -->\n<p>한\n줄</p>\n<!-- /wp:paragraph -->\n밖의 첫 줄\n둘째"));
  CHECK(notation(reading.posts.at(0).body) == "p 한 줄\np 밖의 첫 줄|둘째");
}

TEST_CASE("captions become captions, with their links") {
  const WxrReading reading =
      read(item("[caption id=\"a\" width=\"300\"]<a href=\"b.jpg\"><img src=\"a.jpg\"></a> 봄 "
                "<em>들</em>[/caption]"));
  REQUIRE(reading.posts.at(0).body.size() == 1);
  CHECK(notation(reading.posts[0].body) == "figure 1 봄 <em>들</em>");
}

TEST_CASE(
    "a gallery shows the attachments it names, or those of its post; a copy is found beside") {
  TemporaryFolder folder("wxr");
  folder.add("wp-content/uploads/2024/05/가.png", png_of(8, 6));
  folder.add("uploads/2024/05/b.png", png_of(9, 6));
  SourceText source = test::source_of(
      wxr_of(item("[gallery ids=\"31,32,99\"]", "<wp:post_id>5</wp:post_id>") +
             item("[gallery]", "<wp:post_id>6</wp:post_id>") +
             item("",
                  "<wp:post_type>attachment</wp:post_type><wp:post_id>31</"
                  "wp:post_id><wp:post_parent>6</wp:post_parent>"
                  "<excerpt:encoded><![CDATA[그림 말]]></excerpt:encoded>"
                  "<wp:attachment_url>https://example.kr/wp-content/uploads/2024/05/%EA%B0%80.png</"
                  "wp:attachment_url>") +
             item("",
                  "<wp:post_type>attachment</wp:post_type><wp:post_id>32</wp:post_id>"
                  "<wp:attachment_url>https://example.kr/wp-content/uploads/2024/05/b-300x200.png</"
                  "wp:attachment_url>")));
  source.file = folder.path() / "blog.xml";
  source.folder = folder.path();
  Diagnostics diagnostics;
  const std::vector<Post> posts = read_wxr(source, diagnostics);
  REQUIRE(posts.size() == 2);
  CHECK(notation(posts[0].body) == "figure 1 그림 말\nfigure 1 ");
  CHECK(posts[0].resources.size() == 2);
  CHECK(notation(posts[1].body) == "figure 1 그림 말");
  CHECK(diagnostics.count(Severity::warning) == 1);  // number 99
  CHECK(diagnostics.content_lost());
}

TEST_CASE("embeds become link boxes") {
  CHECK(notation(read(item("[embed width=\"1\"]https://youtu.be/abc[/embed]")).posts.at(0).body) ==
        "box  <https://youtu.be/abc> ");
  CHECK(notation(read(item("[youtube abc]")).posts.at(0).body) ==
        "box  <https://www.youtube.com/watch?v=abc> ");
  CHECK(notation(read(item("[audio mp3=\"https://example.kr/a.mp3\"][/audio]")).posts.at(0).body) ==
        "box  <https://example.kr/a.mp3> ");
}

TEST_CASE("unknown shortcodes are left out, listed and counted; what they hold stays") {
  const WxrReading reading = read(item(
      "[osm_map lat=\"1\"]앞 [box color=red]안의 글[/box] 뒤 [box]또[/box]\n\n[contact_form]\n"));
  CHECK(notation(reading.posts.at(0).body) == "p 앞 안의 글 뒤 또");
  CHECK(reading.posts[0].dropped.size() == 3);
  CHECK(reading.tells("[box] 2, [contact_form] 1, [osm_map] 1"));
  CHECK(reading.diagnostics.content_lost());
}

TEST_CASE("text in square brackets is no shortcode") {
  for (const char* text :
       {"[note] 이렇게 쓴다", "[1] 첫째", "[펌] 옮긴 글", "[video] 오늘의 영상", "배열[i]와 [i]",
        "[a b c]", "[code] 라고 쓴다", "[[gallery", "[링크](https://example.kr)", "[", "[/",
        "[sic]", "<pre>[x y=\"1\"]</pre>", "<code>[embed]a[/embed]</code>",
        "<a title=\"[osm lat='1']\">말</a>"}) {
    CHECK(expanded(text) == std::string(text));
  }
  CHECK(expanded("[[gallery ids=\"1\"]]") == "[gallery ids=\"1\"]");
}

TEST_CASE("code shortcodes are code") {
  CHECK(notation(
            read(item("[sourcecode language=\"cpp\"]if (a<b) [x y=\"1\"]\n\n  c();[/sourcecode]"))
                .posts.at(0)
                .body) == "code cpp\nif (a<b) [x y=\"1\"]\n\n  c();\n");
}

TEST_CASE("hostile shortcodes take linear time") {
  std::string brackets(300'000, '[');
  CHECK(expanded(brackets) == brackets);
  std::string open, captions;
  for (int i = 0; i < 50'000; ++i) open += "[a b=\"";
  for (int i = 0; i < 20'000; ++i) captions += "[caption]<img><!--";
  CHECK_FALSE(expanded(open).empty());
  CHECK_FALSE(expanded(captions + "[/caption]").empty());
  std::string tags;
  for (int i = 0; i < 100'000; ++i) tags += "<a\n\n";
  CHECK_FALSE(with_paragraphs(tags).empty());
}

TEST_CASE("several authors as terms, once each; a recording that only the feed announces") {
  const WxrReading reading = read(item(
      "<p>듣는다.</p>",
      "<category domain=\"author\">김봄</category><category domain=\"author\">이여름</category>"
      "<category domain=\"author\">김봄</category><wp:postmeta><wp:meta_key>enclosure"
      "</wp:meta_key><wp:meta_value>https://example.kr/a.mp3\n1200\naudio/mpeg</wp:meta_value>"
      "</wp:postmeta>"));
  REQUIRE(reading.posts.size() == 1);
  CHECK(reading.posts[0].author == "김봄, 이여름");
  CHECK(notation(reading.posts[0].body) == "p 듣는다.\nbox  <https://example.kr/a.mp3> ");
}
