// The acceptance list of typography.md, section 8, as far as glyphs and their fonts decide it. The
// numbers are its lines.
#include <doctest/doctest.h>
#include <hb.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/utf8.h"
#include "test_fonts.h"
#include "text/glyph_ink.h"
#include "text/harmony.h"

using namespace munjip;
using test::shape;
using test::Shaped;

namespace {

using Families = std::vector<std::string>;

StyleRef style_of(const Families& families, bool italic = false, int weight = 400) {
  Style style;
  style.font_families = families;
  style.font_size = Length::pt(100);
  style.italic = italic;
  style.font_weight = weight;
  return std::make_shared<const Style>(style);
}

// One glyph with where it stands, in em of the text.
struct Drawn {
  FontRef font = nullptr;
  std::uint32_t cluster = 0;
  double x = 0, advance = 0;
  double left = 0, right = 0, top = 0, bottom = 0;  // of its ink
};

std::vector<Drawn> draw(const Shaped& shaped) {
  std::vector<Drawn> drawn;
  double pen = 0;
  for (const ShapedRun& run : shaped.paragraph.runs) {
    const double em = run.style->font_size.pt();
    const double scale = run.size.pt() / em / run.font->metrics().units_per_em;
    for (const Glyph& glyph : run.glyphs) {
      hb_glyph_extents_t ink = {};
      hb_font_get_glyph_extents(run.font->hb(), glyph.id, &ink);
      const double x = pen + glyph.dx.pt() / em, y = glyph.dy.pt() / em;
      drawn.push_back({run.font, glyph.cluster, pen, glyph.advance.pt() / em,
                       x + ink.x_bearing * scale, x + (ink.x_bearing + ink.width) * scale,
                       y + ink.y_bearing * scale, y + (ink.y_bearing + ink.height) * scale});
      pen += glyph.advance.pt() / em;
    }
  }
  return drawn;
}

std::vector<Drawn> draw(const std::string& text, const StyleRef& style,
                        const std::string& lang = "ko") {
  return draw(shape(text, style, lang));
}

double width(const std::string& text, const StyleRef& style) {
  const std::vector<Drawn> drawn = draw(text, style);
  return drawn.back().x + drawn.back().advance;
}

bool has(const char* family) {
  if (test::library().find(family, 400, false) != nullptr) return true;
  MESSAGE("not on this machine: " << family);
  return false;
}

const std::vector<Families> kStacks = {
    {"Noto Serif CJK KR"}, {"Noto Sans CJK KR"}, {"Nanum Myeongjo"}, {"Nanum Gothic"}};

}  // namespace

TEST_CASE("checklist 34: no space is put between Hangul and Latin, digits or Hanja") {
  const StyleRef style = style_of({"Noto Serif CJK KR"});
  const double apart = width("한", style) + width("A", style) + width("가", style) +
                       width("1", style) + width("나", style) + width("漢", style);
  CHECK(width("한A가1나漢", style) == doctest::Approx(apart));
}

TEST_CASE("checklist 36: quotation marks are at most 0.55 em wide and a pair is of one font") {
  std::vector<Families> stacks = kStacks;
  if (has("Noto Serif")) stacks.push_back({"Noto Serif", "Noto Serif CJK KR"});
  for (const Families& families : stacks) {
    for (const std::string text : {"“가”", "“A”", "가“A”나", "“A 가”", "“가 A”", "‘A’ 가"}) {
      CAPTURE(families.front());
      CAPTURE(text);
      FontRef font = nullptr;
      for (const Drawn& glyph : draw(text, style_of(families))) {
        std::size_t at = glyph.cluster;
        const char32_t c = next_code_point(text, at);
        if (std::u32string_view(U"“”‘’").find(c) == std::u32string_view::npos) continue;
        CHECK(glyph.advance <= 0.55);
        CHECK((font == nullptr || font == glyph.font));
        font = glyph.font;
      }
    }
  }
}

TEST_CASE("checklist 37: an apostrophe in a Latin word is of the Latin font") {
  if (!has("DejaVu Serif")) return;
  const StyleRef style = style_of({"DejaVu Serif", "Nanum Myeongjo"});
  for (const Drawn& glyph : draw("It’s", style)) CHECK(glyph.font->family() == "DejaVu Serif");
  // In the middle of quoted Korean as well.
  const std::vector<Drawn> mixed = draw("‘It’s한글’", style);
  REQUIRE(mixed.size() == 8);
  CHECK(mixed[3].font->family() == "DejaVu Serif");
  CHECK(mixed[0].font == mixed[7].font);
}

TEST_CASE("checklist 40: …… is one even row of six dots, and a full stop after it stays") {
  for (const Families& families : kStacks) {
    CAPTURE(families.front());
    const std::vector<Drawn> drawn = draw("한번…….", style_of(families));
    REQUIRE(drawn.size() == 5);
    // Three dots take ink of i: the blank from one ellipsis to the next is that between two dots,
    // to a twentieth of an em.
    const double dot = (drawn[2].top - drawn[2].bottom);
    const double inside = (drawn[2].right - drawn[2].left - 3 * dot) / 2;
    CHECK(std::abs(drawn[3].left - drawn[2].right - inside) < 0.05);
    CHECK(drawn[2].font == drawn[3].font);
    CHECK(drawn[4].top < 0.25);
  }
}

TEST_CASE("checklist 41: ~ between numbers stands in the middle of their height") {
  for (const Families& families : kStacks) {
    CAPTURE(families.front());
    const std::vector<Drawn> drawn = draw("1392~1910년", style_of(families));
    REQUIRE(drawn.size() == 10);
    const double middle = (drawn[4].top + drawn[4].bottom) / 2;
    CHECK(middle > 0.2);
    CHECK(middle < 0.5);
    CHECK(drawn[4].advance < 0.75);
  }
}

TEST_CASE("checklist 54: slanted Hangul does not exist; Latin beside it is a true italic") {
  if (!has("Noto Serif")) return;
  for (const int weight : {400, 700}) {
    const std::vector<Drawn> drawn =
        draw("한글 text, 3번 Catch 22", style_of({"sans-serif", "Noto Serif"}, true, weight));
    const std::string text = "한글 text, 3번 Catch 22";
    for (const Drawn& glyph : drawn) {
      std::size_t at = glyph.cluster;
      const char32_t c = next_code_point(text, at);
      if (c == U'한' || c == U'글' || c == U'번' || c == U'3') {
        CHECK_FALSE(glyph.font->italic());
        CHECK(glyph.font->family() == "Noto Sans CJK KR");
      } else if (c != U' ') {
        // The comma goes with the word before it, and so does the number.
        CHECK(glyph.font->italic());
        CHECK(glyph.font->family() == "Noto Serif");
      }
      CHECK(glyph.font->weight() == weight);
    }
  }
}

TEST_CASE("checklist 58: jamo of file names and pastes come out as the syllable") {
  for (const Families& families : kStacks) {
    const Shaped apart = shape("\u1112\u1161\u11AB", style_of(families));
    const Shaped whole = shape("한", style_of(families));
    REQUIRE(apart.paragraph.runs.size() == 1);
    REQUIRE(apart.paragraph.runs[0].glyphs.size() == 1);
    CHECK(apart.paragraph.runs[0].glyphs[0].id == whole.paragraph.runs[0].glyphs[0].id);
  }
}

TEST_CASE("checklist 60: an old syllable is one glyph, its tone mark stands left of it") {
  // 말〯: HarfBuzz puts the mark's glyph before the syllable's, where it is read.
  const std::vector<Drawn> drawn = draw("말〯", style_of({"Noto Serif CJK KR"}));
  REQUIRE(drawn.size() == 2);
  CHECK(drawn[0].right < drawn[1].left);
  CHECK(drawn[0].right - drawn[0].left < 0.25);
  CHECK(draw("\u110C\u1167\u11F0", style_of({"Noto Serif CJK KR"})).size() == 1);
  // Nanum Myeongjo has no old Hangul; its sister has it, with the marks.
  for (const Drawn& glyph : draw("져\u11F0〮", style_of({"Nanum Myeongjo"}))) {
    CHECK(glyph.font->family() == "Nanum Myeongjo YetHangul");
  }
}

TEST_CASE("checklist 64: capitals stand in the middle of Hangul's height, within 0.02 em") {
  std::vector<Families> stacks = {{"Noto Serif CJK KR"}, {"Nanum Myeongjo"}};
  for (const char* latin : {"DejaVu Serif", "DejaVu Sans", "Noto Serif", "Nimbus Roman"}) {
    if (!has(latin)) continue;
    for (const char* hangul : {"Noto Serif CJK KR", "Nanum Myeongjo", "Nanum Gothic"}) {
      stacks.push_back({latin, hangul});
    }
  }
  for (const Families& families : stacks) {
    CAPTURE(families.front());
    CAPTURE(families.back());
    const FontRef host = test::library().find(families.back(), 400, false);
    const double hangul = hangul_height(*host)->centre();
    const std::vector<Drawn> drawn = draw("한H", style_of(families));
    REQUIRE(drawn.size() == 2);
    CHECK(drawn[0].font == host);
    const double capital = (drawn[1].top + drawn[1].bottom) / 2;
    CHECK(std::abs(hangul - capital) <= 0.0201);
  }
}

TEST_CASE("letters of another font are scaled so that capitals have 0.82 of Hangul's height") {
  for (const char* latin : {"DejaVu Serif", "Noto Serif"}) {
    if (!has(latin)) continue;
    const FontRef guest = test::library().find(latin, 400, false);
    for (const Families& hangul : kStacks) {
      const FontRef host = test::library().find(hangul.front(), 400, false);
      const Harmony harmony = harmonise(*host, *guest, Beside::latin);
      const double part =
          ink_height(*guest, U'H')->height() * harmony.scale / hangul_height(*host)->height();
      CHECK(harmony.scale >= 0.92);
      CHECK(harmony.scale <= 1.12);
      const bool is_limited = harmony.scale == 0.92 || harmony.scale == 1.12;
      CHECK((is_limited || std::abs(part - 0.82) < 0.006));
    }
  }
}

TEST_CASE("Hanja of another font are as large as the Hangul beside them, code keeps its columns") {
  // typography.md 5.3: ink height ratio 1.00 ± 0.03, here of what both fonts have.
  const FontRef host = test::library().find("Nanum Myeongjo", 400, false);
  const FontRef guest = test::library().find("Noto Serif CJK KR", 400, false);
  const Harmony harmony = harmonise(*host, *guest, Beside::hanja);
  CHECK(hangul_height(*guest)->height() * harmony.scale / hangul_height(*host)->height() ==
        doctest::Approx(1).epsilon(0.03));
  if (!has("DejaVu Sans Mono")) return;
  const FontRef code = test::library().find("DejaVu Sans Mono", 400, false);
  CHECK(harmonise(*host, *code, Beside::latin).scale == 1);
}

TEST_CASE("a word of one alphabet is of one font, though an earlier one has most of its letters") {
  if (!has("Noto Serif")) return;
  // Noto Serif CJK has few letters of the phonetic alphabet.
  const std::string text = "hələʊ καλή həlo";
  std::map<std::size_t, FontRef> fonts;  // by the word's place
  for (const Drawn& glyph : draw(text, style_of({"Noto Serif CJK KR"}))) {
    if (text[glyph.cluster] == ' ') continue;
    const std::size_t space = text.rfind(' ', glyph.cluster);
    const auto [known, is_new] = fonts.emplace(space, glyph.font);
    CHECK(known->second == glyph.font);
  }
  CHECK(fonts.size() == 3);
  CHECK(fonts.at(std::string::npos)->family() == "Noto Serif");
}

TEST_CASE("bold is a real face of its weight") {
  for (const Families& families : kStacks) {
    for (const Drawn& glyph : draw("굵게", style_of(families, false, 700))) {
      CHECK(glyph.font->weight() == 700);
    }
  }
}

TEST_CASE("letter spacing stands after each character, once") {
  Style wide = *style_of({"Noto Serif CJK KR"});
  wide.letter_spacing = Length::pt(10);
  const StyleRef style = std::make_shared<const Style>(wide);
  // 훈〮 is one character of two glyphs.
  const StyleRef plain = style_of({"Noto Serif CJK KR"});
  CHECK(width("훈〮민", style) == doctest::Approx(width("훈〮민", plain) + 0.2));
  CHECK(width("A가", style) == doctest::Approx(width("A가", plain) + 0.2));
}
