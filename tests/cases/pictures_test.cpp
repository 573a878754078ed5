// Pictures: of every kind, whole or broken, near or far, huge, tall, late, drawn in the page.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/file_io.h"
#include "cases/reading.h"
#include "media/image.h"

using namespace munjip;
using namespace munjip::cases;
using Strings = std::vector<std::string>;

namespace {

std::string size_of(const ImageInfo& info) {
  return std::to_string(info.width) + " x " + std::to_string(info.height);
}

// Kind and upright size of each picture that the EPUB shows.
Strings epub_kinds(const BuiltCase& built) {
  Strings kinds;
  for (const PackageFile* file : epub_pictures(built)) {
    const std::optional<ImageInfo> info = probe_image(file->bytes);
    REQUIRE_MESSAGE(info, file->path);
    kinds.push_back(file->media_type + ' ' + size_of(*info));
  }
  return kinds;
}

// Upright sizes in pixels of what the pages show.
Strings pdf_sizes(const BuiltCase& built) {
  Strings sizes;
  for (const PagePicture& picture : page_pictures(built)) {
    const Resource& resource = built.book.resources.at(picture.resource);
    sizes.push_back(std::to_string(resource.width_px) + " x " + std::to_string(resource.height_px));
  }
  return sizes;
}

struct Rgb {
  int red = 0, green = 0, blue = 0;
};

// The colour at these shares of width and height.
Rgb colour_at(std::string_view bytes, double x, double y) {
  const std::optional<Bitmap> bitmap = decode_image(bytes);
  REQUIRE(bitmap);
  REQUIRE(bitmap->channels >= 3);
  const auto column = static_cast<int>(x * bitmap->width),
             row = static_cast<int>(y * bitmap->height);
  const auto at = static_cast<std::size_t>((row * bitmap->width + column) * bitmap->channels);
  return {bitmap->samples[at], bitmap->samples[at + 1], bitmap->samples[at + 2]};
}

std::string bytes_of(const Resource& resource) {
  return resource.file.empty() ? resource.bytes : read_file(resource.file);
}

// Every page between the first and the last of the post shows something of it.
void check_no_blank_page(const BuiltCase& built) {
  std::vector<bool> shows(built.paged.pages.size(), false);
  for (const PageLine& line : page_lines(built)) shows[line.page] = true;
  for (const PagePicture& picture : page_pictures(built)) shows[picture.page] = true;
  const auto first = std::find(shows.begin(), shows.end(), true);
  const auto last = std::find(shows.rbegin(), shows.rend(), true).base();
  CHECK(std::all_of(first, last, [](bool one) { return one; }));
}

// Pictures lie within the type area, and above the page's lower edge.
void check_within_pages(const BuiltCase& built) {
  for (const PagePicture& picture : page_pictures(built)) {
    const auto [left, right] = type_area(built, picture.page);
    const Length hair = Length::pt(0.5);
    CHECK(picture.at.x >= left - hair);
    CHECK(picture.at.x + picture.size.width <= right + hair);
    CHECK(picture.at.y >= built.trim.margin.top - hair);
    CHECK(picture.at.y + picture.size.height <=
          built.trim.size.height - built.trim.margin.bottom + hair);
  }
}

}  // namespace

TEST_CASE("f19: drawings in the page are mended to XML and shown, in order") {
  const BuiltCase& built = built_case("f19-inline-svg");
  check_post(built, 0,
             "h1{그려 넣은 도장}\np{앞}\n"
             "figure{img[설명 없는 그림 (SVG)]}\nfigure{img[설명 없는 그림 (SVG)]}\np{뒤}\n");
  const std::vector<const PackageFile*> pictures = epub_pictures(built);
  REQUIRE(pictures.size() == 2);
  for (const PackageFile* picture : pictures) CHECK(picture->media_type == "image/svg+xml");
  const pugi::xml_document stamp = parse(*pictures[0]), disc = parse(*pictures[1]);
  CHECK(std::string(stamp.child("svg").child("text").child_value()) == "도장");
  CHECK(std::string(disc.child("svg").attribute("viewBox").value()) == "0 0 10 10");
  CHECK(std::string(disc.child("svg").child("circle").attribute("r").value()) == "4");
  CHECK(page_pictures(built).size() == 2);
  CHECK(count_of(built.pdf, "/Subtype/Image") >= 2);
  check_within_pages(built);
}

TEST_CASE("f24: Tistory's pictures are found by the author's file name; its old token is one too") {
  const BuiltCase& built = built_case("f24-tistory-pictures");
  check_post(built, 0,
             "h1{마당의 그림}\n"
             "figure{img[감나무]figcaption{뒷마당에서}}\n"
             "figure{p{[그림 없음: 우물 (우물.png)]}figcaption{덮은 우물}}\n"
             "figure{p{[그림 없음: img.png]}figcaption{옛 글의 그림}}\n"
             "div{p{a{감 말리기}}p{볕 좋은 날에}}\n");
  CHECK(epub_kinds(built) == Strings{"image/png 60 x 40"});
  CHECK(pdf_sizes(built) == Strings{"60 x 40"});
  CHECK(epub_links(built) == Strings{"https://example.com/9"});
  CHECK(pdf_links(built) == Strings{"https://example.com/9"});
  CHECK(built.messages.size() == 2);  // two pictures that are not here
  for (const char* gone : {"onerror", "srcset", "kakaocdn", "[##_", "loading", "background-image:"})
    CHECK(count_of(all_text(built), gone) == 0);
}

TEST_CASE("f25: every kind of picture is shown upright; five that cannot be are boxes and told") {
  const BuiltCase& built = built_case("f25-pictures");
  check_post(built, 0,
             "h1{열네 그림}\n"
             "figure{img[켜켜이 그림]}\nfigure{img[깊은 그림]}\nfigure{img[비치는 그림]}\n"
             "figure{img[몇 빛깔 그림]}\nfigure{img[네 잉크 그림]}\nfigure{img[돌린 그림]}\n"
             "figure{img[움직이는 그림]}\nfigure{img[누리 그림]}\nfigure{img[그린 그림]}\n"
             "figure{p{[그림 없음: 잘린 그림 (cut.png)]}}\n"
             "figure{p{[그림 없음: 빈 그림 (empty.jpg)]}}\n"
             "figure{p{[그림 없음: 없는 그림 (nowhere.png)]}}\n"
             "figure{p{[그림 없음: 주소 모르는 그림]}}\n"
             "figure{p{[그림 없음: 주소 빈 그림]}}\n"
             "p{끝까지 왔다.}\n");
  CHECK(built.messages.size() == 5);
  CHECK(built.content_lost);
  const std::vector<const PackageFile*> pictures = epub_pictures(built);
  REQUIRE(pictures.size() == 9);
  // All core media types of EPUB 2 too: no WebP; and no broken file in the package.
  const Strings kinds = epub_kinds(built);
  for (std::size_t i = 0; i < 4; ++i) CHECK(kinds[i] == "image/png 48 x 32");
  CHECK(kinds[4] == "image/jpeg 48 x 32");
  CHECK(kinds[5] == "image/jpeg 32 x 48");
  CHECK(kinds[6] == "image/gif 24 x 16");
  CHECK(!kinds[7].starts_with("image/webp"));
  CHECK(kinds[7].ends_with(" 48 x 32"));
  CHECK(kinds[8] == "image/svg+xml 60 x 40");
  CHECK(std::count_if(built.package.files.begin(), built.package.files.end(),
                      [](const PackageFile& file) {
                        return file.media_type.starts_with("image/") &&
                               file.path.find("cover") == std::string::npos;
                      }) == 9);
  // CMYK is red as it was meant, and the turned picture is red above, blue below.
  const Rgb ink = colour_at(pictures[4]->bytes, 0.5, 0.5);
  CHECK(ink.red > ink.blue + 80);
  CHECK(colour_at(pictures[5]->bytes, 0.5, 0.2).red > 150);
  CHECK(colour_at(pictures[5]->bytes, 0.5, 0.8).blue > 150);
  CHECK(pdf_sizes(built) == Strings{"48 x 32", "48 x 32", "48 x 32", "48 x 32", "48 x 32",
                                    "32 x 48", "24 x 16", "48 x 32", "60 x 40"});
  const PagePicture turned = page_pictures(built)[5];
  CHECK(turned.size.height > turned.size.width);
  CHECK(count_of(built.pdf, "/DeviceCMYK") == 0);
  check_within_pages(built);
}

TEST_CASE("f26: a picture ten times as high as wide is sliced so that it can be read, none blank") {
  const BuiltCase& built = built_case("f26-tall-picture");
  const std::string alt = "길게 갈무리한 화면";
  CHECK(epub_post(built, 0) == "h1{긴 갈무리}\np{위 글.}\nfigure{img[" + alt + "]}\np{아래 글.}\n");
  const std::vector<PagePicture> slices = page_pictures(built);
  REQUIRE(slices.size() > 1);
  std::string images;
  Length height;
  for (std::size_t i = 0; i < slices.size(); ++i) {
    images +=
        "img[" + alt + " (" + std::to_string(i + 1) + "/" + std::to_string(slices.size()) + ")]";
    CHECK(slices[i].size.width == slices[0].size.width);
    height += slices[i].size.height;
  }
  CHECK(pdf_post(built, 0) == "h1{긴 갈무리}\np{위 글.}\nfigure{" + images + "}\np{아래 글.}\n");
  // The first ones stand on the page of the text above them.
  std::size_t opener = 0;
  for (const PageLine& line : page_lines(built)) {
    if (line.text == "위 글.") opener = line.page;
  }
  CHECK(slices[0].page == opener);
  CHECK(slices[1].page == opener);
  // Together they are the whole picture.
  CHECK(height.ratio(slices[0].size.width) >= 9.99);
  CHECK(epub_kinds(built) == Strings{"image/png 600 x 6000"});
  check_within_pages(built);
  check_no_blank_page(built);
}

TEST_CASE("f27: a huge photograph has no more pixels than print or screen can show") {
  const BuiltCase& built = built_case("f27-huge-picture");
  check_post(built, 0, "h1{큰 사진}\nfigure{img[들판]}\n");
  CHECK(epub_kinds(built) == Strings{"image/jpeg 2000 x 1500"});
  REQUIRE(page_pictures(built).size() == 1);
  const double inches = page_pictures(built)[0].size.width.pt() / 72;
  const std::size_t at = built.pdf.find("/Subtype/Image");
  REQUIRE(at != std::string::npos);
  const std::size_t object = built.pdf.rfind(" obj", at);
  const std::size_t width = built.pdf.find("/Width ", object);
  REQUIRE(width != std::string::npos);
  const int pixels = std::stoi(built.pdf.substr(width + 7));
  CHECK(pixels <= inches * 300 + 1);
  CHECK(pixels >= inches * 290);
  check_within_pages(built);
}

TEST_CASE("f28: late, chosen and alternative pictures are the real ones; no srcset is left") {
  const BuiltCase& built = built_case("f28-lazy-pictures");
  check_post(built, 0,
             "h1{늦게 오는 그림}\n"
             "figure{img[미룬 그림]}\nfigure{img[고른 그림]}\nfigure{img[갈래 그림]}\n");
  CHECK(epub_kinds(built) ==
        Strings{"image/png 80 x 60", "image/png 80 x 60", "image/png 80 x 60"});
  CHECK(pdf_sizes(built) == Strings{"80 x 60", "80 x 60", "80 x 60"});
  for (const char* gone : {"srcset", "data-src", "data:", "<picture", "<source"})
    CHECK(count_of(all_text(built), gone) == 0);
  CHECK(built.messages == Strings{});
}

TEST_CASE("f29: pictures in data: addresses become files, each once; one that is none is a box") {
  const BuiltCase& built = built_case("f29-data-pictures");
  check_post(built, 0,
             "h1{글에 박은 그림}\n"
             "figure{img[박은 상자]}\nfigure{img[다시 박은 상자]}\nfigure{img[박은 동그라미]}\n"
             "figure{p{[그림 없음: 못 푸는 그림]}}\n"
             "p{글은 남는다.}\n");
  CHECK(epub_kinds(built) ==
        Strings{"image/png 40 x 30", "image/png 40 x 30", "image/svg+xml 30 x 30"});
  CHECK(pdf_sizes(built) == Strings{"40 x 30", "40 x 30", "30 x 30"});
  CHECK(built.book.resources.size() == 2);
  const std::vector<const PackageFile*> pictures = epub_pictures(built);
  CHECK(pictures[0] == pictures[1]);
  CHECK(std::string(parse(*pictures[2]).child("svg").child("title").child_value()) == "동그라미");
  CHECK(count_of(all_text(built), "data:") == 0);
  CHECK(built.messages.size() == 1);
}

TEST_CASE("f30: what is on the network is not asked for; a box stands for it, and the text stays") {
  const BuiltCase& built = built_case("f30-remote-pictures");
  check_post(built, 0,
             "h1{먼 데 있는 그림}\n"
             "figure{p{[그림 없음: 먼 산 (far.png)]}}\n"
             "figure{p{[그림 없음: 더 먼 산 (farther.jpg)]}}\n"
             "p{글은 곁에 있다.}\n");
  CHECK(built.messages.size() == 2);
  CHECK(count_of(all_text(built), "nowhere.example.com") == 0);
  CHECK(count_of(built.pdf, "nowhere.example.com") == 0);
}

TEST_CASE("f31: two pictures of one name in two folders are not taken for each other") {
  const BuiltCase& built = built_case("f31-same-names");
  check_post(built, 0, "h1{동쪽 뜰}\nfigure{img[동쪽 뜰의 그림]}\n");
  check_post(built, 1, "h1{서쪽 뜰}\nfigure{img[서쪽 뜰의 그림]}\n");
  const std::vector<const PackageFile*> pictures = epub_pictures(built);
  const std::vector<PagePicture> placed = page_pictures(built);
  REQUIRE(pictures.size() == 2);
  REQUIRE(placed.size() == 2);
  for (const std::string& bytes :
       {pictures[0]->bytes, bytes_of(built.book.resources.at(placed[0].resource))}) {
    CHECK(colour_at(bytes, 0.5, 0.5).blue > 150);
    CHECK(colour_at(bytes, 0.5, 0.5).red < 60);
  }
  for (const std::string& bytes :
       {pictures[1]->bytes, bytes_of(built.book.resources.at(placed[1].resource))}) {
    CHECK(colour_at(bytes, 0.5, 0.5).red > 150);
    CHECK(colour_at(bytes, 0.5, 0.5).blue < 60);
  }
}

TEST_CASE(
    "f32: names with blanks, brackets and Hangul are found, escaped or not, and leave as ASCII") {
  const BuiltCase& built = built_case("f32-file-names");
  check_post(built, 0, "h1{꽃말}\nfigure{img[옮겨 적은 이름]}\nfigure{img[그대로 적은 이름]}\n");
  CHECK(epub_kinds(built) == Strings{"image/png 40 x 30", "image/png 40 x 30"});
  CHECK(pdf_sizes(built) == Strings{"40 x 30", "40 x 30"});
  CHECK(built.messages == Strings{});
  for (const PackageFile& file : built.package.files) {
    CHECK(std::all_of(file.path.begin(), file.path.end(), [](char c) {
      return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
             c == '.' || c == '-' || c == '_' || c == '/';
    }));
  }
}
