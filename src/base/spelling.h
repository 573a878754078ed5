// "Did you mean ...?" for what is typed in book.toml and in style sheets.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace munjip {

// The least number of insertions, deletions, replacements and swaps of neighbours that turn `a`
// into `b`, counted in code points (optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b);

// The word nearest to `typed`, ASCII case ignored (the first of several), or nothing where none is
// near: at most one edit in three characters, and never more than 3.
std::string_view nearest_word(std::string_view typed, std::span<const std::string_view> words);

}  // namespace munjip
