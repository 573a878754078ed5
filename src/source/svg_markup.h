// An SVG drawing inside an HTML page as XML.
#pragma once

#include <string>

#include "source/html_tree.h"

namespace munjip {

// The `svg` element as a well-formed XML document element: from the tree that HTML5 makes of
// whatever is written there (attributes without quotes, tags left open, names in lower case), with
// the namespaces declared that HTML leaves out. HTML inside the drawing is left out but for that of
// foreign objects.
std::string svg_markup(HtmlNode svg);

}  // namespace munjip
