// The order that people expect of numbered names: (2) before (10).
#pragma once

#include <string_view>

namespace munjip {

// Negative, zero or positive as `a` stands before, with or after `b`: runs of ASCII digits compare
// by value, all else by code point (which is dictionary order for Hangul syllables), ASCII letters
// without case. Names that differ in case or leading zeros only are told apart in the end, so zero
// means the same text.
int compare_natural(std::string_view a, std::string_view b);

}  // namespace munjip
