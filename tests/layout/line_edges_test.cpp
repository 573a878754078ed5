#include <doctest/doctest.h>

#include "layout/paragraph_lines.h"
#include "text/glyph_ink.h"

using namespace munjip;
using namespace munjip::sample;

namespace {

Length natural_width(const std::string& text, const std::string& css) {
  ParagraphLines paragraph(css);
  paragraph.set(text, 30);
  const auto& all = paragraph.measured().candidates;
  return (all.back().end - all.front().start).width;
}

}  // namespace

TEST_CASE("marks at the edges hang by half, stops wholly, or not at all, as the style says") {
  const Length none = natural_width("“가나다.", "p { hanging-punctuation: none }");
  const Length optical = natural_width("“가나다.", "");
  const Length full = natural_width("“가나다.", "p { hanging-punctuation: allow-end }");
  const FontRef font = fonts().find("Noto Serif CJK KR", 400, false);
  REQUIRE(font != nullptr);
  const double quote = font->advance(font->glyph(U'“')) * 10,
               stop = font->advance(font->glyph(U'.')) * 10;
  CHECK((none - optical).pt() == doctest::Approx((quote + stop) / 2).epsilon(0.05));
  CHECK((none - full).pt() == doctest::Approx(quote / 2 + stop).epsilon(0.05));
}

TEST_CASE("checklist 38: a wide bracket has no outer blank at a line's start") {
  const std::string css = "p { hanging-punctuation: none }";
  ParagraphLines paragraph(css);
  paragraph.set("「가나」", 30);
  // What is left of the blank after trimming, 0.08 em, stands outside the measure.
  CHECK(paragraph.measured().edges.front().start_hang.pt() == doctest::Approx(0.8).epsilon(0.01));
}

TEST_CASE("checklist 39: the gap between 》· and 〈 is half an em at most") {
  ParagraphLines paragraph;
  paragraph.set("가》·〈나", 30);
  const ShapedParagraph& shaped = paragraph.measured().shaped;
  REQUIRE(shaped.runs.size() == 1);
  const ShapedRun& run = shaped.runs.front();
  REQUIRE(run.glyphs.size() == 5);
  const Glyph &closing = run.glyphs[1], &dot = run.glyphs[2], &opening = run.glyphs[3];
  const SideBearings closes = side_bearings(*run.font, closing.id);
  const SideBearings opens = side_bearings(*run.font, opening.id);
  // From the ink of the one to the ink of the other; their advances are trimmed.
  const double ink_end = (run.font->advance(closing.id) - closes.right) * 10 + closing.dx.pt();
  const double ink_start = (closing.advance + dot.advance).pt() + opens.left * 10 + opening.dx.pt();
  CHECK(ink_start - ink_end <= 5);
  CHECK(ink_start - ink_end > 3);
}

TEST_CASE("a divided word ends in a hyphen that counts and hangs by half") {
  ParagraphLines paragraph("", "en");
  const auto lines = paragraph.set(
      "Extraordinary circumstances notwithstanding, international communication continued "
      "undisturbed throughout the revolutionary transformation.",
      13);
  bool is_divided = false;
  for (const BrokenLine& line : paragraph.broken().lines) {
    if (paragraph.measured().candidates[line.to].grade != BreakGrade::hyphen) continue;
    is_divided = true;
    const LineEdge& edge = paragraph.measured().edges[line.to];
    CHECK(edge.hyphen > Length());
    CHECK(edge.end_hang == edge.hyphen / 2);
  }
  CHECK(is_divided);
}

TEST_CASE("`hyphens: manual` leaves Latin words whole") {
  ParagraphLines paragraph("p { hyphens: manual }", "en");
  for (const auto& line : paragraph.set("Extraordinary circumstances notwithstanding", 11)) {
    CHECK(line.end != BreakGrade::hyphen);
  }
}
