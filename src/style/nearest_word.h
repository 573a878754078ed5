// "Did you mean": the word of a list that a misspelt one is nearest to.
#pragma once

#include <span>
#include <string_view>

namespace munjip::css {

// The word with the fewest insertions, deletions, changes and swaps of neighbours from `word`, at
// most one for each three letters; the first of equals. Empty where none is that near.
std::string_view nearest_word(std::string_view word, std::span<const std::string_view> words);

}  // namespace munjip::css
