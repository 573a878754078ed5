// What is wider or longer than a page: tables, code, words without an end.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "cases/reading.h"

using namespace munjip;
using namespace munjip::cases;
using Strings = std::vector<std::string>;

namespace {

void check_within_margins(const BuiltCase& built) {
  for (const PageLine& line : page_lines(built)) {
    const auto [left, right] = type_area(built, line.page);
    CAPTURE(line.text);
    CHECK(line.left >= left - Length::pt(0.5));
    CHECK(line.right <= right + Length::pt(0.5));
  }
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("f14: a long table repeats its head on each page and keeps merged rows together") {
  const BuiltCase& built = built_case("f14-long-table");
  std::string expected =
      "h1{밭별 거둠}\n"
      "table{tr{th{p{밭}}th{p{거둔 양}}}tr{th{p{보리}}th{p{콩}}th{p{수수}}}";
  const auto cell = [](const std::string& text) { return "td{p{" + text + "}}"; };
  for (int field = 1; field <= 30; ++field) {
    const std::string n = std::to_string(field);
    for (const char* row : {"0", "1", "2"}) {
      expected += "tr{" + (row[0] == '0' ? cell(n + "번 밭") : std::string());
      for (const char* column : {"1", "2", "3"}) expected += cell(n + row + column);
      expected += '}';
    }
  }
  check_post(built, 0, expected + "}\n");
  const pugi::xml_document document = parse(*files_of_post(built, 0).front());
  CHECK(document.select_nodes("//thead/tr").size() == 2);
  CHECK(document.select_nodes("//thead//th[@scope='col']").size() == 5);
  CHECK(document.select_nodes("//thead//th[@rowspan='2']").size() == 1);
  CHECK(document.select_nodes("//thead//th[@colspan='3']").size() == 1);
  CHECK(document.select_nodes("//tbody/tr").size() == 90);
  CHECK(document.select_nodes("//tbody//td[@rowspan='3']").size() == 30);

  std::map<std::size_t, std::string> text_of_page;
  for (const PageLine& line : page_lines(built)) text_of_page[line.page] += line.text + '|';
  CHECK(text_of_page.size() > 2);
  for (const auto& [page, text] : text_of_page) {
    const std::string all = page_text(built, page);
    for (const char* head : {"거둔 양", "보리", "콩", "수수"}) CHECK(count_of(all, head) == 1);
  }
  for (int field = 1; field <= 30; ++field) {
    const std::string n = std::to_string(field);
    std::size_t pages = 0;
    for (const auto& [page, text] : text_of_page) {
      const std::string lines = '|' + text;
      const bool begins = lines.find('|' + n + "번 밭") != std::string::npos;
      const bool ends = lines.find('|' + n + "21" + n + "22") != std::string::npos;
      CHECK(begins == ends);
      pages += begins ? 1 : 0;
    }
    CHECK(pages == 1);
  }
  check_within_margins(built);
}

TEST_CASE("f15: a table of eighteen columns is set so that its words stay whole and can be read") {
  const BuiltCase& built = built_case("f15-wide-table");
  const auto number = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  std::string expected = "h1{여울목 재기}\np{앞글.}\ntable{tr{";
  for (int column = 1; column <= 18; ++column) expected += "th{p{여울목 " + number(column) + "}}";
  for (int row = 1; row <= 4; ++row) {
    expected += "}tr{";
    for (int column = 1; column <= 18; ++column)
      expected += "td{p{물높이" + std::to_string(row) + number(column) + "}}";
  }
  check_post(built, 0, expected + "}}\np{뒷글.}\n");
  check_within_margins(built);
  // No word is cut: each stands in one piece of one line.
  std::size_t whole = 0;
  for (const GlyphRun* run : post_runs(built)) {
    CHECK(run->size >= Length::pt(6.5));
    whole += run->text.starts_with("물높이") && run->text.size() == 9 + 3 ? 1 : 0;
  }
  CHECK(whole == 4 * 18);
}

TEST_CASE("f16: code keeps tabs, blank lines and order; what is too long is folded with a mark") {
  const BuiltCase& built = built_case("f16-code");
  const std::string seeds = repeated("0123456789", 16);
  const std::string source = "void sow() {\n\tconst char* seeds = \"" + seeds +
                             "\";\n\tif (rain < 3 && sun > 5) return;\n\n\n        water();\n}\n";
  const pugi::xml_document document = parse(*files_of_post(built, 0).front());
  const pugi::xpath_node_set blocks = document.select_nodes("//pre/code");
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[0].node().text().get() == source);
  CHECK(std::string(blocks[0].node().attribute("class").value()) == "language-cpp");
  std::string furrows;
  for (int n = 1; n <= 130; ++n)
    furrows += std::string(n < 10 ? "00" : n < 100 ? "0" : "") + std::to_string(n) + "번째 이랑\n";
  CHECK(blocks[1].node().text().get() == furrows);
  CHECK(epub_post(built, 0) == pdf_post(built, 0));

  const std::vector<PageLine> lines = page_lines(built);
  // A tab is four blanks: as far in as half of eight.
  const auto begin_of = [&](std::string_view text) {
    for (const Page& page : built.paged.pages) {
      for (const PageItem& item : page.items) {
        const auto* run = std::get_if<GlyphRun>(&item.is);
        const std::size_t at = run == nullptr ? std::string::npos : run->text.find(text);
        if (at == std::string::npos) continue;
        for (const PlacedGlyph& glyph : run->glyphs) {
          if (glyph.cluster == at) return item.at.x + glyph.x;
        }
      }
    }
    return Length();
  };
  const Length none = begin_of("void"), four = begin_of("if ("), eight = begin_of("water()");
  CHECK(four > none);
  CHECK((eight - none).ratio(four - none) == doctest::Approx(2).epsilon(0.01));
  // Two blank lines.
  const Length step = line_with(lines, "}").baseline - line_with(lines, "water()").baseline;
  CHECK((line_with(lines, "water()").baseline - line_with(lines, "return;").baseline).ratio(step) ==
        doctest::Approx(3).epsilon(0.01));
  // The long line is folded, each piece but the last with the mark.
  std::size_t marks = 0;
  for (std::size_t page = 0; page < built.paged.pages.size(); ++page)
    marks += count_of(page_text(built, page), "↩");
  const auto folds = &line_with(lines, "\";") - &line_with(lines, "const char*");
  CHECK(folds >= 2);
  CHECK(marks == static_cast<std::size_t>(folds));
  std::set<std::size_t> pages;
  for (const PageLine& line : lines) {
    if (line.text.find("번째 이랑") != std::string::npos) pages.insert(line.page);
  }
  CHECK(pages.size() >= 3);
  check_within_margins(built);
}

TEST_CASE("f17: a word longer than the line breaks somewhere, and nothing leaves the type area") {
  const BuiltCase& built = built_case("f17-long-words");
  const std::string address = "https://example.com/" + repeated("n", 120);
  check_post(built, 0,
             "h1{끊을 데 없는 낱말}\n"
             "p{살펴본 곳은 a{" +
                 address +
                 "} 이다.}\n"
                 "p{" +
                 repeated("아", 200) +
                 "}\n"
                 "p{" +
                 repeated("M", 150) +
                 "}\n"
                 "p{짧은 말 " +
                 repeated("fernsehturmaufzugsfahrt", 5) + " 다시 짧은 말}\n");
  CHECK(epub_links(built) == Strings{address});
  CHECK(pdf_links(built) == Strings{address});
  check_within_margins(built);
}
