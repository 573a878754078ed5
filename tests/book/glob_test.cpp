#include "book/glob.h"

#include <doctest/doctest.h>

#include <ctime>

using namespace munjip;

namespace {

bool matches(std::string_view pattern, std::string_view path) {
  return Glob(pattern).matches(path);
}

}  // namespace

TEST_CASE("a star stays within one name") {
  CHECK(matches("*.html", "a.html"));
  CHECK(matches("*.html", ".html"));
  CHECK_FALSE(matches("*.html", "a/b.html"));
  CHECK_FALSE(matches("*.html", "a.htm"));
  CHECK(matches("2024/*", "2024/글.md"));
  CHECK_FALSE(matches("2024/*", "2024/1/글.md"));
  CHECK(matches("*a*b*", "xxaxxbxx"));
  CHECK_FALSE(matches("*a*b*", "xxbxxaxx"));
}

TEST_CASE("two stars cross folders, also none") {
  CHECK(matches("**/*.md", "a.md"));
  CHECK(matches("**/*.md", "x/y/a.md"));
  CHECK(matches("x/**/a.md", "x/a.md"));
  CHECK(matches("x/**/a.md", "x/y/z/a.md"));
  CHECK_FALSE(matches("x/**/a.md", "x/ya.md"));
  CHECK_FALSE(matches("**/a.md", "ba.md"));
  CHECK(matches("x/**", "x/y/a.md"));
  CHECK_FALSE(matches("x/**", "y/a.md"));
  CHECK(matches("**", "x/y/a.md"));
}

TEST_CASE("a question mark is one character, also a Korean one") {
  CHECK(matches("글?.md", "글일.md"));
  CHECK(matches("?.md", "가.md"));
  CHECK(matches("?.md", "😀.md"));
  CHECK_FALSE(matches("?.md", ".md"));
  CHECK_FALSE(matches("a?b", "a/b"));
}

TEST_CASE("sets hold characters and ranges") {
  CHECK(matches("[0-9]*.md", "1a.md"));
  CHECK_FALSE(matches("[0-9]*.md", "a1.md"));
  CHECK(matches("[가-나]", "각"));
  CHECK(matches("[!a]", "b"));
  CHECK_FALSE(matches("[!a]", "a"));
  CHECK(matches("[]a]", "]"));
  CHECK(matches("[a-]", "-"));
  CHECK_FALSE(matches("a[!x]b", "a/b"));
  CHECK(matches("[공지", "[공지"));  // a bracket that is never closed stands for itself
  CHECK(matches("\\[공지\\]*", "[공지] 안내"));
}

TEST_CASE("a plain path names a file, or a folder and all below it") {
  CHECK(matches("2024", "2024/1/a.md"));
  CHECK(matches("2024/", "2024/a.md"));
  CHECK(matches("./2024/a.md", "2024/a.md"));
  CHECK_FALSE(matches("2024", "20245/a.md"));
  CHECK_FALSE(matches("2024/a", "2024/a.md"));
  CHECK(Glob("2024//a.md").plain_path() == "2024/a.md");
  CHECK(Glob("2024").is_plain());
  CHECK_FALSE(Glob("2024/*").is_plain());
}

// macOS stores names in jamo (NFD): U+1100 U+1173 U+11AF is 글.
TEST_CASE("jamo equal syllables") {
  CHECK(matches("글.md", "\u1100\u1173\u11AF.md"));
  CHECK(matches("\u1100\u1173\u11AF*", "글 하나.md"));
  CHECK(normal_path("\u1112\u1161\u11AB/\u1100\u1173") == "한/그");
}

TEST_CASE("no pattern takes long") {
  std::string pattern;
  for (int i = 0; i < 100; ++i) pattern += "*a**/";
  const std::string path(5000, 'a');
  const std::clock_t start = std::clock();
  CHECK_FALSE(matches(pattern, path));
  const double taken = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  CHECK(taken < 1.0);
}
