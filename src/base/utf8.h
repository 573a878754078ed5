// UTF-8 and code points. Inside munjip every string is valid UTF-8; only source/ sees anything
// else.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace munjip {

inline constexpr char32_t kReplacement = U'\uFFFD';

// The code point at byte offset `at` (must be < text.size()) and, in `at`, the offset after it. A
// malformed sequence yields U+FFFD and moves on by one maximal subpart (Unicode 15, 3.9, table
// 3-8).
char32_t next_code_point(std::string_view text, std::size_t& at);

// The code point that ends at byte offset `at` (must be > 0 and on a boundary of valid UTF-8);
// moves `at` to its start.
char32_t previous_code_point(std::string_view text, std::size_t& at);

void append_utf8(std::string& out, char32_t code_point);
std::string utf8(char32_t code_point);
std::u32string to_utf32(std::string_view text);
std::string to_utf8(std::u32string_view text);
bool is_valid_utf8(std::string_view text);
std::size_t count_code_points(std::string_view text);

// The longest prefix of at most `max_bytes` bytes that ends on a code point boundary.
std::string_view utf8_prefix(std::string_view text, std::size_t max_bytes);

}  // namespace munjip
