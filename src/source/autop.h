// Paragraphs and line breaks that stand in a body as blank lines and line ends only: WordPress's
// classic editor, Textcube, and feeds of plain text.
#pragma once

#include <string>
#include <string_view>

namespace munjip {

// `html` with an empty paragraph in place of each blank line between words and phrases, and `<br>`
// in place of each single line end there. Line ends beside block elements, within tags, comments
// and preformatted text, between the comments of WordPress's blocks, and before the indentation of
// hand-made HTML stay white space. The line ends themselves stay, so that places in the source do.
// Linear time.
std::string with_paragraphs(std::string_view html);

// Whether the body has elements of its own that make lines: then its line ends mean nothing.
bool has_line_markup(std::string_view html);

}  // namespace munjip
