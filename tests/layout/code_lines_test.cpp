#include "layout/code_lines.h"

#include <doctest/doctest.h>

#include "layout/set_book.h"
#include "layout/unit.h"

using namespace munjip;
using namespace munjip::sample;

namespace {

struct Line {
  std::string text;
  double columns = 0;  // of indent
};

// The code at a measure of so many columns of its font.
std::vector<Line> lines_of(const std::string& code, int columns) {
  Diagnostics ignored;
  const Book book = sample::book({});
  const LayoutSetting setting{
      book, style("essay.css"), fonts(), {{}, {}, Length::pt(10), Length::pt(17)}, {},
      {},   Length::pt(17)};
  Cascade cascade(setting.sheet, setting.defaults);
  Shaper shaper(fonts());
  TagTree tags;
  LayoutContext context = unit_context(setting, cascade, shaper, tags, ignored);
  const Entered entered(cascade, {.name = "pre"});
  ParagraphBuilder builder(context, tags.add(0, Element::code_block));
  builder.add_text(code, tags.add_text(1));
  const Length column = entered.style()->font_size / 2;  // NanumGothicCoding
  const Length measure = column * columns;
  const MeasuredParagraph paragraph = measure_paragraph(context, builder.take(), measure);
  std::vector<Line> lines;
  for (const CodeLine& one : code_lines(paragraph, measure, column)) {
    const std::uint32_t begin = paragraph.offsets[one.line.from];
    const std::uint32_t end = paragraph.ink_ends[one.line.to];
    lines.push_back({paragraph.shaped.text.substr(begin, end - begin), one.indent.ratio(column)});
  }
  return lines;
}

}  // namespace

TEST_CASE("code that fits is as it was written") {
  const std::vector<Line> lines = lines_of("for (;;) {\n    turn();\n}", 40);
  REQUIRE(lines.size() == 3);
  CHECK(lines[1].text == "    turn();");
  for (const Line& line : lines) CHECK(line.columns == 0);
}

TEST_CASE("a line that goes on hangs by two columns from its own indent") {
  const std::vector<Line> lines =
      lines_of("    Vector3 velocity = new Vector3(input.x, 0, input.y) * speed;\n    stop();", 40);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].columns == 0);
  CHECK(lines[1].columns == doctest::Approx(6));
  CHECK(lines[2].columns == 0);
}

TEST_CASE("a long line ends after a space or a sign near the margin, and no name is cut there") {
  const std::vector<Line> lines =
      lines_of("call(walkingSpeed, turningSpeed, jumpHeight, gravity)", 40);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].text == "call(walkingSpeed, turningSpeed,");
  CHECK(lines[1].text == "jumpHeight, gravity)");
}

TEST_CASE("a name longer than the measure is cut where a word in it begins, or anywhere") {
  // 26 columns hold computeTheLengthOfTheLonge.
  const std::vector<Line> camel = lines_of("computeTheLengthOfTheLongestRoad", 26);
  REQUIRE(camel.size() == 2);
  CHECK(camel[0].text == "computeTheLengthOfThe");
  const std::vector<Line> plain = lines_of(std::string(50, 'x'), 26);
  REQUIRE(plain.size() == 2);
  CHECK(plain[0].text.size() == 26);
  CHECK(plain[1].text.size() == 24);  // less its indent
}
