#include "pdf/to_unicode.h"

#include <doctest/doctest.h>

#include <vector>

using namespace munjip;

namespace {
std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}
}  // namespace

TEST_CASE("one code to one character, to several, and beyond the BMP") {
  const CodeText codes[] = {{3, "A"}, {17, "ffi"}, {0x1234, "😀"}};
  const std::string cmap = to_unicode_cmap(codes);
  CHECK(cmap.find("3 beginbfchar\n<0003><0041>\n<0011><006600660069>\n<1234><D83DDE00>\n"
                  "endbfchar\n") != std::string::npos);
  CHECK(cmap.find("bfrange") == std::string::npos);
  CHECK(cmap.find("cidrange") == std::string::npos);
}

TEST_CASE("consecutive codes of consecutive characters are a range") {
  const CodeText codes[] = {{5, "a"}, {6, "b"}, {7, "c"}, {9, "d"}};
  const std::string cmap = to_unicode_cmap(codes);
  CHECK(cmap.find("1 beginbfrange\n<0005><0007><0061>\nendbfrange\n") != std::string::npos);
  CHECK(cmap.find("1 beginbfchar\n<0009><0064>\nendbfchar\n") != std::string::npos);
}

// Adobe Technical Note 5411, 1.4.3: only the last byte may vary, of the code and of the text.
TEST_CASE("a range ends where the high byte of code or text changes") {
  const CodeText code_carries[] = {{0xFE, "a"}, {0xFF, "b"}, {0x100, "c"}, {0x101, "d"}};
  const std::string first = to_unicode_cmap(code_carries);
  CHECK(first.find("<00FE><00FF><0061>") != std::string::npos);
  CHECK(first.find("<0100><0101><0063>") != std::string::npos);
  const CodeText text_carries[] = {{1, "\u00FE"}, {2, "\u00FF"}, {3, "\u0100"}};
  const std::string second = to_unicode_cmap(text_carries);
  CHECK(second.find("<0001><0002><00FE>") != std::string::npos);
  CHECK(second.find("<0003><0100>") != std::string::npos);
}

TEST_CASE("a block has at most a hundred entries") {
  std::vector<CodeText> codes;
  for (int i = 0; i < 250; ++i) codes.push_back({static_cast<std::uint16_t>(2 * i), "y"});
  const std::string cmap = to_unicode_cmap(codes);
  CHECK(count(cmap, "100 beginbfchar") == 2);
  CHECK(count(cmap, "\n50 beginbfchar") == 1);
  CHECK(count(cmap, "<0079>") == 250);
}
