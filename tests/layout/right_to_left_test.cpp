// Passages that begin at the right: CSS Writing Modes 3, 2.1; the lines themselves are UAX #9's.
#include <algorithm>

#include "layout/set_book.h"

using namespace munjip;
using namespace munjip::sample;

namespace {

// "A bird sat on the roof and looked at the road", over and over.
std::string hebrew(int sentences) {
  std::string words;
  for (int i = 0; i < sentences; ++i)
    words += (i > 0 ? " " : "") + std::string("ציפור ישבה על הגג והביטה אל הדרך.");
  return words;
}

Block right_to_left(Block block) {
  block.classes = {"rtl"};
  block.lang = "he";
  return block;
}

struct Extent {
  Length left, right;  // from the left edge of the text block
};

// The lines of the first chapter's page, from top to bottom, without what is in Korean.
std::vector<Extent> lines_of(const PagedBook& paged) {
  const Page& page = paged.pages.at(2);
  const TrimSize trim = find_trim("A5").value();
  const Length margin = page.is_recto ? trim.margin.left : trim.margin.right;
  std::map<Length, Extent> lines;
  for (const PageItem& item : page.items) {
    const auto* run = std::get_if<GlyphRun>(&item.is);
    if (run == nullptr || run->glyphs.empty() || item.at.y < page.trim.height / 3) continue;
    if (item.tag == kArtifact || !run->right_to_left || run->text == "•") continue;
    const PlacedGlyph& last = run->glyphs.back();
    const auto ink =
        std::find_if(run->glyphs.begin(), run->glyphs.end(),
                     [&](const PlacedGlyph& glyph) { return run->text[glyph.cluster] != ' '; });
    const Length left = item.at.x - margin + ink->x;
    const Length right =
        item.at.x - margin + last.x + run->size.scaled(run->font->advance(last.id));
    const auto [found, is_new] = lines.try_emplace(item.at.y, Extent{left, right});
    if (is_new) continue;
    found->second.left = std::min(found->second.left, left);
    found->second.right = std::max(found->second.right, right);
  }
  std::vector<Extent> extents;
  for (const auto& [y, extent] : lines) extents.push_back(extent);
  return extents;
}

Length measure() {
  const TrimSize trim = find_trim("A5").value();
  return trim.size.width - trim.margin.left - trim.margin.right;
}

bool is_at(Length a, Length b) {
  return std::abs((a - b).pt()) < 1.5;  // the sides of a glyph
}

}  // namespace

TEST_CASE(
    "a paragraph that begins at the right is indented there, and its last line ends at the left") {
  const auto lines =
      lines_of(set(book({post("post-1", "글", {right_to_left(paragraph(hebrew(9)))})})));
  REQUIRE(lines.size() > 3);
  CHECK(is_at(lines.front().right, measure() - Length::pt(10)));
  CHECK(is_at(lines.front().left, Length()));
  for (std::size_t i = 1; i < lines.size(); ++i) CHECK(is_at(lines[i].right, measure()));
  CHECK(lines.back().left > Length::pt(20));
}

TEST_CASE("a quotation that begins at the right stands further from the right than from the left") {
  Block quote;
  quote.is = Quote{{paragraph(hebrew(9))}, {}};
  const auto lines = lines_of(set(book({post("post-1", "글", {right_to_left(std::move(quote))})})));
  REQUIRE(lines.size() > 3);
  // 2 em of 9.5 pt where it begins, 1 em where it ends.
  CHECK(is_at(lines[1].right, measure() - Length::pt(19)));
  CHECK(is_at(lines[1].left, Length::pt(9.5)));
}

TEST_CASE("the bullets of a list that begins at the right stand at the right") {
  List list;
  list.items.resize(2);
  for (ListItem& item : list.items) item.children = {paragraph(hebrew(1))};
  Block block;
  block.is = std::move(list);
  const PagedBook paged = set(book({post("post-1", "글", {right_to_left(std::move(block))})}));
  const auto lines = lines_of(paged);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].right < measure() - Length::pt(10));
  int bullets = 0;
  const Page& page = paged.pages.at(2);
  for (const PageItem& item : page.items) {
    const auto* run = std::get_if<GlyphRun>(&item.is);
    if (run == nullptr || run->text != "•") continue;
    ++bullets;
    const TrimSize trim = find_trim("A5").value();
    const Length margin = page.is_recto ? trim.margin.left : trim.margin.right;
    CHECK(item.at.x - margin > lines[0].right);
  }
  CHECK(bullets == 2);
}

TEST_CASE(
    "a line of Korean that ends in Hebrew is flush: the space behind it is no space (UAX #9, L1)") {
  std::string words;
  for (int i = 0; i < 120; ++i) words += i % 3 == 0 ? "지붕에 앉은 " : "ציפור ישבה על הגג ";
  const PagedBook paged = set(book({post("post-1", "글", {paragraph(words)})}));
  const LineFigures figures = figures_of(paged.lines);
  CHECK(figures.inner > 20);
  CHECK(figures.ragged == 0);
}
