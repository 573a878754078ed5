// Which posts stand in which part, and in what order.
#pragma once

#include <vector>

#include "book/manifest.h"

namespace munjip {

// One list of indices into `posts` for each of manifest.parts; each post stands in at most one (the
// first part that asks for it). Warns of patterns that name nothing, of parts without posts, and of
// posts that a later part asked for again.
std::vector<std::vector<std::size_t>> select_posts(const Manifest& manifest,
                                                   const std::vector<Post>& posts,
                                                   Diagnostics& diagnostics);

}  // namespace munjip
