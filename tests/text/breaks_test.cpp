// Break opportunities against tables of marked texts, and what a table cannot say: offsets,
// penalties, languages, time.
#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "text/break_zones.h"
#include "text/shape.h"

using namespace munjip;

namespace {

const std::map<BreakGrade, std::string> kMarks = {
    {BreakGrade::free, "|"},     {BreakGrade::medium, ":"}, {BreakGrade::syllable, "¦"},
    {BreakGrade::hyphen, "-"},   {BreakGrade::joint, "^"},  {BreakGrade::emergency, "^"},
    {BreakGrade::mandatory, "/"}};

// The text with a mark at every opportunity before its end.
std::string marked(const std::string& text, WordBreak mode = WordBreak::book,
                   std::string_view lang = "ko", double room = kDefaultRoom) {
  std::string out = text;
  const std::vector<BreakPoint> breaks = find_breaks(text, lang, mode, room);
  for (std::size_t i = breaks.size(); i-- > 0;) {
    if (breaks[i].offset < text.size()) out.insert(breaks[i].offset, kMarks.at(breaks[i].grade));
  }
  return out;
}

std::string without_marks(const std::string& line) {
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool is_syllable_mark = line.compare(i, 2, "¦") == 0;
    const bool is_colon = line[i] == ':' && line.compare(i, 3, "://") != 0;
    if (is_syllable_mark) ++i;
    if (is_syllable_mark || line[i] == '|' || line[i] == '^' || is_colon) continue;
    out.push_back(line[i]);
  }
  return out;
}

void check_cases(const std::filesystem::path& file) {
  const std::map<std::string, WordBreak> modes = {{"[book]", WordBreak::book},
                                                  {"[word]", WordBreak::word},
                                                  {"[syllable]", WordBreak::syllable}};
  std::ifstream in(file);
  REQUIRE(in.good());
  WordBreak mode = WordBreak::book;
  int count = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (const auto found = modes.find(line); found != modes.end()) {
      mode = found->second;
      continue;
    }
    CHECK(marked(without_marks(line), mode) == line);
    ++count;
  }
  CHECK(count > 0);
}

// Milliseconds that breaking takes.
double time_of(const std::string& text) {
  const auto start = std::chrono::steady_clock::now();
  find_breaks(text, "ko", WordBreak::book);
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
  return taken.count();
}

std::string repeated(std::string_view part, std::size_t count) {
  std::string out;
  out.reserve(part.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += part;
  return out;
}

}  // namespace

TEST_CASE("the cases of tests/text/breaks.cases come out to the letter") {
  check_cases(MUNJIP_SOURCE_DIR "/tests/text/breaks.cases");
}

TEST_CASE("the cases of the typography notes come out to the letter") {
  const std::filesystem::path file = MUNJIP_SOURCE_DIR "/../shared/design/break-cases.txt";
  if (!std::filesystem::exists(file)) {
    MESSAGE("skipped: no " << file.string());
    return;
  }
  check_cases(file);
}

TEST_CASE("spaces vanish at a line's end and the text ends with a mandatory break") {
  const std::vector<BreakPoint> breaks = find_breaks("가나  다라 ", "ko", WordBreak::book);
  REQUIRE(breaks.size() == 2);
  CHECK(breaks[0].offset == 8);
  CHECK(breaks[0].line_end == 6);
  CHECK(breaks[1].grade == BreakGrade::mandatory);
  CHECK(breaks[1].offset == 15);
  CHECK(breaks[1].line_end == 14);
}

TEST_CASE("line ends of the author's are mandatory, and two of them make an empty line") {
  const std::vector<BreakPoint> breaks = find_breaks("가\n\n나", "ko", WordBreak::book);
  REQUIRE(breaks.size() == 3);
  CHECK(breaks[0].grade == BreakGrade::mandatory);
  CHECK(breaks[0].offset == 4);
  CHECK(breaks[0].line_end == 3);
  CHECK(breaks[1].grade == BreakGrade::mandatory);
  CHECK(breaks[1].offset == 5);
  CHECK(breaks[1].line_end == 4);
  CHECK(breaks[2].offset == 8);
  // Spaces at a line's start are its indent: no break behind them.
  CHECK(marked("  가\n  나") == "  가\n/  나");
}

TEST_CASE("an empty text has one break: its end") {
  const std::vector<BreakPoint> breaks = find_breaks("", "ko", WordBreak::book);
  REQUIRE(breaks.size() == 1);
  CHECK(breaks[0].offset == 0);
  CHECK(breaks[0].grade == BreakGrade::mandatory);
}

TEST_CASE("U+00A0 and U+2060 forbid a break, U+200B allows one (UAX #14: GL, WJ, ZW)") {
  CHECK(marked("김\u00A0철수") == "김\u00A0철수");
  CHECK(marked("가나\u2060다라") == "가나\u2060다라");
  CHECK(marked("ab\u200Bcd") == "ab\u200B|cd");
  CHECK(find_breaks("ab\u200Bcd", "ko", WordBreak::book)[0].line_end == 2);
}

TEST_CASE("a soft hyphen is the author's place to divide a word of letters") {
  CHECK(marked("hyphen\u00ADation") == "hyphen\u00AD-ation");
}

TEST_CASE("what is wider than the room gets emergency breaks, within the rules") {
  CHECK(marked("ABCDEFGH를", WordBreak::book, "ko", 3) == "A^B^C^D^E^F^G^H^를");
  CHECK(marked("(ABC)를", WordBreak::book, "ko", 2) == "(A^B^C)^를");
  // Where the rules leave nothing, anything is better than running off the page.
  CHECK(marked("!!!!!!!!", WordBreak::book, "ko", 2) == "!!!!^!!!!");
  // A cluster is never divided: old Hangul with a tone mark, an accent.
  CHECK(marked("ᄒᆞᆫ〮ᄒᆞᆫ〮e\u0301e\u0301", WordBreak::word, "ko", 1) ==
        "ᄒᆞᆫ〮^ᄒᆞᆫ〮^e\u0301^e\u0301");
  // keep-all: between syllables in an emergency only.
  CHECK(marked("세종대왕께서는", WordBreak::word, "ko", 4) == "세^종^대^왕^께^서^는");
}

TEST_CASE("numbers and units, dates, names and titles are bound") {
  const auto penalty = [](const char* text) {
    return find_breaks(text, "ko", WordBreak::book)[0].penalty;
  };
  CHECK(penalty("15 명") == 500);
  CHECK(penalty("7,500억 원을") == 500);
  CHECK(penalty("2025년 1월") == 300);
  CHECK(penalty("1월 31일에") == 300);
  CHECK(penalty("김철수 씨는") == 500);
  CHECK(penalty("사람 명단") == 0);
  CHECK(penalty("15 원형극장에서") == 0);
}

TEST_CASE("Japanese and Chinese break by UAX #14, Thai by dictionary") {
  CHECK(marked("日本語、文。", WordBreak::book, "ja") == "日|本|語、|文。");
  CHECK(marked("中文「字」", WordBreak::book, "zh-Hans") == "中|文|「字」");
  CHECK(marked("ภาษาไทย") == "ภาษา|ไทย");
  // A zone's rules end where it ends.
  const std::string text = "大韓民國 日本語";
  const BreakZone zones[] = {{0, "ko", WordBreak::book}, {13, "ja", WordBreak::book}};
  CHECK(find_breaks_in_zones(text, zones, kDefaultRoom).points.size() == 5);  // 大韓|民國 |日|本|語
}

TEST_CASE("breaking takes linear time") {
  const std::string hostile[] = {
      repeated("가", 300'000), repeated("a@", 400'000),      repeated("http://", 100'000),
      repeated("(", 800'000),  repeated("a\u0301", 300'000), repeated("e\u0301\u200D", 100'000),
      repeated("😀", 200'000),  repeated(" ", 800'000),       repeated("\n", 800'000)};
  for (const std::string& text : hostile) CHECK(time_of(text) < 3000);
}
