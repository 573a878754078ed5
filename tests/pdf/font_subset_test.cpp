#include "pdf/font_subset.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "base/file_io.h"
#include "pdf/book_fixture.h"
#include "pdf/font_embed.h"

using namespace munjip;

namespace {

FontProgram program_of(test::BookFixture& fixture, const char* family) {
  fixture.page();
  fixture.paragraph("ABC", 100, family);
  return make_font_program(GlyphCodes(fixture.paged.pages).fonts()[0]);
}

// The offset of a table of an sfnt (OpenType 1.9, "Organization of an OpenType font").
std::size_t table_offset(const std::string& font, std::string_view tag) {
  const auto number = [&](std::size_t at, int size) {
    std::size_t value = 0;
    for (int i = 0; i < size; ++i)
      value = value << 8 | static_cast<unsigned char>(font[at + static_cast<std::size_t>(i)]);
    return value;
  };
  for (std::size_t i = 0; i < number(4, 2); ++i) {
    if (font.compare(12 + 16 * i, 4, tag) == 0) return number(12 + 16 * i + 8, 4);
  }
  return 0;
}

bool is_installed(const test::BookFixture& fixture, const char* family) {
  if (fixture.has_font(family)) return true;
  MESSAGE("not on this machine: " << family);
  return false;
}

}  // namespace

TEST_CASE("a TrueType subset is an sfnt of the glyphs in use, without layout tables") {
  test::BookFixture fixture;
  if (!is_installed(fixture, "NanumMyeongjo")) return;
  const FontProgram program = program_of(fixture, "NanumMyeongjo");
  CHECK(program.is_truetype);
  CHECK(program.is_subset);
  CHECK(program.bytes.size() < 10'000);
  CHECK(table_offset(program.bytes, "glyf") > 0);
  CHECK(table_offset(program.bytes, "GSUB") == 0);
  // .notdef stays 0, and the three letters follow it.
  std::vector<std::uint16_t> in_use;
  for (const std::uint16_t gid : program.new_gids) {
    if (gid != 0) in_use.push_back(gid);
  }
  CHECK(in_use == std::vector<std::uint16_t>{1, 2, 3});
}

// ISO 32000-1, table 126: FontFile3 of subtype CIDFontType0C is a bare CFF table, version 1.
TEST_CASE("a CFF subset is a bare table") {
  for (const char* family : {"Noto Serif CJK KR", "Nimbus Roman"}) {
    test::BookFixture fixture;
    if (!is_installed(fixture, family)) continue;
    const FontProgram program = program_of(fixture, family);
    CHECK_FALSE(program.is_truetype);
    CHECK(program.bytes.starts_with("\x01"));
    CHECK(program.bytes.size() < 10'000);
    CHECK(program.new_gids.empty());
  }
}

// OS/2.fsType bit 8: the font may be embedded, but not subset.
TEST_CASE("a font that forbids subsetting is embedded whole, without a subset's tag") {
  test::BookFixture usual;
  if (!is_installed(usual, "NanumMyeongjo")) return;
  usual.page();
  usual.paragraph("A", 100, "NanumMyeongjo");
  const Font& installed = *std::get<GlyphRun>(usual.paged.pages[0].items[0].is).font;
  std::string bytes = read_file(installed.file());
  bytes[table_offset(bytes, "OS/2") + 8] = 0x01;
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / "munjip-font-subset-test";
  write_file(folder / "NanumMyeongjo.ttf", bytes);

  test::BookFixture fixture(folder);
  fixture.page();
  fixture.paragraph("A", 100, "NanumMyeongjo");
  const GlyphCodes codes(fixture.paged.pages);
  REQUIRE(codes.fonts()[0].font()->embedding() == Embedding::whole_only);
  const FontProgram program = make_font_program(codes.fonts()[0]);
  CHECK_FALSE(program.is_subset);
  CHECK(program.bytes.size() > 1'000'000);
  CHECK(embed_font(codes.fonts()[0]).base_name == "NanumMyeongjo");
  std::filesystem::remove_all(folder);
}
