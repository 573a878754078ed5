// The names that GitHub and many site generators write emoji by (`:smile:`).
#pragma once

#include <cstddef>
#include <string_view>

namespace munjip {

inline constexpr std::size_t kMaxEmojiName = 32;

// The emoji of that name, without the colons; empty where it is none of the common ones.
std::string_view emoji_named(std::string_view name);

}  // namespace munjip
