// Initials two and three lines high (CSS Inline Layout 3, 4; typography.md 4.4).
#include "layout/initial.h"

#include <algorithm>

#include "layout/set_book.h"
#include "text/glyph_ink.h"

using namespace munjip;
using namespace munjip::sample;

namespace {

// One span of plain text.
ParagraphContent content_of(const std::string& words) {
  static const auto style = std::make_shared<const Style>();
  ParagraphContent content;
  content.text.text = words;
  content.text.spans.push_back({0, static_cast<std::uint32_t>(words.size()), style, "ko"});
  content.looks.push_back({});
  content.looks.back().tag = 7;
  return content;
}

struct Run {
  std::size_t page = 0;
  Point at;
  Length size;
  FontRef font = nullptr;
  TagId tag = kArtifact;
  std::string text;
};

std::vector<Run> runs_of(const PagedBook& paged) {
  std::vector<Run> runs;
  for (std::size_t p = 0; p < paged.pages.size(); ++p) {
    for (const PageItem& item : paged.pages[p].items) {
      const auto* run = std::get_if<GlyphRun>(&item.is);
      if (run == nullptr || item.tag == kArtifact) continue;
      runs.push_back({p, item.at, run->size, run->font, item.tag, run->text});
    }
  }
  return runs;
}

Block drop_cap(const std::string& words) {
  Block block;
  block.is = Group{{paragraph(words)}};
  block.classes = {"drop-cap"};
  return block;
}

std::vector<Run> set_with(Blocks body, const std::string& css = "") {
  Diagnostics ignored, diagnostics;
  const auto folder = std::filesystem::path(MUNJIP_SOURCE_DIR) / "styles";
  const StyleSheet sheet =
      StyleSheet::parse("@import \"essay.css\";\n" + css, "test.css", folder, ignored);
  const Book one = book({post("post-1", "첫 글자", std::move(body))});
  const PagedBook paged = lay_out(one, sheet, fonts(), options_for(), diagnostics);
  CHECK(diagnostics.empty());
  return runs_of(paged);
}

std::vector<Run>::const_iterator find(const std::vector<Run>& runs, const std::string& words) {
  return std::find_if(runs.begin(), runs.end(), [&](const Run& run) { return run.text == words; });
}

// The baselines of the lines that begin with the initial's paragraph, after the initial itself.
std::vector<Run> lines_after(const std::vector<Run>& runs,
                             std::vector<Run>::const_iterator initial) {
  std::vector<Run> lines;
  for (auto run = initial + 1; run != runs.end() && run->tag == initial->tag; ++run) {
    if (lines.empty() || lines.back().at.y != run->at.y) lines.push_back(*run);
  }
  return lines;
}

}  // namespace

TEST_CASE("the initial is the first letter, with the marks before it and the space behind it") {
  struct Row {
    const char *text, *marks, *letter, *rest;
  };
  for (const Row& row : {Row{"봄은 온다", "", "봄", "은 온다"}, Row{"“봄”이다", "“", "봄", "”이다"},
                         Row{"A man", "", "A ", "man"}, Row{"『「詩」』", "『「", "詩", "」』"},
                         Row{"ᄒᆞᆫ글", "", "ᄒᆞᆫ", "글"}}) {
    ParagraphContent content = content_of(row.text);
    const auto initial = take_initial(content);
    REQUIRE_MESSAGE(initial, row.text);
    CHECK(initial->marks == row.marks);
    CHECK(initial->letter == row.letter);
    CHECK(initial->letter_tag == 7);
    CHECK(content.text.text == row.rest);
    REQUIRE(content.text.spans.size() == 1);
    CHECK(content.text.spans[0].end == content.text.text.size());
  }
}

TEST_CASE("what does not begin with a letter, or with more than one, has no initial") {
  for (const char* text : {"2025년에", "— 그리고", "…봄", "\uFFFC그림", "봄", "", "““““봄이다"}) {
    ParagraphContent content = content_of(text);
    CHECK_MESSAGE(!take_initial(content), text);
    CHECK(content.text.text == text);
  }
  ParagraphContent link = content_of("봄은 온다");
  link.looks[0].link = 1;
  CHECK(!take_initial(link));
  ParagraphContent ruby = content_of("春은 온다");
  ruby.rubies.push_back({0, 3, {}, kArtifact});
  CHECK(!take_initial(ruby));
}

TEST_CASE("places in the text move with it") {
  ParagraphContent content = content_of("봄은 온다");
  content.notes.push_back({6, 0, kArtifact});
  content.anchors.push_back({0, "a"});
  REQUIRE(take_initial(content));
  CHECK(content.notes[0].offset == 3);
  CHECK(content.anchors[0].offset == 0);
}

TEST_CASE(
    "a Hangul initial reaches from the top of the first line's letters to the last one's foot") {
  for (const int lines : {2, 3}) {
    const auto runs = set_with(
        {drop_cap("봄은 " + prose(160))},
        ".drop-cap p::first-letter { initial-letter: " + std::to_string(lines) + " !important }");
    const auto initial = find(runs, "봄");
    REQUIRE(initial != runs.end());
    const auto after = lines_after(runs, initial);
    REQUIRE(after.size() > 4);
    const InkHeight face = hangul_height(*initial->font).value();
    const Run &first = after[0], &last = after[static_cast<std::size_t>(lines) - 1];
    // In points, downwards.
    const double top = initial->at.y.pt() - initial->size.pt() * face.top;
    const double foot = initial->at.y.pt() - initial->size.pt() * face.bottom;
    CHECK(top == doctest::Approx(first.at.y.pt() - first.size.pt() * face.top).epsilon(0.0005));
    CHECK(foot == doctest::Approx(last.at.y.pt() - last.size.pt() * face.bottom).epsilon(0.0005));
    // So many lines make way for it, the others begin at the margin, and none is indented.
    for (std::size_t i = 0; i < after.size(); ++i) {
      const bool beside = i < static_cast<std::size_t>(lines);
      CHECK(after[i].at.x.pt() ==
            doctest::Approx(beside ? after[0].at.x.pt() : after.back().at.x.pt()).epsilon(0.01));
    }
    CHECK(after[0].at.x > after.back().at.x + initial->size / 2);
  }
}

TEST_CASE("a Latin initial stands on the baseline and is as high as the text's capitals there") {
  const auto runs = set_with({drop_cap("The book, " + prose(160))});
  const auto initial = find(runs, "T");
  REQUIRE(initial != runs.end());
  const auto after = lines_after(runs, initial);
  REQUIRE(after.size() > 2);
  CHECK(std::abs((initial->at.y - after[1].at.y).pt()) < 0.02);
  const double cap = initial->font->metrics().cap_height;
  const double top = initial->at.y.pt() - initial->size.pt() * cap;
  CHECK(std::abs(top - (after[0].at.y.pt() - after[0].size.pt() * cap)) < 0.02);
}

TEST_CASE("an opening quote keeps its size and hangs out of the measure") {
  const auto runs = set_with({paragraph(prose(60)), drop_cap("“봄은 온다”고 " + prose(120))});
  const auto quote = find(runs, "“"), initial = find(runs, "봄");
  REQUIRE(quote != runs.end());
  REQUIRE(initial == quote + 1);
  const auto after = lines_after(runs, initial);
  CHECK(quote->size < initial->size / 2);
  CHECK(quote->at.x < initial->at.x);
  CHECK(quote->at.y == after[0].at.y);
  CHECK(quote->at.x < after.back().at.x);
}

TEST_CASE("a paragraph with fewer lines than the initial has none") {
  const auto runs = set_with({drop_cap("봄은 온다.")});
  CHECK(find(runs, "봄") == runs.end());
  CHECK(find(runs, "봄은 온다.") != runs.end());
}

TEST_CASE("no page ends beside an initial") {
  for (std::size_t before = 300; before < 700; before += 23) {
    const auto runs = set_with({paragraph(prose(before)), drop_cap("봄은 " + prose(90))},
                               ".drop-cap p::first-letter { initial-letter: 3 !important }");
    const auto initial = find(runs, "봄");
    REQUIRE(initial != runs.end());
    const auto after = lines_after(runs, initial);
    REQUIRE(after.size() >= 3);
    for (std::size_t i = 0; i < 3; ++i) CHECK(after[i].page == initial->page);
  }
}

TEST_CASE("the first paragraph after a post's title can be told by a style: header + p") {
  const auto runs = set_with({paragraph("봄은 " + prose(90)), paragraph("밤은 " + prose(90))},
                             "header + p::first-letter { initial-letter: 2 }");
  CHECK(find(runs, "봄") != runs.end());
  CHECK(find(runs, "밤") == runs.end());
}
