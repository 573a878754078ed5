// Where emphasis may be written with asterisks and be read as such.
#pragma once

#include <string_view>

#include "book/content.h"

namespace munjip {

// What stands beside a run of delimiters.
enum class Edge { space, letter, cjk, punctuation, delimiter, other };
Edge edge_of(char32_t c);

// CommonMark 0.30, 6.2, and the reader's rule for Korean: whether a run of delimiters between
// `outside` and `inside` certainly turns towards `inside`.
bool turns_inside(Edge outside, Edge inside);

// How the Markdown of an inline begins and ends; `*` for what may begin or end with a delimiter, a
// space where there is nothing.
char32_t first_character(const Inline& in);
char32_t last_character(const Inline& in);
char32_t first_character(const Inlines& inlines);
char32_t last_character(const Inlines& inlines);
char32_t last_character(std::string_view text);

}  // namespace munjip
