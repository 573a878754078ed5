// Web and mail addresses inside a word. They are broken in an emergency only, at their own
// delimiters and without a hyphen, so that a reader can type them off the page.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "text/break_class.h"
#include "text/korean_breaks.h"

namespace munjip {

// Indices of units, first to before `end`.
struct UnitRange {
  std::size_t first = 0, end = 0;
};

// Addresses in a word: scheme://..., www...., name@host. Each ends before a closing mark that it
// did not open and before punctuation that ends the sentence. Linear.
std::vector<UnitRange> find_addresses(std::span<const BreakUnit> word);

// Replaces all cuts inside the address by those of an address: after / ? & and #, never inside ://;
// after . = _ - where four characters stand on both sides; and, for lines that would come out far
// too short, after any _ and -, and inside pieces of twelve characters and more, never inside %EC.
void cut_address(std::span<const BreakUnit> word, UnitRange address, std::span<Cut> cuts);

}  // namespace munjip
