// Which characters of a text no font has. See Shaper::find_missing.
#pragma once

#include <string_view>
#include <vector>

#include "text/shape.h"
#include "text/shaping_context.h"

namespace munjip {

// In time linear in the text, times the chain for characters that are not plain.
std::vector<TextSlice> find_missing_characters(std::string_view text, ShapingContext& context);

}  // namespace munjip
