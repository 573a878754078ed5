#include "source/svg_markup.h"

#include <doctest/doctest.h>

#include "media/image.h"
#include "source/html_reading.h"

using namespace munjip;
using namespace munjip::test;

namespace {

std::string markup_of(const char* html) {
  const HtmlTree tree(html);
  return svg_markup(find_tag(tree.body(), GUMBO_TAG_SVG));
}

constexpr const char* kRoot =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

}  // namespace

TEST_CASE("an SVG as HTML5 reads it becomes XML: quotes, ends, names, namespaces") {
  CHECK(markup_of("<p><svg viewbox='0 0 9 9'><circle cx=4 cy=4 r=3></svg>뒤") ==
        std::string(kRoot) +
            " viewBox=\"0 0 9 9\"><circle cx=\"4\" cy=\"4\" r=\"3\"></circle></svg>");
  CHECK(
      markup_of("<svg xmlns=http://www.w3.org/2000/svg><lineargradient id=a /><use "
                "xlink:href=#a><text>a &lt; &nbsp;나 &amp;</svg>") ==
      std::string(kRoot) +
          "><linearGradient id=\"a\"></linearGradient><use xlink:href=\"#a\"><text>a &lt; \u00A0나 "
          "&amp;</text></use></svg>");
}

TEST_CASE("names that XML does not take are left out; HTML stays in foreign objects alone") {
  CHECK(markup_of("<svg><g @click=a 1b=c d='\"'/><title><b>굵은</b> 제목</title></svg>") ==
        std::string(kRoot) + "><g d=\"&quot;\"></g><title> 제목</title></svg>");
  CHECK(markup_of("<svg><foreignObject><p>글<br>줄<math><mi>x</mi></math></foreignObject></svg>") ==
        std::string(kRoot) +
            "><foreignObject><p>글<br></br>줄<math><mi>x</mi></math></p></foreignObject></svg>");
}

TEST_CASE("a drawing in the text that no XML parser would take is a whole picture") {
  const Reading reading = read_fragment(
      "<p>앞</p><svg viewBox='0 0 10 10'><circle cx=5 cy=5 r=4 title='100% & 1'></svg><p>뒤</p>");
  REQUIRE(reading.post.resources.size() == 1);
  CHECK_FALSE(find_image_fault(reading.post.resources[0].bytes));
  const auto image = image_for_epub(reading.post.resources[0].bytes);
  REQUIRE(image);
  CHECK(image->media_type == "image/svg+xml");
}
