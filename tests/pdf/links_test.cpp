#include "pdf/links.h"

#include <doctest/doctest.h>

#include "pdf/pdf_reader.h"

using namespace munjip;

namespace {

Page page_with(std::vector<PageItem> items) {
  Page page;
  page.trim = {Length::pt(400), Length::pt(600)};
  page.label = "7";
  page.items = std::move(items);
  return page;
}
PageItem area(const std::string& target) {
  PageItem item;
  item.at = {Length::pt(50), Length::pt(100)};
  item.tag = 1;
  item.is = LinkArea{{Length::pt(80), Length::pt(12)}, target, "설명"};
  return item;
}
PageItem anchor(const std::string& id) {
  PageItem item;
  item.at = {Length::pt(40), Length::pt(90)};
  item.is = AnchorMark{id};
  return item;
}

}  // namespace

TEST_CASE("addresses become URIs of ASCII") {
  CHECK(safe_uri("https://example.org/?a=b&c#d") == "https://example.org/?a=b&c#d");
  CHECK(safe_uri("https://example.org/글 하나") ==
        "https://example.org/%EA%B8%80%20%ED%95%98%EB%82%98");
  CHECK(safe_uri("MAILTO:a@b.kr") == "MAILTO:a@b.kr");
}

TEST_CASE("addresses that run programs or open files are refused") {
  CHECK_FALSE(safe_uri("javascript:alert(1)"));
  CHECK_FALSE(safe_uri("file:///etc/passwd"));
  CHECK_FALSE(safe_uri("data:text/html,x"));
  CHECK_FALSE(safe_uri("글"));
}

TEST_CASE("a link within the book needs its place") {
  const std::vector<Page> pages = {
      page_with({area("#here"), area("#nowhere"), area("#nowhere"), anchor("here")})};
  Diagnostics diagnostics;
  const Destinations destinations = find_destinations(pages, {0, 0});
  const std::vector<LinkAnnotation> links = find_links(pages, destinations, {0, 0}, diagnostics);
  REQUIRE(links.size() == 1);
  CHECK(links[0].target == "#here");
  CHECK(diagnostics.all().size() == 1);  // told once
  CHECK(diagnostics.all()[0].text.en.find("#nowhere") != std::string::npos);
  CHECK_FALSE(diagnostics.content_lost());
}

TEST_CASE("PDF's y counts from below") {
  const std::vector<Page> pages = {page_with({area("https://a.kr/"), anchor("x")})};
  Diagnostics diagnostics;
  const Destinations destinations = find_destinations(pages, {0, 0});
  CHECK(destinations.at("x").at.y == doctest::Approx(510));
  const auto links = find_links(pages, destinations, {0, 0}, diagnostics);
  CHECK(link_entries(links.at(0), 9) ==
        "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[50 488 130 500]"
        "/A<</S/URI/URI(https://a.kr/)>>/Contents(\xFE\xFF\xC1\x24\xBA\x85)/StructParent 9");
}

// ISO 32000-1, 7.9.6: sorted names, limits of each leaf.
TEST_CASE("destinations are a tree of sorted names") {
  Destinations destinations;
  for (int i = 0; i < 100; ++i) destinations["a" + std::to_string(i)] = {0, {10, 20}};
  HaruDocument document;
  const ObjectId page = document.reserve();
  document.set_catalog("Names", write_names(document, destinations, std::vector{page}));
  const test::PdfFile file(document.save());
  const std::vector<int> leaves = file.objects_with("/Limits");
  REQUIRE(leaves.size() == 2);
  CHECK(file.object(leaves[0]).find("/Limits[(a0)(a66)]/Names[(a0)[") != std::string::npos);
  CHECK(file.object(leaves[1]).find("/XYZ 10 20 null]]") != std::string::npos);
}
