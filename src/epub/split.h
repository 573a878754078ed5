// Cutting blocks that are too large for one content document.
#pragma once

#include <cstddef>

#include "book/content.h"

namespace munjip {

// The same content with every block that would be larger than `max_bytes` as XHTML cut into
// several: lists between their items (numbers go on), quotations, groups and definition lists
// between their blocks, tables between their rows (under the same head), code between its lines,
// paragraphs between their inlines and, where one text is that long, at a space. Pictures are never
// cut.
Blocks cut_large_blocks(const Blocks& blocks, std::size_t max_bytes);

}  // namespace munjip
