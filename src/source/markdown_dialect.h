// What site generators add to Markdown: Liquid (Jekyll, Hexo), attribute lists (kramdown),
// shortcodes (Hugo) and containers (VuePress), rewritten as Markdown and HTML or taken out. Line
// numbers stay.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"

namespace munjip {

// A kind of tag that shows what a book cannot, by name.
struct LostTags {
  std::size_t count = 0;
  std::uint32_t first_line = 0;
};

struct PlainMarkdown {
  std::string text;
  std::vector<Dropped> dropped;  // tags and attribute lists, as they stood there
  std::map<std::string, LostTags, std::less<>> lost;
  std::uint32_t open_division = 0;  // the line of a `:::` that nothing closes; 0 = none
};

// `markdown` begins at line `first_line` of its file. Linear in time.
PlainMarkdown without_dialect(std::string_view markdown, std::uint32_t first_line);

}  // namespace munjip
