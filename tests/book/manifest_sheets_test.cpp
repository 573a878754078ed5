#include <doctest/doctest.h>

#include "base/error.h"
#include "book/manifest_folder.h"

using namespace munjip;
using namespace munjip::testing;

namespace {

Read output(const Folder& folder, const std::string& keys) {
  return read(folder, "[book]\ntitle = \"책\"\n[[output]]\n" + keys);
}

}  // namespace

TEST_CASE("sheets, folding and storage of a PDF are read") {
  const Folder folder;
  const Read result = output(folder, R"(format = "pdf"
imposition = "booklet"
sheet = "A3"
signature = 16
creep = "0.1mm"
duplex = "long"
compact = true
pdf_a = false
owner_password = "주인"
allow = ["print"]
)");
  CHECK(result.warnings.empty());
  const OutputSpec& spec = result.manifest.outputs.front();
  CHECK(spec.sheets.imposition == Imposition::booklet);
  REQUIRE(spec.sheets.sheet.has_value());
  CHECK(spec.sheets.sheet->height == Length::mm(420));  // ISO 216: A3 is 297 x 420 mm
  CHECK(spec.sheets.signature == 16);
  CHECK(spec.sheets.creep == Length::mm(0.1));
  CHECK(spec.sheets.duplex == DuplexEdge::long_edge);
  CHECK(spec.compact);
  CHECK_FALSE(spec.pdf_a);
  REQUIRE(spec.protection.has_value());
  CHECK(spec.protection->may_print);
  CHECK_FALSE(spec.protection->may_copy);
}

TEST_CASE("a signature that cannot be folded, or paper that is none, is a warning") {
  const Folder folder;
  const Read result =
      output(folder, "format = \"pdf\"\nimposition = \"4-up\"\nsignature = 6\ncreep = \"3cm\"\n");
  CHECK(result.warnings.find("book.toml:6:") != std::string::npos);
  CHECK(result.warnings.find("book.toml:7:") != std::string::npos);
  const SheetOptions& sheets = result.manifest.outputs.front().sheets;
  CHECK(sheets.imposition == Imposition::four_up);
  CHECK(sheets.signature == 0);
  CHECK(sheets.creep == Length());
}

TEST_CASE("what is for PDFs only is told of an EPUB") {
  const Folder folder;
  const Read result = output(folder, "format = \"epub\"\nimposition = \"booklet\"\n");
  CHECK(result.warnings.find("for PDFs only") != std::string::npos);
}

TEST_CASE("a mistake about a password ends the job: nothing comes out unprotected by accident") {
  const Folder folder;
  CHECK_THROWS_AS(output(folder, "format = \"pdf\"\npassword = 1234\n"), Error);
  CHECK_THROWS_AS(output(folder, "format = \"pdf\"\npassword = \"\"\n"), Error);
  CHECK_THROWS_AS(output(folder, "format = \"pdf\"\nallow = [\"print\"]\n"), Error);
  CHECK_THROWS_AS(output(folder, "format = \"epub\"\npassword = \"비밀\"\n"), Error);
}
