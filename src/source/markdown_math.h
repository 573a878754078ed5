// TeX between dollars in Markdown, whose signs would be taken for emphasis, escapes and tables.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

namespace munjip {

// The lines, counted from 0, that stand in formulas of several lines: from one that begins with
// `$$` to one that ends with `$$`, at most 64 lines below it. Linear in time.
std::unordered_set<std::uint32_t> find_display_math(std::string_view markdown);

// `line` of such a formula with its signs marked (markdown_tokens.h).
std::string with_display_math_marks(std::string_view line);

// `line` with the signs of the formulas within it marked: `$$...$$`, `\\(...\\)`, `\\[...\\]`, and
// `$...$` that cannot be two prices: no space inside the dollars, no digit behind them, and in them
// an operator, `\`, `^`, `_`, or one letter alone; Hangul only beside a `\`. Code spans stay.
std::string with_math_marks(std::string_view line);

}  // namespace munjip
