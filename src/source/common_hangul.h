// The syllables that Korean is written with, to tell text from bytes read in the wrong set.
#pragma once

#include <cstddef>
#include <string_view>

namespace munjip {

// How many of the 2,350 syllables of KS X 1001 are in `text`, which is UTF-8. Korean text has few
// others; text read in the wrong set has four in five.
std::size_t count_common_syllables(std::string_view text);

std::size_t count_beyond_ascii(std::string_view text);

// Whether most of what is beyond ASCII are such syllables: a text of bytes read in the wrong set
// (UTF-8 as CP949 above all) is rare syllables and Hanja instead.
bool reads_as_korean(std::string_view text);

}  // namespace munjip
