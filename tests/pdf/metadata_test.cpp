#include "pdf/metadata.h"

#include <doctest/doctest.h>

#include "pdf/pdf_reader.h"

using namespace munjip;

namespace {

BookInfo info() {
  BookInfo book;
  book.title = "일과 <사람>";
  book.subtitle = "A & B";
  book.authors = {{"홍길동"}, {"Ann"}};
  book.identifier = "urn:uuid:1";
  book.modified = {2025, 1, 31, 17, 5, 9, true, 9 * 60};
  return book;
}
bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("dates carry their distance to UTC") {
  DateTime moment{2025, 1, 31, 17, 5, 9, true, 9 * 60};
  CHECK(pdf_date(moment) == "D:20250131170509+09'00'");
  CHECK(xmp_date(moment) == "2025-01-31T17:05:09+09:00");
  moment.utc_offset_minutes = -(3 * 60 + 30);
  CHECK(pdf_date(moment) == "D:20250131170509-03'30'");
  CHECK(xmp_date(moment) == "2025-01-31T17:05:09-03:30");
}

TEST_CASE("XMP claims what the profile does") {
  const std::string both = xmp_packet(info(), profile_of(PdfProfile::screen));
  CHECK(has(both, "<pdfaid:part>2</pdfaid:part>"));
  CHECK(has(both, "<pdfaid:conformance>A</pdfaid:conformance>"));
  CHECK(has(both, "<pdfuaid:part>1</pdfuaid:part>"));
  // ISO 19005-2, 6.6.2.3: a property outside the predefined schemas needs its description.
  CHECK(has(both, "http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"));
  const std::string print = xmp_packet(info(), profile_of(PdfProfile::print));
  CHECK_FALSE(has(print, "<pdfaid:part>"));
  CHECK(has(print, "<pdfuaid:part>1</pdfuaid:part>"));
}

TEST_CASE("XMP is escaped") {
  const std::string packet = xmp_packet(info(), profile_of(PdfProfile::screen));
  CHECK(has(packet, "일과 &lt;사람&gt;: A &amp; B"));
  CHECK(has(packet, "<rdf:li>홍길동</rdf:li><rdf:li>Ann</rdf:li>"));
}

TEST_CASE("the file tells its language, title and colours") {
  HaruDocument document;
  write_metadata(document, info(), profile_of(PdfProfile::screen));
  const test::PdfFile file(document.save());
  CHECK(has(file.catalog(), "/Lang <6B6F>"));
  const int preferences = test::PdfFile::reference_in(file.catalog(), "ViewerPreferences");
  CHECK(has(file.object(preferences), "/DisplayDocTitle true"));
  const std::vector<int> intents = file.objects_with("/GTS_PDFA1");
  REQUIRE(intents.size() == 1);
  const int profile = test::PdfFile::reference_in(file.object(intents[0]), "DestOutputProfile");
  CHECK(file.stream(profile) == srgb_profile());
  CHECK(has(file.info(), "/CreationDate"));
  // U+C77C U+ACFC, after the byte order mark
  CHECK(has(file.info(), "/Title <FEFFC77CACFC"));
}

// ICC.1:2004-10, 7.2: size, version, class, spaces and signature at their places.
TEST_CASE("the sRGB profile's header") {
  const std::string profile = srgb_profile();
  CHECK((static_cast<unsigned char>(profile[2]) << 8 | static_cast<unsigned char>(profile[3])) ==
        static_cast<int>(profile.size()));
  CHECK(profile[8] == 4);
  CHECK(profile.substr(12, 12) == "mntrRGB XYZ ");
  CHECK(profile.substr(36, 4) == "acsp");
  CHECK(profile.size() < 1000);
}
