// Naver blog pages. The markup is what SmartEditor ONE, 3 and 2 write in 2026, 2018 and 2015.
#include <doctest/doctest.h>

#include "html_reading.h"
#include "temporary_folder.h"

using namespace munjip;
using namespace munjip::test;

namespace {

std::string page_of(const std::string& header, const std::string& body) {
  return "<!doctype html><html lang=ko><head><title>봄 나들이 : 네이버 블로그</title>"
         "<meta property='og:title' content='봄 나들이'>"
         "<meta property='og:url' content='https://blog.naver.com/writer/223000000001'>"
         "</head><body><div class='u_skip'><a href='#ct'>본문 바로가기</a></div>" +
         header + body +
         "<div class='lyr_add_buddy'>이웃추가하고 새글을 받아보세요</div></body></html>";
}

std::string component(const std::string& kind, const std::string& inside,
                      const std::string& data = "") {
  return "<div class='se-component se-" + kind +
         " se-l-default'><div class='se-component-content'>" + inside + "</div>" +
         (data.empty() ? ""
                       : "<script class='__se_module_data' data-module='" + data + "'></script>") +
         "</div>";
}

std::string one(const std::string& components) {
  return notation(
      read_fragment("<div class='se-main-container'>" + components + "</div>").post.body);
}

}  // namespace

TEST_CASE("Naver, SmartEditor ONE: the text without the page, and what its header says") {
  const std::string header =
      "<div class='se-component se-documentTitle'><div class='blog_category'><a href='#'>- 여행</a>"
      "</div><div class='se-module se-title-text'><p>봄 나들이</p></div>"
      "<div class='blog_author'><a href='#'><strong>글쓴이</strong></a></div>"
      "<p class='blog_date'> 2024. 4. 5. 22:38 </p>"
      "<div class='blog_btnArea'><a href='#'>이웃추가</a><a href='#'>URL복사</a></div></div>";
  const std::string body =
      "<div class='se-main-container'>" +
      component("text",
                "<p class='se-text-paragraph'><span>\u200B</span></p>"
                "<p class='se-text-paragraph'><span>산벚이 피었다.</span></p>") +
      "</div><div class='wrap_tag'><a href='#'>#벚꽃</a><a href='#'>#봄</a></div>";
  const Pages pages = read_page(page_of("<div class='se-viewer'>" + header, body + "</div>"));
  REQUIRE(pages.posts.size() == 1);
  const Post& post = pages.posts[0];
  CHECK(post.title == "봄 나들이");
  CHECK(post.author == "글쓴이");
  CHECK(post.category == "여행");
  CHECK(post.number == 223000000001);
  CHECK(post.address == "https://blog.naver.com/writer/223000000001");
  CHECK(post.tags == std::vector<std::string>{"벚꽃", "봄"});
  REQUIRE(post.published);
  CHECK(iso_8601(*post.published) == "2024-04-05T22:38:00+09:00");
  CHECK(notation(post.body) == "p 산벚이 피었다.");
}

TEST_CASE("Naver, SmartEditor ONE: components") {
  SUBCASE("a link card is one box; its host and thumbnail are not text") {
    CHECK(one(component("oglink",
                        "<a href='https://a.example/1' class='se-oglink-info'>"
                        "<img src='t.png'><strong class='se-oglink-title'>소개</strong>"
                        "<p class='se-oglink-summary'>짧은 글</p>"
                        "<p class='se-oglink-url'>a.example</p></a>")) ==
          "box 소개 <https://a.example/1> 짧은 글");
  }
  SUBCASE("code keeps its lines and its language") {
    CHECK(one(component("code",
                        "<div class='se-code-source'><div class='__se_code_view "
                        "language-cpp'>int a;\n  int b;</div></div>")) ==
          "code cpp\nint a;\n  int b;\n");
  }
  SUBCASE("a formula is in the component's data only") {
    CHECK(
        one(component(
            "formula", "<div class='se-module-formula'></div>",
            R"({"type":"v2_formula","id":"SE-1","data":{"html":"<span class=\"mq-selectable\">$x\\le y$</span>"}})")) ==
        "code tex\nx\\le y\n");
  }
  SUBCASE("a formula that the page does not hold is told") {
    const Reading reading = read_fragment(component("formula", "<div></div>"));
    CHECK(reading.diagnostics.content_lost());
  }
  SUBCASE("quotations with their source") {
    const Reading reading = read_fragment(
        "<div class='se-component se-quotation se-l-quotation_line'><blockquote>"
        "<div class='se-quote'><p>말씀</p></div><div "
        "class='se-cite'>옛책</div></blockquote></div>");
    REQUIRE(reading.post.body.size() == 1);
    CHECK(notation(reading.post.body) == "quote{p 말씀} -- 옛책");
    CHECK(reading.post.body[0].classes == std::vector<std::string>{"style2"});
  }
  SUBCASE("a strip of pictures is one figure, its caption under it") {
    CHECK(one(component("imageStrip",
                        "<div class='se-imageStrip-container'><img src='a.png'><img src='b.png'>"
                        "</div><div class='se-module-text se-caption'><p>두 그림</p></div>")) ==
          "figure 2 두 그림");
  }
  SUBCASE("a collage is a figure for each row") {
    CHECK(one(component("imageGroup",
                        "<div class='se-imageGroup-item'><img src='a.png'><img src='b.png'></div>"
                        "<div class='se-imageGroup-item'><img src='c.png'></div>"
                        "<div class='se-caption'>셋</div>")) == "figure 2 \nfigure 1 셋");
  }
  SUBCASE("videos, maps, files, books") {
    CHECK(one(component(
              "video", "<div></div>",
              R"({"type":"v2_video","id":"SE-2","data":{"mediaMeta":{"title":"첫 영상"}}})")) ==
          "box 첫 영상 <> ");
    CHECK(one(component("placesMap",
                        "<a class='se-map-info' data-linkdata='{\"placeId\":\"123\"}'>"
                        "<strong class='se-map-title'>다방</strong>"
                        "<p class='se-map-address'>서울 중구</p></a>")) ==
          "box 다방 <https://map.naver.com/p/entry/place/123> 서울 중구");
    CHECK(one(component("file",
                        "<span class='se-file-name'>자료</span><span "
                        "class='se-file-extension'>.pdf</span><a href='https://a.example/f' "
                        "class='se-file-save-button'>파일 다운로드</a>")) ==
          "box 자료.pdf <https://a.example/f> ");
    CHECK(
        one(component(
            "oembed", "<div></div>",
            R"({"type":"v2_oembed","id":"SE-3","data":{"type":"video","title":"강의","inputUrl":"https://www.youtube.com/watch?v=abc"}})")) ==
        "box 강의 <https://www.youtube.com/watch?v=abc> ");
  }
  SUBCASE("a section's title is a heading, a sticker stands in the line") {
    CHECK(one(component("sectionTitle", "<div class='se-title-text'><p>첫째 날</p></div>")) ==
          "h2 첫째 날");
    CHECK(one(component("sticker", "<img class='se-sticker-image' src='s.png'>")) == "p {s.png}");
  }
}

TEST_CASE("Naver: a video leads to the post, where alone it can be seen") {
  const Pages pages = read_page(page_of(
      "",
      "<div class='se-main-container'>" +
          component("video", "<div></div>",
                    R"({"type":"v2_video","id":"SE-2","data":{"mediaMeta":{"title":"첫 영상"}}})") +
          "</div>"));
  REQUIRE(pages.posts.size() == 1);
  CHECK(notation(pages.posts[0].body) ==
        "box 첫 영상 <https://blog.naver.com/writer/223000000001> ");
}

TEST_CASE("Naver: a picture is named by its original, without the width that the page asks for") {
  const Reading reading = read_fragment(
      "<img src='https://mblogthumb-phinf.pstatic.net/a/산.jpg?type=w80_blur' "
      "data-lazy-src='https://mblogthumb-phinf.pstatic.net/a/산.jpg?type=w800'>");
  REQUIRE(reading.post.body.size() == 1);
  const auto& figure = std::get<Figure>(reading.post.body[0].is);
  CHECK(figure.images.at(0).source == "https://mblogthumb-phinf.pstatic.net/a/산.jpg");
}

TEST_CASE("Naver, SmartEditor 3 and 2") {
  const std::string three =
      "<div class='se_doc_viewer'><div class='se_component_wrap'><div class='se_component "
      "se_documentTitle'><h3 class='se_textarea'>봄 나들이</h3></div></div>"
      "<div class='se_component_wrap sect_dsc __se_component_area'><div class='se_component "
      "se_paragraph'><p class='se_textarea'>힘든 날</p></div></div></div>";
  const Pages pages3 = read_page(page_of("", three));
  REQUIRE(pages3.posts.size() == 1);
  CHECK(notation(pages3.posts[0].body) == "p 힘든 날");

  const std::string two =
      "<div class='post_tit_area'><strong class='tit_category'>일상</strong><h3 class='tit_h3'>봄 "
      "나들이</h3><p class='se_date'>2015. 10. 1. 18:33</p></div><div id='viewTypeSelector'><p "
      "align='center'><font size='2'>첫 줄</font></p><span class='_img' "
      "thumburl='https://m.pstatic.net/a/b.png?type='></span></div>";
  const Pages pages2 = read_page(page_of("", two));
  REQUIRE(pages2.posts.size() == 1);
  CHECK(notation(pages2.posts[0].body) == "p 첫 줄\nfigure 1 ");
  CHECK(pages2.posts[0].category == "일상");
  REQUIRE(pages2.posts[0].published);
}

TEST_CASE("Naver: a page with posts of two editors keeps both") {
  const Pages pages =
      read_page(page_of("",
                        "<div class='post'><div class='se-main-container'><p>새 글</p></div></div>"
                        "<div class='post'><div id='postViewArea'><p>옛 글</p></div></div>"));
  REQUIRE(pages.posts.size() == 2);
  CHECK(notation(pages.posts[0].body) == "p 새 글");
  CHECK(notation(pages.posts[1].body) == "p 옛 글");
}

TEST_CASE("Naver: the frame leads to the page beside it, or is refused") {
  const std::string frame =
      "<html><head><title>블로그</title></head><body><iframe id='mainFrame' "
      "src='./blog_files/PostView.html?x=1'></iframe></body></html>";
  const TemporaryFolder folder("naver");
  SourceText source = source_of(frame);
  source.file = folder.path() / "blog.html";
  source.folder = folder.path();
  Diagnostics alone;
  CHECK(read_html(source, alone).empty());
  CHECK(alone.count(Severity::error) == 1);
  folder.add("blog_files/PostView.html",
             page_of("", "<div class='se-main-container'><p>안쪽 글</p></div>"));
  Diagnostics together;
  const std::vector<Post> posts = read_html(source, together);
  REQUIRE(posts.size() == 1);
  CHECK(notation(posts[0].body) == "p 안쪽 글");
  CHECK(together.count(Severity::error) == 0);
}
