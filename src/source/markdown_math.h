// TeX between dollars in Markdown, whose signs would be taken for emphasis, escapes and tables.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace munjip {

// A line of a formula of several lines, or one that is a formula by itself.
enum class DisplayMath {
  opens,  // with `$$`, `\\[` or `\begin{...}`
  inside,
  closes,
  whole,  // `$$...$$`
  loose   // of one whose lines stand in different places (a list and the text below): they stay
};

// By line, counted from 0: from one that begins with `$$` to one that ends with `$$`, at most 64
// lines below it. Linear in time.
using DisplayMathLines = std::unordered_map<std::uint32_t, DisplayMath>;
DisplayMathLines find_display_math(std::string_view markdown);

// `line` of such a formula as a line of HTML that shows its TeX as code; a loose one with its signs
// marked (markdown_tokens.h).
std::string display_math_line(std::string_view line, DisplayMath math);

// `line` with the formulas within it marked as code, their signs with them: `$$...$$`, `\\(...\\)`,
// `\\[...\\]`, and `$...$` that cannot be two prices: no space inside the dollars, no digit behind
// them, and in them an operator, `\`, `^`, `_`, or single letters alone. Operators that prices have
// too (`$5/월`, `10$-20$`) count only where no price is seen. Hangul stands only beside a `\`.
std::string with_math_marks(std::string_view line);

}  // namespace munjip
