// RSS (rssboard.org/rss-specification), Atom (RFC 4287) and what blogs make of them.
#include <doctest/doctest.h>

#include "base/error.h"
#include "source/body_markup.h"
#include "source/html_reading.h"
#include "source/xml_document.h"

using namespace munjip;
using munjip::test::notation;

namespace {

struct FeedReading {
  std::vector<Post> posts;
  Diagnostics diagnostics;

  bool tells(std::string_view english) const {
    for (const Diagnostic& told : diagnostics.all()) {
      if (told.text.en.find(english) != std::string::npos) return true;
    }
    return false;
  }
  std::uint32_t line_of(std::string_view english) const {
    for (const Diagnostic& told : diagnostics.all()) {
      if (told.text.en.find(english) != std::string::npos) return told.at.pos.line;
    }
    return 0;
  }
};

FeedReading read(std::string_view xml) {
  FeedReading reading;
  reading.posts = read_feed(test::source_of(xml), reading.diagnostics);
  return reading;
}

FeedReading read_items(const std::string& items) {
  return read(
      "<rss version=\"2.0\" xmlns:content=\"c\" xmlns:dc=\"d\"><channel><title>블로그</title>" +
      items + "</channel></rss>");
}

std::string body_of_item(const std::string& fields) {
  const FeedReading reading = read_items("<item>" + fields + "</item>");
  REQUIRE(reading.posts.size() == 1);
  return notation(reading.posts[0].body);
}

}  // namespace

TEST_CASE("an item of RSS: title, address, author, date, categories, whole text before summary") {
  const FeedReading reading = read_items(
      "<item><title>봄 &amp;amp; 여름</title><link>https://example.kr/7</link>"
      "<dc:creator>김봄</dc:creator><pubDate>Fri, 31 Jan 2025 17:17:00 +0900</pubDate>"
      "<category>산책</category><category>봄</category><category>산책</category>"
      "<description>줄인 말...</description>"
      "<content:encoded><![CDATA[<p>온 글이다.</p>]]></content:encoded></item>");
  REQUIRE(reading.posts.size() == 1);
  const Post& post = reading.posts[0];
  CHECK(post.title == "봄 & 여름");
  CHECK(post.address == "https://example.kr/7");
  CHECK(post.author == "김봄");
  REQUIRE(post.published);
  CHECK(iso_8601(*post.published) == "2025-01-31T17:17:00+09:00");
  CHECK(post.category == "산책");
  CHECK(post.tags == std::vector<std::string>{"봄"});
  CHECK(notation(post.body) == "p 온 글이다.");
  CHECK(reading.diagnostics.empty());
}

TEST_CASE("an entry of Atom, with a prefix or without") {
  for (const std::string p : {"", "a:"}) {
    const std::string name = p.empty() ? "xmlns" : "xmlns:a";
    const FeedReading reading = read(
        "<" + p + "feed " + name + "=\"http://www.w3.org/2005/Atom\"><" + p + "author><" + p +
        "name>이가을</" + p + "name></" + p + "author><" + p + "entry><" + p +
        "title type=\"html\">가을 &lt;b&gt;길&lt;/b&gt;</" + p + "title><" + p +
        "link rel=\"self\" href=\"https://example.kr/x.xml\"/><" + p +
        "link rel=\"alternate\" href=\"https://example.kr/fall\"/><" + p +
        "published>2024-10-02T08:30:00Z</" + p + "published><" + p + "category term=\"길\"/><" + p +
        "content type=\"xhtml\"><div><p>걷는다. <em>또</em> 걷는다.</p></div></" + p +
        "content></" + p + "entry></" + p + "feed>");
    REQUIRE(reading.posts.size() == 1);
    const Post& post = reading.posts[0];
    CHECK(post.title == "가을 길");
    CHECK(post.address == "https://example.kr/fall");
    CHECK(post.author == "이가을");
    REQUIRE(post.published);
    CHECK(iso_8601_utc(*post.published) == "2024-10-02T08:30:00Z");
    CHECK(post.category == "길");
    CHECK(notation(post.body) == "p 걷는다. <em>또</em> 걷는다.");
  }
}

TEST_CASE("HTML is unescaped once, twice where it was escaped twice, and never a third time") {
  CHECK(body_of_item("<description>&lt;p&gt;하나 &amp;amp; 둘&lt;/p&gt;</description>") ==
        "p 하나 & 둘");
  CHECK(
      body_of_item(
          "<description>&amp;lt;p&amp;gt;하나 &amp;amp;amp; 둘&amp;lt;/p&amp;gt;</description>") ==
      "p 하나 & 둘");
  // A post about HTML shows its tags.
  CHECK(body_of_item(
            "<description>&lt;p&gt;&amp;lt;br&amp;gt; 태그를 쓴다&lt;/p&gt;</description>") ==
        "p <br> 태그를 쓴다");
  CHECK(body_of_item("<description>줄을 바꾸려면 &amp;lt;br&amp;gt; 태그를 쓴다.</description>") ==
        "p 줄을 바꾸려면 <br> 태그를 쓴다.");
}

TEST_CASE("plain text keeps its paragraphs and lines") {
  CHECK(body_of_item("<description>첫 줄이다.\n둘째 줄이다.\n\n새 문단이다.</description>") ==
        "p 첫 줄이다.|둘째 줄이다.\np 새 문단이다.");
}

TEST_CASE("a shortened item is told as lost, and leads to the rest; an author's dots are no sign") {
  for (const char* body :
       {"봄이 오면 나는 길을 나서고...", "봄이 오면..",
        "&lt;p&gt;봄이 오면 [&amp;hellip;]&lt;/p&gt;",
        "봄이 오면 길을 &lt;a href=\"https://example.kr/1\"&gt;글 전체보기&lt;/a&gt;"}) {
    const FeedReading reading =
        read_items("<item><title>봄</title><link>https://example.kr/1</link><description>" +
                   std::string(body) + "</description></item>");
    REQUIRE(reading.posts.size() == 1);
    CHECK_MESSAGE(reading.diagnostics.content_lost(), body);
    const auto* box = std::get_if<LinkBox>(&reading.posts[0].body.back().is);
    REQUIRE(box != nullptr);
    CHECK(box->target == "https://example.kr/1");
  }
  const FeedReading whole = read_items(
      "<item><title>봄</title><description>&lt;p&gt;다 쓴 "
      "글이다...&lt;/p&gt;</description></item>");
  CHECK_FALSE(whole.diagnostics.content_lost());
  CHECK(notation(whole.posts[0].body) == "p 다 쓴 글이다...");
}

TEST_CASE("an Atom summary alone is never passed off as the post") {
  const FeedReading reading = read(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>봄</title>"
      "<summary>봄 이야기.</summary></entry></feed>");
  CHECK(reading.tells("only the beginning"));
}

TEST_CASE("dates that break RFC 822 are read as far as they go, and told where they do not") {
  const FeedReading reading = read_items(
      "<item><title>가</title><pubDate>Sat, 31 Dec 2005 "
      "13:47:03+0900</pubDate><description>글.</description></item>"
      "<item><title>나</title><pubDate>31 Dec 2005 13:47 "
      "XYZ</pubDate><description>글.</description></item>"
      "<item><title>다</title><dc:date>2004-12-27T11:30:00</dc:date><description>글.</"
      "description></item>"
      "<item><title>라</title><pubDate>언젠가</pubDate><description>글.</description></item>");
  REQUIRE(reading.posts.size() == 4);
  CHECK(iso_8601(reading.posts[0].published.value()) == "2005-12-31T13:47:03+09:00");
  CHECK(iso_8601(reading.posts[1].published.value()) == "2005-12-31T13:47:00+09:00");
  CHECK(iso_8601(reading.posts[2].published.value()) == "2004-12-27T11:30:00+09:00");
  CHECK_FALSE(reading.posts[3].published);
  CHECK(reading.tells("언젠가"));
}

TEST_CASE("titles are text: references resolved, a comparison stays, phrase tags go") {
  CHECK(text_of_title("가 &amp; 나 &mdash; 다&#8217;") == "가 & 나 — 다’");
  CHECK(text_of_title("a<b, 그리고 vector<int>") == "a<b, 그리고 vector<int>");
  CHECK(text_of_title("굵은 <b>말</b>") == "굵은 말");
}

TEST_CASE("broken XML is mended and told with its line") {
  const FeedReading reading = read(
      "<rss><channel>\n<item><title>이것 & 저것</title>\n"
      "<description>a < b 이고 <b>굵다</description>\n</item>\n</channel></rss>");
  REQUIRE(reading.posts.size() == 1);
  CHECK(reading.posts[0].title == "이것 & 저것");
  CHECK(notation(reading.posts[0].body) == "p a < b 이고 <strong>굵다</strong>");
  CHECK(reading.line_of("mended") == 3);
}

TEST_CASE("a file that ends in the middle gives what is there, and says so") {
  const FeedReading reading = read(
      "<rss><channel><item><title>하나</title><description>첫 글.</description></item>"
      "<item><title>둘</title><description><![CDATA[둘째 글은 여기서");
  REQUIRE(reading.posts.size() == 2);
  CHECK(notation(reading.posts[1].body) == "p 둘째 글은 여기서");
  CHECK(reading.diagnostics.content_lost());
  CHECK(reading.tells("ends in the middle"));
}

TEST_CASE("a feed without posts says so") {
  const FeedReading reading = read_items("");
  CHECK(reading.posts.empty());
  CHECK(reading.tells("no published posts"));
}

TEST_CASE("Blogger's backup: posts only, the rest counted") {
  const std::string kind =
      "<category scheme=\"http://schemas.google.com/g/2005#kind\" "
      "term=\"http://schemas.google.com/blogger/2008/kind#";
  const FeedReading reading = read(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:app=\"p\">"
      "<entry>" +
      kind +
      "post\"/><category term=\"길\"/><title>글</title><content>본문.</content></entry>"
      "<entry>" +
      kind +
      "post\"/><title>초고</title><content>본문.</content>"
      "<app:control><app:draft>yes</app:draft></app:control></entry>"
      "<entry>" +
      kind +
      "comment\"/><title>댓글</title><content>좋아요.</content></entry>"
      "<entry>" +
      kind + "settings\"/><title>설정</title><content>x</content></entry></feed>");
  REQUIRE(reading.posts.size() == 1);
  CHECK(reading.posts[0].category == "길");
  CHECK(reading.tells("1 drafts, private or scheduled posts, 1 comments, 1 others"));
}

TEST_CASE("hostile feeds take linear time") {
  std::string deep = "<rss><channel><item><description>";
  for (int i = 0; i < 100'000; ++i) deep += "<b>";
  CHECK(read(deep).posts.size() == 1);
  std::string openings = "<rss><channel><item><description>";
  for (int i = 0; i < 100'000; ++i) openings += "<![CDATA[<!--";
  CHECK(read(openings).posts.size() == 1);
  std::string ends = "<rss><channel><item><description>글";
  for (int i = 0; i < 100'000; ++i) ends += "</x></y>";
  CHECK(read(ends).posts.size() == 1);
}
