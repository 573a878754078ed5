#include <doctest/doctest.h>

#include "book/build_posts.h"

using namespace munjip;
using namespace munjip::testing;

TEST_CASE("pictures with the same bytes are one; unused ones go, missing ones are told") {
  Diagnostics diagnostics;
  const auto picture = [](const char* name) {
    Resource resource;
    resource.name = name;
    return resource;
  };
  Image shown;
  shown.resource = "img-1";
  Image missing;
  missing.resource = "img-9";
  missing.source = "없는.png";
  Post one = post("가", {{Figure{{shown}}}});
  one.resources = {picture("img-1"), picture("img-2")};
  Post two = post("나", {{Figure{{shown}}}, {Figure{{missing}}}});
  two.resources = {picture("img-1")};
  const Book book = book_of({one, two}, diagnostics);
  CHECK(book.resources.size() == 1);
  CHECK(book.resources.contains("img-1"));
  CHECK(diagnostics.content_lost());
  CHECK(std::get<Figure>(book.parts[0].posts[1].body[1].is).images[0].resource.empty());
  CHECK(check_book(book).empty());
}
