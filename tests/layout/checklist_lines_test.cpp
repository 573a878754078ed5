// The line rules of the project's typography notes (section 8, by number): the given strings at
// many widths, with the fonts of the machine.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string_view>

#include "base/utf8.h"
#include "layout/paragraph_lines.h"

using namespace munjip;
using namespace munjip::sample;

namespace {

using Lines = std::vector<ParagraphLines::Line>;
using Check = std::function<void(const Lines&)>;

void at_all_widths(const std::string& text, const Check& check,
                   ParagraphLines paragraph = ParagraphLines(), double from = 3, double to = 30) {
  for (double em = from; em <= to; em += 0.5) {
    INFO(text << " at " << em << " em");
    check(paragraph.set(text, em));
  }
}

bool is_any_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

// No line but the first begins with one of `marks`.
Check none_first(std::u32string_view marks) {
  return [marks](const Lines& lines) {
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const std::u32string line = to_utf32(lines[i].text);
      REQUIRE(!line.empty());
      CHECK_MESSAGE(!is_any_of(line.front(), marks), lines[i].text);
    }
  };
}

Check none_last(std::u32string_view marks) {
  return [marks](const Lines& lines) {
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      const std::u32string line = to_utf32(lines[i].text);
      REQUIRE(!line.empty());
      CHECK_MESSAGE(!is_any_of(line.back(), marks), lines[i].text);
    }
  };
}

// Each of `parts` stands whole in one line, unless it alone is wider than the measure.
Check whole(std::vector<std::string> parts) {
  return [parts = std::move(parts)](const Lines& lines) {
    for (const std::string& part : parts) {
      const bool found = std::any_of(lines.begin(), lines.end(), [&](const auto& line) {
        return line.text.find(part) != std::string::npos;
      });
      CHECK_MESSAGE(found, part);
    }
  };
}

bool is_syllable(char32_t c) {
  return c >= U'가' && c <= U'힣';
}

}  // namespace

TEST_CASE("checklist 1: no line starts with a full stop, comma or closing mark") {
  at_all_widths("그는 “정말 그렇다”고 말했다.", none_first(U",.?!)”’"), ParagraphLines(), 4);
}

TEST_CASE("checklist 2: no line starts with a middle dot") {
  at_all_widths("금·은·동메달·순위·결과", none_first(U"·"), ParagraphLines(), 4);
}

TEST_CASE("checklist 3: no line starts with an ellipsis or dash, and pairs stay whole") {
  const std::string text = "그래서……그는——갔다";
  at_all_widths(text, none_first(U"…—"), ParagraphLines(), 5.5);
  at_all_widths(text, whole({"……", "——"}), ParagraphLines(), 5.5);
}

TEST_CASE("checklist 4: no line ends with an opening mark or a currency sign") {
  at_all_widths("값은 ₩1,000이고 「시」와 『책』 “말” (글) 《책》 〈글〉",
                none_last(U"(“‘「『《〈₩"), ParagraphLines(), 4);
}

TEST_CASE("checklist 5: a particle stays with the Latin word before it") {
  at_all_widths("GPT를 OpenAI의 ChatGPT는", whole({"GPT를", "AI의", "GPT는"}), ParagraphLines(), 5);
}

TEST_CASE("checklist 6: a particle stays with the closing mark before it") {
  at_all_widths("「독립신문」은 (가)는 “말”고", whole({"」은", "(가)는", "”고"}), ParagraphLines(),
                4);
}

TEST_CASE("checklist 7: digits and counter stay together") {
  at_all_widths("80억원 3개월 15명 2025년", whole({"80억원", "3개월", "15명", "2025년"}),
                ParagraphLines(), 4);
}

TEST_CASE("checklist 8: a number and its sign stay together") {
  at_all_widths("10~20%가 37.5℃였다", whole({"10~20%가", "37.5℃였"}), ParagraphLines(), 5);
}

TEST_CASE("checklist 9: a currency sign and its number stay together") {
  at_all_widths("₩1,000원을 $5를", whole({"₩1,000원", "$5를"}), ParagraphLines(), 5);
}

TEST_CASE("checklist 10: compound units stay whole") {
  at_all_widths("30km/h로 100m²의", whole({"30km/h로", "100m²의"}), ParagraphLines(), 6);
}

TEST_CASE("checklist 11: no piece of one syllable on either side of a break") {
  at_all_widths(
      "세종대왕이 표시되어야",
      [](const Lines& lines) {
        for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
          if (lines[i].end != BreakGrade::syllable) continue;
          const std::u32string before = to_utf32(lines[i].text),
                               after = to_utf32(lines[i + 1].text);
          REQUIRE(before.size() >= 2);
          REQUIRE(after.size() >= 2);
          CHECK(is_syllable(before[before.size() - 2]));
          CHECK(is_syllable(after[1]));
        }
      },
      ParagraphLines(), 5);
}

TEST_CASE("checklist 12: no hyphen at a syllable break") {
  ParagraphLines paragraph;
  const Lines lines = paragraph.set("국립국어원에서 국립국어원에서", 4);
  REQUIRE(lines.size() > 2);
  for (const BrokenLine& line : paragraph.broken().lines) {
    CHECK(paragraph.measured().edges[line.to].hyphen == Length());
  }
}

TEST_CASE("checklist 13: in mode `word` lines end at spaces only") {
  const char* css = "p { word-break: keep-all }";
  at_all_widths(
      "나는 국립국어원에서 일한다",
      [](const Lines& lines) {
        for (const auto& line : lines) {
          CHECK((line.end == BreakGrade::free || line.end == BreakGrade::mandatory));
        }
      },
      ParagraphLines(css), 8);
}

TEST_CASE("checklist 14: a word longer than the line breaks inside the margin") {
  ParagraphLines paragraph("p { word-break: keep-all }");
  const Lines lines = paragraph.set("타우마타와카탕이항아코아우아우오타마테아", 8);
  CHECK(lines.size() == 3);
  CHECK(!paragraph.broken().overfull);
}

TEST_CASE("checklist 15: addresses break behind their delimiters, without a hyphen") {
  ParagraphLines paragraph;
  const std::string address = "http://example.com/path?query=1&b=한글";
  for (double em = 10; em <= 24; em += 0.5) {
    const Lines lines = paragraph.set(address, em);
    std::string all;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      all += lines[i].text;
      if (i + 1 < lines.size()) {
        CHECK_MESSAGE(is_any_of(to_utf32(lines[i].text).back(), U"/?&=."), lines[i].text);
        CHECK(!lines[i].text.ends_with("http:/"));
      }
    }
    CHECK(all == address);
    for (const BrokenLine& line : paragraph.broken().lines) {
      CHECK(paragraph.measured().edges[line.to].hyphen == Length());
    }
  }
}

TEST_CASE("checklist 16: a bracket of one character stays with its word") {
  at_all_widths("사과를(을) 사람(들)이", whole({"사과를(을)", "람(들)이"}), ParagraphLines(), 5);
}

TEST_CASE("checklist 17: a label written to its item stays with it") {
  at_all_widths("가.항목 1)항목 (1)항목 ①첫째", whole({"가.항목", "1)항목", "(1)항목", "①첫째"}),
                ParagraphLines(), 5);
}

TEST_CASE("checklist 18: laughter in jamo stays whole") {
  at_all_widths("ㅋㅋㅋㅋㅋ ㅠㅠ", whole({"ㅋㅋㅋㅋㅋ", "ㅠㅠ"}), ParagraphLines(), 5.5);
}

TEST_CASE("checklist 19: a cluster of old Hangul stays whole") {
  at_all_widths("나랏말ᄊᆞ미 듕귁에", whole({"ᄊᆞ"}), ParagraphLines(), 3);
}

TEST_CASE("checklist 20: 3·1 and 제1조 stay whole") {
  at_all_widths("3·1운동 제1조제2항", whole({"3·1운동", "제1조", "제2항"}), ParagraphLines(), 4);
}

TEST_CASE("checklist 21: a unit behind a space rather stays with its number") {
  const std::vector<BreakPoint> breaks =
      find_breaks("약 7,500억 원과 15 명", "ko", WordBreak::book);
  REQUIRE(breaks.size() == 5);
  CHECK(breaks[0].penalty == 0);
  CHECK(breaks[1].penalty == 500);
  CHECK(breaks[2].penalty == 0);
  CHECK(breaks[3].penalty == 500);
}

TEST_CASE("checklist 22: straight quotes are classed by their sides") {
  const std::string text = "그는 \"정말\"이라고 'A'를";
  at_all_widths(text, whole({"\"정말\"이", "'A'를"}), ParagraphLines(), 7);
}

TEST_CASE("checklist 24: no-break space and word joiner are respected") {
  at_all_widths("김\u00A0철수 가나\u2060다라", whole({"김\u00A0철수", "나\u2060다"}),
                ParagraphLines(), 5);
}

TEST_CASE("checklist 30: no last line of one syllable") {
  at_all_widths(
      "바람이 불고 비가 그친 저녁에 쓰기 시작한 한 문단의 끝이다.",
      [](const Lines& lines) { CHECK(to_utf32(lines.back().text).size() > 2); }, ParagraphLines(),
      6);
}

TEST_CASE("checklist 31: the last line is two em long at least") {
  ParagraphLines paragraph;
  for (double em = 10; em <= 34; em += 0.5) {
    paragraph.set(
        "그해 여름에는 비가 잦았고 골목의 사람들은 저마다 우산을 들고 나와 오래 서서 이야기를 "
        "나누다 돌아가곤 "
        "했다.",
        em);
    const BrokenLine last = paragraph.broken().lines.back();
    const auto& all = paragraph.measured().candidates;
    CHECK((all[last.to].end - all[last.from].start).width >= Length::pt(20));
  }
}

TEST_CASE("checklist 32: no three lines in a row end inside a word") {
  ParagraphLines paragraph;
  std::string text;
  for (int i = 0; i < 30; ++i) text += "골목길에서는 오래된이야기가 흘러나왔다 그리고 사람들은 ";
  int run = 0;
  for (const auto& line : paragraph.set(text, 15)) {
    run = line.end == BreakGrade::syllable ? run + 1 : 0;
    CHECK(run < 3);
  }
}

TEST_CASE("checklist 34: no space between Hangul, Latin, digits and Hanja") {
  ParagraphLines paragraph;
  const auto width = [&](const std::string& text) {
    paragraph.set(text, 30);
    return paragraph.measured().candidates.back().end.width;
  };
  CHECK(width("한A가1나漢") ==
        width("한") + width("A") + width("가") + width("1") + width("나") + width("漢"));
}
