#include "layout/balanced_lines.h"

#include <doctest/doctest.h>

#include "layout/paragraph_lines.h"

using namespace munjip;
using namespace munjip::sample;

namespace {

std::vector<std::string> balanced(const std::string& text, double measure_em) {
  ParagraphLines paragraph("p { text-align: left; word-break: keep-all; }");
  paragraph.set(text, measure_em);
  BreakSettings settings;
  settings.measure = settings.first_measure = Length::pt(10).scaled(measure_em);
  settings.em = Length::pt(10);
  settings.justified = false;
  const MeasuredParagraph& measured = paragraph.measured();
  std::vector<std::string> lines;
  for (const BrokenLine& line : balance_lines(measured, paragraph.broken(), settings).lines) {
    const std::uint32_t begin = measured.offsets[line.from];
    lines.push_back(measured.shaped.text.substr(begin, measured.ink_ends[line.to] - begin));
  }
  return lines;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a heading in one line stays in one, and no word is cut for balance") {
  CHECK(balanced("강가의 집", 20) == Strings{"강가의 집"});
  CHECK(balanced("강가의집을지나는바람", 6).size() == 2);
}

TEST_CASE("two lines of a heading are about as long (CSS Text 4, text-wrap: balance)") {
  CHECK(balanced("바람이 오래 머물다 간 골목의 집들", 15) ==
        Strings{"바람이 오래 머물다", "간 골목의 집들"});
}

TEST_CASE("they end where a phrase does, if that leaves them balanced") {
  // The longest line is as long either way.
  CHECK(balanced("오래된 골목의 집, 그리고 사람들", 12) ==
        Strings{"오래된 골목의 집,", "그리고 사람들"});
}

TEST_CASE("a lone dash ends a line and does not begin one") {
  for (double measure = 8; measure < 20; ++measure) {
    for (const std::string& line : balanced("지도 편집 - 개인 설정 - 일반 기타 (1)", measure)) {
      CHECK_FALSE(line.starts_with("-"));
    }
  }
}

TEST_CASE("what stands in brackets stays in one line where it fits") {
  CHECK(balanced("[동네 한 바퀴 - 봄] 다리와 개천", 13) ==
        Strings{"[동네 한 바퀴 - 봄]", "다리와 개천"});
  CHECK(balanced("[동네 한 바퀴를 도는 긴 이야기] 봄", 10).size() == 2);
}

TEST_CASE("a forced line end is kept, and each part balanced by itself") {
  const Strings lines = balanced("첫째 줄은 이렇게 길게 이어진다\n둘째", 12);
  REQUIRE(lines.size() == 3);
  CHECK(lines[2] == "둘째");
}
