#include "text/hyphenation.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "text/break_zones.h"

using namespace munjip;

namespace {

std::string divided(const std::string& word, std::string_view lang = "en") {
  Hyphenation hyphenation;
  std::string out = word;
  const std::vector<std::uint32_t> at = hyphenation.divide(word, lang);
  for (std::size_t i = at.size(); i-- > 0;) out.insert(at[i], "-");
  return out;
}

std::string marked(const std::string& text, std::string_view lang, bool hyphens = true) {
  Hyphenation hyphenation;
  const BreakZone zone{0, lang, WordBreak::book, hyphens};
  std::string out = text;
  const auto points = find_breaks_in_zones(text, std::span(&zone, 1), 12, &hyphenation).points;
  for (std::size_t i = points.size(); i-- > 0;) {
    if (points[i].grade == BreakGrade::hyphen) out.insert(points[i].offset, "-");
    if (points[i].grade == BreakGrade::joint) out.insert(points[i].offset, "^");
  }
  return out;
}

bool has_english() {
  if (std::filesystem::exists("/usr/share/hyphen/hyph_en_US.dic")) return true;
  MESSAGE("skipped: the package hyphen-en-us is not installed");
  return false;
}

}  // namespace

TEST_CASE("English words are divided by the patterns; a language without any has no divisions") {
  if (!has_english()) return;
  CHECK(divided("hyphenation") == "hy-phen-ation");  // The TeXbook, appendix H
  CHECK(divided("Hyphenation", "en-US") == "Hy-phen-ation");
  CHECK(divided("table") == "ta-ble");
  CHECK(divided("cat") == "cat");
  CHECK(divided("hyphenation", "xx") == "hyphenation");
  CHECK(divided("hyphenation", "../en") == "hyphenation");
  CHECK(divided(std::string(100'000, 'a')) == std::string(100'000, 'a'));
}

TEST_CASE("single Latin words in Korean text want three letters on both sides, and cost more") {
  if (!has_english()) return;
  CHECK(marked("이 hyphenation은", "ko") == "이 hyphen-ation은");
  CHECK(marked("이 hyphenation은", "ko", false) == "이 hyphenation은");
  CHECK(marked("table HTTPSERVER GPT를", "ko") == "table HTTPSERVER GPT를");
  Hyphenation hyphenation;
  const BreakZone zone{0, "ko", WordBreak::book, true};
  const std::string korean = "이 hyphenation은", english = "The word hyphenation is long";
  const auto penalty = [&](const std::string& text) {
    for (const BreakPoint& one :
         find_breaks_in_zones(text, std::span(&zone, 1), 12, &hyphenation).points) {
      if (one.grade == BreakGrade::hyphen) return int{one.penalty};
    }
    return -1;
  };
  CHECK(penalty(korean) == 9500);
  CHECK(penalty(english) == 0);  // four Latin words in a row are a passage
}

TEST_CASE("names of programs are split without a hyphen, addresses by their own rule") {
  if (!has_english()) return;
  CHECK(marked("removeAllElements", "en") == "remove^All^Ele^ments");
  CHECK(marked("http://example.com/a", "en").find('-') == std::string::npos);
  CHECK(marked("hyphen\u00ADation", "en", false) ==
        "hyphen\u00AD-ation");  // the author's own place
}
