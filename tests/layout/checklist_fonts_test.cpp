// The acceptance list of typography.md, section 8, as far as what stands on the page with the
// letters decides it. The numbers are its lines.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "layout/hanja_gloss.h"
#include "layout/lay_out.h"
#include "layout/sample_book.h"
#include "text/glyph_band.h"

using namespace munjip;
using namespace munjip::sample;

namespace {

const FontLibrary& fonts() {
  static Diagnostics ignored;
  static const FontLibrary kLibrary({std::filesystem::path(MUNJIP_SOURCE_DIR) / "fonts"}, ignored);
  return kLibrary;
}

const StyleSheet& essay() {
  static Diagnostics ignored;
  static const StyleSheet kSheet =
      StyleSheet::load(std::filesystem::path(MUNJIP_SOURCE_DIR) / "styles" / "essay.css", ignored);
  return kSheet;
}

PagedBook set(Inlines inlines, Diagnostics& diagnostics) {
  Block block;
  block.is = Paragraph{std::move(inlines)};
  LayoutOptions options;
  options.trim = find_trim("A5").value();
  options.profile = PdfProfile::handout;
  return lay_out(book({post("post-1", "글", {std::move(block)})}), essay(), fonts(), options,
                 diagnostics);
}

PagedBook set(Inlines inlines) {
  Diagnostics diagnostics;
  PagedBook paged = set(std::move(inlines), diagnostics);
  CHECK(diagnostics.empty());
  return paged;
}

Inline phrase(Element element, std::string words, std::vector<std::string> classes = {}) {
  return Inline{Phrase{element, text(std::move(words)), {}, std::move(classes)}, {}};
}

struct PlacedText {
  Point at;
  GlyphRun run;
  TagId tag = kArtifact;
};

// The runs with letters of `sample` on the page where the paragraph stands.
const Page& page_of(const PagedBook& paged, std::string_view sample) {
  for (const Page& page : paged.pages) {
    for (const PageItem& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.is);
      if (run != nullptr && item.tag != kArtifact && run->text.find(sample) != std::string::npos) {
        return page;
      }
    }
  }
  FAIL("no page with " << sample);
  return paged.pages.front();
}

PlacedText find_text(const PagedBook& paged, std::string_view sample) {
  for (const PageItem& item : page_of(paged, sample).items) {
    const auto* run = std::get_if<GlyphRun>(&item.is);
    if (run != nullptr && run->text.find(sample) != std::string::npos) {
      return {item.at, *run, item.tag};
    }
  }
  return {};
}

std::vector<PlacedText> marks_on(const Page& page, std::string_view mark) {
  std::vector<PlacedText> found;
  for (const PageItem& item : page.items) {
    const auto* run = std::get_if<GlyphRun>(&item.is);
    if (run != nullptr && item.tag == kArtifact && run->text == mark) {
      found.push_back({item.at, *run, item.tag});
    }
  }
  return found;
}

struct PlacedBar {
  Point at;
  FilledRect bar;
};

std::vector<PlacedBar> bars_on(const Page& page) {
  std::vector<PlacedBar> found;
  for (const PageItem& item : page.items) {
    if (const auto* bar = std::get_if<FilledRect>(&item.is)) found.push_back({item.at, *bar});
  }
  return found;
}

// The baselines of the body's lines on the page, from the top.
std::set<std::int64_t> baselines(const Page& page, Length size) {
  std::set<std::int64_t> found;
  for (const PageItem& item : page.items) {
    const auto* run = std::get_if<GlyphRun>(&item.is);
    if (run != nullptr && item.tag != kArtifact && run->size == size) found.insert(item.at.y.raw());
  }
  return found;
}

}  // namespace

TEST_CASE("checklist 54: emphasis is gothic and upright for Hangul, a true italic for Latin") {
  Inlines inlines = text("처음에 ");
  inlines.push_back(phrase(Element::emphasis, "한글과 text가"));
  const PagedBook paged = set(std::move(inlines));
  const PlacedText hangul = find_text(paged, "한글과");
  CHECK_FALSE(hangul.run.font->italic());
  CHECK(hangul.run.font->family() == "Noto Sans CJK KR");
  if (fonts().find("Noto Serif", 400, true) == nullptr) {
    MESSAGE("not on this machine: Noto Serif Italic");
    return;
  }
  CHECK(find_text(paged, "text").run.font->italic());
}

TEST_CASE("checklist 55: 드러냄표 stand over the middle of syllables, none over space and comma") {
  Inlines inlines = text("가장 ");
  inlines.push_back(phrase(Element::emphasis, "중요한 말,", {"dots"}));
  const PagedBook paged = set(std::move(inlines));
  const Page& page = page_of(paged, "중요한");
  const std::vector<PlacedText> dots = marks_on(page, "\u02D9");
  REQUIRE(dots.size() == 4);
  const PlacedText words = find_text(paged, "중요한");
  CHECK(words.run.font->family() == "Noto Serif CJK KR");
  const std::vector<std::size_t> syllables = {0, 1, 2, 4};
  for (std::size_t i = 0; i < dots.size(); ++i) {
    const PlacedGlyph& glyph = words.run.glyphs[syllables[i]];
    const PlacedGlyph& dot = dots[i].run.glyphs.front();
    const double width = words.run.font->advance(glyph.id) * words.run.size.pt();
    const double dot_width = dots[i].run.font->advance(dot.id) * dots[i].run.size.pt();
    CHECK((words.at.x + glyph.x).pt() + width / 2 ==
          doctest::Approx((dots[i].at.x + dot.x).pt() + dot_width / 2).epsilon(0.001));
    // Over the ink of Hangul, which is some 0.82 em high, and off the line above.
    CHECK(dots[i].at.y < words.at.y);
    CHECK(dots[i].at.y > words.at.y - words.run.size);
  }
}

TEST_CASE("checklist 56: ruby of 50 to 60 % leaves the line pitch, on the first line too") {
  const auto with = [](bool has_ruby) {
    Inlines inlines;
    if (has_ruby) {
      inlines.push_back({Ruby{"漢字", "한자"}, {}});
      inlines.push_back({Text{"로 " + prose(60) + " "}, {}});
      inlines.push_back({Ruby{"大韓民國", "대한민국"}, {}});
      inlines.push_back({Text{"의 " + prose(60)}, {}});
    } else {
      inlines = text("漢字로 " + prose(60) + " 大韓民國의 " + prose(60));
    }
    return set(std::move(inlines));
  };
  const PagedBook plain = with(false), ruby = with(true);
  const Length size = find_text(plain, "漢字").run.size;
  CHECK(baselines(page_of(plain, "漢字"), size) == baselines(page_of(ruby, "漢字"), size));
  const PlacedText base = find_text(ruby, "漢字"), reading = find_text(ruby, "한자");
  CHECK(reading.run.size.ratio(base.run.size) >= 0.5);
  CHECK(reading.run.size.ratio(base.run.size) <= 0.6);
  CHECK(reading.at.y < base.at.y - base.run.size.scaled(0.8));
  // Each syllable over the middle of its Hanja, and still read as one word.
  for (std::size_t i = 0; i < 2; ++i) {
    const double hanja = base.run.font->advance(base.run.glyphs[i].id) * base.run.size.pt();
    const double hangul =
        reading.run.font->advance(reading.run.glyphs[i].id) * reading.run.size.pt();
    // The line's letter space falls between the Hanja alone.
    CHECK(std::abs((base.at.x + base.run.glyphs[i].x).pt() + hanja / 2 -
                   (reading.at.x + reading.run.glyphs[i].x).pt() - hangul / 2) < 0.5);
  }
  CHECK(ruby.tags[reading.tag].actual_text == "한자");
}

TEST_CASE("ruby longer than its base spaces it out, so that nothing runs into its neighbours") {
  Inlines inlines = text("가");
  inlines.push_back({Ruby{"王", "임금님"}, {}});
  inlines.push_back({Text{"나"}, {}});
  const PagedBook paged = set(std::move(inlines));
  const PlacedText before = find_text(paged, "가"), reading = find_text(paged, "임금님"),
                   after = find_text(paged, "나");
  const auto width = [](const PlacedText& placed) {
    const PlacedGlyph& last = placed.run.glyphs.back();
    return last.x.pt() + placed.run.font->advance(last.id) * placed.run.size.pt();
  };
  CHECK(reading.at.x.pt() + reading.run.glyphs.front().x.pt() >=
        before.at.x.pt() + width(before) - 0.01);
  CHECK(reading.at.x.pt() + width(reading) <= after.at.x.pt() + 0.01);
}

TEST_CASE("Hanja in parentheses after Hangul are set at 90 %, in the middle of its height") {
  const PagedBook paged = set(text("그는 한자(漢字)를 썼다."));
  const PlacedText word = find_text(paged, "한자"), gloss = find_text(paged, "漢字");
  CHECK(gloss.run.text == "(漢字)");
  CHECK(gloss.run.size.ratio(word.run.size) == doctest::Approx(0.9).epsilon(0.001));
  CHECK((word.at.y - gloss.at.y).ratio(word.run.size) == doctest::Approx(0.037).epsilon(0.01));
  CHECK(find_hanja_glosses("한자(漢字)와 한글(Hangul), 수(1)", 0).size() == 1);
  CHECK(find_hanja_glosses("大韓(大韓)", 0).empty());
  CHECK(find_hanja_glosses("(漢字)", U'자').size() == 1);
  CHECK(find_hanja_glosses("가(漢", 0).empty());
}

TEST_CASE("an underline ends with the words, and makes way for descenders") {
  Inlines inlines = text("이 말에 ");
  inlines.push_back(phrase(Element::underline, "gypsy 한글"));
  inlines.push_back({Text{" 줄을"}, {}});
  const PagedBook paged = set(std::move(inlines));
  const std::vector<PlacedBar> bars = bars_on(page_of(paged, "gypsy"));
  const PlacedText words = find_text(paged, "gypsy");
  REQUIRE(bars.size() >= 2);
  const double size = words.run.size.pt();
  std::size_t crossings = 0;
  for (const PlacedBar& bar : bars) {
    const double left = (bar.at.x - words.at.x).pt(), right = left + bar.bar.size.width.pt();
    CHECK(left >= -0.001);
    CHECK((bar.at.y - words.at.y).pt() == doctest::Approx(0.13 * size).epsilon(0.01));
    for (const PlacedGlyph& glyph : words.run.glyphs) {
      const auto ink = ink_between(*words.run.font, glyph.id, -0.175, -0.13);
      if (!ink) continue;
      ++crossings;
      const double begin = glyph.x.pt();
      CHECK((right <= begin + ink->left * size || left >= begin + ink->right * size));
    }
  }
  CHECK(crossings >= 4 * bars.size());  // g y p y
  const double last =
      words.run.glyphs.back().x.pt() + words.run.font->advance(words.run.glyphs.back().id) * size;
  const PlacedBar& end = bars.back();
  CHECK((end.at.x - words.at.x + end.bar.size.width).pt() == doctest::Approx(last).epsilon(0.001));
}

TEST_CASE("ground and strike are one piece over smaller type, and end where the line's ink ends") {
  Inlines inner = text("지운 말 ");
  inner.push_back(Inline{InlineCode{"code"}, {}});
  inner.push_back(Inline{Text{" " + prose(60)}, {}});
  Inlines inlines;
  inlines.push_back(Inline{Phrase{Element::deleted, std::move(inner), {}, {}}, {}});
  const PagedBook paged = set(std::move(inlines));
  const Page& page = page_of(paged, "지운");
  std::set<std::int64_t> lines;
  Length right;
  for (const PlacedBar& bar : bars_on(page)) {
    CHECK(lines.insert(bar.at.y.raw()).second);  // one bar a line
    right = std::max(right, bar.at.x + bar.bar.size.width);
  }
  CHECK(lines.size() >= 2);
  // Nothing hangs over the words into the margin.
  Length words_end;
  for (const PageItem& item : page.items) {
    const auto* run = std::get_if<GlyphRun>(&item.is);
    if (run == nullptr || item.tag == kArtifact || run->glyphs.empty()) continue;
    std::size_t last = run->glyphs.size() - 1;
    while (last > 0 && run->text[run->glyphs[last].cluster] == ' ') --last;
    const PlacedGlyph& glyph = run->glyphs[last];
    words_end =
        std::max(words_end, item.at.x + glyph.x + run->size.scaled(run->font->advance(glyph.id)));
  }
  CHECK(std::abs((right - words_end).pt()) < 0.5);
  // Through the middle of Hangul.
  const PlacedText words = find_text(paged, "지운");
  const PlacedBar first = bars_on(page).front();
  CHECK((words.at.y - first.at.y - first.bar.size.height / 2).ratio(words.run.size) ==
        doctest::Approx(0.372).epsilon(0.01));
}

TEST_CASE("checklist 59: what no font has is named in its place, told, and copied as it was") {
  Diagnostics diagnostics;
  const PagedBook paged = set(text("오늘은 \U0001FAE0 하루였다."), diagnostics);
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.content_lost());
  CHECK(diagnostics.all()[0].at.file == "post-1.md");
  CHECK(diagnostics.all()[0].text.ko.find("U+1FAE0") != std::string::npos);
  const PlacedText name = find_text(paged, "녹아내리는");
  CHECK(name.run.text == "[녹아내리는\u00A0얼굴]");
  CHECK(paged.tags[name.tag].actual_text == "\U0001FAE0");
  CHECK(name.run.size < find_text(paged, "하루였다").run.size);
  for (const Page& page : paged.pages) {
    for (const PageItem& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.is);
      if (run == nullptr) continue;
      for (const PlacedGlyph& glyph : run->glyphs) CHECK(glyph.id != 0);
    }
  }
}

TEST_CASE("superscript and subscript are smaller and stand higher and lower") {
  Inlines inlines = text("물 H");
  inlines.push_back(phrase(Element::subscript, "이"));
  inlines.push_back({Text{"와 넓이 m"}, {}});
  inlines.push_back(phrase(Element::superscript, "둘"));
  const PagedBook paged = set(std::move(inlines));
  const PlacedText line = find_text(paged, "물"), low = find_text(paged, "이"),
                   high = find_text(paged, "둘");
  for (const PlacedText& small : {low, high}) {
    CHECK(small.run.size.ratio(line.run.size) >= 0.6);
    CHECK(small.run.size.ratio(line.run.size) <= 0.7);
  }
  CHECK(low.at.y > line.at.y);
  CHECK(high.at.y < line.at.y);
}
