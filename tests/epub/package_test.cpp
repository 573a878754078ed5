#include "epub/package.h"

#include <doctest/doctest.h>

#include "epub/books.h"

using namespace munjip;

namespace {

Package everything() {
  EpubOptions options;
  options.css = "p { margin: 0; }\n";
  options.cover_picture = picture("cover", 16, 24).bytes;
  options.page_marks = {{"7", "post-1", ""}, {"8", "post-2", "second"}};
  Diagnostics diagnostics;
  return build_package(everything_book(), options, diagnostics);
}

}  // namespace

TEST_CASE("the container: mimetype, META-INF, package document, then everything in reading order") {
  const Package package = everything();
  std::vector<std::string> paths;
  for (const PackageFile& file : package.files) paths.push_back(file.path);
  CHECK(paths == std::vector<std::string>{
                     "mimetype", "META-INF/container.xml", "EPUB/package.opf", "EPUB/cover.xhtml",
                     "EPUB/title.xhtml", "EPUB/nav.xhtml", "EPUB/part01.xhtml", "EPUB/ch0001.xhtml",
                     "EPUB/ch0002.xhtml", "EPUB/part02.xhtml", "EPUB/ch0003.xhtml",
                     "EPUB/colophon.xhtml", "EPUB/toc.ncx", "EPUB/style.css",
                     "EPUB/images/cover.png", "EPUB/images/img-00000000000000aa.png"});
}

TEST_CASE("the package document: one title, roles, series both ways, cover both ways") {
  const std::string opf = bytes_of(everything(), "EPUB/package.opf");
  CHECK(count_of(opf, "<dc:title") == 1);
  for (const char* part :
       {"<dc:title id=\"title\">등불 아래에서: 밤에 쓴 글</dc:title>",
        "<dc:identifier id=\"book-id\">urn:uuid:3f1c2c6e-4a2b-5d3f-8a1b-1c2d3e4f5a6b<",
        "<dc:identifier>urn:isbn:9788932300003<",
        "<dc:language>ko<",
        "<meta refines=\"#creator-1\" property=\"role\" scheme=\"marc:relators\">aut<",
        "<meta refines=\"#creator-1\" property=\"file-as\">홍, 길동<",
        "property=\"dcterms:modified\">2025-03-01T00:30:00Z<",
        "<dc:date>2025-03-01<",
        "<dc:subject>생각</dc:subject>\n<dc:subject>등불<",
        "<dc:source>https://blog.example.com/<",
        "property=\"belongs-to-collection\" id=\"series\">밤의 책<",
        "property=\"group-position\">2.5<",
        "name=\"calibre:series\" content=\"밤의 책\"",
        "name=\"calibre:series_index\" content=\"2.5\"",
        "name=\"cover\" content=\"cover-image\"",
        "id=\"cover-image\" href=\"images/cover.png\" media-type=\"image/png\" "
        "properties=\"cover-image\"",
        "<spine toc=\"toc.ncx\">",
        "schema:accessibilityHazard\">none<",
        "schema:accessibilityFeature\">pageNavigation<",
        "pageBreakSource"}) {
    CAPTURE(part);
    CHECK(holds(opf, part));
  }
}

TEST_CASE("alternative text is claimed only where every picture has some") {
  const std::string some = bytes_of(everything(), "EPUB/package.opf");
  CHECK_FALSE(holds(some, "alternativeText"));
  CHECK(holds(some, "accessModeSufficient\">textual,visual<"));
  CHECK_FALSE(holds(some, "accessModeSufficient\">textual<"));
  Book book = book_of({post("p", "글", {{Figure{{{"img", "a.png", ""}}, {text("설명")}}}})});
  book.resources.emplace("img", picture("img", 4, 4));
  Diagnostics diagnostics;
  const std::string all = bytes_of(build_package(book, {}, diagnostics), "EPUB/package.opf");
  CHECK(holds(all, "alternativeText"));
  CHECK(holds(all, "accessModeSufficient\">textual<"));
}

TEST_CASE("forms of pictures that were made ahead are used where their limits are the same") {
  Book book = book_of({post("p", "글", {{Figure{{{"img", "a.png", "그림"}}, {}}}})});
  book.resources.emplace("img", picture("img", 4, 4));
  EpubImages ready;
  ready.by_name.emplace("img", EpubImage{"made ahead", "image/jpeg", "jpg"});
  EpubOptions options;
  options.ready_images = &ready;
  Diagnostics diagnostics;
  CHECK(bytes_of(build_package(book, options, diagnostics), "EPUB/images/img.jpg") == "made ahead");
  options.image_limits.max_side = 100;
  CHECK(bytes_of(build_package(book, options, diagnostics), "EPUB/images/img.png") ==
        book.resources.at("img").bytes);
}

TEST_CASE("contents and NCX name parts and posts alike, repeated titles with their dates") {
  const Package package = everything();
  const std::string nav = bytes_of(package, "EPUB/nav.xhtml");
  const std::string ncx = bytes_of(package, "EPUB/toc.ncx");
  for (const char* title : {"첫째 묶음", "되풀이되는 제목 (2025년 2월 1일)",
                            "되풀이되는 제목 (2025년 2월 2일)", "판권"}) {
    CAPTURE(title);
    CHECK(holds(nav, std::string(">") + title + "</a>"));
    CHECK(holds(ncx, std::string("<text>") + title + "</text>"));
  }
  CHECK(holds(nav, "<a href=\"cover.xhtml\" epub:type=\"cover\">"));
  CHECK(holds(nav, "<a href=\"part01.xhtml\" epub:type=\"bodymatter\">"));
}

TEST_CASE("the page list names the printed pages, where they begin") {
  const Package package = everything();
  CHECK(holds(bytes_of(package, "EPUB/nav.xhtml"), "<a href=\"ch0001.xhtml#mj-page-1\">7</a>"));
  CHECK(holds(bytes_of(package, "EPUB/nav.xhtml"), "<a href=\"ch0002.xhtml#mj-page-2\">8</a>"));
  CHECK(holds(bytes_of(package, "EPUB/toc.ncx"), "<pageTarget"));
  CHECK(holds(bytes_of(package, "EPUB/ch0002.xhtml"),
              "<span id=\"mj-page-2\" epub:type=\"pagebreak\" role=\"doc-pagebreak\" "
              "aria-label=\"8\"></span>"));
  // Without a printed edition there is none.
  CHECK_FALSE(holds(bytes_of(package_of({post("p", "글", {paragraph("가")})}), "EPUB/nav.xhtml"),
                    "page-list"));
}

TEST_CASE("a book of one post lists the post's headings") {
  const Package package = package_of({post(
      "p", "글",
      {heading(3, "가", "a"), paragraph("x"), heading(3, "나", "b"), heading(4, "다", "c")})});
  const std::string nav = bytes_of(package, "EPUB/nav.xhtml");
  CHECK(holds(nav, "<a href=\"ch0001.xhtml#a\">가</a>"));
  CHECK(holds(nav, "<a href=\"ch0001.xhtml#b\">나</a>"));
  CHECK_FALSE(holds(nav, ">다</a>"));
}

TEST_CASE("the dump shows text and names pictures by their hash") {
  const std::string dump = dump_package(everything());
  CHECK(dump.starts_with("=== mimetype (20 bytes)\napplication/epub+zip\n"));
  CHECK(holds(dump, "=== EPUB/nav.xhtml ("));
  CHECK(holds(dump, "application/xhtml+xml, nav, spine)\n"));
  CHECK(holds(dump, "image/png, cover-image)\nsha256 "));
}
