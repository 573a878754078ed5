// The small languages inside markup: lists of tokens, style attributes, numbers with units, white
// space.
#pragma once

#include <string>
#include <string_view>

#include "base/ascii.h"

namespace munjip {

// `name` in the white-space separated list `tokens`, ASCII case ignored.
bool has_token(std::string_view tokens, std::string_view name);
// The value of one property of a style attribute, trimmed and in lower case; empty where missing.
std::string style_property(std::string_view style, std::string_view property);
// All white space, no-break spaces included, collapsed to single spaces; none at the edges.
std::string collapse_spaces(std::string_view text);
// A leading non-negative number of at most 9 digits (`515px` is 515); 0 where there is none.
int leading_number(std::string_view text);

}  // namespace munjip
