#include "imposition/impose.h"

#include <doctest/doctest.h>

#include <sstream>

#include "base/error.h"
#include "imposition/claims.h"
#include "imposition/compact.h"
#include "imposition/folding.h"
#include "imposition/plain_pdf.h"
#include "imposition/qpdf_document.h"

using namespace munjip;
using namespace munjip::testing;

namespace {

const Size kPage{Length::pt(200), Length::pt(300)};

// A page as it is drawn on a side: what it says, and the matrix.
struct Drawn {
  std::string text;
  double scale = 0, x = 0, y = 0;
};

// Reads our own operators: `q x y w h re W n a 0 0 d e f cm /P1 Do Q`, a line each.
std::vector<Drawn> drawn_on(QpdfDocument& document, QpdfDocument::Handle page) {
  std::vector<Drawn> all;
  std::istringstream lines(document.page_content(page));
  for (std::string line; std::getline(lines, line);) {
    std::istringstream in(line);
    std::string word, name;
    double number = 0;
    Drawn drawn;
    in >> word;
    for (int i = 0; i < 4; ++i) in >> number;
    in >> word >> word >> word >> drawn.scale >> number >> number >> number >> drawn.x >> drawn.y;
    in >> word >> name;
    const auto objects = document.get(document.get(page, "/Resources"), "/XObject");
    REQUIRE(document.has(objects, name.c_str()));
    const std::string form = document.stream_data(document.get(objects, name.c_str()));
    const std::size_t open = form.find('(');
    drawn.text = form.substr(open + 1, form.find(')') - open - 1);
    all.push_back(drawn);
  }
  return all;
}

std::string imposed(std::size_t pages, SheetOptions options = {}) {
  const std::string pdf = PlainPdf(pages, xmp_with(kPdfAClaim + kPdfUaClaim)).bytes();
  return impose(pdf, plan_booklet(page_sequence(pages), kPage, options));
}

std::string metadata_of(QpdfDocument& document) {
  return document.stream_data(document.get(document.root(), "/Metadata"));
}

}  // namespace

TEST_CASE("the text on each side of the sheets, folded, reads in order") {
  for (const std::size_t pages : {1U, 5U, 8U, 11U, 40U}) {
    CAPTURE(pages);
    SheetOptions options;
    options.signature = 16;
    const std::string pdf = imposed(pages, options);
    QpdfDocument document(pdf);
    // The sides as they are in the file, as a plan of pages by what is written on them.
    SheetPlan printed{{kPage.width * 2, kPage.height}, kPage, 1, DuplexEdge::short_edge, {}};
    const std::vector<QpdfDocument::Handle> sides = document.pages();
    REQUIRE(sides.size() % 2 == 0);
    for (std::size_t i = 0; i < sides.size(); ++i) {
      SheetSide side;
      for (const bool is_left : {true, false}) {
        side.push_back({std::nullopt, {{is_left ? Length() : kPage.width, Length()}, kPage}, {}});
      }
      for (const Drawn& drawn : drawn_on(document, sides[i])) {
        side[drawn.x < 100 ? 0 : 1].page = std::stoul(drawn.text.substr(5));
      }
      if (i % 2 == 0) {
        printed.sheets.push_back({side, std::nullopt});
      } else {
        printed.sheets.back().back = side;
      }
    }
    PageSequence wanted = page_sequence(pages);
    while (wanted.size() % 4 != 0) wanted.emplace_back();
    CHECK(read_folded(printed, 4) == wanted);
  }
}

TEST_CASE("the trim box is what is placed: its corner comes to the cell's, bleed is cut off") {
  const std::string pdf = imposed(1);
  QpdfDocument document(pdf);
  const std::vector<Drawn> drawn = drawn_on(document, document.pages().front());
  REQUIRE(drawn.size() == 1);
  CHECK(drawn[0].scale == 1);
  CHECK(drawn[0].x == 197);  // right half from 200, less the 3 points of bleed
  CHECK(drawn[0].y == -3);
}

TEST_CASE("a half turn brings the page's upper right corner to the lower left of its place") {
  SheetOptions options;
  options.duplex = DuplexEdge::long_edge;
  const std::string pdf = imposed(2, options);
  QpdfDocument document(pdf);
  const std::vector<Drawn> back = drawn_on(document, document.pages()[1]);
  REQUIRE(back.size() == 1);
  CHECK(back[0].text == "page 1");
  CHECK(back[0].scale == -1);
  CHECK(back[0].x == 403);  // 203, the right trim edge, goes to 200; the left, 3, to 400
  CHECK(back[0].y == 303);
}

TEST_CASE("an imposed file claims neither tags nor PDF/A nor PDF/UA, and keeps its language") {
  const std::string pdf = imposed(6);
  QpdfDocument document(pdf);
  const QpdfDocument::Handle root = document.root();
  CHECK_FALSE(document.has(root, "/StructTreeRoot"));
  CHECK_FALSE(document.has(root, "/MarkInfo"));
  CHECK(document.has(root, "/Lang"));
  const std::string xmp = metadata_of(document);
  CHECK(xmp.find("<pdfaid:") == std::string::npos);
  CHECK(xmp.find("<pdfuaid:") == std::string::npos);
  CHECK(xmp.find("application/pdf") != std::string::npos);
  CHECK(document.has(document.get(root, "/ViewerPreferences"), "/Duplex"));
}

TEST_CASE("the same file and the same plan give the same bytes") {
  CHECK(imposed(9) == imposed(9));
  const std::string pdf = PlainPdf(9, xmp_with(kPdfAClaim)).bytes();
  CHECK(compact(pdf) == compact(pdf));
}

TEST_CASE("a compact file is linearised, with object streams, and says and claims what it did") {
  const std::string pdf = PlainPdf(60, xmp_with(kPdfAClaim + kPdfUaClaim)).bytes();
  const std::string small = compact(pdf);
  CHECK(small.find("/ObjStm") != std::string::npos);
  QpdfDocument document(small);
  CHECK(document.is_linearized());
  CHECK(document.has(document.root(), "/StructTreeRoot"));
  CHECK(claims_pdf_a(metadata_of(document)));
  // XMP must be found by programs that know no PDF
  CHECK(small.find(kPdfUaClaim) != std::string::npos);
  CHECK(document.pages().size() == 60);
}

TEST_CASE("a password keeps the file shut, with AES-256, and PDF/A has none") {
  Protection protection;
  protection.password = "골목 끝 책방";
  const std::string open = PlainPdf(2, xmp_with(kPdfUaClaim)).bytes();
  const std::string shut = encrypt(open, protection);
  CHECK_THROWS_AS(QpdfDocument{shut}, Error);
  CHECK(shut.find("/AESV3") != std::string::npos);
  CHECK(shut.find("(page 0)") == std::string::npos);

  const std::string archival = PlainPdf(2, xmp_with(kPdfAClaim)).bytes();
  CHECK_THROWS_AS(encrypt(archival, protection), Error);
}

TEST_CASE("with an owner's password alone, anybody may open the file") {
  Protection protection;
  protection.owner_password = "owner";
  protection.may_copy = false;
  const std::string pdf = encrypt(compact(PlainPdf(2, xmp_with("")).bytes()), protection);
  QpdfDocument document(pdf);
  CHECK(document.pages().size() == 2);
  CHECK(document.is_linearized());
}

TEST_CASE("claims stand as elements or as attributes") {
  CHECK(claims_pdf_a(xmp_with(kPdfAClaim)));
  CHECK_FALSE(claims_pdf_a(xmp_with(kPdfUaClaim)));
  std::string brief = xmp_with("");
  brief.insert(brief.find(" rdf:about"), " pdfaid:part=\"2\"");
  CHECK(claims_pdf_a(brief));
  CHECK_FALSE(claims_pdf_a(without_claims(brief)));
  CHECK(without_claims(brief).find("rdf:about") != std::string::npos);
}

TEST_CASE("what is no PDF is an Error") {
  CHECK_THROWS_AS(compact("no PDF at all"), Error);
}
