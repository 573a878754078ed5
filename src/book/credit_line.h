// The line under a quotation that says where it comes from.
#pragma once

#include <string_view>

namespace munjip {

// `— 김소월, 「진달래꽃」`, `― 출판사`, `출처: ...`: begins with a dash or a word for source, is
// short, and does not end like a sentence (a dash also opens speech).
bool is_credit_line(std::string_view line);
// Whether `line` begins as a credit does, whatever follows.
bool begins_credit(std::string_view line);

}  // namespace munjip
