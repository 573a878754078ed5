// Text as it stands in XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace munjip {

// With & < > and the double quotation mark as references, so that it is right as content and in
// attributes. All else, control characters too, stays as it is.
void append_xml_escaped(std::string& out, std::string_view text);
std::string xml_escaped(std::string_view text);

}  // namespace munjip
