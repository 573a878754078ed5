// What no font has, and the emoji that a font has in part.
#include <doctest/doctest.h>

#include "test_fonts.h"
#include "text/emphasis_marks.h"
#include "text/glyph_band.h"
#include "text/missing_label.h"

using namespace munjip;
using namespace std::string_view_literals;
using test::shape;
using test::Shaped;
using test::style_in_units;

namespace {

std::vector<std::string> missing_in(const std::string& text, const std::string& family = "serif") {
  std::vector<std::string> found;
  const StyleRef style = style_in_units(family);
  for (const TextSlice& slice : Shaper(test::library()).find_missing(text, style, "ko")) {
    found.push_back(text.substr(slice.begin, slice.end - slice.begin));
  }
  return found;
}

using List = std::vector<std::string>;

std::size_t glyph_count(const Shaped& shaped) {
  std::size_t count = 0;
  for (const ShapedRun& run : shaped.paragraph.runs) count += run.glyphs.size();
  return count;
}

}  // namespace

TEST_CASE("checklist 59: rare syllables, Hanja and signs are in the default fonts") {
  for (const char* family : {"serif", "sans-serif", "monospace", "Nanum Myeongjo"}) {
    CHECK(missing_in("뷁 똠 獨立 ℃ ① ㉮ ㈜ ㎏ 㐂 \uF900\uFA0B ₩ № ― … ※", family).empty());
    CHECK(missing_in("훈〮민져\u11F0〮\u1159\u1173\u11B7 말〯", family).empty());
    CHECK(missing_in("😀 ❤️ 👍🏽 👨‍👩‍👧 🏳️‍🌈 🇰🇷 1️⃣ ☕",
                     family)
              .empty());
  }
}

TEST_CASE("what is missing is found with what belongs to it, letters of a script together") {
  CHECK(missing_in("가\u1820\u1821나 \U0001FAE0.") == List{"\u1820\u1821", "\U0001FAE0"});
  CHECK(missing_in("\U0001FAF6\U0001F3FD") == List{"\U0001FAF6\U0001F3FD"});
  CHECK(missing_in("\U0001FAE0\U0001FAE1") == List{"\U0001FAE0", "\U0001FAE1"});
  // Part of a joined emoji: the person is there, the wheelchair is not.
  CHECK(missing_in("🧑\u200D\U0001F9BD") == List{"\U0001F9BD"});
  CHECK(missing_in("\U000323AF") == List{"\U000323AF"});
  // Nothing to draw, nothing to miss.
  CHECK(missing_in("가\u200B나\u00AD다\u2060라\u00A0마\u3000바\n").empty());
}

TEST_CASE("checklist 59: the name that stands for a missing character") {
  CHECK(missing_label("\U0001FAE0") == Message{"[녹아내리는\u00A0얼굴]", "[melting\u00A0face]"});
  CHECK(missing_label("\U0001FAF6\U0001F3FD").ko == "[두\u00A0손\u00A0하트]");
  CHECK(missing_label("\u1820\u1821").ko == "[몽골\u00A0문자\u00A02자]");
  CHECK(missing_label("\u1820\u1821").en == "[2\u00A0Mongolian\u00A0letters]");
  CHECK(missing_label("\U000323AF").ko == "[한자\u00A0U+323AF]");
  CHECK(missing_label("\uE123") == Message{"[U+E123]", "[U+E123]"});
  CHECK(code_points_of("\U0001FAF6\U0001F3FD") == "U+1FAF6 U+1F3FD");
}

TEST_CASE("in one colour an emoji's skin tone is not drawn, and is no other emoji beside it") {
  CHECK(glyph_count(shape("👍🏽", style_in_units("serif"))) == 1);
  CHECK(glyph_count(shape("✌🏿가", style_in_units("serif"))) == 2);
  // Alone it is what it is.
  CHECK(glyph_count(shape("🏽", style_in_units("serif"))) == 1);
}

TEST_CASE("a keycap is as wide as its frame") {
  const Shaped keycap = shape("1\uFE0F\u20E3", style_in_units("serif"));
  const Shaped digit = shape("1", style_in_units("serif"));
  Length width;
  for (const Glyph& glyph : keycap.paragraph.runs[0].glyphs) width += glyph.advance;
  CHECK(width > digit.paragraph.runs[0].glyphs[0].advance * 3 / 2);
}

TEST_CASE("checklist 55: letters and signs take emphasis marks, spaces and punctuation none") {
  for (const char32_t c : U"가漢A9ㅋ①%&"sv) CHECK(takes_emphasis_mark(c));
  for (const char32_t c : U" ,.!?“”‘’「」…—·()、。\u00A0\u302E"sv) {
    CHECK_FALSE(takes_emphasis_mark(c));
  }
}

TEST_CASE("descenders cross the band of an underline, other letters do not") {
  const FontRef font = test::library().find("Noto Serif CJK KR", 400, false);
  for (const char32_t c : U"gjpqy(Q"sv) {
    const auto ink = ink_between(*font, font->glyph(c), -0.18, -0.12);
    REQUIRE(ink.has_value());
    CHECK(ink->left < ink->right);
    CHECK(ink->right < font->advance(font->glyph(c)) + 0.1);
  }
  for (const char32_t c : U"abnoHM가"sv) {
    CHECK_FALSE(ink_between(*font, font->glyph(c), -0.18, -0.12).has_value());
  }
}
