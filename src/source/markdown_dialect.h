// What site generators add to Markdown: Liquid (Jekyll), attribute lists (kramdown) and shortcodes
// (Hugo), rewritten as Markdown and HTML or taken out. Line numbers stay.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"

namespace munjip {

struct PlainMarkdown {
  std::string text;
  std::vector<Dropped> dropped;     // tags and attribute lists, as they stood there
  std::uint32_t open_division = 0;  // the line of a `:::` that nothing closes; 0 = none
};

// `markdown` begins at line `first_line` of its file.
PlainMarkdown without_dialect(std::string_view markdown, std::uint32_t first_line);

}  // namespace munjip
