#include "source/encoding.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "base/file_io.h"
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

TEST_CASE("Johab is told from CP949 by the common Hangul that each gives") {
  // KS X 1001, annex 3: five bits each for the initial (ㄱ 2 ...), the vowel and the final. 봄이
  // 오면 is 9, 13, 17; 13, 29, 1; 13, 13, 1; 8, 11, 5 with a leading 1.
  const auto syllable = [](unsigned initial, unsigned vowel, unsigned final) {
    const unsigned code = 0x8000 | initial << 10 | vowel << 5 | final;
    return std::string{static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)};
  };
  const std::string bytes = syllable(9, 13, 17) + syllable(13, 29, 1) + ' ' + syllable(13, 13, 1) +
                            syllable(8, 11, 5) + " C:\\>";
  CHECK(detect_charset(bytes) == Charset::johab);
  CHECK(decoded(bytes).text == "봄이 오면 C:\\>");
  CHECK(decoded(bytes).diagnostics.empty());
  // 봄이 오면 in CP949.
  CHECK(detect_charset("\xBA\xBD\xC0\xCC \xBF\xC0\xB8\xE9") == Charset::cp949);
}

TEST_CASE("ISO-2022-KR by its designator and shifts (RFC 1557)") {
  const std::string bytes = "\x1B$)C\nHello, \x0E:=@L?@8i\x0F.\n";
  CHECK(looks_like_text(bytes));
  CHECK(detect_charset(bytes) == Charset::iso_2022_kr);
  CHECK(decoded(bytes).text == "\nHello, 봄이오면.\n");
  CHECK(decoded(bytes).diagnostics.empty());
  CHECK(detect_charset("a text about \x1B$)C") == Charset::utf8);
}

TEST_CASE("bytes decide over what a page declares, and a warning names both") {
  const Decoded meta = decoded("<html><meta charset=\"EUC-KR\"><p>봄</p>");
  CHECK(meta.text.find("봄") != std::string::npos);
  REQUIRE(meta.diagnostics.all().size() == 1);
  CHECK(meta.diagnostics.all()[0].text.en.find("euc-kr") != std::string::npos);
  CHECK(meta.diagnostics.all()[0].text.en.find("UTF-8") != std::string::npos);
  const Decoded xml = decoded("<?xml version='1.0' encoding='utf-8'?><p>\xBA\xBD\xC0\xCC</p>");
  CHECK(xml.text.find("봄이") != std::string::npos);
  CHECK(xml.diagnostics.all().size() == 1);
  // What is called EUC-KR is CP949; ASCII is the same in both; text about HTML declares nothing.
  for (const char* same :
       {"<meta http-equiv='Content-Type' content='text/html; charset=euc-kr'><p>\x8C\x63\xB9\xE6",
        "<meta charset=euc-kr><p>spring", "<meta charset=utf-8><p>봄",
        "봄: `<meta charset=\"euc-kr\">`이라고 쓴다", "<p>봄"}) {
    CAPTURE(same);
    CHECK(decoded(same).diagnostics.empty());
  }
}

TEST_CASE("real files in legacy sets give Korean without a malformed place") {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(MUNJIP_SOURCE_DIR) / "../shared/corpus/c-texts/encodings";
  if (!fs::exists(folder)) {
    MESSAGE("skipped: no shared corpus");
    return;
  }
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = to_utf8(entry.path().filename());
    CAPTURE(name);
    const std::string bytes = read_file(entry.path());
    const Charset charset = detect_charset(bytes);
    if (name.find("Johab") != std::string::npos) CHECK(charset == Charset::johab);
    if (name.find("iso-2022-kr") != std::string::npos) CHECK(charset == Charset::iso_2022_kr);
    if (name.find("UTF-16BE") != std::string::npos) CHECK(charset == Charset::utf16_be);
    if (name.find("UTF-16LE") != std::string::npos) CHECK(charset == Charset::utf16_le);
    if (name.find("euc-kr") != std::string::npos) CHECK(charset == Charset::cp949);
    if (name.find("utf-8-sig") != std::string::npos) CHECK(charset == Charset::utf8);
    if (name.find("truncated") == std::string::npos) {
      CHECK(decoded(bytes).text.find("\uFFFD") == std::string::npos);
    }
  }
}

TEST_CASE("a page in a set of another language is read as it declares") {
  Diagnostics diagnostics;
  const auto page = [&](const std::string& set, const std::string& words) {
    return decode_to_utf8("<html><head><meta charset=\"" + set + "\"></head><p>" + words + "</p>",
                          "page.html", diagnostics);
  };
  // "カタカナと道を歩いた。" in Shift_JIS (JIS X 0208; as CP949 it has a malformed place), and
  // "déjà vu" in ISO 8859-1.
  CHECK(page("Shift_JIS",
             "\x83\x4A\x83\x5E\x83\x4A\x83\x69\x82\xC6\x93\xB9\x82\xF0\x95\xE0\x82\xA2\x82\xBD\x81"
             "\x42")
            .find("カタカナと道を歩いた。") != std::string::npos);
  CHECK(page("ISO-8859-1", "d\xE9j\xE0 vu").find("déjà vu") != std::string::npos);
  CHECK(diagnostics.count(Severity::warning) == 0);
  // What cannot be read is told there as everywhere: a lead byte at the text's end, and a vertical
  // tab.
  CHECK(page("Shift_JIS", "\x83\x4A\x83\x5E\x83\x4A\x83\x69\v\x83").find("カタカナ\uFFFD") !=
        std::string::npos);
  REQUIRE(diagnostics.count(Severity::warning) == 2);
  std::string told;
  for (const Diagnostic& one : diagnostics.all()) told += to_string(one, Language::english) + '\n';
  CHECK(told.find("shift_jis: 1 malformed places became U+FFFD") != std::string::npos);
  CHECK(told.find("1 control characters were dropped") != std::string::npos);
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

TEST_CASE("a stray NUL does not make a text a binary file, many do") {
  std::string text = "골목은 낮과 밤이 다르다. 낮에는 지름길이라 부르던 길을 밤에는 멀리 돌아간다.";
  text.insert(text.size() / 2 / 3 * 3, 1, '\0');
  CHECK(looks_like_text(text));
  Diagnostics diagnostics;
  CHECK(decode_to_utf8(text, "글.txt", diagnostics).find('\0') == std::string::npos);
  CHECK_FALSE(looks_like_text(std::string(64, '\0') + text));
}

TEST_CASE("lines in UTF-8 and lines in CP949 in one file are each read as what they are") {
  // 봄이 오면 in CP949.
  const std::string cp949 = "\xBA\xBD\xC0\xCC \xBF\xC0\xB8\xE9";
  const Decoded mixed = decoded("첫 줄은 이렇다\n" + cp949 + "\n마지막 줄\n");
  CHECK(mixed.text == "첫 줄은 이렇다\n봄이 오면\n마지막 줄\n");
  REQUIRE(mixed.diagnostics.all().size() == 1);
  CHECK(mixed.diagnostics.all()[0].text.en.ends_with("Lines in CP949: 1"));
  // Mostly CP949.
  std::string many;
  for (int i = 0; i < 20; ++i) many += cp949 + "\n";
  CHECK(decoded(many + "그 사이의 한 줄\n" + many).text.find("그 사이의 한 줄") !=
        std::string::npos);
  // A cut tail is no CP949.
  const std::string whole = "첫 줄은 이렇다\n다음 줄도 그렇다";
  const Decoded cut = decoded(whole.substr(0, whole.size() - 1));
  CHECK(cut.text == "첫 줄은 이렇다\n다음 줄도 그렇\uFFFD");
  // A file in one set alone is no mixture.
  CHECK(decoded(many).diagnostics.empty());
}

TEST_CASE("ISO-2022-KR has a middle dot, as KS X 1001 has at 21 24") {
  CHECK(decoded("\x1B$)C\n\x0E:=!$@L\x0F\n").text == "\n봄·이\n");
}

TEST_CASE("Korean that was saved as Latin-1 is mended, and told; words with accents stay") {
  // 봄이 오면 꽃이 in CP949, each byte as one character.
  const std::string broken = "º½ÀÌ ¿À¸é ²ÉÀÌ";
  const Decoded mended = decoded(broken + " 1.");
  CHECK(mended.text == "봄이 오면 꽃이 1.");
  CHECK(mended.diagnostics.count(Severity::warning) == 1);
  for (const char* text : {"L'été dernier à Genève, où l'on a dîné: déjà vu, forêt, naïveté",
                           "Ärger über öffentliche Straßen", "º½ÀÌ ¿À¸é는 깨진 글이다"}) {
    CHECK(decoded(text).text == text);
    CHECK(decoded(text).diagnostics.empty());
  }
}
