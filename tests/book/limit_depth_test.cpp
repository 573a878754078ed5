#include <doctest/doctest.h>

#include "book/build_posts.h"

using namespace munjip;
using namespace munjip::testing;

TEST_CASE("what is nested too deep is lifted, text and all") {
  Blocks blocks = {paragraph("바닥")};
  Inlines inlines = {text("안")};
  for (int i = 0; i < 3000; ++i) {
    blocks = {quote(std::move(blocks))};
    inlines = {phrase(Element::emphasis, std::move(inlines))};
  }
  blocks.push_back(paragraph(std::move(inlines)));
  Diagnostics diagnostics;
  const Book book = book_of({post("글", std::move(blocks))}, diagnostics);
  CHECK(fault_lines(book) == "");
  CHECK(book_text(book) == "글\n바닥\n안\n");
  CHECK(diagnostics.count(Severity::warning) == 1);
}

TEST_CASE("64 deep is not too deep") {
  Blocks blocks = {paragraph("바닥")};
  for (int i = 1; i < kMaxDepth; ++i) blocks = {quote(std::move(blocks))};
  Diagnostics diagnostics;
  const Book book = book_of({post("글", std::move(blocks))}, diagnostics);
  CHECK(diagnostics.empty());
  CHECK(check_book(book).empty());
}
