#include <doctest/doctest.h>

#include "source/html_reading.h"

using namespace munjip::test;

TEST_CASE("a formula's own TeX comes before the pieces that draw it") {
  CHECK(body_of("<p>글 <math alttext='x^2'><msup><mi>x</mi><mn>2</mn></msup></math></p>") ==
        "p 글 `x^2`");
  CHECK(body_of("<p><math><semantics><mi>x</mi><annotation encoding='application/x-tex'>\\alpha"
                "</annotation></semantics></math></p>") == "p `\\alpha`");
}

// MathML Core, 3.2 to 3.4: a row of numbers would lose what stands above and below.
TEST_CASE("MathML without TeX becomes TeX") {
  const auto tex = [](const std::string& mathml) {
    return body_of("<p>" + ("<math>" + mathml + "</math></p>"));
  };
  CHECK(tex("<mfrac><mn>1</mn><mn>2</mn></mfrac>") == "p `\\frac{1}{2}`");
  CHECK(tex("<msup><mi>x</mi><mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></msup>") == "p `x^{n+1}`");
  CHECK(tex("<msubsup><mi>a</mi><mi>i</mi><mn>2</mn></msubsup>") == "p `a_{i}^{2}`");
  CHECK(tex("<munder><mo>max</mo><mi>x</mi></munder>") == "p `max_{x}`");
  CHECK(tex("<msqrt><mi>a</mi><mi>b</mi></msqrt>") == "p `\\sqrt{ab}`");
  CHECK(tex("<mroot><mi>a</mi><mn>3</mn></mroot>") == "p `\\sqrt[3]{a}`");
  CHECK(tex("<mi>가</mi><mo>=</mo><mn>7</mn>") == "p `가=7`");
  // Not of the form that the element asks for: its parts in a row.
  CHECK(tex("<mfrac><mn>1</mn></mfrac>") == "p `1`");
}
