// The sheet's text for the EPUB: the author's own, without comments and what was cut.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "style/token_walker.h"

namespace munjip::css {

// `cuts` in source order, not overlapping. White space around what is left out shrinks to one run;
// `unclosed_blocks` braces are added at the end.
std::string epub_css(std::string_view sheet, std::span<const Cut> cuts,
                     std::size_t unclosed_blocks);

}  // namespace munjip::css
