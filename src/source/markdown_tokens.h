// Tistory's tokens (`[##_1C|a_b.png|width="1"|_##]`) in Markdown, which would take their signs for
// emphasis, links and escapes.
#pragma once

#include <string>
#include <string_view>

namespace munjip {

// `text` with each sign of Markdown replaced by a mark, put behind `out`: what the parser is to
// leave as it is.
void append_marked(std::string_view text, std::string& out);

// `markdown` with each sign of Markdown within a token replaced by a noncharacter of its own
// (U+FDD2 and those after it). Linear in time.
std::string with_token_marks(std::string_view markdown);

// The HTML that was made of it, with the signs in their places again.
std::string without_token_marks(std::string_view html);

// Text that never became HTML, with the signs in their places again.
std::string signs_of_marks(std::string_view text);

}  // namespace munjip
