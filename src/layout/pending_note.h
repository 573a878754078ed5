// A footnote whose mark has been met, to be set when the blocks around it are done. Private to
// layout/.
#pragma once

#include <cstddef>

#include "layout/paged_book.h"

namespace munjip {

struct PendingNote {
  std::size_t note = 0;  // index of Post::notes
  TagId tag = kArtifact;
};

}  // namespace munjip
