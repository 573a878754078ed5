// Korean names of the emoji that the fonts of Debian 12 do not have (those of Unicode 11 and
// later), to stand in their place.
#pragma once

#include <string_view>

namespace munjip {

// Empty where there is none.
std::string_view korean_emoji_name(char32_t code_point);

}  // namespace munjip
