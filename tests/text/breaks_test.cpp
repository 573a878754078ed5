#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "text/shape.h"

using namespace munjip;

namespace {

const std::map<BreakGrade, std::string> kMarks = {{BreakGrade::free, "|"},
                                                  {BreakGrade::medium, ":"},
                                                  {BreakGrade::syllable, "¦"},
                                                  {BreakGrade::emergency, "^"},
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
  std::ifstream in(file);
  REQUIRE(in.good());
  int count = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    CHECK(marked(without_marks(line)) == line);
    ++count;
  }
  CHECK(count > 0);
}

}  // namespace

TEST_CASE("the cases of the typography notes come out to the letter") {
  const std::filesystem::path file = MUNJIP_SOURCE_DIR "/../shared/design/break-cases.txt";
  if (!std::filesystem::exists(file)) {
    MESSAGE("skipped: no " << file.string());
    return;
  }
  check_cases(file);
}
