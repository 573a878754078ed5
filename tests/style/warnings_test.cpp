// What is said about a sheet: each warning stands at its place and says how to mend it.
#include <doctest/doctest.h>

#include "style_fixture.h"

namespace {

using namespace munjip;
using namespace munjip::test;

std::string warnings(const std::string& css) {
  return Sheet(css).warnings();
}

}  // namespace

TEST_CASE("a misspelt property: where, and what was meant") {
  CHECK(warnings("p {\n  margin: 0;\n  text-ident: 1em;\n}\n") ==
        "test.css:3:3: warning: unknown property: `text-ident`\n"
        "  hint: did you mean `text-indent`?\n");
  CHECK(warnings("p { colour: red }") ==
        "test.css:1:5: warning: unknown property: `colour`\n"
        "  hint: did you mean `color`?\n");
  CHECK(warnings("p { xyzzy: red }") == "test.css:1:5: warning: unknown property: `xyzzy`\n");
}

TEST_CASE("a value that is not known: what would be") {
  CHECK(warnings("p { text-align: centre }") ==
        "test.css:1:5: warning: the PDF does not know this value of `text-align`\n"
        "  hint: did you mean `center`?\n"
        "  hint: for example: start, end, left, right, center, justify\n");
  CHECK(warnings("p { text-indent: 5 }") ==
        "test.css:1:5: warning: the PDF does not know this value of `text-indent`\n"
        "  hint: for example: 2em, 12pt, 5mm, 0\n"
        "  hint: a length needs its unit (pt, mm, em)\n");
  CHECK(warnings("p { margin-left: 5% }") ==
        "test.css:1:5: warning: `margin-left`: the PDF knows no percentages of the measure here\n"
        "  hint: write it in em or mm\n");
  // The declaration before it stays in force (CSS Syntax 3, 8.1).
  CHECK(style_of("p { text-indent: 1pt; text-indent: 5 }", {"p"}).text_indent == Length::pt(1));
  for (const char* bad : {"font-size: -1pt", "font-size: big", "color: #12", "color: rgb(1, 2)",
                          "margin: 1pt 2pt 3pt 4pt 5pt", "margin: ", "orphans: 0", "orphans: 2.5",
                          "font: bold", "border: solid dashed", "content: attr(x)", "width: -1pt",
                          "font-family: a,", "font-weight: 2000", "text-indent: var(--x)",
                          "color: transparent", "list-style: inside disc", "padding: -1pt"}) {
    CHECK_MESSAGE(!warnings(std::string("p { ") + bad + " }").empty(), bad);
  }
}

TEST_CASE("standard properties that the PDF does not know") {
  CHECK(warnings("p { float: left }") ==
        "test.css:1:5: warning: the PDF does not know `float` (the EPUB gets it as it is)\n");
  // What every page does anyway is no news; nor is what only screens do.
  for (const char* usual :
       {"float: none", "position: static", "max-width: 100%", "height: auto",
        "border-collapse: collapse", "-webkit-hyphens: auto", "-epub-word-break: keep-all",
        "overflow-wrap: break-word", "word-wrap: break-word", "font-feature-settings: 'hwid'",
        "font-variant-numeric: oldstyle-nums", "--x: 1", "cursor: pointer", "line-break: strict",
        "font-variant: small-caps", "columns: 2"}) {
    CHECK_MESSAGE(warnings(std::string("p { ") + usual + " }").empty(), usual);
  }
}

TEST_CASE("selectors outside the subset: told one by one, the others of the list hold") {
  CHECK(warnings("p, p ~ q, p::first-line, a:is(b, c) { text-indent: 1pt }") ==
        "test.css:1:6: warning: the PDF does not know `~` in a selector\n"
        "test.css:1:14: warning: the PDF does not know `first-line` in a selector\n"
        "test.css:1:28: warning: the PDF does not know `is(b, c)` in a selector\n");
  CHECK(style_of("p, p ~ q { text-indent: 1pt }", {"p"}).text_indent == Length::pt(1));
  CHECK(style_of("a:is(b, c), p { text-indent: 1pt }", {"p"}).text_indent == Length::pt(1));
  CHECK(style_of("a:not(b.c, d), p { text-indent: 1pt }", {"p"}).text_indent == Length::pt(1));
  for (const char* outside : {"[href]", "p:first-of-type", "epub|p", ".a + p", "a:not(b c)",
                              "p::marker", "p:nth-child(2 of .a)"}) {
    CHECK_MESSAGE(!warnings(std::string(outside) + " { margin: 0 }").empty(), outside);
  }
}

TEST_CASE("what is no CSS") {
  CHECK(warnings("p { margin }\n{ }\np {{} }\nq") ==
        "test.css:1:5: warning: not a CSS declaration: skipped\n"
        "  hint: it should read `property: value;`\n"
        "test.css:2:1: warning: not a selector: rule skipped\n"
        "test.css:3:4: warning: not a CSS declaration: skipped\n"
        "  hint: it should read `property: value;`\n"
        "test.css:4:1: warning: not a rule: its `{` is missing\n");
  CHECK(warnings("p { @media print { } margin: 0 }") ==
        "test.css:1:5: warning: no `@media` rule may stand here\n");
  CHECK(warnings("p { background: url(a.png) }").find("left out") != std::string::npos);
}

TEST_CASE("at-rules") {
  CHECK(warnings("@supports (color: red) { p { margin: 0 } }") ==
        "test.css:1:1: warning: the PDF does not know `@supports` (the EPUB gets it as it is)\n");
  CHECK(warnings("@keyframes x { from { top: 0 } to { top: 1px } }").empty());
  CHECK(warnings("@-webkit-keyframes x { }").empty());
  // What the PDF does not follow is not the PDF's to judge.
  CHECK(warnings("@media screen { p { float: left; colour: red } }").empty());
}

TEST_CASE("warnings are in Korean, too, and not without end") {
  const Sheet one("p { text-ident: 1em }");
  CHECK(to_string(one.diagnostics.all()[0], Language::korean) ==
        "test.css:1:5: 주의: 모르는 속성: `text-ident`\n"
        "  도움말: 혹시 `text-indent`인가요?\n");
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "p { colour: red }\n";
  const Sheet sheet(many);
  CHECK(sheet.diagnostics.all().size() == 201);
  CHECK(sheet.diagnostics.all().back().text.en ==
        "further warnings about this style are not shown");
}
