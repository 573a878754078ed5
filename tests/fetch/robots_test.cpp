// robots.txt by the rules of RFC 9309.
#include <doctest/doctest.h>

#include "fetch/robots.h"

namespace munjip {

TEST_CASE("robots: the group for munjip counts, else the one for all") {
  const std::string_view text =
      "User-agent: *\nDisallow: /all\n\nUser-Agent: other\nUser-agent: Munjip # us\nDisallow: "
      "/own\n";
  const RobotsRules own(text, "munjip");
  CHECK_FALSE(own.allows("/own/a"));
  CHECK(own.allows("/all"));
  const RobotsRules all(text, "someone");
  CHECK_FALSE(all.allows("/all"));
  CHECK(all.allows("/own"));
}

TEST_CASE(
    "robots: the longest rule wins, Allow of two as long; an empty Disallow forbids nothing") {
  const RobotsRules rules(
      "user-agent: *\ndisallow: /a\nallow: /a/b\ndisallow: /c\nallow: /c\ndisallow:\n", "munjip");
  CHECK_FALSE(rules.allows("/a/x"));
  CHECK(rules.allows("/a/b/x"));
  CHECK(rules.allows("/c"));
  CHECK(rules.allows("/"));
}

TEST_CASE("robots: stars and the end sign") {
  const RobotsRules rules("User-agent: *\nDisallow: /*.gif$\nDisallow: /x*y/\n", "munjip");
  CHECK_FALSE(rules.allows("/p/a.gif"));
  CHECK(rules.allows("/p/a.gif?x"));
  CHECK_FALSE(rules.allows("/x--y/z"));
  CHECK(rules.allows("/x--y"));
}

TEST_CASE("robots: a hostile file costs no time") {
  std::string text = "User-agent: *\nDisallow: /";
  for (int i = 0; i < 400; ++i) text += "a*";
  const RobotsRules rules(text + "b$\n", "munjip");
  CHECK(rules.allows("/" + std::string(100'000, 'a')));
}

TEST_CASE("robots: Crawl-delay is bounded, an unreachable site allows nothing") {
  CHECK(RobotsRules("User-agent: *\nCrawl-delay: 5\n", "munjip").delay_seconds() == 5);
  CHECK(RobotsRules("User-agent: *\nCrawl-delay: 99999\n", "munjip").delay_seconds() == 30);
  CHECK_FALSE(RobotsRules::nothing_allowed().allows("/"));
}

}  // namespace munjip
