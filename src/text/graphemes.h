// What a reader takes for one character: extended grapheme clusters (UAX #29), so that a syllable
// of old Hangul with its tone mark, an emoji of several code points, or a letter with its accents
// is never taken apart.
#pragma once

#include <cstddef>
#include <string_view>

namespace munjip {

// The byte offset after the cluster that begins at `begin` (a cluster boundary below text.size()).
// Clusters are cut at 64 code points: nothing that is longer can be written by hand.
std::size_t grapheme_end(std::string_view text, std::size_t begin);

}  // namespace munjip
