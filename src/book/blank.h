// What shows on paper, and what is only there.
#pragma once

#include <string_view>

#include "book/content.h"

namespace munjip {

// The length in bytes of the space at text[at], 0 where there is none: space, tab, newline,
// no-break space and ideographic space.
std::size_t space_length(std::string_view text, std::size_t at);
bool is_blank(std::string_view text);

// Nothing but spaces, line breaks and anchors.
bool is_blank(const Inlines& inlines);
// Nothing visible; a divider alone counts as nothing, for it divides.
bool is_blank(const Block& block);
bool is_blank(const Blocks& blocks);

// Moves the anchors of `inlines`, at any depth, to the end of `anchors`.
void move_anchors(Inlines& inlines, Inlines& anchors);

// What is inside a block of blocks, as a plain list in reading order: captions, terms and credits
// as paragraphs. A block without blocks inside stands for itself.
Blocks unwrapped(Block block);
bool holds_blocks(const Block& block);

}  // namespace munjip
