// CommonMark with GitHub's extensions (cmark-gfm) → HTML with data-sourcepos, for
// read_html_content.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace munjip {

struct RenderedMarkdown {
  std::string html;
  // Where notes are written that nothing in the text refers to. They are in `html` as notes without
  // a mark: cmark-gfm alone would leave them out.
  struct UnmarkedNote {
    std::string label;
    SourcePos at;
  };
  std::vector<UnmarkedNote> unmarked_notes;
  // Lines of tables too large to be set (columns × rows), which are left as text.
  std::vector<std::uint32_t> refused_tables;
};

// What the end of a line within a paragraph is: a space, as CommonMark says, or a break.
enum class LineEnd { space, line_break };

// `markdown` begins at line `first_line` of its file; the positions in the HTML count from there.
RenderedMarkdown render_markdown(std::string_view markdown, std::uint32_t first_line,
                                 LineEnd line_end = LineEnd::space);

}  // namespace munjip
