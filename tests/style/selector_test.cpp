// Selectors Level 4: a table of selectors with elements they match and do not match.
#include "style/selector.h"

#include <doctest/doctest.h>

#include "style_fixture.h"

namespace {

using namespace munjip;
using namespace munjip::test;

// A rule's mark is a text indent that nothing else gives.
bool is_matched(const std::string& selector, const std::vector<Path>& path) {
  const Sheet sheet(selector + " { text-indent: 7pt } * { text-indent: 0 }");
  REQUIRE_MESSAGE(sheet.diagnostics.empty(), sheet.warnings());
  Cascade cascade(sheet.sheet, a5());
  StyleRef style = cascade.current();
  for (const Path& element : path) style = cascade.enter(element.key());
  return style->text_indent == Length::pt(7);
}
Path nth(const char* element, int index, bool is_last = false) {
  Path path(element);
  path.index = index;
  path.is_last = is_last;
  return path;
}
Path after(const char* element, const char* previous) {
  Path path(element);
  path.previous = previous;
  return path;
}

struct Case {
  const char* selector;
  std::vector<Path> path;
  bool matches;
};

}  // namespace

TEST_CASE("types, classes, ids and how they stand to each other") {
  const Case cases[] = {
      {"p", {"p"}, true},
      {"P", {"p"}, true},  // element names have no case
      {"p", {"h1"}, false},
      {".a", {"p.a"}, true},
      {".A", {"p.a"}, false},  // class names have
      {".a.b", {"p.b.a"}, true},
      {".a.b", {"p.a"}, false},
      {"p.a", {"h1.a"}, false},
      {"#x", {"p#x"}, true},
      {"#x", {"p#y"}, false},
      {"p#x.a", {"p.a#x"}, true},
      {"[class~=a]", {"p.b.a"}, true},
      {"[id='x']", {"p#x"}, true},
      {"section p", {"section", "div", "p"}, true},
      {"section p", {"div", "p"}, false},
      {"section > p", {"section", "p"}, true},
      {"section>p", {"section", "div", "p"}, false},
      {"section div > p", {"section", "div", "p"}, true},
      // The nearest div has no section above it as its parent; the one above has.
      {"section > div p", {"section", "div", "div", "p"}, true},
      {"section > div > p", {"section", "div", "div", "p"}, false},
      {".a > .b .c", {"i.a", "i.b", "i.b", "i.c"}, true},
      {".a .b > .c", {"i.a", "i.b", "i.x", "i.c"}, false},
      {".a .b > .c .d", {"i.a", "i.b", "i.c", "i.b", "i.d"}, true},
      {"body > p", {"p"}, true},
      {"html p", {"p"}, true},
      {":root p", {"p"}, true},
      {"* > p", {"p"}, true},
      {"h1, p, h2", {"p"}, true},
      {"a:link", {"a"}, true},
      {":any-link", {"p"}, false},
      {"a:hover, a:visited", {"a"}, false},  // nothing is ever so on paper
  };
  for (const Case& c : cases) {
    CHECK_MESSAGE(is_matched(c.selector, c.path) == c.matches, c.selector);
  }
}

TEST_CASE("what :not() forbids") {
  CHECK(is_matched("p:not(.a)", {"p.b"}));
  CHECK_FALSE(is_matched("p:not(.a)", {"p.a"}));
  CHECK_FALSE(is_matched("p:not(.a, .b)", {"p.b"}));
  CHECK_FALSE(is_matched(":not(p)", {"p"}));
  CHECK(is_matched(":not(p)", {"h1"}));
  CHECK_FALSE(is_matched("p:not(#x)", {"p#x"}));
  CHECK_FALSE(is_matched("p:not(:first-child)", {nth("p", 1)}));
  CHECK(is_matched("p:not(:first-child)", {nth("p", 2)}));
  CHECK_FALSE(is_matched("p:not([lang])", {"p@en"}));
  CHECK(is_matched("a:not(:hover)", {"a"}));
}

TEST_CASE("an element's place among its siblings") {
  CHECK(is_matched("p:first-child", {nth("p", 1)}));
  CHECK_FALSE(is_matched("p:first-child", {nth("p", 2)}));
  CHECK(is_matched("p:last-child", {nth("p", 4, true)}));
  CHECK_FALSE(is_matched("p:last-child", {nth("p", 4)}));
  CHECK(is_matched("p:only-child", {nth("p", 1, true)}));
  CHECK_FALSE(is_matched("p:only-child", {nth("p", 1)}));

  // Selectors 4, 12.1: the indices that each of these takes out of 1 ... 7.
  const std::pair<const char*, const char*> table[] = {
      {"3", "3"},       {"odd", "1357"}, {"even", "246"},    {"2n + 1", "1357"}, {"2n+0", "246"},
      {"n", "1234567"}, {"n+5", "567"},  {"-n+3", "123"},    {"3n-1", "25"},     {"+3n", "36"},
      {"-2n+5", "135"}, {"0n+4", "4"},   {"n-2", "1234567"}, {"-n", ""},         {"ODD", "1357"}};
  for (const auto& row : table) {
    std::string found;
    for (int i = 1; i <= 7; ++i) {
      if (is_matched(std::string("p:nth-child(") + row.first + ")", {nth("p", i)})) {
        found += std::to_string(i);
      }
    }
    CHECK_MESSAGE(found == row.second, row.first);
  }
}

TEST_CASE("an element after another") {
  CHECK(is_matched("h2 + p", {after("p", "h2")}));
  CHECK_FALSE(is_matched("h2 + p", {after("p", "h3")}));
  CHECK_FALSE(is_matched("h2 + p", {after("p", "")}));
  CHECK(is_matched("* + p", {after("p", "blockquote")}));
  CHECK_FALSE(is_matched("* + p", {after("p", "")}));
  CHECK(is_matched("section h2 + p", {Path("section"), after("p", "h2")}));
  CHECK_FALSE(is_matched("nav > h2 + p", {Path("section"), after("p", "h2")}));
  CHECK(is_matched("h2 + p em", {after("p", "h2"), Path("em")}));
}

TEST_CASE("languages") {
  CHECK(is_matched("p:lang(ko)", {"p@ko"}));
  CHECK(is_matched("p:lang(ko)", {"p@ko-KR"}));
  CHECK(is_matched("p:lang(KO)", {"p@ko"}));
  CHECK_FALSE(is_matched("p:lang(ko)", {"p@kok"}));
  CHECK_FALSE(is_matched("p:lang(ko)", {"p"}));
  // :lang() is inherited, [lang|=] is the element's own attribute.
  CHECK(is_matched("p:lang(en)", {"section@en", "p"}));
  CHECK_FALSE(is_matched("p[lang|=en]", {"section@en", "p"}));
  CHECK(is_matched("p[lang|=en]", {"p@en-GB"}));
  CHECK_FALSE(is_matched("p[lang=en]", {"p@en-GB"}));
  CHECK(is_matched("p[lang='en']", {"p@en"}));
  CHECK_FALSE(is_matched("p:lang(en)", {"section@en", "p@ko"}));
  CHECK(is_matched("p:lang(en)", {"body@en", "p"}));
}

TEST_CASE("the heavier selector wins, of equals the later (Selectors 4, 17)") {
  const std::vector<Path> path = {"section.post", "p.a.b#x"};
  const auto winner = [&](const std::string& css) { return style_of(css, path).text_indent.pt(); };
  CHECK(winner("p { text-indent: 1pt } p { text-indent: 2pt }") == 2);
  CHECK(winner(".a { text-indent: 1pt } p { text-indent: 2pt }") == 1);
  CHECK(winner("#x { text-indent: 1pt } .a.b { text-indent: 2pt }") == 1);
  CHECK(winner("section p { text-indent: 1pt } p { text-indent: 2pt }") == 1);
  CHECK(winner(".a { text-indent: 1pt } section.post p { text-indent: 2pt }") == 2);
  CHECK(winner("p:first-child { text-indent: 1pt } p { text-indent: 2pt }") == 1);
  CHECK(winner("p:not(#y) { text-indent: 1pt } .a.b { text-indent: 2pt }") == 1);
  CHECK(winner("* { text-indent: 1pt }") == 1);
  CHECK(winner("p { text-indent: 1pt } * { text-indent: 2pt }") == 1);
  // A hundred classes do not make an id.
  std::string many = "#x { text-indent: 1pt } ";
  for (int i = 0; i < 100; ++i) many += ".a.b";
  CHECK(winner(many + " { text-indent: 2pt }") == 1);
}

TEST_CASE("!important") {
  const auto winner = [](const std::string& css) {
    return style_of(css, {"p#x"}).text_indent.pt();
  };
  CHECK(winner("p { text-indent: 1pt !important } #x { text-indent: 2pt }") == 1);
  CHECK(winner("p { text-indent: 1pt ! IMPORTANT; text-indent: 3pt }") == 1);
  CHECK(winner("p { text-indent: 1pt !important } #x { text-indent: 2pt !important }") == 2);
}
