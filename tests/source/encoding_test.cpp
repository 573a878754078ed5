#include "source/encoding.h"

#include <doctest/doctest.h>

#include "base/utf8.h"

using namespace munjip;

namespace {

struct Decoded {
  std::string text;
  Diagnostics diagnostics;
};

Decoded decoded(std::string_view bytes) {
  Decoded result;
  result.text = decode_to_utf8(bytes, "글.txt", result.diagnostics);
  return result;
}

std::string utf16(std::u16string_view text, bool big_endian) {
  std::string bytes;
  for (const char16_t unit : text) {
    const auto high = static_cast<char>(unit >> 8);
    const auto low = static_cast<char>(unit & 0xFF);
    bytes.push_back(big_endian ? high : low);
    bytes.push_back(big_endian ? low : high);
  }
  return bytes;
}

}  // namespace

TEST_CASE("UTF-8 with or without BOM, with any line ends") {
  CHECK(decoded("\xEF\xBB\xBF가\r\n나\r다\n").text == "가\n나\n다\n");
  CHECK(decoded("가\u0085나").text == "가\n나");
  CHECK(decoded("가\u2028나\u2029").text == "가\u2028나\u2029");
  CHECK(decoded("").text.empty());
}

TEST_CASE("CP949 keeps the syllables that KS X 1001 lacks") {
  // Code page 949: 8C 63 is U+B620.
  const Decoded result = decoded("\x8C\x63\xB9\xE6\xB0\xA2\xC7\xCF");
  CHECK(detect_charset("\x8C\x63\xB9\xE6\xB0\xA2\xC7\xCF") == Charset::cp949);
  CHECK(result.text == "똠방각하");
  CHECK(result.diagnostics.empty());
}

TEST_CASE("UTF-16 by BOM and by its pattern") {
  const std::u16string text = u"봄이 오면 가자. 1 2 3\n\xD83D\xDE00";
  for (const bool big_endian : {false, true}) {
    const std::string bytes = utf16(text, big_endian);
    CHECK(decoded(bytes).text == "봄이 오면 가자. 1 2 3\n😀");
    const std::string with_bom = (big_endian ? "\xFE\xFF" : "\xFF\xFE") + bytes;
    CHECK(decoded(with_bom).text == "봄이 오면 가자. 1 2 3\n😀");
  }
}

TEST_CASE("malformed bytes become U+FFFD with one warning") {
  // A tail cut within a character.
  const Decoded cut = decoded("봄이 오면 들에 나가자\xEA\xB0");
  CHECK(cut.text == "봄이 오면 들에 나가자\uFFFD");
  CHECK(cut.diagnostics.count(Severity::warning) == 1);
  const Decoded odd = decoded("\xFF\xFE" + utf16(u"가나", false) + "x");
  CHECK(odd.text == "가나\uFFFD");
  CHECK(odd.diagnostics.count(Severity::warning) == 1);
  const Decoded lone = decoded("\xFE\xFF" + utf16(std::u16string(1, char16_t{0xD800}), true));
  CHECK(lone.text == "\uFFFD");
}

TEST_CASE("control characters go with one warning, tab and newline stay") {
  const Decoded result = decoded(std::string("가\x08\x0B\x0C\x1F나\t다\n\x7F", 15));
  CHECK(result.text == "가나\t다\n");
  CHECK(result.diagnostics.count(Severity::warning) == 1);
  CHECK(decoded("가\uFEFF나").text == "가나");
  CHECK(decoded("가\uFEFF나").diagnostics.empty());
}

TEST_CASE("binary data is no text") {
  CHECK_FALSE(looks_like_text(std::string_view("PK\x03\x04\x00\x00\x08\x00", 8)));
  CHECK_FALSE(looks_like_text(std::string_view("\x89PNG\r\n\x1A\n\x00\x00", 10)));
  CHECK(looks_like_text("글이다"));
  CHECK(looks_like_text("\xB1\xDB\xC0\xCC\xB4\xD9"));
  CHECK(looks_like_text(utf16(u"글이다. 글이다.", true)));
  CHECK(looks_like_text(""));
}

TEST_CASE("any bytes decode to valid UTF-8") {
  std::string bytes;
  unsigned state = 1;
  for (int round = 0; round < 300; ++round) {
    bytes.clear();
    for (int i = 0; i < 200; ++i) {
      state = state * 1103515245U + 12345U;
      bytes.push_back(static_cast<char>(state >> 16));
    }
    CHECK(is_valid_utf8(decoded(bytes).text));
  }
}
