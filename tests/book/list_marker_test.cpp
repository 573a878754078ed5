#include "book/list_marker.h"

#include <doctest/doctest.h>

#include <limits>

using namespace munjip;
using enum ListMarker;

TEST_CASE("labels count as their systems do") {
  CHECK(list_label(decimal, 1) == "1.");
  CHECK(list_label(decimal, 120) == "120.");
  CHECK(list_label(hangul_syllable, 1) == "가.");
  CHECK(list_label(hangul_syllable, 14) == "하.");
  CHECK(list_label(hangul_jamo, 1) == "ㄱ.");
  CHECK(list_label(hangul_jamo, 14) == "ㅎ.");
  CHECK(list_label(circled, 1) == "①");
  CHECK(list_label(circled, 20) == "⑳");
  CHECK(list_label(circled, 21) == "㉑");
  CHECK(list_label(circled, 35) == "㉟");
  CHECK(list_label(circled, 36) == "㊱");
  CHECK(list_label(circled, 50) == "㊿");
  CHECK(list_label(bullet, 7) == "•");
  CHECK(list_label(none, 7).empty());
}

// CSS Counter Styles 3, 3.1.5: after z comes aa.
TEST_CASE("letters go on with two") {
  CHECK(list_label(lower_alpha, 26) == "z.");
  CHECK(list_label(lower_alpha, 27) == "aa.");
  CHECK(list_label(lower_alpha, 52) == "az.");
  CHECK(list_label(lower_alpha, 703) == "aaa.");
  CHECK(list_label(upper_alpha, 28) == "AB.");
}

TEST_CASE("Roman numbers subtract") {
  CHECK(list_label(lower_roman, 4) == "iv.");
  CHECK(list_label(upper_roman, 1994) == "MCMXCIV.");
  CHECK(list_label(upper_roman, 3999) == "MMMCMXCIX.");
}

// 행정 효율과 협업 촉진에 관한 규정 시행규칙 2조: after 하 come 거, 너 ...
TEST_CASE("Hangul syllables go on with the next vowel") {
  CHECK(list_label(hangul_syllable, 15) == "거.");
  CHECK(list_label(hangul_syllable, 28) == "허.");
  CHECK(list_label(hangul_syllable, 29) == "고.");
}

TEST_CASE("a number without a sign is printed in digits") {
  CHECK(list_label(circled, 51) == "51.");
  CHECK(list_label(circled, 0) == "0.");
  CHECK(list_label(hangul_jamo, 15) == "15.");
  CHECK(list_label(upper_roman, 4000) == "4000.");
  CHECK(list_label(lower_alpha, -3) == "-3.");
  CHECK(list_label(lower_alpha, std::numeric_limits<int>::max()).size() == 8);
}

TEST_CASE("items count on from the number that the author gave") {
  List list;
  list.marker = decimal;
  list.start = 3;
  list.items.resize(4);
  list.items[2].value = 10;
  CHECK(item_numbers(list) == std::vector<int>{3, 4, 10, 11});

  list.start = std::numeric_limits<int>::max();
  list.items[2].value.reset();
  CHECK(item_numbers(list).back() == std::numeric_limits<int>::max());
}
