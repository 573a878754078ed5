#include "source/front_matter.h"

#include <doctest/doctest.h>

#include "source/front_matter_fence.h"

using namespace munjip;

namespace {

FrontMatter matter(std::string_view text) {
  SourceText source;
  source.shown_file = "글.md";
  source.text = text;
  Diagnostics diagnostics;
  return read_front_matter(source, diagnostics).value_or(FrontMatter{});
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("YAML: the shapes that tags and categories come in") {
  CHECK(matter("---\ntags: a b\n---\n").tags == Words{"a", "b"});
  CHECK(matter("---\ntags: a, b c\n---\n").tags == Words{"a", "b c"});
  CHECK(matter("---\ntags: [a, b c]\n---\n").tags == Words{"a", "b c"});
  CHECK(matter("---\ntags:\n- a\n- b c\n---\n").tags == Words{"a", "b c"});
  CHECK(matter("---\ntags:\n  - [a, b]\n  - c\n---\n").tags == Words{"a", "b", "c"});
  CHECK(matter("---\ntag: a\ntags: b a\n---\n").tags == Words{"b", "a"});
  CHECK(matter("---\ncategory: Linear Algebra\n---\n").category == "Linear Algebra");
  CHECK(matter("---\ncategories: [글, 사진]\n---\n").category == "글");
  CHECK(matter("---\ncategories:\n  - 글\n---\n").category == "글");
}

TEST_CASE("YAML: titles that are no valid YAML are read as they were meant") {
  CHECK(matter("---\ntitle: [Java] static 멤버\ndate: 2018-08-04\n---\n").title ==
        "[Java] static 멤버");
  CHECK(matter("---\ntitle: 하나: 둘\n---\n").title == "하나: 둘");
  CHECK(matter("---\ntitle: [Java]\n---\n").title == "[Java]");
  CHECK(matter("---\ntitle: \"큰따옴표: \\\"안\\\"\"\n---\n").title == "큰따옴표: \"안\"");
  CHECK(matter("---\ntitle: R&D 예산 & 전망\n---\n").title == "R&D 예산 & 전망");
  CHECK(matter("---\ntitle: >-\n  두 줄에\n  걸친 제목\n---\n").title == "두 줄에 걸친 제목");
  CHECK(matter("---\ntitle: \xF0\x9F\x98\x80\nbad: [\n---\n").title == "😀");
}

TEST_CASE("YAML: authors, drafts, addresses") {
  CHECK(matter("---\nauthor: 하나\n---\n").author == "하나");
  CHECK(matter("---\nauthors: [하나, 둘]\n---\n").author == "하나, 둘");
  CHECK(matter("---\nauthor:\n  name: 하나\n  url: x\n---\n").author == "하나");
  CHECK(matter("---\ndraft: true\n---\n").is_draft);
  CHECK_FALSE(matter("---\ndraft: false\npublished: true\n---\n").is_draft);
  CHECK(matter("---\npublished: false\n---\n").is_draft);
  CHECK(matter("---\nslug: a\nurl: /b\n---\n").address == "/b");
}

TEST_CASE("TOML") {
  const FrontMatter m = matter(
      "+++\ntitle = \"제목: 하나\"\ndate = 2018-06-04T13:56:33+09:00\ntags = [\"a\", \"b\"]\n"
      "draft = true\nslug = \"s\"\n[other]\nx = 1\n+++\n글\n");
  CHECK(m.title == "제목: 하나");
  REQUIRE(m.published.has_value());
  CHECK(iso_8601(*m.published) == "2018-06-04T13:56:33+09:00");
  CHECK(m.tags == Words{"a", "b"});
  CHECK(m.is_draft);
  CHECK(m.address == "s");
  CHECK(m.body_line == 10);
}

TEST_CASE("where front matter ends, and what is none") {
  const std::string text = "---\ntitle: 글\n---\n본문";
  CHECK(text.substr(matter(text).body_offset) == "본문");
  CHECK(matter(text).body_line == 4);
  CHECK(find_front_matter("---\n---\n").has_value());
  CHECK(find_front_matter("\n---\ntitle: 글\n...\n").has_value());
  CHECK_FALSE(find_front_matter("---\n시는 이렇게\n시작한다\n---\n").has_value());
  CHECK_FALSE(find_front_matter("---\ntitle: 끝이 없다\n").has_value());
  CHECK_FALSE(find_front_matter("글\n---\n").has_value());
  CHECK_FALSE(find_front_matter("").has_value());
}

TEST_CASE("a date that cannot be read is told with its line") {
  SourceText source;
  source.shown_file = "글.md";
  source.text = "---\ntitle: 글\ndate: 언젠가\n---\n";
  Diagnostics diagnostics;
  read_front_matter(source, diagnostics);
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].at == SourceSpan{"글.md", {3, 1}});
}

TEST_CASE("aliases cannot make a few lines grow to gigabytes") {
  std::string text = "---\na: &a [x,x,x,x,x,x,x,x,x]\n";
  for (char c = 'b'; c < 'm'; ++c) {
    text += std::string(1, c) + ": &" + c + " [";
    for (int i = 0; i < 9; ++i)
      text += std::string(i > 0 ? "," : "") + "*" + static_cast<char>(c - 1);
    text += "]\n";
  }
  CHECK(matter(text + "tags: *l\n---\n").tags.empty());
}

TEST_CASE("Jekyll's file names give date and slug") {
  const DatedName name = dated_name("a/2015-12-19-problem-is.md");
  REQUIRE(name.date.has_value());
  CHECK(iso_8601(*name.date) == "2015-12-19");
  CHECK(name.slug == "problem-is");
  CHECK(iso_8601(*dated_name("2021-9-1-alt.md").date) == "2021-09-01");
  CHECK_FALSE(dated_name("글.md").date.has_value());
  CHECK(dated_name("글.md").slug == "글");
}

TEST_CASE("front matter that is broken is told; what can only mean one thing is not") {
  const auto warnings = [](std::string_view text) {
    SourceText source;
    source.text = text;
    Diagnostics diagnostics;
    const auto matter = read_front_matter(source, diagnostics);
    CHECK(matter.has_value());
    return diagnostics.count(Severity::warning);
  };
  CHECK(warnings("---\ntitle: \"닫지 않은 제목\n---\n") == 1);
  CHECK(warnings("---\ntitle: 글\ntags: [하나, 둘\n---\n") == 1);
  CHECK(warnings("+++\ntitle =\n+++\n") == 1);
  CHECK(warnings("---\ntitle: [Java] static 멤버\n---\n") == 0);
  CHECK(warnings("---\ntitle: 하나: 둘\n---\n") == 0);
}
