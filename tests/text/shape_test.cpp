#include "text/shape.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <string>

#include "base/utf8.h"
#include "test_fonts.h"
#include "text/word_shaper.h"

using namespace munjip;
using test::shape;
using test::Shaped;
using test::style_in_units;

namespace {

// Advances and offsets in units of the run's font.
std::string dump(const ShapedRun& run) {
  const double size = run.size.pt();
  const auto units = [&](Length length) {
    return std::lround(length.pt() / size * run.font->metrics().units_per_em);
  };
  std::string out(run.font->postscript_name());
  out += '[';
  for (const Glyph& glyph : run.glyphs) {
    if (out.back() != '[') out += '|';
    out += fmt::format("{}={}", glyph.id, glyph.cluster);
    if (glyph.dx != Length() || glyph.dy != Length()) {
      out += fmt::format("@{},{}", units(glyph.dx), units(glyph.dy));
    }
    out += fmt::format("+{}", units(glyph.advance));
  }
  return out + ']';
}

std::string dump(const ShapedParagraph& paragraph) {
  std::string out;
  for (const ShapedRun& run : paragraph.runs) {
    if (!out.empty()) out += ' ';
    out += dump(run);
  }
  return out;
}

std::string unescaped(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, "\\u") != 0) {
      out += text[i];
      continue;
    }
    append_utf8(out, static_cast<char32_t>(std::stoul(text.substr(i + 2, 4), nullptr, 16)));
    i += 5;
  }
  return out;
}

std::vector<FontRef> fonts_of(const Shaped& shaped) {
  std::vector<FontRef> fonts;
  for (const ShapedRun& run : shaped.paragraph.runs) fonts.push_back(run.font);
  return fonts;
}

std::string font_names(const Shaped& shaped) {
  std::string names;
  for (const FontRef font : fonts_of(shaped)) {
    if (!names.empty()) names += ' ';
    names += font->postscript_name();
  }
  return names;
}

using List = std::vector<std::string>;

// Words of one to eight characters of every kind, the same on every run.
List mixed_words() {
  const List characters = {"가", "글", "다", "민",     "힣",   "漢",      "獨", "㐂",    "A",  "V",
                           "f",  "i",  "1",  "2",      ".",    ",",       "?",  "!",     "“",  "”",
                           "‘",  "’",  "(",  ")",      "…",    "—",       "·",  "「",    "」", "/",
                           "-",  "~",  "%",  "ᄒᆞᆫ", "ᄊᆞ", "e\u0301", "é",  "Ω",     "Ж",  "の",
                           "ア", "①",  "℃",  "\"",     "'",    "😀",       ":",  "\u2044"};
  List words;
  std::uint32_t random = 1;
  const auto next = [&](std::size_t bound) {
    random = random * 1664525U + 1013904223U;
    return (random >> 16U) % bound;
  };
  for (int i = 0; i < 600; ++i) {
    std::string word;
    for (std::size_t n = next(8) + 1; n > 0; --n) word += characters[next(characters.size())];
    words.push_back(word);
  }
  return words;
}

// Every glyph with its font, cluster and advance in em.
List in_units(const ShapedParagraph& paragraph) {
  List glyphs;
  for (const ShapedRun& run : paragraph.runs) {
    for (const Glyph& glyph : run.glyphs) {
      glyphs.push_back(fmt::format("{} {} {} {:.3f}", run.font->postscript_name(), glyph.id,
                                   glyph.cluster, glyph.advance.ratio(run.size)));
    }
  }
  return glyphs;
}

List in_units(const ShapedWord& word) {
  List glyphs;
  for (const WordPiece& piece : word.pieces) {
    for (const WordGlyph& glyph : word.glyphs.subspan(piece.first_glyph, piece.glyph_count)) {
      glyphs.push_back(fmt::format("{} {} {} {:.3f}", piece.font->postscript_name(), glyph.id,
                                   glyph.cluster,
                                   glyph.advance / piece.font->metrics().units_per_em));
    }
  }
  return glyphs;
}

Length width_of(const Shaped& shaped) {
  Length width;
  for (const ShapedRun& run : shaped.paragraph.runs) {
    for (const Glyph& glyph : run.glyphs) width += glyph.advance;
  }
  return width;
}

}  // namespace

TEST_CASE("glyphs, clusters and advances are those of hb-shape (tests/text/shape.cases)") {
  std::ifstream in(MUNJIP_SOURCE_DIR "/tests/text/shape.cases");
  REQUIRE(in.good());
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t first = line.find(';'), second = line.find(';', first + 1);
    const std::string text = unescaped(line.substr(first + 1, second - first - 1));
    const Shaped shaped = shape(text, style_in_units(line.substr(0, first)));
    CHECK(dump(shaped.paragraph) == line.substr(second + 1));
    CHECK(shaped.missing.empty());
  }
}

TEST_CASE("text that takes the short way comes out as HarfBuzz shapes it whole") {
  for (const std::vector<std::string>& families :
       {List{"Noto Serif CJK KR"}, List{"Noto Sans CJK KR"}, List{"Nanum Myeongjo"},
        List{"Nanum Gothic"}, List{"NanumMyeongjo YetHangul"}, List{"monospace"},
        List{"DejaVu Serif", "Nanum Myeongjo"}}) {
    Style style;
    style.font_families = families;
    const ShapingContext context({test::library().chain(style), "ko", true}, 0);
    WordShaper words;
    for (const std::string& text : mixed_words()) {
      const Shaped shaped = shape(text, std::make_shared<const Style>(style));
      const ShapedWord word = words.shape(text, HB_SCRIPT_COMMON, false, context);
      CAPTURE(families.front());
      CAPTURE(text);
      CHECK(in_units(shaped.paragraph) == in_units(word));
    }
  }
}

TEST_CASE("every character of the acceptance list is drawn, and never by glyph 0") {
  const std::string text =
      "뷁 똠 獨立 ℃ ① ㉮ 훈〮민져\u11F0〮\u1159\u1173\u11B7 \uF900 ₩ № ― … ※ ○ ■ ☎ 😀 "
      "👍🏽 "
      "🇰🇷 "
      "1️⃣ "
      "Ω ñ Ж";
  for (const std::string family : {"serif", "sans-serif", "monospace", "Nanum Myeongjo"}) {
    const Shaped shaped = shape(text, style_in_units(family));
    CHECK(shaped.missing.empty());
    for (const ShapedRun& run : shaped.paragraph.runs) {
      for (const Glyph& glyph : run.glyphs) CHECK(glyph.id != 0);
    }
  }
}

TEST_CASE("a character that no font has is told at each occurrence and set as a box") {
  // U+1820 is Mongolian; U+E123 is for private use (some fonts do have it, for something).
  const Shaped shaped = shape("가\u1820나\u1820 \uE123", style_in_units("serif"));
  REQUIRE(shaped.missing.size() == 3);
  CHECK(shaped.missing[0].code_point == 0x1820);
  CHECK(shaped.missing[0].offset == 3);
  CHECK(shaped.missing[1].offset == 9);
  CHECK(shaped.missing[2].code_point == 0xE123);
  const FontRef font = shaped.paragraph.runs[0].font;
  REQUIRE(shaped.paragraph.runs.size() == 1);
  CHECK(shaped.paragraph.runs[0].glyphs[1].id == font->glyph(U'□'));
  CHECK(shaped.paragraph.runs[0].glyphs[3].id == font->glyph(U'□'));
}

TEST_CASE("what draws nothing has no glyph: U+200B, U+00AD, U+2060, U+FEFF, U+200E, U+FE0F") {
  const Shaped shaped =
      shape("가\u200B나\u00AD다\u2060라\uFEFF마\u200E바\uFE0F", style_in_units("serif"));
  CHECK(shaped.missing.empty());
  REQUIRE(shaped.paragraph.runs.size() == 1);
  CHECK(shaped.paragraph.runs[0].glyphs.size() == 6);
}

TEST_CASE("a no-break space is as wide as a space; fixed spaces have Unicode's widths") {
  const StyleRef style = style_in_units("Nanum Myeongjo");
  const auto advance = [&](const std::string& blank) {
    return shape("가" + blank, style)
        .paragraph.runs[0]
        .glyphs.at(1)
        .advance.ratio(style->font_size);
  };
  CHECK(advance(" ") == doctest::Approx(0.300).epsilon(0.01));
  CHECK(advance("\u00A0") == advance(" "));
  CHECK(advance("\u3000") == doctest::Approx(1.0).epsilon(0.001));
  CHECK(advance("\u2003") == doctest::Approx(1.0).epsilon(0.001));
  CHECK(advance("\u2002") == doctest::Approx(0.5).epsilon(0.001));
}

TEST_CASE("nothing is put between Hangul and Latin, digits or Hanja") {
  const StyleRef style = style_in_units("serif");
  const auto width = [&](const std::string& text) { return width_of(shape(text, style)); };
  CHECK(width("한A가1나漢") ==
        width("한") + width("A") + width("가") + width("1") + width("나") + width("漢"));
}

TEST_CASE("a run of Hanja comes from one font, though an earlier one has part of it") {
  // U+3402 is in Noto CJK only; NanumMyeongjo-YetHangul has the rest.
  CHECK(font_names(shape("獨立", style_in_units("Nanum Myeongjo"))) == "NanumMyeongjo-YetHangul");
  CHECK(font_names(shape("獨㐂立", style_in_units("Nanum Myeongjo"))) == "NotoSerifCJKkr-Regular");
}

TEST_CASE("marks come from the Hangul font beside Hangul, from the Latin font beside Latin") {
  Style style;
  style.font_families = {"DejaVu Serif", "Nanum Myeongjo"};
  if (test::library().find("DejaVu Serif", 400, false) == nullptr) {
    MESSAGE("skipped: no DejaVu Serif");
    return;
  }
  const auto names = [&](const std::string& text) {
    return font_names(shape(text, std::make_shared<const Style>(style)));
  };
  CHECK(names("“가”") == "NanumMyeongjo");
  CHECK(names("“A”") == "DejaVuSerif");
  CHECK(names("It’s") == "DejaVuSerif");
  // A pair is one font's, whatever stands at its end; one that spans words is the Hangul font's.
  CHECK(names("“Hello") == "NanumMyeongjo DejaVuSerif");
  CHECK(names("world”") == "DejaVuSerif NanumMyeongjo");
  CHECK(names("“가A”") == "NanumMyeongjo DejaVuSerif NanumMyeongjo");
}

TEST_CASE("letter-spaced text has no ligatures") {
  Style style;
  style.font_families = {"serif"};
  const auto glyphs = [&] {
    return shape("office", std::make_shared<const Style>(style)).paragraph.runs[0].glyphs.size();
  };
  CHECK(glyphs() == 4);  // o ffi c e
  style.letter_spacing = Length::pt(1);
  CHECK(glyphs() == 6);
}

TEST_CASE("right-to-left runs have their level and their glyphs in visual order") {
  const Shaped shaped = shape("가 שלום 나", style_in_units("serif"));
  const auto& runs = shaped.paragraph.runs;
  const auto rtl = std::find_if(runs.begin(), runs.end(),
                                [](const ShapedRun& run) { return run.right_to_left; });
  REQUIRE(rtl != runs.end());
  CHECK(rtl->level == 1);
  CHECK(rtl->glyphs.size() == 4);
  CHECK(std::is_sorted(rtl->glyphs.begin(), rtl->glyphs.end(),
                       [](const Glyph& a, const Glyph& b) { return a.cluster > b.cluster; }));
}

TEST_CASE("runs cover the text; spans, objects and line ends divide it") {
  const StyleRef style = style_in_units("serif");
  ParagraphText paragraph;
  paragraph.text = "가나\n다\uFFFC라";
  paragraph.spans = {{0, 3, style, "ko"}, {3, 16, style, ""}};
  paragraph.objects = {{10, Length::pt(5), Length::pt(5)}};
  std::vector<MissingGlyph> missing;
  const ShapedParagraph shaped = Shaper(test::library()).shape(std::move(paragraph), missing);
  REQUIRE(shaped.runs.size() == 4);
  std::uint32_t at = 0;
  for (const ShapedRun& run : shaped.runs) {
    CHECK(run.begin == at);
    at = run.end;
  }
  CHECK(at == 16);
  CHECK(shaped.runs[0].span == 0);
  CHECK(shaped.runs[1].span == 1);
  CHECK(shaped.runs[1].glyphs.size() == 2);
  CHECK(shaped.runs[2].object == 1);
  CHECK(shaped.runs[2].glyphs.empty());
  CHECK(missing.empty());
}

TEST_CASE("a line that no word fits gets emergency breaks, given the measure") {
  ParagraphText paragraph;
  paragraph.text = "ABCDEFGH";
  Style style;
  style.font_size = Length::pt(10);
  paragraph.spans = {{0, 8, std::make_shared<const Style>(style), "ko"}};
  std::vector<MissingGlyph> missing;
  Shaper shaper(test::library());
  CHECK(shaper.shape(paragraph, missing).breaks.size() == 1);
  paragraph.measure = Length::pt(20);
  CHECK(shaper.shape(paragraph, missing).breaks.size() == 8);
}

TEST_CASE("a shaper that has seen much gives the same as a new one") {
  const StyleRef style = style_in_units("serif");
  std::vector<MissingGlyph> missing;
  Shaper old(test::library());
  const auto with = [&](Shaper& shaper, const std::string& text) {
    ParagraphText paragraph;
    paragraph.text = text;
    paragraph.spans = {{0, static_cast<std::uint32_t>(text.size()), style, "ko"}};
    return dump(shaper.shape(std::move(paragraph), missing));
  };
  // More different words than are kept.
  std::string many;
  for (int i = 0; i < 70'000; ++i) many += fmt::format("{}번 ", i);
  with(old, many);
  Shaper fresh(test::library());
  for (const std::string text : {"1번 GPT를 “그래”", "훈〮민져ᇰ〮 12번", "(가) שלום"}) {
    CHECK(with(old, text) == with(fresh, text));
  }
}

TEST_CASE("one long word without spaces costs no more than its length") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "A가\u0301";
  const Shaped shaped = shape(text, style_in_units("serif"));
  std::size_t glyphs = 0;
  for (const ShapedRun& run : shaped.paragraph.runs) glyphs += run.glyphs.size();
  CHECK(glyphs >= 200'000);
}
