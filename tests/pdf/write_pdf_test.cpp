#include "pdf/write_pdf.h"

#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "media/image.h"
#include "pdf/book_fixture.h"

using namespace munjip;
using munjip::test::BookFixture;
using munjip::test::PdfFile;

namespace {

// Texts that are hard on fonts: old Hangul as one glyph and as three, ligatures, compatibility
// Hanja that share a glyph with unified ones, no-break spaces, and a character beyond the BMP.
const std::string kHardText =
    "나랏말ᄊᆞ미 ᄒᆞᆫ ꥠᅡᇹ affinity office \u6A02\uF914 \u03A9\u2126 1\u00A02 𠀀 (따옴표) \\";

std::string lines_of(const std::string& content, std::string_view ending) {
  std::string found;
  for (std::size_t at = 0; at < content.size();) {
    const std::size_t end = content.find('\n', at);
    const std::string line = content.substr(at, end - at);
    if (line.ends_with(ending)) found += line + '\n';
    if (end == std::string::npos) break;
    at = end + 1;
  }
  return found;
}

void check_places(const BookFixture& fixture, const PdfFile& file) {
  const std::vector<test::ShownGlyph> shown = test::glyphs_of_page(file, 0);
  const Page& page = fixture.paged.pages[0];
  std::size_t i = 0;
  for (const PageItem& item : page.items) {
    const auto* run = std::get_if<GlyphRun>(&item.is);
    if (run == nullptr) continue;
    for (const PlacedGlyph& glyph : run->glyphs) {
      REQUIRE(i < shown.size());
      CHECK(std::abs(shown[i].x - (item.at.x + glyph.x + glyph.dx).pt()) < 0.01);
      CHECK(std::abs(shown[i].y - (page.trim.height - item.at.y + glyph.dy).pt()) < 0.01);
      ++i;
    }
  }
  CHECK(i == shown.size());
}

}  // namespace

TEST_CASE("a line of Korean is a small file that says what it says") {
  BookFixture fixture;
  fixture.page();
  fixture.paragraph("한 줄짜리 책도 책이다.", 100);
  const PdfFile file(fixture.write());
  CHECK(file.bytes().size() < 20'000);
  CHECK(test::text_of_page(file, 0) == "한 줄짜리 책도 책이다.");
  CHECK(fixture.diagnostics.empty());
}

TEST_CASE("hard text comes back code point by code point") {
  BookFixture fixture;
  fixture.page();
  fixture.paragraph(kHardText, 100);
  CHECK(test::text_of_page(PdfFile(fixture.write()), 0) == kHardText);
}

TEST_CASE("so it does from TrueType fonts, and from bare CFF fonts without CIDs") {
  for (const char* family : {"NanumMyeongjo", "Nimbus Roman"}) {
    BookFixture fixture;
    if (!fixture.has_font(family)) {
      MESSAGE("not on this machine: " << family);
      continue;
    }
    fixture.page();
    fixture.paragraph("Office 12 of 365", 100, family);
    CHECK(test::text_of_page(PdfFile(fixture.write()), 0) == "Office 12 of 365");
  }
}

// 0.01 pt is a tenth of what a press can place.
TEST_CASE("glyphs stand where layout put them, without drift") {
  for (const double spread : {0.0, 0.37, -0.123, 3.0}) {
    for (const double size : {7.3, 10.0, 31.0}) {
      BookFixture fixture;
      fixture.page();
      const TagId leaf = fixture.tag(fixture.tag(0, Element::paragraph), Element::text);
      std::string text;
      for (int i = 0; i < 8; ++i) text += "가나 다라, Wave to AV 12. ";
      fixture.line(leaf, text, 33.3333, 77.7777, spread, "Noto Serif CJK KR", size);
      fixture.line(leaf, kHardText, 21.7, 99.9, spread, "Noto Serif CJK KR", size);
      check_places(fixture, PdfFile(fixture.write()));
    }
  }
}

TEST_CASE("an even letter space is said once") {
  BookFixture fixture;
  fixture.page();
  const TagId leaf = fixture.tag(fixture.tag(0, Element::paragraph), Element::text);
  fixture.line(leaf, "가나다라마바사아자차", 50, 100, 0.25);
  const PdfFile file(fixture.write());
  CHECK(lines_of(test::content_of_page(file, 0), " Tc") == ".25 Tc\n");
  CHECK(lines_of(test::content_of_page(file, 0), "]TJ").find(")-") == std::string::npos);
}

TEST_CASE("black is DeviceGray, other colours are DeviceRGB") {
  BookFixture fixture;
  fixture.page();
  const TagId leaf = fixture.paragraph("검정", 100);
  fixture.item(kArtifact, 10, 10, FilledRect{{Length::pt(20), Length::pt(30)}, {255, 0, 51}});
  fixture.line(leaf, "다시 검정", 50, 130);
  const std::string content = test::content_of_page(PdfFile(fixture.write()), 0);
  CHECK(lines_of(content, " rg") == "1 0 .2 rg\n");
  CHECK(lines_of(content, " g") == "0 g\n");
  CHECK(lines_of(content, " re f") == "10 555.276 20 30 re f\n");
}

TEST_CASE("everything on a page is tagged or an artifact") {
  BookFixture fixture;
  fixture.page();
  fixture.paragraph("본문", 100);
  fixture.line(kArtifact, "머리글", 50, 30);
  const PdfFile file(fixture.write());
  const std::string content = test::content_of_page(file, 0);
  CHECK(content.find("/P<</MCID 0>>BDC\n") == 0);
  CHECK(content.find("/Artifact BMC\n") != std::string::npos);
  const std::string root = file.object(PdfFile::reference_in(file.catalog(), "StructTreeRoot"));
  const std::string parents = file.object(PdfFile::reference_in(root, "ParentTree"));
  const std::vector<int> owners = PdfFile::references(parents);
  REQUIRE(owners.size() == 1);
  CHECK(file.object(owners[0]).find("/S/P/P ") != std::string::npos);
  CHECK(file.object(owners[0]).find("/K 0") != std::string::npos);
  CHECK(file.object(file.pages()[0]).find("/StructParents 0") != std::string::npos);
}

// One character set as several glyphs needs /ActualText in a sequence of its own.
TEST_CASE("one character of several glyphs is spelled by ActualText") {
  BookFixture fixture;
  fixture.page();
  fixture.paragraph("가나다", 100);
  auto& run = std::get<GlyphRun>(fixture.paged.pages[0].items[0].is);
  run.glyphs[1].cluster = run.glyphs[0].cluster;  // 가 and 나 now stand for one piece of text
  run.text = "가다";
  run.glyphs[2].cluster = 3;
  const PdfFile file(fixture.write());
  const std::string content = test::content_of_page(file, 0);
  CHECK(content.find("/Span<</MCID 0/ActualText(\xFE\xFF\xAC") != std::string::npos);
  CHECK(content.find("/P<</MCID 1>>BDC") != std::string::npos);
  CHECK(file.objects_with("/S/Span").size() == 1);
}

TEST_CASE("links have annotations, text and a place in the tree") {
  BookFixture fixture;
  fixture.page();
  const TagId link = fixture.tag(fixture.tag(0, Element::paragraph), Element::link);
  const TagId leaf = fixture.tag(link, Element::text);
  fixture.line(leaf, "여기", 50, 100);
  fixture.item(leaf, 50, 90, LinkArea{{Length::pt(20), Length::pt(12)}, "https://a.kr/가", ""});
  const PdfFile file(fixture.write());
  const std::vector<int> annotations = file.objects_with("/Subtype/Link");
  REQUIRE(annotations.size() == 1);
  CHECK(file.object(annotations[0]).find("/URI(https://a.kr/%EA%B0%80)") != std::string::npos);
  CHECK(file.object(annotations[0]).find("/Contents(") != std::string::npos);
  const std::string page = file.object(file.pages()[0]);
  CHECK(page.find("/Tabs /S") != std::string::npos);
  const std::vector<int> owners = file.objects_with("/S/Link");
  REQUIRE(owners.size() == 1);
  CHECK(file.object(owners[0]).find("/Type/OBJR/Obj " + std::to_string(annotations[0]) + " 0 R") !=
        std::string::npos);
}

TEST_CASE("on paper there are no annotations and no claim of PDF/A") {
  BookFixture fixture;
  fixture.profile = PdfProfile::print;
  fixture.page();
  const TagId link = fixture.tag(fixture.tag(0, Element::paragraph), Element::link);
  const TagId leaf = fixture.tag(link, Element::text);
  fixture.line(leaf, "여기", 50, 100);
  fixture.item(leaf, 50, 90, LinkArea{{Length::pt(20), Length::pt(12)}, "https://a.kr/", ""});
  const PdfFile file(fixture.write());
  CHECK(file.objects_with("/Annot").empty());
  CHECK(file.bytes().find("pdfaid:part>2") == std::string::npos);
  CHECK(file.bytes().find("pdfuaid:part>1") != std::string::npos);
}

TEST_CASE("the same book gives the same bytes with one thread and with two") {
  const auto write = [](unsigned jobs) {
    BookFixture fixture;
    for (int i = 0; i < 40; ++i) {
      fixture.page();
      fixture.paragraph("쪽 " + std::to_string(i) + ": " + kHardText, 100);
      fixture.paragraph("나눔명조로도 한 줄", 130, "NanumMyeongjo");
    }
    return fixture.write(jobs);
  };
  const std::string once = write(1);
  CHECK(once == write(1));
  CHECK(once == write(2));
}

TEST_CASE("labels, outline and named places") {
  BookFixture fixture;
  fixture.page().label = "i";
  fixture.page().label = "1";
  fixture.paragraph("둘째 쪽", 100);
  fixture.item(0, 50, 80, AnchorMark{"post-1"});
  fixture.paged.outline = {{"첫 글 😀", "post-1", 1}, {"아래", "nowhere", 2}};
  const PdfFile file(fixture.write());
  const int labels = PdfFile::reference_in(file.catalog(), "PageLabels");
  CHECK(file.object(labels).find("/Nums[0<</S/r>>1<</S/D>>]") != std::string::npos);
  CHECK(file.catalog().find("/PageMode /UseOutlines") != std::string::npos);
  CHECK(file.objects_with("/Dest <").size() == 1);
  CHECK(file.objects_with("/Names[(post-1)[").size() == 1);
}
