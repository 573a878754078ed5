// Korean that was read in the wrong character set once and saved as what it looked like.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace munjip {

// `´ÞÀ» ½î´Ù`: bytes of CP949 or UTF-8 that were taken for Latin-1. The Korean text where all of
// `text` is of that kind and reads as Korean for sure.
std::optional<std::string> mended_mojibake(std::string_view text);

}  // namespace munjip
