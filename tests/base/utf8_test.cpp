#include "base/utf8.h"

#include <doctest/doctest.h>

using namespace munjip;

TEST_CASE("code points go to UTF-8 and back") {
  const std::u32string all = {U'A',  0x7F,   0x80,    0x7FF, 0x800,
                              U'가', 0xFFFD, 0x10000, U'😀',  0x10FFFF};
  CHECK(to_utf32(to_utf8(all)) == all);
  CHECK(count_code_points("가A😀") == 3);
  const std::string text = "가A😀";
  std::size_t at = text.size();
  CHECK(previous_code_point(text, at) == U'😀');
  CHECK(previous_code_point(text, at) == U'A');
  CHECK(previous_code_point(text, at) == U'가');
  CHECK(at == 0);
}

TEST_CASE("malformed sequences become U+FFFD by maximal subparts") {
  // Unicode 15, table 3-8: 61 F1 80 80 E1 80 C2 62 80 63 80 BF 64
  const std::string bytes = "\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64";
  CHECK(to_utf32(bytes) == U"a\uFFFD\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFDd");
  CHECK_FALSE(is_valid_utf8(bytes));
  CHECK_FALSE(is_valid_utf8("\xED\xA0\x80"));  // a surrogate
  CHECK_FALSE(is_valid_utf8("\xC0\x80"));      // overlong
  CHECK_FALSE(is_valid_utf8("\xF4\x90\x80\x80"));
  CHECK(is_valid_utf8("한글, 漢字, 😀"));
}

TEST_CASE("a prefix never splits a character") {
  CHECK(utf8_prefix("가나다", 4) == "가");
  CHECK(utf8_prefix("가나다", 6) == "가나");
  CHECK(utf8_prefix("가", 2).empty());
  CHECK(utf8_prefix("가", 100) == "가");
}
