// Where lines and pages end.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.h"
#include "cases/reading.h"

using namespace munjip;
using namespace munjip::cases;

namespace {

// The lines of the post's text: without the title, which is larger.
std::vector<PageLine> text_lines(const BuiltCase& built) {
  std::vector<PageLine> lines = page_lines(built);
  std::erase_if(lines,
                [&](const PageLine& line) { return line.size > built.trim.font_size.pt() + 0.1; });
  return lines;
}

bool starts_with_any(std::string_view text, const std::vector<std::string>& marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [&](const std::string& mark) { return text.starts_with(mark); });
}

bool ends_with_any(std::string_view text, const std::vector<std::string>& marks) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  return std::any_of(marks.begin(), marks.end(),
                     [&](const std::string& mark) { return text.ends_with(mark); });
}

}  // namespace

TEST_CASE("f33: at least 95 of 100 lines end between words, and a number keeps its unit") {
  const BuiltCase& built = built_case("f33-whole-words");
  CHECK(epub_post(built, 0) == pdf_post(built, 0));
  const std::vector<PageLine> lines = text_lines(built);
  REQUIRE(lines.size() > 35);
  std::size_t inner = 0, cut = 0;
  for (const PageLine& line : lines) {
    // Of the lines of a paragraph only the last ends with its full stop and no space behind it.
    if (line.text.ends_with('.')) continue;
    ++inner;
    cut += line.text.ends_with(' ') ? 0 : 1;
  }
  CHECK(cut * 20 <= inner);
  for (const PageLine& line : lines) CHECK(!starts_with_any(line.text, {"%", "p(", "원이", "700"}));
}

// KLREQ 4.1 and typography of Korean books: closing marks begin no line, opening ones end none.
TEST_CASE("f34: no line begins with a closing mark or ends with an opening one") {
  const BuiltCase& built = built_case("f34-forbidden-marks");
  CHECK(epub_post(built, 0) == pdf_post(built, 0));
  const std::vector<PageLine> lines = text_lines(built);
  REQUIRE(lines.size() > 30);
  for (const PageLine& line : lines) {
    CAPTURE(line.text);
    CHECK(!starts_with_any(line.text, {")", "!", "?", ".", ",", "”", "’", "」", "…", "%", "℃"}));
    CHECK(!ends_with_any(line.text, {"(", "“", "‘", "「", "₩"}));
  }
}

TEST_CASE("f57: no heading is the last line of a page") {
  const BuiltCase& built = built_case("f57-heading-at-foot");
  CHECK(epub_post(built, 0) == pdf_post(built, 0));
  CHECK(count_of(epub_post(built, 0), "h2{마디 ") == 40);
  CHECK(count_of(epub_post(built, 0), "h3{작은 마디 ") == 40);
  std::map<std::size_t, PageLine> last;
  for (const PageLine& line : page_lines(built)) last[line.page] = line;
  CHECK(last.size() > 10);
  for (const auto& [page, line] : last) {
    CAPTURE(line.text);
    CHECK(!starts_with_any(line.text, {"마디 ", "작은 마디 "}));
  }
}
