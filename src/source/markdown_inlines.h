// Signs within a line that programs for sites add to Markdown: `==marked==`, `H~2~O`, `x^2^`,
// `:smile:`, notes where their marks stand (`^[words]`), sizes and spaces in the addresses of
// pictures.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace munjip {

// `line` as Markdown with HTML. Signs that may mean something else stay: a single tilde is a range
// in Korean (3~5월), `a == b` is a program, `^[a-z]` a pattern. The words of each note go into
// `notes`; the mark in its place is that of note_label. Linear in time.
std::string with_inline_signs(std::string_view line, std::vector<std::string>& notes);

// The label of the note that is the `number`th of these, counted from 1, as it is written.
std::string note_label(std::size_t number);

}  // namespace munjip
