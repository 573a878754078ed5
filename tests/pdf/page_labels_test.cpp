#include "pdf/page_labels.h"

#include <doctest/doctest.h>

#include <vector>

using namespace munjip;

namespace {
std::string entries(const std::vector<std::string>& labels) {
  return page_label_entries(labels);
}
}  // namespace

TEST_CASE("folios are read by how they count") {
  CHECK(read_folio("12") == Folio{"", FolioStyle::decimal, 12});
  CHECK(read_folio("A-7") == Folio{"A-", FolioStyle::decimal, 7});
  CHECK(read_folio("xiv") == Folio{"", FolioStyle::lower_roman, 14});
  CHECK(read_folio("IX") == Folio{"", FolioStyle::upper_roman, 9});
  CHECK(read_folio("") == Folio{"", FolioStyle::none, 0});
  CHECK(read_folio("표지") == Folio{"표지", FolioStyle::none, 0});
}

TEST_CASE("what only looks like a numeral is a prefix") {
  CHECK(read_folio("iiii").style == FolioStyle::none);
  CHECK(read_folio("xXi").style == FolioStyle::none);
  CHECK(read_folio("0") == Folio{"0", FolioStyle::none, 0});  // /St is at least 1
  CHECK(read_folio("007") == Folio{"00", FolioStyle::decimal, 7});
  CHECK(read_folio("123456789") == Folio{"123", FolioStyle::decimal, 456789});
}

// ISO 32000-1, table 159: a range goes on until the next key; /St is 1 where it is left out.
TEST_CASE("ranges begin where the count breaks off") {
  CHECK(entries({"i", "ii", "iii", "1", "2", "3", "5"}) ==
        "/Nums[0<</S/r>>3<</S/D>>6<</S/D/St 5>>]");
  CHECK(entries({"", "", "3"}) == "/Nums[0<<>>2<</S/D/St 3>>]");
  CHECK(entries({"A-1", "A-2", "B-1"}) == "/Nums[0<</P(A-)/S/D>>2<</P(B-)/S/D>>]");
}
