#include "pdf/images.h"

#include <doctest/doctest.h>

#include "media/image.h"
#include "pdf/book_fixture.h"

using namespace munjip;
using munjip::test::BookFixture;
using munjip::test::PdfFile;
using namespace std::string_literals;

namespace {

Bitmap gradient(int width, int height, int channels) {
  Bitmap bitmap{width, height, channels, {}};
  for (int i = 0; i < width * height * channels; ++i) {
    bitmap.samples.push_back(static_cast<std::uint8_t>(i * 5 / channels));
  }
  return bitmap;
}

void add_resource(BookFixture& fixture, const std::string& name, std::string bytes) {
  Resource& resource = fixture.book.resources[name];
  resource.name = name;
  resource.shown_name = name + ".png";
  resource.bytes = std::move(bytes);
}

TagId place(BookFixture& fixture, const std::string& name, double width = 200,
            double height = 100) {
  const TagId tag = fixture.tag(0, Element::image);
  fixture.paged.tags[tag].alternative = "그림 설명";
  fixture.item(tag, 50, 60, PlacedImage{name, {Length::pt(width), Length::pt(height)}});
  return tag;
}

// A JPEG with an Exif segment that says how it lies (Exif 2.3, 4.5 and 4.6: TIFF header, one IFD
// entry, tag 274).
std::string jpeg_with_orientation(int orientation) {
  std::string jpeg = encode_jpeg(gradient(16, 8, 3));
  std::string exif = "Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s;
  exif += static_cast<char>(orientation);
  exif += "\0\0\0\0\0\0"s;
  const std::string segment = "\xFF\xE1\0"s + static_cast<char>(exif.size() + 2) + exif;
  return jpeg.insert(2, segment);
}

}  // namespace

TEST_CASE("a picture is stored once however often it is printed") {
  BookFixture fixture;
  add_resource(fixture, "img-a", encode_png(gradient(20, 10, 3)));
  fixture.page();
  place(fixture, "img-a");
  fixture.page();
  place(fixture, "img-a", 100, 50);
  const PdfFile file(fixture.write());
  const std::vector<int> images = file.objects_with("/Subtype/Image");
  REQUIRE(images.size() == 1);
  const std::string image = file.object(images[0]);
  CHECK(image.find("/Width 20/Height 10/ColorSpace/DeviceRGB/BitsPerComponent 8") !=
        std::string::npos);
  CHECK(file.stream(images[0]).size() == 10 * (1 + 20 * 3));
  CHECK(test::content_of_page(file, 0).find("q 200 0 0 100 50 435.276 cm/I1 Do Q") !=
        std::string::npos);
  CHECK(file.objects_with("/S/Figure").size() == 2);
  CHECK(file.objects_with("/BBox[50 435.28 250 535.28]").size() == 1);
}

TEST_CASE("transparency is a soft mask") {
  BookFixture fixture;
  add_resource(fixture, "img-a", encode_png(gradient(20, 10, 4)));
  fixture.page();
  place(fixture, "img-a");
  const PdfFile file(fixture.write());
  const std::vector<int> masked = file.objects_with("/SMask ");
  REQUIRE(masked.size() == 1);
  const int mask = PdfFile::reference_in(file.object(masked[0]), "SMask");
  CHECK(file.object(mask).find("/ColorSpace/DeviceGray") != std::string::npos);
}

TEST_CASE("JPEG goes through as it is, turned by its matrix") {
  // Where the first row's beginning (0, 1) and end (1, 1) and the last row's beginning (0, 0) of
  // the unit square go on a box of 200 x 100 at (50, 435.276), by Exif 2.3, 4.6.4 A.
  const std::pair<int, const char*> matrices[] = {
      {1, "200 0 0 100 50 435.276"},    {2, "-200 0 0 100 250 435.276"},
      {3, "-200 0 0 -100 250 535.276"}, {4, "200 0 0 -100 50 535.276"},
      {5, "0 -100 -200 0 250 535.276"}, {6, "0 -100 200 0 50 535.276"},
      {7, "0 100 200 0 50 435.276"},    {8, "0 100 -200 0 250 435.276"},
  };
  for (const auto& [orientation, matrix] : matrices) {
    BookFixture fixture;
    const std::string jpeg = jpeg_with_orientation(orientation);
    REQUIRE(probe_image(jpeg)->orientation == orientation);
    add_resource(fixture, "img-a", jpeg);
    fixture.page();
    place(fixture, "img-a");
    const PdfFile file(fixture.write());
    const std::vector<int> images = file.objects_with("/Filter/DCTDecode");
    REQUIRE(images.size() == 1);
    CHECK(file.object(images[0]).find("/Width 16/Height 8") != std::string::npos);
    CHECK(test::content_of_page(file, 0).find("q "s + matrix + " cm/I1 Do Q") != std::string::npos);
  }
}

TEST_CASE("pictures are scaled down to 300 pixels an inch of their largest print") {
  BookFixture fixture;
  add_resource(fixture, "img-a", encode_png(gradient(600, 300, 1)));
  fixture.page();
  place(fixture, "img-a", 36, 18);
  place(fixture, "img-a", 72, 36);
  const PdfFile file(fixture.write());
  CHECK(file.objects_with("/Width 300/Height 150/ColorSpace/DeviceGray").size() == 1);
}

TEST_CASE("a broken picture is a grey box, told once as lost") {
  BookFixture fixture;
  const std::string png = encode_png(gradient(64, 64, 3));
  add_resource(fixture, "img-a", png.substr(0, png.size() / 2));
  fixture.page();
  place(fixture, "img-a");
  fixture.page();
  place(fixture, "img-a");
  const PdfFile file(fixture.write());
  CHECK(file.objects_with("/Subtype/Image").empty());
  CHECK(test::content_of_page(file, 0).find(".851 g\n50 435.276 200 100 re f") !=
        std::string::npos);
  CHECK(file.objects_with("/S/Figure").size() == 2);
  REQUIRE(fixture.diagnostics.all().size() == 1);
  CHECK(fixture.diagnostics.content_lost());
  CHECK(fixture.diagnostics.all()[0].at.file == "img-a.png");
}

TEST_CASE("so is a picture whose file has vanished, or that the book does not have") {
  BookFixture fixture;
  fixture.book.resources["img-a"].file = "/nowhere/at/all.png";
  fixture.page();
  place(fixture, "img-a");
  place(fixture, "img-b");
  CHECK(PdfFile(fixture.write()).objects_with("/Subtype/Image").empty());
  CHECK(fixture.diagnostics.all().size() == 2);
}
