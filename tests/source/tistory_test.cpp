#include <doctest/doctest.h>

#include "html_reading.h"
#include "source/json_fields.h"

using namespace munjip;
using namespace munjip::test;

TEST_CASE("the editor's picture: caption, alternative text, display size") {
  const Reading reading = read_fragment(
      "<p></p><figure class=\"imageblock alignCenter\" data-filename=\"나무 한 그루.png\"><span "
      "data-url=\"https://blog.kakaocdn.net/dna/a/b/img.png?expires=1\" data-alt=\"느티나무\"><img "
      "src=\"https://blog.kakaocdn.net/dna/a/b/img.png?expires=1\" "
      "srcset=\"https://img1.daumcdn.net/"
      "thumb/R1280x0/"
      "?scode=mtistory2&amp;fname=https%3A%2F%2Fblog.kakaocdn.net%2Fdna%2Fa%2Fb%2Fimg."
      "png%3Fexpires%3D1\" onerror=\"this.src='//x/no-image.png';\" width=\"515\" height=\"343\">"
      "</span><figcaption>마을 어귀</figcaption></figure><p></p>");
  REQUIRE(reading.post.body.size() == 1);
  const Figure& figure = std::get<Figure>(reading.post.body[0].is);
  CHECK(notation(figure.caption) == "마을 어귀");
  REQUIRE(figure.images.size() == 1);
  CHECK(figure.images[0].alt == "느티나무");
  CHECK(figure.images[0].width_px == 515);
  CHECK(figure.images[0].height_px == 343);
  // the thumbnail server's address gives way to the picture it was made from
  CHECK(figure.images[0].source == "https://blog.kakaocdn.net/dna/a/b/img.png?expires=1");
}

TEST_CASE("a grid is one figure with one caption") {
  CHECK(body_of("<p><figure class='imagegridblock'><div class='image-container'><span "
                "style='width: 61%'><img src='1.png'></span><span><img src='2.png'></span></div>"
                "<figcaption>두 장</figcaption></figure></p>") == "figure 2 두 장");
}

TEST_CASE("a link card is one box, and what it repeats is listed") {
  const Reading reading = read_fragment(
      "<figure data-ke-type='opengraph' data-og-source-url='https://a.example/1'><a "
      "href='https://a.example/1'><div class='og-image'>&nbsp;</div><div class='og-text'>"
      "<p class='og-title'>소개</p><p class='og-desc'>짧은 글</p><p class='og-host'>a.example</p>"
      "</div></a></figure>");
  CHECK(notation(reading.post.body) == "box 소개 <https://a.example/1> 짧은 글");
  REQUIRE(reading.post.dropped.size() == 1);
  CHECK(reading.post.dropped[0].text == "a.example");
}

TEST_CASE("videos, maps, files and stickers") {
  CHECK(body_of("<figure data-ke-type='video' data-video-url='https://v.example/1' "
                "data-video-title='제목'><iframe src='//v.example/e/1'></iframe><figcaption>설명"
                "</figcaption></figure>") == "box 제목 <https://v.example/1> ");
  CHECK(body_of("<p><iframe data-ke-type='map' src='/proxy/m.php' "
                "data-maps-data='addr=%EB%AA%85%EB%8F%99&amp;title='></iframe></p>") ==
        "box 명동 <https://map.kakao.com/?q=%EB%AA%85%EB%8F%99> ");
  CHECK(body_of("<figure class='fileblock'><a href='https://f.example/a.pdf'><div "
                "class='filename'><span class='name'>글.pdf</span></div><div class='size'>0.1MB"
                "</div></a></figure>") == "box 글.pdf <https://f.example/a.pdf> 0.1MB");
  const Reading sticker =
      read_fragment("<figure data-ke-type='emoticon'><img src='e.gif' width='150'></figure>");
  REQUIRE(sticker.post.body.size() == 1);
  const auto& paragraph = std::get<Paragraph>(sticker.post.body[0].is);
  CHECK(std::get<InlineImage>(paragraph.content.at(0).is).image.is_emoticon);
}

TEST_CASE("folded text is unfolded and the word to click goes") {  // f11
  const Reading reading = read_fragment(
      "<div data-ke-type='moreLess'><a class='btn-toggle-moreless'>더보기</a><div "
      "class='moreless-content' style='display:none'><p>속 글</p></div></div>");
  CHECK(notation(reading.post.body) == "p 속 글");
  REQUIRE(reading.post.dropped.size() == 1);
  CHECK(reading.post.dropped[0].text == "더보기");
  CHECK(body_of("<p>[#M_더보기|접기|속 글_M#]</p>") == "p 속 글");
}

TEST_CASE("styles of rules and quotations are classes") {
  const Reading reading = read_fragment(
      "<hr data-ke-style='style5'><blockquote data-ke-style='style2'><p>말</p></blockquote>");
  REQUIRE(reading.post.body.size() == 2);
  CHECK(reading.post.body[0].classes == std::vector<std::string>{"style5"});
  CHECK(reading.post.body[1].classes == std::vector<std::string>{"style2"});
}

TEST_CASE("footnotes of the editor") {
  const Reading reading = read_fragment(
      "<p>본문<sup class='footnote'><a href='#footnote_1_1' id='footnote_link_1_1'><span "
      "style='display:none'>[각주:</span>1<span style='display:none'>]</span></a></sup></p>"
      "<div class='footnotes'><ol class='footnotes'><li id='footnote_1_1'>설명이다. <a "
      "href='#footnote_link_1_1'>[본문으로]</a></li></ol></div>");
  CHECK(notation(reading.post.body) == "p 본문^0");
  REQUIRE(reading.post.notes.size() == 1);
  CHECK(notation(reading.post.notes[0].body) == "p 설명이다.");
}

TEST_CASE("code coloured by Color Scripter is code again") {
  CHECK(body_of("<div class='colorscripter-code'><table><tr><td><div><div>1</div><div>2</div></div>"
                "</td><td><div><div style='white-space:pre'>for&nbsp;x:</div><div "
                "style='white-space:pre'>&nbsp;&nbsp;y</div></div></td><td><a href='#e'>cs</a></td>"
                "</tr></table></div>") == "code \nfor x:\n  y\n");
}

TEST_CASE("picture tokens of the editor and of old exports") {
  const Reading reading = read_fragment(
      "<p>[##_Image|kage@a/b/c/img.png|CDM|1.3|{\"originWidth\":640,\"width\":320,\"caption\":\"옛 "
      "| 그림\",\"alt\":\"대체\",\"filename\":\"img.png\"}_##]</p>");
  REQUIRE(reading.post.body.size() == 1);
  const Figure& figure = std::get<Figure>(reading.post.body[0].is);
  CHECK(notation(figure.caption) == "옛 | 그림");
  REQUIRE(figure.images.size() == 1);
  CHECK(figure.images[0].source == "https://blog.kakaocdn.net/dn/a/b/c/img.png");
  CHECK(figure.images[0].alt == "대체");
  CHECK(figure.images[0].width_px == 320);

  const Reading old = read_fragment(
      "앞 [##_2C|cfile1.uf.AB.png|width=\"10\" alt=\"가\"|왼쪽|cfile2.uf.CD.jpg|width=\"20\"|_##] "
      "뒤");
  REQUIRE(old.post.body.size() == 3);
  const Figure& pair = std::get<Figure>(old.post.body[1].is);
  REQUIRE(pair.images.size() == 2);
  CHECK(pair.images[0].source == "https://cfile1.uf.tistory.com/image/AB.png");
  CHECK(pair.images[1].width_px == 20);
  CHECK(notation(pair.caption) == "왼쪽");
  // A figure has one caption: those of all its pictures, in order.
  CHECK(body_of("[##_2C|a.png|width=\"9\"|왼쪽 말|b.png|width=\"9\"|오른쪽 말_##]")
            .find("왼쪽 말 / 오른쪽 말") != std::string::npos);
  // Each caption once, though it is a part of one before.
  const Reading three = read_fragment(
      "[##_3C|a.png|width=\"9\"|강가 사진|b.png|width=\"9\"|사진|c.png|width=\"9\"|강가 사진_##]");
  REQUIRE(three.post.body.size() == 1);
  CHECK(notation(std::get<Figure>(three.post.body[0].is).caption) == "강가 사진 / 사진");
}

// Public posts in edit mode, 2019 to 2024: keys and descriptions parted by commas, the word that
// says where the picture stands before the description, one caption behind it.
TEST_CASE("picture tokens of the editor before JSON: grids, slides, and where a picture stands") {
  const Reading one = read_fragment(
      "[##_Image|kage@a/b/c/img.png|alignCenter|data-origin-width=\"0\" width=\"480\" "
      "height=\"245\" data-ke-mobilestyle=\"widthContent\"|부엌의 저울||_##]");
  REQUIRE(one.post.body.size() == 1);
  const Figure& figure = std::get<Figure>(one.post.body[0].is);
  CHECK(notation(figure.caption) == "부엌의 저울");
  CHECK(figure.images.at(0).width_px == 480);
  CHECK(body_of("[##_Image|kage@a/b/c/img.png|floatLeft|data-origin-width=\"0\"|||_##]") ==
        "figure 1 ");

  const Reading grid = read_fragment(
      "[##_ImageGrid|kage@a/b/c/img.png,kage@d/e/f/img.jpg|data-filename=\"장독, 뒤뜰.png\" "
      "alt=\"장독\" style=\"width: 49%; margin-right: 10px;\",data-filename=\"담.jpg\" "
      "alt=\"담\"|장독과 담_##]");
  REQUIRE(grid.post.body.size() == 1);
  const Figure& pair = std::get<Figure>(grid.post.body[0].is);
  REQUIRE(pair.images.size() == 2);
  CHECK(pair.images[0].source == "https://blog.kakaocdn.net/dn/a/b/c/img.png");
  CHECK(pair.images[0].alt == "장독");
  CHECK(pair.images[1].source == "https://blog.kakaocdn.net/dn/d/e/f/img.jpg");
  CHECK(pair.images[1].alt == "담");
  CHECK(notation(pair.caption) == "장독과 담");

  // One after another, as the slides of a saved page.
  CHECK(body_of("[##_ImageSlide|kage@a/b/c/img.png,kage@d/e/f/img.png,kage@g/h/i/img.png|"
                "alignCenter|data-origin-width=\"302\"|사흘 동안_##]") ==
        "figure 1 \nfigure 1 \nfigure 1 사흘 동안");
}

TEST_CASE("each picture of a gallery has its own caption; a size is that of the window") {
  const Reading gallery = read_fragment(
      "[##_Gallery|cfile1.uf.AA.jpg|첫 마당|b.jpg||c.jpg|셋째 마당|width=\"400\" "
      "height=\"300\"_##]");
  CHECK(notation(gallery.post.body) == "figure 1 첫 마당\nfigure 1 \nfigure 1 셋째 마당");
  CHECK(std::get<Figure>(gallery.post.body.back().is).images.at(0).width_px == 0);
  CHECK(body_of("[##_iMazing|a.jpg||b.jpg||width=400 height=300 frame=net_imazing_frame_none|"
                "돌담길_##]") == "figure 1 \nfigure 1 돌담길");
}

TEST_CASE("file tokens are link boxes; unknown tokens are never printed") {
  CHECK(body_of("[##_Jukebox|cfile3.uf.A1.mp3|빗소리|b.mp3|바람 소리|autoplay=0 visible=1|_##]") ==
        "box 빗소리 <https://cfile3.uf.tistory.com/image/A1.mp3> \nbox 바람 소리 <> ");
  CHECK(body_of("[##_File|kage@k/l/tfile.pdf|filename=\"서식.pdf\" size=\"0.2MB\"|_##]") ==
        "box 서식.pdf <https://blog.kakaocdn.net/dn/k/l/tfile.pdf> 0.2MB");
  const Reading unknown = read_fragment("<p>앞 [##_Puzzle|a.mp3|b_##] 뒤</p>");
  CHECK(notation(unknown.post.body) == "p 앞 뒤");
  REQUIRE(unknown.post.dropped.size() == 1);
  CHECK(unknown.post.dropped[0].text == "[##_Puzzle|a.mp3|b_##]");
  CHECK(unknown.diagnostics.content_lost());
  CHECK(body_of("<p>[##_ 닫히지 않음</p>") == "p [##_ 닫히지 않음");
}

TEST_CASE("buttons, advertisements and other posts are dropped with their reason") {
  const Reading reading = read_fragment(
      "<p>글</p><div class='container_postbtn'><button>공감</button></div><div "
      "class='another_category "
      "x'><h4>다른 글</h4></div><div class='revenue_unit_wrap'>반응형</div>");
  CHECK(notation(reading.post.body) == "p 글");
  REQUIRE(reading.post.dropped.size() == 3);
  CHECK(reading.post.dropped[0].reason == DropReason::post_buttons);
  CHECK(reading.post.dropped[1].reason == DropReason::related_posts);
  CHECK(reading.post.dropped[2].reason == DropReason::advertisement);
}

TEST_CASE("json_fields: paths, escapes, and text that is cut off") {
  const auto fields =
      json_fields(R"({"a":{"b":["x",1,true,null]},"c":"\uD55C\uD83D\uDE00\"\n"} tail)");
  CHECK(fields.at("a.b.0") == "x");
  CHECK(fields.at("a.b.1") == "1");
  CHECK(fields.at("a.b.2") == "true");
  CHECK_FALSE(fields.contains("a.b.3"));
  CHECK(fields.at("c") == "한😀\" ");
  CHECK(json_fields(R"({"a":"1","b":{"c)").at("a") == "1");
  CHECK(json_fields(std::string(100000, '[')).size() <= 1);
}

TEST_CASE("Tistory: slides are pictures one after another, their numbers are buttons") {
  CHECK(body_of("<figure class='imageslideblock'><div class='image-container'><span><img "
                "src='a.png'></span><span><img src='b.png'></span><div class='mark'><span>0</span>"
                "<span>1</span></div></div><figcaption>둘</figcaption></figure>") ==
        "figure 1 \nfigure 1 둘");
}

TEST_CASE("Tistory before 2019: pictures in blocks, side by side in a table, captions below") {
  CHECK(body_of("<div class='imageblock center'><span><img src='a.png'></span><p "
                "class='cap1'>강가</p></div>") == "figure 1 강가");
  CHECK(body_of("<div class='imageblock dual'><table><tr><td><img src='a.png'></td><td><img "
                "src='b.png'><p class='cap1'>둘</p></td></tr></table></div>") == "figure 2 둘");
  CHECK(body_of("<div class='imageblock dual'><table><tr><td><img src='a.png'><p "
                "class='cap1'>하나</p></td><td><img src='b.png'><p class='cap1'>둘</p></td></tr>"
                "</table></div>") == "figure 1 하나\nfigure 1 둘");
}

TEST_CASE("the words that open an old fold stay where the author chose them") {
  CHECK(body_of("<p>가</p>[#M_ 산책 사진 모음 |less..|<p>속</p>_M#]<p>나</p>") ==
        "p 가\np 산책 사진 모음\np 속\np 나");
  CHECK(body_of("[#M_more..|less..|<p>속</p>_M#]") == "p 속");
}
