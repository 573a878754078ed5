// What Markdown would take for emphasis, links and escapes though it is none: Tistory's tokens
// (`[##_1C|a_b.png|width="1"|_##]`) and formulas. Their signs become noncharacters (U+FDD2 to
// U+FDE7) while Markdown is read.
#pragma once

#include <string>
#include <string_view>

namespace munjip {

// `text` with each sign of Markdown replaced by a mark, put behind `out`: what the parser is to
// leave as it is.
void append_marked(std::string_view text, std::string& out);

// Around text that is to become code whatever stands in it.
inline constexpr std::string_view kCodeBegins = "\uFDE6", kCodeEnds = "\uFDE7";

// Without the marks that were there before any was set: noncharacters, which mean nothing.
std::string without_marks_of_author(std::string_view text);

// `markdown` with each sign of Markdown within a token of Tistory's replaced by a mark. Linear in
// time.
std::string with_token_marks(std::string_view markdown);

// The HTML that was made of it, with the signs in their places again and code as elements.
std::string without_token_marks(std::string_view html);

// Text that never became HTML, with the signs in their places again.
std::string signs_of_marks(std::string_view text);

}  // namespace munjip
