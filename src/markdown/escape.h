// Text as it must stand in Markdown, or in HTML within Markdown, to be read back as itself: by
// CommonMark, by GitHub's extensions (bare addresses become links, tildes strike out), and by the
// dialects that the reader knows (`{% %}`, `{{ }}`, `{: }`, Tistory's tokens).
#pragma once

#include <string>
#include <string_view>

namespace munjip {

// Where a piece of text stands in Markdown.
struct TextPlace {
  bool at_line_start = false;  // marks of blocks (`#`, `>`, `1.`) would count
  bool in_link = false;        // in the brackets of a link or the text of a picture
  bool in_cell = false;        // in a row of a table
};

// A run of text without line ends.
std::string markdown_text(std::string_view text, const TextPlace& place);
// Between tags.
std::string html_text(std::string_view text);
// Between the quotation marks of an attribute.
std::string html_attribute(std::string_view text);
// The lines of code between `<pre><code>` and its end, without an empty line: that would end the
// HTML.
std::string html_code(std::string_view code);

// Whether an address may stand in `[text](address)` as it is.
bool is_markdown_address(std::string_view address);

}  // namespace munjip
