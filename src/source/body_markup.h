// Bodies as feeds and exports hold them: HTML, HTML that was escaped once too often, or plain text.
#pragma once

#include <string>
#include <string_view>

namespace munjip {

// The body as HTML for read_html_content: a second escaping is undone, plain text gets paragraphs
// and line breaks. Line ends stay where they are.
std::string html_of_body(std::string_view body);

// Whether a feed gives only the beginning of a post: the text ends with an ellipsis in brackets or
// a link to the rest, or it is plain text (as feeds make it that shorten) and ends with an
// ellipsis. An author's own dots at the end of a body with paragraphs are no sign.
bool is_shortened(std::string_view body);

// Takes the link to the rest off the end of a shortened body; what a reader saw of it, or the text
// that stands for its picture.
std::string take_closing_link(std::string& html);

std::string replaced_all(std::string_view text, std::string_view from, std::string_view to);

// The body without an opening of an XML section, which HTML would take for a comment.
std::string without_section_marks(std::string_view body);

}  // namespace munjip
