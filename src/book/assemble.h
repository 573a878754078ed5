// Posts + manifest → Book.
#pragma once

#include <vector>

#include "book/manifest.h"

namespace munjip {

// Which posts go into which part: filters and orders `posts` as the manifest says, gives ids,
// resolves links between posts, merges resources, fills in what BookInfo leaves open (identifier,
// modified, authors), and runs the passes of passes.h. Posts that no part asked for are dropped
// (that is no loss). Throws Error(usage) where none is left. `matches(post, pattern)` is by path
// relative to manifest.folder.
Book assemble_book(const Manifest& manifest, std::vector<Post> posts, Diagnostics& diagnostics);

}  // namespace munjip
