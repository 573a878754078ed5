// Characters that no font has, replaced by names before the text is set. Private to layout/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "style/style.h"

namespace munjip {

struct LayoutContext;

// Part of a text: as it is, or a name in brackets in the place of what no font has.
struct TextPart {
  std::string shown;
  std::string original;  // what the name stands for; empty = shown as it is
};

// Tells of each replacement at the place of the block being set. Empty where every character has a
// font.
std::vector<TextPart> replace_missing(LayoutContext& context, std::string_view text,
                                      const StyleRef& style, std::string_view lang);

}  // namespace munjip
