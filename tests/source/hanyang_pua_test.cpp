#include "source/hanyang_pua.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "base/file_io.h"
#include "base/utf8.h"
#include "source/encoding.h"

using namespace munjip;
namespace fs = std::filesystem;

namespace {

bool is_jamo(char32_t c) {
  return (c >= 0x1100 && c <= 0x11FF) || (c >= 0xA960 && c <= 0xA97C) ||
         (c >= 0xD7B0 && c <= 0xD7FB);
}

}  // namespace

TEST_CASE("each of Hanyang's codes is one to three jamo, and nothing else is") {
  std::size_t codes = 0, fillers = 0;
  for (char32_t c = 0xE000; c <= 0xF8FF; ++c) {
    const std::u32string jamo = to_utf32(hanyang_to_jamo(c));
    if (jamo == std::u32string(1, c)) continue;
    ++codes;
    fillers += jamo.empty() ? 1 : 0;
    CHECK(jamo.size() <= 3);
    for (const char32_t part : jamo) CHECK(is_jamo(part));
  }
  CHECK(codes == 5299 + 362);  // syllables, and jamo by themselves
  CHECK(fillers == 1);
  CHECK(hanyang_to_jamo(0xE0BB) == "\uE0BB");
  CHECK(hanyang_to_jamo(U'가') == "가");
}

TEST_CASE("syllables and jamo that published tables agree on") {
  CHECK(to_utf32(hanyang_to_jamo(0xE0BC)) == U"\u115F\u1161\u11AE");
  CHECK(to_utf32(hanyang_to_jamo(0xE1A7)) == U"\u1100\u119E");
  CHECK(to_utf32(hanyang_to_jamo(0xE230)) == U"\u1102\u117A");
  CHECK(to_utf32(hanyang_to_jamo(0xE283)) == U"\u1102\u119E");
  CHECK(to_utf32(hanyang_to_jamo(0xE3C4)) == U"\u1104\u117C\u11B2");
  CHECK(to_utf32(hanyang_to_jamo(0xF537)) == U"\u1112\u119E");
  CHECK(to_utf32(hanyang_to_jamo(0xF66E)).substr(0, 2) == U"\u1159\u11A1");
  CHECK(hanyang_to_jamo(0xF785) == "\u1100");
  CHECK(hanyang_to_jamo(0xF86A).empty());
  CHECK(hanyang_to_jamo(0xF8F7) == "\u11F9");
}

TEST_CASE("old Hangul is converted where it stands among Hangul; icons stay what they are") {
  const OldHangul text = with_standard_old_hangul("나\uE283\uE1A7말 \uF537 밤");
  CHECK(text.text == "나\u1102\u119E\u1100\u119E말 \u1112\u119E 밤");
  CHECK(text.converted == 3);
  for (const char* icons :
       {"\uE0B0 ~/src \uE0BC master", "메뉴 \uF100 \uF200 \uF300", "글\uE283 \uF013", "글"}) {
    CAPTURE(icons);
    CHECK(with_standard_old_hangul(icons).text == icons);
    CHECK(with_standard_old_hangul(icons).converted == 0);
  }
}

TEST_CASE("one letter of old Hangul alone in a text is converted where it stands as a word does") {
  for (const auto& [before, after] :
       {std::pair{"옛말에 \uE1A7 자가 있다", "옛말에 \u1100\u119E 자가 있다"},
        std::pair{"그 글자는 ‘\uF537’이다", "그 글자는 ‘\u1112\u119E’이다"},
        std::pair{"마지막 글자는 \uF537.", "마지막 글자는 \u1112\u119E."}}) {
    CAPTURE(before);
    CHECK(with_standard_old_hangul(before).text == after);
  }
  // As icons stand: before a label, behind a link, in an element of their own, in a prompt.
  for (const char* icon : {"\uF100 홈", "더 보기 \uF105", "<i>\uF100</i> 댓글", "<a>\uF100</a>",
                           "집 \uE0BC main \uE0BC"}) {
    CAPTURE(icon);
    CHECK(with_standard_old_hangul(icon).text == icon);
  }
}

TEST_CASE("a real text in Hanyang's codes becomes the same text in standard jamo, with a note") {
  const fs::path folder = fs::path(MUNJIP_SOURCE_DIR) / "../shared/corpus/c-texts/hanja-oldhangul";
  if (!fs::exists(folder)) {
    MESSAGE("skipped: no shared corpus");
    return;
  }
  Diagnostics diagnostics;
  const std::string text = decode_to_utf8(
      read_file(folder / path_from_utf8("훈민정음_서문_hanyang-pua.txt")), "글", diagnostics);
  CHECK(text == read_file(folder / path_from_utf8("훈민정음_서문.txt")));
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].severity == Severity::note);
}
