// A short text in one line, set at its natural width: ruby, list labels, folios, running heads.
// Private to layout/.
#pragma once

#include <string_view>
#include <vector>

#include "layout/paged_book.h"

namespace munjip {

struct LayoutContext;

struct ShortText {
  std::vector<PageItem> items;  // glyph runs from x = 0 on the baseline y = 0
  Length width;
};

ShortText set_short_text(LayoutContext& context, std::string_view text, const StyleRef& style,
                         TagId tag);

// The same with an ellipsis at its end where it is wider than `limit`.
ShortText set_short_text_within(LayoutContext& context, std::string_view text,
                                const StyleRef& style, TagId tag, Length limit);

// Appends the items moved by `by`.
void append_moved(std::vector<PageItem>& to, std::vector<PageItem> items, Point by);

// A shaped run's glyphs [begin, end) as a run of their own.
GlyphRun glyph_run(const ShapedRun& run, std::string_view text, std::size_t begin, std::size_t end);

}  // namespace munjip
