// The acceptance list of typography.md, section 8, as far as the PDF file decides it. The numbers
// are its lines.
#include <doctest/doctest.h>

#include <cmath>

#include "pdf/book_fixture.h"

using namespace munjip;
using munjip::test::BookFixture;
using munjip::test::PdfFile;

namespace {

std::string copied(const std::string& text, const char* family = "Noto Serif CJK KR",
                   double spread = 0) {
  BookFixture fixture;
  fixture.page();
  const TagId leaf = fixture.tag(fixture.tag(0, Element::paragraph), Element::text);
  fixture.line(leaf, text, 50, 100, spread, family);
  return test::text_of_page(PdfFile(fixture.write()), 0);
}

}  // namespace

TEST_CASE("checklist 57: compatibility Hanja are copied as they were typed") {
  // 豈 更 車 and, beside them, the unified characters that share their glyphs.
  const std::string text = "\uF900\uF901\uF902 \u8C48\u66F4\u8ECA \uF914樂\uF95C\uFA0B";
  CHECK(copied(text) == text);
  CHECK(copied(text, "NanumMyeongjo YetHangul") == text);
}

TEST_CASE("checklist 60: old Hangul with tone marks is copied in the order of the source") {
  const std::string text = "훈〮민져\u11F0〮\u1159\u1173\u11B7 말〯 나랏〮말〯ᄊᆞ미〮";
  CHECK(copied(text) == text);
  CHECK(copied(text, "NanumMyeongjo YetHangul") == text);
}

TEST_CASE("checklist 61, 62: a line is less than 20 KB, its fonts, CFF or not, are subsets in it") {
  struct Face {
    const char *family, *name, *program;
  };
  for (const Face& face : {Face{"Noto Serif CJK KR", "NotoSerifCJKkr-Regular", "/FontFile3"},
                           Face{"Nanum Myeongjo", "NanumMyeongjo", "/FontFile2"}}) {
    BookFixture fixture;
    fixture.page();
    fixture.paragraph("한글 조판 ABC", 100, face.family);
    const std::string bytes = fixture.write();
    CHECK(bytes.size() < 20'000);
    CHECK(bytes.find(std::string("+") + face.name) != std::string::npos);
    CHECK(bytes.find(face.program) != std::string::npos);
    CHECK(fixture.diagnostics.empty());
  }
}

TEST_CASE("checklist 63: letter space puts no spaces into what is copied") {
  const std::string text = "나는 국립국어원에서 일한다. Wave to AV 12, 漢字.";
  for (const double spread : {-0.2, 0.0, 0.5}) {
    CHECK(copied(text, "Noto Serif CJK KR", spread) == text);
  }
}

TEST_CASE(
    "widths are those of the font: no whole thousandths, and one width on both sides of another") {
  struct Line {
    const char *family, *text;
  };
  // 973/1024 em cannot be the default width, which is an integer. Hanja and signs of 1 em have
  // codes before and after those of the syllables.
  for (const Line& line : {Line{"Nanum Myeongjo", "가나다라 마바사 아자차카 Wave 12, 타파하."},
                           Line{"Noto Serif CJK KR", "①㈜℃漢字가나다라마바사아자차카타파하𠮷"}}) {
    BookFixture fixture;
    fixture.page();
    const TagId leaf = fixture.tag(fixture.tag(0, Element::paragraph), Element::text);
    fixture.line(leaf, line.text, 30, 90, 0, line.family);
    const PdfFile file(fixture.write());
    const std::vector<test::ShownGlyph> shown = test::glyphs_of_page(file, 0);
    std::size_t i = 0;
    for (const PageItem& item : fixture.paged.pages[0].items) {
      const auto& run = std::get<GlyphRun>(item.is);
      for (const PlacedGlyph& glyph : run.glyphs) {
        REQUIRE(i < shown.size());
        CHECK(std::abs(shown[i++].x - (item.at.x + glyph.x + glyph.dx).pt()) < 0.01);
      }
    }
    CHECK(i == shown.size());
  }
}
