#include "layout/tags.h"

#include <doctest/doctest.h>

using namespace munjip;

TEST_CASE("a grafted tree keeps its order, and parents stand before children") {
  TagTree book;
  const TagId part = book.add(0, Element::part);
  TagTree first, second;
  const TagId paragraph = first.add(first.add(0, Element::section), Element::paragraph);
  const TagId leaf = second.add_text(second.add(0, Element::heading1));

  const TagId first_offset = book.graft(std::move(first), part);
  const TagId second_offset = book.graft(std::move(second), part);
  CHECK(book[grafted(paragraph, first_offset, part)].element == Element::paragraph);
  CHECK(book[grafted(leaf, second_offset, part)].element == Element::text);
  CHECK(grafted(0, second_offset, part) == part);
  CHECK(grafted(kArtifact, second_offset, part) == kArtifact);

  REQUIRE(book[part].children.size() == 2);
  CHECK(book[book[part].children[0]].element == Element::section);
  CHECK(book[book[part].children[1]].element == Element::heading1);
  for (TagId id = 1; id < book.size(); ++id) {
    CHECK(book[id].parent < id);
    for (const TagId child : book[id].children) CHECK(book[child].parent == id);
  }
}
