// What a page holds besides its text: folded parts, films, buttons, scripts, comments, formulas.
#include <doctest/doctest.h>

#include <algorithm>

#include "cases/reading.h"

using namespace munjip;
using namespace munjip::cases;
using Strings = std::vector<std::string>;

TEST_CASE("f11: folded text is printed, with the label of details and without a toggle's word") {
  const BuiltCase& built = built_case("f11-folded");
  check_post(built, 0,
             "h1{접어 둔 이야기}\n"
             "div{p{답 보기}p{답은 달팽이다.}}\n"
             "p{달팽이는 집을 지고 다닌다.}\n");
  CHECK(post_xhtml(built, 0) ==
        "<div class=\"details\">\n<p class=\"summary\">답 보기</p>\n<p>답은 달팽이다.</p>\n</div>\n"
        "<p>달팽이는 집을 지고 다닌다.</p>\n");
  CHECK(count_of(all_text(built), "더보기") == 0);
}

TEST_CASE("f12: films and sounds become boxes with their addresses, captions kept") {
  const BuiltCase& built = built_case("f12-embeds");
  check_post(built, 0,
             "h1{움직이는 것들}\n"
             "p{앞말}\n"
             "div{p{a{https://www.youtube.com/watch?v=Zyx98765432}}}\n"
             "div{p{a{https://example.com/rain.mp4}}}\n"
             "div{p{a{비.mp4}}}\n"
             "div{p{a{rain.mp3}}}\n"
             "div{p{a{https://www.youtube.com/watch?v=Abc12345678}}p{비 오는 마당}}\n"
             "p{뒷말}\n");
  const Strings links = {"https://www.youtube.com/watch?v=Zyx98765432",
                         "https://example.com/rain.mp4", "https://rain.example.com/yard/비.mp4",
                         "https://rain.example.com/films/rain.mp3",
                         "https://www.youtube.com/watch?v=Abc12345678"};
  CHECK(epub_links(built) == links);
  CHECK(pdf_links(built) == links);
  const std::string xhtml = post_xhtml(built, 0);
  CHECK(count_of(xhtml, "<div class=\"link-box video\">") == 4);
  CHECK(count_of(xhtml, "<div class=\"link-box audio\">") == 1);
  for (const char* gone : {"<iframe", "<video", "<audio"}) CHECK(count_of(xhtml, gone) == 0);
}

TEST_CASE("f13: of a saved page only the article is the post; the rest is listed as dropped") {
  const BuiltCase& built = built_case("f13-page-parts");
  check_post(built, 0, "h1{마당을 쓸다}\np{낙엽을 모았다.}\n");
  CHECK(built.messages == Strings{});
  const std::string text = all_text(built);
  for (const char* gone : {"끼어든", "켜 주세요", "숨긴 말", "공감", "다른 글", "눈을 쓸다",
                           "손님이", "count.example.com", "<script", "<button", "adsbygoogle"}) {
    CAPTURE(gone);
    CHECK(count_of(text, gone) == 0);
  }
  const auto dropped = [&](DropReason reason) {
    const std::vector<Dropped>& all = built.book.parts[0].posts[0].dropped;
    return std::any_of(all.begin(), all.end(),
                       [&](const Dropped& one) { return one.reason == reason; });
  };
  CHECK(dropped(DropReason::related_posts));
  CHECK(dropped(DropReason::post_buttons));
  CHECK(dropped(DropReason::comment));
}

TEST_CASE(
    "f18: the text of formulas is kept as written, also that of MathML, and prices are prices") {
  const BuiltCase& built = built_case("f18-formulas");
  check_post(built, 0,
             "h1{셈 이야기}\n"
             "p{줄 속의 $a=b^3$ 그리고 \\(p+q\\) 이다.}\n"
             "p{$$\\sum_{i=1}^n i = \\frac{n(n+1)}{2}$$}\n"
             "p{code{y=\\frac{3}{4}}}\n"
             "p{연필은 $3 이고 공책은 $4 이다.}\n");
}

TEST_CASE("f58: comments of any form go, and the end of CDATA is escaped") {
  const BuiltCase& built = built_case("f58-comments");
  check_post(built, 0, "h1{풀이 속 줄표}\np{끝표 ]]> 그리고 ]]>}\n");
  CHECK(post_xhtml(built, 0) == "<p>끝표 ]]&gt; 그리고 ]]&gt;</p>\n");
  const std::string text = all_text(built);
  for (const char* gone : {"<!--", "]]>", "옛 창"}) CHECK(count_of(text, gone) == 0);
}

TEST_CASE("f60: nothing active is in either output, and a base address does not bend other ones") {
  const BuiltCase& built = built_case("f60-active-content");
  check_post(built, 0,
             "h1{움직이려는 것}\n"
             "p{글이다}\n"
             "figure{img[나뭇잎]}\n"
             "p{자료 누름}\n"
             "figure{img[설명 없는 그림 (SVG)]}\n");
  CHECK(epub_links(built) == Strings{});
  CHECK(pdf_links(built) == Strings{});
  const std::string text = all_text(built);
  for (const char* gone :
       {"onclick", "onerror", "onload", "<script", "<form", "<input", "<button", "<object",
        "<embed", "<base", "evil.example.com", "data:", "vbscript:", "scripted"}) {
    CAPTURE(gone);
    CHECK(count_of(text, gone) == 0);
  }
  for (const char* gone : {"/JavaScript", "/JS", "/Launch", "evil.example.com"})
    CHECK(count_of(built.pdf, gone) == 0);
  CHECK(epub_pictures(built).size() == 2);
  CHECK(page_pictures(built).size() == 2);
}
