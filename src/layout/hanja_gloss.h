// Hanja in parentheses right after the Hangul word that they write: 한자(漢字). Private to layout/.
#pragma once

#include <string_view>
#include <vector>

#include "text/shape.h"

namespace munjip {

// The glosses in a text, from the opening parenthesis to the closing one. `before`: the character
// that the text follows, 0 for none.
std::vector<TextSlice> find_hanja_glosses(std::string_view text, char32_t before);

}  // namespace munjip
