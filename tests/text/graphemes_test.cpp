#include "text/graphemes.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace munjip;

namespace {

std::vector<std::string> clusters(const std::string& text) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = grapheme_end(text, at);
    found.push_back(text.substr(at, end - at));
    at = end;
  }
  return found;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("syllables stand alone, conjoining jamo and tone marks go together (GB6-GB9)") {
  CHECK(clusters("한글A漢") == List{"한", "글", "A", "漢"});
  CHECK(clusters("훈〮민") == List{"훈〮", "민"});
  CHECK(clusters("나랏말ᄊᆞ미") == List{"나", "랏", "말", "ᄊᆞ", "미"});
  CHECK(clusters("가\u11F0나") == List{"가\u11F0", "나"});
  CHECK(clusters("ㅋㅋ") == List{"ㅋ", "ㅋ"});
}

TEST_CASE("accents, emoji sequences, flags and keycaps are one (GB9-GB13)") {
  CHECK(clusters("e\u0301x") == List{"e\u0301", "x"});
  CHECK(clusters("👨‍👩‍👧👍🏽") == List{"👨‍👩‍👧", "👍🏽"});
  CHECK(clusters("🇰🇷🇯🇵🇰") == List{"🇰🇷", "🇯🇵", "🇰"});
  CHECK(clusters("1️⃣2") == List{"1️⃣", "2"});
  CHECK(clusters("\r\na") == List{"\r\n", "a"});
}

TEST_CASE("no cluster has more than 64 code points") {
  std::string text = "a";
  for (int i = 0; i < 200; ++i) text += "\u0301";
  CHECK(grapheme_end(text, 0) == 1 + 63 * 2);
}
