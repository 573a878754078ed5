// Our own sentences in the sets of other languages; the bytes are those of the Encoding Standard's
// indexes (8.1 to 13.3).
#include "source/foreign_charset.h"

#include <doctest/doctest.h>

#include "source/encoding.h"

using namespace munjip;

namespace {

// 他说这里的水是好的，我们也想去看看。
constexpr const char* kChinese =
    "\xCB\xFB\xCB\xB5\xD5\xE2\xC0\xEF\xB5\xC4\xCB\xAE\xCA\xC7\xBA\xC3\xB5\xC4\xA3\xAC\xCE\xD2\xC3"
    "\xC7\xD2\xB2\xCF\xEB\xC8\xA5\xBF\xB4\xBF\xB4\xA1\xA3";
// 我們在山裡走了三天，看到的都是下雨的村子。
constexpr const char* kTaiwanese =
    "\xA7\xDA\xAD\xCC\xA6"
    "b\xA4s\xB8\xCC\xA8\xAB\xA4"
    "F\xA4T\xA4\xD1\xA1"
    "A\xAC\xDD\xA8\xEC\xAA\xBA\xB3\xA3\xACO\xA4U\xAB"
    "B\xAA\xBA\xA7\xF8\xA4l\xA1"
    "C";
// 山の中を三日あるいて、見たのは雨のふる村ばかりだった。
constexpr const char* kJapaneseEuc =
    "\xBB\xB3\xA4\xCE\xC3\xE6\xA4\xF2\xBB\xB0\xC6\xFC\xA4\xA2\xA4\xEB\xA4\xA4\xA4\xC6\xA1\xA2\xB8"
    "\xAB\xA4\xBF\xA4\xCE\xA4\xCF\xB1\xAB\xA4\xCE\xA4\xD5\xA4\xEB\xC2\xBC\xA4\xD0\xA4\xAB\xA4\xEA"
    "\xA4\xC0\xA4\xC3\xA4\xBF\xA1\xA3";
// 山の中を三日あるいて、見たのは雨のふる村ばかりだった。
constexpr const char* kJapaneseShift =
    "\x8ER\x82\xCC\x92\x86\x82\xF0\x8EO\x93\xFA\x82\xA0\x82\xE9\x82\xA2\x82\xC4\x81"
    "A\x8C\xA9\x82\xBD\x82\xCC\x82\xCD\x89J\x82\xCC\x82\xD3\x82\xE9\x91\xBA\x82\xCE\x82\xA9\x82\xE8"
    "\x82\xBE\x82\xC1\x82\xBD\x81"
    "B";
// 우리는 사흘 동안 산길을 걸었고, 본 것은 모두 비 내리는 마을이었다.
constexpr const char* kKorean =
    "\xBF\xEC\xB8\xAE\xB4\xC2 \xBB\xE7\xC8\xEA \xB5\xBF\xBE\xC8 \xBB\xEA\xB1\xE6\xC0\xBB "
    "\xB0\xC9\xBE\xFA\xB0\xED, \xBA\xBB \xB0\xCD\xC0\xBA \xB8\xF0\xB5\xCE \xBA\xF1 "
    "\xB3\xBB\xB8\xAE\xB4\xC2 \xB8\xB6\xC0\xBB\xC0\xCC\xBE\xFA\xB4\xD9.";

std::string page(std::string_view charset, std::string_view words) {
  return "<html><head><meta charset=\"" + std::string(charset) + "\"></head><body><p>" +
         std::string(words) + "</p></body></html>";
}

struct Decoded {
  std::string text;
  Diagnostics diagnostics;
};
Decoded decoded(const std::string& bytes) {
  Decoded result;
  result.text = decode_to_utf8(bytes, "page.html", result.diagnostics);
  return result;
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE(
    "Chinese and Japanese pages are read as they declare though CP949 takes their bytes too") {
  // As CP949 the first has no malformed place at all.
  CHECK(convert_to_utf8(kChinese, Charset::cp949).malformed == 0);
  for (const char* name : {"gb2312", "gbk", "gb18030"}) {
    const Decoded read = decoded(page(name, kChinese));
    CHECK(holds(read.text, "他说这里的水是好的，我们也想去看看。"));
    CHECK(read.diagnostics.count(Severity::warning) == 0);
  }
  CHECK(
      holds(decoded(page("Big5", kTaiwanese)).text, "我們在山裡走了三天，看到的都是下雨的村子。"));
  CHECK(convert_to_utf8(kJapaneseEuc, Charset::cp949).malformed == 0);
  CHECK(holds(decoded(page("EUC-JP", kJapaneseEuc)).text, "見たのは雨のふる村ばかりだった。"));
  CHECK(convert_to_utf8(kJapaneseShift, Charset::cp949).malformed == 0);
  CHECK(holds(decoded(page("Shift_JIS", kJapaneseShift)).text, "見たのは雨のふる村ばかりだった。"));
}

TEST_CASE("a Korean page stays Korean whatever set it declares, and a warning names both") {
  for (const char* name : {"gb2312", "big5", "shift_jis", "euc-jp", "iso-8859-1", "windows-1252"}) {
    CAPTURE(name);
    const Decoded read = decoded(page(name, kKorean));
    CHECK(holds(read.text, "우리는 사흘 동안 산길을 걸었고, 본 것은 모두 비 내리는 마을이었다."));
    REQUIRE(read.diagnostics.count(Severity::warning) == 1);
    const std::string told = to_string(read.diagnostics.all()[0], Language::english);
    CHECK(holds(told, name));
    CHECK(holds(told, "CP949"));
    // One broken byte changes nothing of that.
    CHECK(holds(decoded(page(name, std::string(kKorean) + '\xC9')).text, "비 내리는 마을이었다."));
  }
  // Two words that happen to be common in Chinese as well are no Chinese text.
  CHECK(holds(decoded(page("gb2312", "\xC7\xD1\xB1\xB9")).text, "한국"));
}

TEST_CASE("the bytes tell the set where nothing is declared, or another") {
  CHECK(holds(decoded(std::string(kChinese) + kChinese).text, "我们也想去看看。"));
  CHECK(holds(decoded(kJapaneseEuc).text, "三日あるいて"));
  const Decoded wrong = decoded(page("euc-kr", kJapaneseShift));
  CHECK(holds(wrong.text, "三日あるいて"));
  REQUIRE(wrong.diagnostics.count(Severity::warning) == 1);
  const std::string told = to_string(wrong.diagnostics.all()[0], Language::english);
  CHECK(holds(told, "euc-kr"));
  CHECK(holds(told, "shift_jis"));
  CHECK(holds(decoded(kKorean).text, "우리는 사흘"));
}

TEST_CASE("words with accents in a Western set are read without a declaration") {
  const Decoded text = decoded("Le caf\xE9 de Zo\xEB, \x93na\xEFve\x94 \x96 5\xA0\x80.\n");
  CHECK(text.text == "Le café de Zoë, “naïve” – 5\u00A0€.\n");
  CHECK(text.diagnostics.count(Severity::warning) == 0);
  // As CP949 this is one syllable that nobody writes.
  CHECK(decoded("\xC4pfel").text == "Äpfel");
  // ISO 8859-2, 0xB3: ł.
  CHECK(holds(decoded(page("iso-8859-2", "Pawe\xB3 pisze")).text, "Paweł pisze"));
  // A rare syllable of CP949 stays one: 8C 63 is 똠.
  CHECK(decoded("tom yam: \x8C\x63\xBE\xE7\xB2\xE1").text == "tom yam: 똠양꿍");
}
