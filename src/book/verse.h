// The lines of a verse's stanza.
#pragma once

#include <vector>

#include "book/content.h"

namespace munjip {

// `content` parted at its line breaks, phrases around a break too; no line is empty.
std::vector<Inlines> verse_lines(const Inlines& content);

}  // namespace munjip
