#include "base/xml_escape.h"

#include <doctest/doctest.h>

using namespace munjip;

// XML 1.0, 2.4: & and < must be escaped, > in `]]>`; the quotation mark in attributes.
TEST_CASE("text is escaped once, for content and attributes alike") {
  CHECK(xml_escaped("가 & 나 < 다 > \"라\" '마'") ==
        "가 &amp; 나 &lt; 다 &gt; &quot;라&quot; '마'");
  CHECK(xml_escaped("&amp;") == "&amp;amp;");
  CHECK(xml_escaped("]]>") == "]]&gt;");
  std::string out = "<p>";
  append_xml_escaped(out, "가&나");
  CHECK(out == "<p>가&amp;나");
}
