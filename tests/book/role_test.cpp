#include "book/role.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "book/credit_line.h"
#include "book/element_selector.h"
#include "book/verse.h"

using namespace munjip;

TEST_CASE("a role is found by each of its names and no name belongs to two") {
  std::set<std::string> seen;
  for (const RoleInfo& role : roles()) {
    std::string_view names = role.names;
    while (!names.empty()) {
      const std::string_view name = names.substr(0, names.find(' '));
      names.remove_prefix(std::min(name.size() + 1, names.size()));
      CHECK_MESSAGE(seen.insert(std::string(name)).second, name);
      CHECK(role_named(name) == role.role);
    }
    CHECK(role_of(classes_of(role.role)) == role.role);
  }
  CHECK(role_named("VERSE") == Role::verse);
  CHECK(role_named("시") == Role::verse);
  CHECK_FALSE(role_named("시집"));
}

TEST_CASE("in HTML only class names count that say what they mean by themselves") {
  CHECK(role_in_html("post verse") == Role::verse);
  CHECK(role_in_html("원문") == Role::source_text);
  CHECK(role_in_html("callout tip") == Role::tip);
  CHECK(role_in_html("callout") == Role::callout);
  // Names that blogs use for other things.
  for (const char* other : {"note", "tip", "box", "source", "info", "warning", ""}) {
    CHECK_MESSAGE(!role_in_html(other), other);
  }
}

TEST_CASE("a credit begins with a dash or names its kind, and is no speech") {
  for (const char* credit : {"— 김소월, 「진달래꽃」", "― 어느 책에서", "출처: 『골목의 말』 12쪽",
                             "— T. S. 엘리엇", "– 지은이 모름"}) {
    CHECK_MESSAGE(is_credit_line(credit), credit);
  }
  for (const char* other :
       {"— 어디 가니?", "— 집에 간다.", "——", "그는 — 웃었다", "—", "- 목록의 항목", "——그리고"}) {
    CHECK_MESSAGE(!is_credit_line(other), other);
  }
}

TEST_CASE("selectors of rules are those of one element") {
  const auto selector = parse_element_selector("Blockquote.box.시[data-kind='poem']#a");
  REQUIRE(selector);
  CHECK(selector->tag == "blockquote");
  CHECK(selector->classes == std::vector<std::string>{"box", "시"});
  CHECK(selector->id == "a");
  REQUIRE(selector->attributes.size() == 1);
  CHECK(selector->attributes[0].first == "data-kind");
  CHECK(selector->attributes[0].second == "poem");
  CHECK(parse_element_selector("[data-x]")->attributes[0].second == std::nullopt);
  CHECK(parse_element_selector("*")->tag.empty());
  for (const char* other : {"", "div p", "div > p", "a, b", "p:first-child", ".", "[x", "div."}) {
    CHECK_MESSAGE(!parse_element_selector(other), other);
  }
}

TEST_CASE("a stanza is parted at its line breaks, phrases across them too") {
  const Inline strong{Phrase{Element::strong, {{Text{"둘"}}, {LineBreak{}}, {Text{"셋"}}}}};
  const auto lines = verse_lines(
      {{Text{"하나"}}, {LineBreak{}}, strong, {LineBreak{}}, {LineBreak{}}, {Text{"넷"}}});
  REQUIRE(lines.size() == 4);
  CHECK(plain_text(lines[0]) == "하나");
  CHECK(plain_text(lines[1]) == "둘");
  CHECK(plain_text(lines[2]) == "셋");
  CHECK(std::holds_alternative<Phrase>(lines[2].front().is));
  CHECK(plain_text(lines[3]) == "넷");
}
