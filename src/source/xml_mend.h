// XML as blogs write it by hand and by template, made well-formed: bare `<`, tags that do not
// match, CDATA and elements that are never closed, attributes without quotes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace munjip {

struct MendedXml {
  std::string text;              // with as many lines as the original, so that places stay right
  std::size_t count = 0;         // how many places were mended
  std::uint32_t first_line = 0;  // of the first of them
  bool is_cut = false;           // the text ends within an element
};

// In linear time. What is well-formed stays as it is, but for the document type declaration, which
// goes.
MendedXml mend_xml(std::string_view xml);

}  // namespace munjip
