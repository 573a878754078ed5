// International Standard Book Numbers (ISO 2108).
#pragma once

#include <string_view>

namespace munjip {

// True for 13 digits (978 or 979 first) or 10 (the last may be X) with the right check digit;
// hyphens and spaces between them do not count.
bool is_valid_isbn(std::string_view text);

}  // namespace munjip
