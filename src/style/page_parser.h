// @page: margins, and the six margin boxes that run along the head and the foot of a page.
#pragma once

#include <optional>

#include "style/rules.h"
#include "style/token_walker.h"

namespace munjip::css {

// At the prelude of an @page; ends behind its block. Nothing where its selector is not known; that
// is told.
std::optional<PageRule> read_page_rule(TokenWalker& walker);

}  // namespace munjip::css
