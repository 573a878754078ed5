// What is left of a title in the address of its post, and of a heading in the address of its place.
#pragma once

#include <string>
#include <string_view>

namespace munjip {

// The letters and digits of `text`, Latin ones in lower case: blogs and Markdown renderers differ
// in what they make of spaces and punctuation, so these count for nothing. Two texts of one key
// mean the same title.
std::string slug_key(std::string_view text);

}  // namespace munjip
