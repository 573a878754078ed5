// Units → the pages of the book: on which side each stands, its number, its margins; and one tag
// tree. Private to layout/.
#pragma once

#include <string>
#include <vector>

#include "layout/unit.h"

namespace munjip {

inline bool is_recto(int folio) {
  return folio % 2 == 1;
}

// Where a unit's pages come to stand. Folios count from 1 at the first page after the cover; an
// odd one is a recto.
class Numbering {
 public:
  // The folio of the first page of what `opens` there; a blank page goes before it where that asks
  // for the other side.
  int open(BreakRule opens);
  // After `open`: so many pages stand there.
  void pass(std::size_t pages) { next_ += static_cast<int>(pages); }

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
