// The structure tree as objects: StructTreeRoot, StructElem and ParentTree (ISO 32000-1, 14.7).
#pragma once

#include <span>

#include "pdf/haru.h"
#include "pdf/structure.h"

namespace munjip {

// Keys of the ParentTree: pages first, then link annotations.
inline int page_parent_key(std::size_t page) {
  return static_cast<int>(page);
}
inline int link_parent_key(std::size_t page_count, std::size_t link) {
  return static_cast<int>(page_count + link);
}

// Writes everything and names it in the catalog. `pages` and `links` are the objects of pages and
// annotations, by index.
void write_tags(HaruDocument& document, const Structure& structure, std::span<const ObjectId> pages,
                std::span<const ObjectId> links);

}  // namespace munjip
