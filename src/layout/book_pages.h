// Units → the pages of the book: on which side each stands, its number, its margins; and one tag
// tree. Private to layout/.
#pragma once

#include <string>
#include <vector>

#include "layout/unit.h"

namespace munjip {

// Where a unit's pages come to stand. Folios count from 1 at the first page after the cover; an
// odd one is a recto.
class Numbering {
 public:
  // The folio of the first of `pages` pages; a blank page goes before it where `opens` asks for the
  // other side.
  int place(BreakRule opens, std::size_t pages);
  int next() const { return next_; }

 private:
  int next_ = 1;
};

struct PlacedUnit {
  Unit unit;
  int first_folio = 1;
  std::string part;  // title of the part it belongs to; empty outside of parts
  bool begins_part = false;
};

// The pages from folio 1 on, with running heads and folios; blank ones fill what is left between
// units, and make the number even where `even`. Takes the units' items. Deterministic for any
// number of threads.
std::vector<Page> book_pages(const LayoutSetting& setting, std::vector<PlacedUnit>& units,
                             TagTree& tags, bool even, unsigned jobs, Diagnostics& diagnostics);

}  // namespace munjip
