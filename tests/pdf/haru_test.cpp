#include "pdf/haru.h"

#include <doctest/doctest.h>

#include "pdf/flate.h"
#include "pdf/pdf_reader.h"

using namespace munjip;

namespace {

HaruPage blank_page(ObjectId resources) {
  HaruPage page;
  page.media = page.trim = {Length::mm(148), Length::mm(210)};
  page.resources = resources;
  page.contents = deflate("", 6);
  return page;
}

}  // namespace

TEST_CASE("raw objects keep their text, their numbers and no limit") {
  HaruDocument document;
  const ObjectId first = document.reserve();
  std::string kids = "/K[";
  for (int i = 0; i < 40'000; ++i) kids += "1 ";  // libharu's own arrays end at 32,767
  const ObjectId second = document.add(kids + "]/P " + reference(first));
  document.set(first, "/Next " + reference(second));
  document.set_catalog("StructTreeRoot", first);
  const test::PdfFile file(document.save());
  const int root = test::PdfFile::reference_in(file.catalog(), "StructTreeRoot");
  CHECK(root == static_cast<int>(first.number));
  const int next = test::PdfFile::reference_in(file.object(root), "Next");
  CHECK(file.object(next).size() > 80'000);
}

TEST_CASE("streams hold any bytes") {
  std::string bytes;
  for (int i = 0; i < 100'000; ++i) bytes += static_cast<char>(i * 7);
  HaruDocument document;
  const ObjectId stream = document.add_stream("/Kind/Test", bytes);
  const ObjectId empty = document.add_stream("/Kind/Test", "");
  const test::PdfFile file(document.save());
  CHECK(file.stream(static_cast<int>(stream.number)) == bytes);
  CHECK(file.stream(static_cast<int>(empty.number)).empty());
}

TEST_CASE("a hundred pages come back in order from a balanced tree") {
  HaruDocument document;
  const ObjectId resources = document.add("/Font<<>>");
  std::vector<int> reserved;
  for (int i = 0; i < 100; ++i) {
    reserved.push_back(static_cast<int>(document.reserve_page().number));
  }
  for (std::size_t i = 0; i < 100; ++i) document.fill_page(i, blank_page(resources));
  const test::PdfFile file(document.save());
  CHECK(file.pages() == reserved);
  const std::string page = file.object(reserved[99]);
  CHECK(page.find("/MediaBox [ 0 0 419.52756 595.27557 ]") != std::string::npos);
  CHECK(page.find("/TrimBox [ 0 0 419.52756 595.27557 ]") != std::string::npos);
  CHECK(page.find("/Annots") == std::string::npos);
}

TEST_CASE("outline titles keep Korean and emoji, and items have no /Type of the root's") {
  HaruDocument document;
  document.reserve_page();
  document.fill_page(0, blank_page(document.add("")));
  document.add_outline_item({1, "가😀", "here"});
  document.add_outline_item({2, "below", ""});
  document.add_outline_item({1, "next", ""});
  const test::PdfFile file(document.save());
  const std::vector<int> korean = file.objects_with("/Title <FEFFAC00D83DDE00>");
  REQUIRE(korean.size() == 1);
  const std::string item = file.object(korean[0]);
  CHECK(item.find("/Type") == std::string::npos);
  CHECK(item.find("/Dest <68657265>") != std::string::npos);
  const int child = test::PdfFile::reference_in(item, "First");
  CHECK(file.object(child).find("/Title <62656C6F77>") != std::string::npos);
  const int next = test::PdfFile::reference_in(item, "Next");
  CHECK(file.object(next).find("/Title <6E657874>") != std::string::npos);
}

TEST_CASE("the same objects give the same file") {
  const auto make = [] {
    HaruDocument document;
    document.set_file_id("0123456789abcdef");
    document.set_info_text("Title", "같은 책");
    document.reserve_page();
    document.fill_page(0, blank_page(document.add("")));
    return document.save();
  };
  CHECK(make() == make());
}

// ISO 19005-2, 6.1.2: the header, and a comment of four bytes above 127 straight after it.
TEST_CASE("the header is PDF 1.7's") {
  HaruDocument document;
  const std::string file = document.save();
  CHECK(file.starts_with("%PDF-1.7\n%"));
  for (std::size_t i = 10; i < 14; ++i) CHECK(static_cast<unsigned char>(file[i]) > 127);
}
