// What stands in a page for readers that cannot show something (HTML, 4.8 and 4.12.2): a book is
// one of them, so its words and pictures are the author's where nothing else shows the same.
#include <doctest/doctest.h>

#include "html_reading.h"
#include "media/image.h"

using namespace munjip;
using namespace munjip::test;

namespace {

std::size_t count_pictures(std::string_view html) {
  std::size_t count = 0;
  const Reading reading = read_fragment(html);
  for (const Block& block : reading.post.body) {
    if (const auto* figure = std::get_if<Figure>(&block.is)) count += figure->images.size();
  }
  return count;
}

}  // namespace

TEST_CASE("a picture that stands in noscript alone is read") {
  CHECK(body_of("<p>앞</p><noscript><img src='well.png' alt='우물'></noscript><p>뒤</p>") ==
        "p 앞\nfigure 1 \np 뒤");
  CHECK(body_of("<p>앞<span class='later'></span><noscript><picture><source srcset='w.webp 2x'>"
                "<img src='well.png'></picture></noscript></p>") == "p 앞\nfigure 1 ");
  CHECK(body_of("<div class='player' data-id='Abc'></div><noscript><iframe "
                "src='https://www.youtube.com/embed/Abc12345678'></iframe></noscript>") ==
        "box  <https://www.youtube.com/watch?v=Abc12345678> ");
  // What only counts visits is not shown, and what asks for scripts is listed.
  const Reading asks = read_fragment(
      "<p>글</p><noscript>스크립트를 켜세요<img src='c.gif' width=1 height=1><img "
      "style='display:none' src='d.gif'><iframe src='https://t.example/ns' height=0 width=0 "
      "style='display:none;visibility:hidden'></iframe></noscript>");
  CHECK(notation(asks.post.body) == "p 글");
  REQUIRE(!asks.post.dropped.empty());
  CHECK(asks.post.dropped.back().text == "스크립트를 켜세요");
}

TEST_CASE("a picture that is loaded late is read once, whole") {
  // Beside its copy, before it, or in a wrapper of its own.
  CHECK(count_pictures("<p><img src='blank.gif' data-src='well.png'><noscript><img "
                       "src='well.png'></noscript></p>") == 1);
  CHECK(count_pictures("<noscript><img src='//e.com/well.png'></noscript><img "
                       "data-src='https://e.com/well.png'>") == 1);
  CHECK(count_pictures("<span><img data-lazy-src='well.png'></span><div><noscript><img "
                       "src='well.png'></noscript></div>") == 1);
  const Reading reading = read_fragment(
      "<p><img src='grey.png' class='lazy' alt='우물'><noscript><img src='small.png' "
      "srcset='small.png "
      "300w, whole.png 900w'></noscript></p>");
  REQUIRE(reading.post.body.size() == 1);
  const Image& image = std::get<Figure>(reading.post.body[0].is).images.at(0);
  CHECK(image.source == "whole.png");
  CHECK(image.alt == "우물");
  // Two pictures stay two, though they stand side by side.
  CHECK(count_pictures("<noscript><img src='a.png'><img src='b.png'></noscript>") == 2);
  // The blur that Gatsby shows until the picture is there is none.
  CHECK(count_pictures("<div><img aria-hidden='true' alt='' src='data:image/jpeg;base64,/9j/4AAQ'>"
                       "<img src='well.jpg' alt='우물'></div>") == 1);
}

TEST_CASE("an object that is a picture is one; of any other its words are kept") {
  CHECK(body_of("<object data='well.svg' type='image/svg+xml'>우물의 단면</object>") ==
        "figure 1 ");
  const Reading picture =
      read_fragment("<object data='well.svg' type='image/svg+xml'>우물의 <b>단면</b></object>");
  CHECK(std::get<Figure>(picture.post.body.at(0).is).images.at(0).alt == "우물의 단면");
  CHECK(body_of("<object data='https://e.com/well.swf'><p>우물을 들여다보는 놀이</p></object>") ==
        "box  <https://e.com/well.swf> 우물을 들여다보는 놀이");
  CHECK(body_of("<object data='well.swf'><p>우물 속은 <a href='https://e.com/'>여기</a>에.</p>"
                "<img src='well.png'></object>") ==
        "p 우물 속은 [여기](https://e.com/)에.\nfigure 1 ");
  // As YouTube had its films embedded before frames: object and embed are one film.
  CHECK(
      body_of("<object width='425'><param name='movie' value='http://www.youtube.com/v/Abc12345678"
              "&amp;hl=ko'><embed src='http://www.youtube.com/v/Abc12345678&amp;hl=ko' "
              "type='application/x-shockwave-flash'></object>") ==
      "box  <https://www.youtube.com/watch?v=Abc12345678> ");
}

TEST_CASE(
    "what a canvas and a player say instead of themselves is kept; browser advice is listed") {
  CHECK(body_of("<canvas id='c'>해마다 <b>늘어난</b> 감의 수</canvas>") ==
        "p 해마다 <strong>늘어난</strong> 감의 수");
  CHECK(body_of("<video src='https://e.com/r.mp4'><track src='ko.vtt'>비 오는 마당</video>") ==
        "box  <https://e.com/r.mp4> 비 오는 마당");
  CHECK(body_of("<audio><source src='https://e.com/r.mp3'><p>빗소리</p><p>둘째 날</p></audio>") ==
        "box  <https://e.com/r.mp3> \np 빗소리\np 둘째 날");
  const Reading advice = read_fragment(
      "<video src='https://e.com/r.mp4'>Your browser does not support the video tag.</video>"
      "<canvas>이 브라우저는 그림을 그리지 못합니다.</canvas>");
  CHECK(notation(advice.post.body) == "box  <https://e.com/r.mp4> ");
  CHECK(advice.post.dropped.at(0).text == "Your browser does not support the video tag.");
  CHECK(advice.post.dropped.at(1).text == "이 브라우저는 그림을 그리지 못합니다.");
  // A frame's text is for browsers of the last century.
  CHECK(body_of("<iframe src='https://e.com/'>&lt;p>이 글은 옛 프로그램의 것</iframe>") ==
        "box  <https://e.com/> ");
}

TEST_CASE("words in a drawing's foreign objects stay in the drawing") {
  const Reading reading = read_fragment(
      "<svg width=200 height=90 viewBox='0 0 200 90'><rect width=200 height=90 fill='#fff'/>"
      "<foreignObject x=20 y=10 width=160 height=60><div xmlns='http://www.w3.org/1999/xhtml' "
      "style='text-align:center'>물을 <b>긷는다</b><br>두 번</div></foreignObject></svg>");
  REQUIRE(reading.post.resources.size() == 1);
  const auto image = image_for_epub(reading.post.resources[0].bytes);
  REQUIRE(image);
  CHECK(image->media_type == "image/svg+xml");
  CHECK(image->bytes.find(">물을 긷는다</tspan>") != std::string::npos);
  CHECK(image->bytes.find(">두 번</tspan>") != std::string::npos);
}

TEST_CASE("WordPress's embeds are one box with their caption, its verse keeps its lines") {
  CHECK(body_of("<figure class='wp-block-embed is-provider-youtube'><div "
                "class='wp-block-embed__wrapper'>\nhttps://youtu.be/Abc12345678\n</div>"
                "<figcaption>비 오는 마당</figcaption></figure>") ==
        "box  <https://youtu.be/Abc12345678> ");
  const Reading post = read_fragment(
      "<figure class='wp-block-embed is-type-wp-embed'><div class='wp-block-embed__wrapper'>"
      "<blockquote class='wp-embedded-content'><a href='https://e.com/kiln'>가마터</a></blockquote>"
      "<iframe class='wp-embedded-content' src='https://e.com/kiln/embed/' title='가마터 — 집'>"
      "</iframe></div><figcaption>지난 글</figcaption></figure>");
  REQUIRE(post.post.body.size() == 1);
  const LinkBox& box = std::get<LinkBox>(post.post.body[0].is);
  CHECK(box.kind == LinkBoxKind::card);
  CHECK(box.title == "가마터");
  CHECK(box.target == "https://e.com/kiln");
  CHECK(notation(box.caption) == "지난 글");
  // A tweet came with its words.
  CHECK(body_of("<figure class='wp-block-embed'><div class='wp-block-embed__wrapper'><blockquote "
                "class='twitter-tweet'><p>눈이 온다</p>&mdash; 아무개</blockquote></div></figure>")
            .find("눈이 온다") != std::string::npos);

  const Reading verse =
      read_fragment("<pre class='wp-block-verse'>눈이 온다\n들에 <em>온다</em>\n\n산에 온다</pre>");
  REQUIRE(verse.post.body.size() == 1);
  CHECK(verse.post.body[0].classes == std::vector<std::string>{"verse"});
  CHECK(notation(verse.post.body) == "group{p 눈이 온다|들에 <em>온다</em>\np 산에 온다}");
  CHECK(read_fragment("<figure class='wp-block-pullquote'><blockquote><p>물은 흐른다</p><cite>어느 "
                      "책</cite></blockquote></figure>")
            .post.body.at(0)
            .classes == std::vector<std::string>{"pull-quote"});
}
