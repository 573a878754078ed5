// TTXML: the backups of Tattertools, Textcube and old Tistory.
#include <doctest/doctest.h>

#include "source/html_reading.h"

using namespace munjip;
using munjip::test::notation;

namespace {

// A GIF of one pixel (GIF89a, 17 and 18: signature and logical screen).
constexpr std::string_view kPicture = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

std::vector<Post> read(const std::string& posts, Diagnostics& diagnostics) {
  return read_ttxml(test::source_of("<blog type=\"tattertools/1.1\">" + posts + "</blog>"),
                    diagnostics);
}

std::string attachment(const std::string& name, const std::string& label) {
  return "<attachment mime=\"image/gif\"><name>" + name + "</name><label>" + label +
         "</label><content>" + std::string(kPicture) + "</content></attachment>";
}

}  // namespace

TEST_CASE("a post of TTXML: number, address, times in seconds, category path, tags") {
  Diagnostics diagnostics;
  const auto posts = read(
      "<post slogan=\"봄-길\"><id>17</id><visibility>syndicated</visibility><title>봄 길</title>"
      "<content>&lt;p&gt;걷는다.&lt;/p&gt;</content><published>1209829628</published>"
      "<modified>1209829656</modified><category>산책/봄</category><tag>길</tag><tag>꽃</tag></"
      "post>",
      diagnostics);
  REQUIRE(posts.size() == 1);
  CHECK(posts[0].number == 17);
  CHECK(posts[0].address == "/entry/봄-길");
  CHECK(iso_8601_utc(posts[0].published.value()) == "2008-05-03T15:47:08Z");
  CHECK(posts[0].category == "산책/봄");
  CHECK(posts[0].tags == std::vector<std::string>{"길", "꽃"});
  CHECK(notation(posts[0].body) == "p 걷는다.");
}

TEST_CASE("attachments are the post's pictures: by path, by token, by the author's file name") {
  Diagnostics diagnostics;
  const auto posts = read(
      "<post><title>글</title><content><![CDATA[<p><img src=\"[##_ATTACH_PATH_##]/11.gif\"></p>"
      "[##_1C|11.gif|width=\"1\"|그림 말_##]<p><img src=\"내 그림.gif\"></p>]]></content>" +
          attachment("11.gif", "내 그림.gif") + "</post>",
      diagnostics);
  REQUIRE(posts.size() == 1);
  CHECK(diagnostics.empty());
  CHECK(notation(posts[0].body) == "figure 1 \nfigure 1 그림 말\nfigure 1 ");
  REQUIRE(posts[0].resources.size() == 1);
  CHECK(posts[0].resources[0].bytes.starts_with("GIF89a"));
  CHECK(posts[0].resources[0].file.empty());
}

TEST_CASE("private and protected posts, notices and comments are left out and counted") {
  Diagnostics diagnostics;
  const auto posts = read(
      "<post><visibility>public</visibility><title>가</title><content>한 줄\n두 줄</content>"
      "<comment><content>좋네요</content><comment><content>네</content></comment></comment></post>"
      "<post><visibility>private</visibility><title>나</title><content>숨김</content></post>"
      "<post><visibility>protected</visibility><title>다</title><content>잠김</content></post>"
      "<notice><title>공지</title><content>알림</content></notice>",
      diagnostics);
  REQUIRE(posts.size() == 1);
  CHECK(notation(posts[0].body) == "p 한 줄|두 줄");
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].text.en ==
        "only published posts are read; left out: 1 pages, 1 drafts, private or scheduled posts, "
        "1 posts with a password, 2 comments");
}
