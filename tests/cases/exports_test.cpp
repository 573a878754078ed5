// What blogs hand out: feeds, exports, and text copied from their pages.
#include <doctest/doctest.h>

#include <algorithm>

#include "cases/reading.h"

using namespace munjip;
using namespace munjip::cases;
using Strings = std::vector<std::string>;

TEST_CASE("f52: a feed's HTML is unescaped once, and a post cut short is not passed off as whole") {
  const BuiltCase& built = built_case("f52-feed");
  CHECK(built.book.post_count() == 2);
  check_post(built, 0, "h1{다 실은 글}\np{2025년 1월 31일}\np{장을 담갔다.}\np{소금 & 메주}\n");
  check_post(built, 1,
             "h1{덜 실은 글}\np{2025년 2월 1일}\np{앞부분만 실렸다. 그 다음은…}\n"
             "div{p{a{https://example.com/2}}}\n");
  CHECK(built.messages ==
        Strings{"warning: the feed has only the beginning of the post: 덜 실은 글"});
  CHECK(built.content_lost);
  CHECK(count_of(post_xhtml(built, 0), "<p>소금 &amp; 메주</p>") == 1);
}

TEST_CASE("f53: of a WordPress export only published posts are read, and no shortcode shows") {
  const BuiltCase& built = built_case("f53-wxr");
  CHECK(built.book.post_count() == 1);
  check_post(built, 0,
             "h1{블록으로 쓴 글}\n"
             "p{2024년 5월 1일}\n"
             "p{첫 문단}\n"
             "figure{img[장독 사진]figcaption{장독 사진}}\n"
             "p{빈 줄로 나뉜 둘째 문단}\n"
             "p{마지막 말}\n");
  CHECK(epub_pictures(built).size() == 1);
  const Post& post = built.book.parts[0].posts[0];
  CHECK(post.author == "뜰지기");
  CHECK(built.messages ==
        Strings{
            "warning: 2 pictures of a gallery are not in the export",
            "note: only published posts are read; left out: 1 drafts, private or scheduled posts, "
            "1 attachments",
            "warning: unknown shortcodes left out: [weather_box] 1",
        });
  for (const char* gone : {"[caption", "[gallery", "[weather_box", "wp:paragraph", "more--",
                           "쓰다 만 글", "아직 쓰는 중", "붙인 파일"}) {
    CHECK(count_of(all_text(built), gone) == 0);
  }
}

TEST_CASE("f56: of text copied from a page the buttons are cut, and a ragged line is joined") {
  const BuiltCase& built = built_case("f56-copied-text");
  check_post(built, 0,
             "h1{장 담그는 날, 그리고 그 뒤}\n"
             "p{2025년 1월 31일}\n"
             "p{메주를 씻는다}\n"
             "p{메주를 솔로 씻어 볕에 말린다. 하루면 겉이 마르고, 이틀이면 속까지 마른다.}\n"
             "p{소금물의 짙기는 ‘달걀을 띄워(Egg)’ 가늠했다. 줄이 가운데서 끊겨 있다.}\n");
  for (const char* gone : {"좋아요", "공유하기", "게시글 관리", "저작자표시", "카테고리 없음"})
    CHECK(count_of(all_text(built), gone) == 0);
  const std::vector<Dropped>& dropped = built.book.parts[0].posts[0].dropped;
  CHECK(std::any_of(dropped.begin(), dropped.end(), [](const Dropped& one) {
    return one.text.find("공유하기") != std::string::npos;
  }));
}
