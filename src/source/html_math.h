// Formulas in HTML, as math programs for the web write them.
#pragma once

#include "source/html_content_reader.h"

namespace munjip {

// Reads `node` where it is a formula whose TeX the page keeps; false for any other.
bool read_formula_element(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                          const FlowContext& context);

}  // namespace munjip
