// File names that mean the same file although they are spelled in other bytes: macOS writes Hangul
// in jamo, and authors do not mind case.
#pragma once

#include <string>
#include <string_view>

namespace munjip {

// In Unicode normalization form C.
std::string composed_name(std::string_view name);
// Without differences in case (Unicode's simple case folding).
std::string case_folded_name(std::string_view name);

}  // namespace munjip
