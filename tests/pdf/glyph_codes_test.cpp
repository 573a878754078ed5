#include "pdf/glyph_codes.h"

#include <doctest/doctest.h>

#include "pdf/book_fixture.h"

using namespace munjip;

namespace {

// A run of which only text and clusters matter.
GlyphRun run_of(std::string text, std::vector<std::uint32_t> clusters, bool right_to_left = false) {
  GlyphRun run;
  run.text = std::move(text);
  run.right_to_left = right_to_left;
  for (const std::uint32_t cluster : clusters) run.glyphs.push_back({1, cluster, {}, {}, {}});
  return run;
}

// What each glyph says, separated by |; a cluster that needs /ActualText in braces.
std::string said(const GlyphRun& run) {
  std::vector<Cluster> clusters;
  find_clusters(run, clusters);
  std::string out;
  for (const Cluster& cluster : clusters) {
    if (cluster.needs_actual_text) out += '{';
    for (std::uint32_t i = 0; i < cluster.glyph_count; ++i) {
      out += glyph_text(cluster, i, run.right_to_left);
      out += '|';
    }
    if (cluster.needs_actual_text) out += '}';
  }
  return out;
}

}  // namespace

TEST_CASE("a glyph says the text up to the next cluster") {
  CHECK(said(run_of("abc", {0, 1, 2})) == "a|b|c|");
  CHECK(said(run_of("office", {0, 1, 4, 5})) == "o|ffi|c|e|");
  CHECK(said(run_of("가나", {0, 3})) == "가|나|");
}

TEST_CASE("in lines from right to left it is the text up to the glyph before") {
  CHECK(said(run_of("abc", {2, 1, 0}, true)) == "c|b|a|");
  CHECK(said(run_of("abcd", {3, 0}, true)) == "d|abc|");
}

TEST_CASE("several glyphs share out their characters in reading order") {
  CHECK(said(run_of("abcd", {0, 0, 3})) == "a|bc|d|");
  CHECK(said(run_of("abcd", {3, 0, 0}, true)) == "d|bc|a|");
}

TEST_CASE("more glyphs than characters need ActualText") {
  CHECK(said(run_of("…x", {0, 0, 0, 3})) == "{…|\u200B|\u200B|}x|");
}

TEST_CASE("text before the first cluster belongs to it") {
  CHECK(said(run_of("\u200Bab", {3, 4})) == "\u200Ba|b|");
}

TEST_CASE("clusters out of order do not break anything") {
  CHECK(said(run_of("가나다", {6, 0, 3})) == "가|가|나다|");
  CHECK(said(run_of("가", {0, 99})) == "가|\uFFFD|");
}

TEST_CASE("a glyph's usual text is in the first font, another in an alias font") {
  test::BookFixture fixture;
  fixture.page();
  fixture.paragraph("\u6A02", 100);
  fixture.paragraph("\uF914 \uF914 \uF914", 120);
  const GlyphCodes codes(fixture.paged.pages);
  REQUIRE(codes.fonts().size() == 1);
  const FontCodes& font = codes.fonts()[0];
  CHECK(font.alias_count() == 2);
  const auto& run = std::get<GlyphRun>(fixture.paged.pages[0].items[0].is);
  const std::uint32_t glyph = run.glyphs[0].id;
  CHECK(font.find(glyph, "\uF914").alias + font.find(glyph, "\u6A02").alias == 1);
  CHECK(font.find(glyph, "\uF914").code == font.find(glyph, "\u6A02").code);
  CHECK(font_resource_name(0, 0) == "F1");
  CHECK(font_resource_name(2, 1) == "F3.2");
}
