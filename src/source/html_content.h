// HTML fragments → blocks: shared by the HTML reader and the Markdown reader (which renders
// CommonMark to HTML with data-sourcepos, so that Markdown and the HTML inside it meet in one
// tree).
#pragma once

#include <string_view>

#include "source/reader.h"

namespace munjip {

struct HtmlContentOptions {
  // Line of `html`'s first line in the source file; with data-sourcepos attributes, those win.
  std::uint32_t first_line = 1;
};

// Fills post.body, post.notes, post.resources and post.dropped from an HTML fragment (a body, or a
// piece of one). Repairs what HTML5 repairs; nothing visible is lost: it is in the body or in
// post.dropped.
void read_html_content(std::string_view html, const SourceText& source,
                       const HtmlContentOptions& options, Post& post, Diagnostics& diagnostics);

}  // namespace munjip
