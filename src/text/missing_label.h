// What a reader finds in the place of characters that no font has.
#pragma once

#include <string>
#include <string_view>

#include "base/message.h"

namespace munjip {

// In brackets, unbreakable, in Korean and in English: an emoji's or a symbol's name [녹아내리는
// 얼굴], the number and script of letters [몽골 문자 3자], else the code points [U+E123]. `slice`
// is one of Shaper::find_missing.
Message missing_label(std::string_view slice);

// `U+1FAE0 U+1F3FD`.
std::string code_points_of(std::string_view text);

}  // namespace munjip
