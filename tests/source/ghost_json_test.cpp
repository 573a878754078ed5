// Ghost's JSON exports.
#include <doctest/doctest.h>

#include "base/error.h"
#include "source/html_reading.h"

using namespace munjip;
using munjip::test::notation;

namespace {

std::vector<Post> read(std::string_view json, Diagnostics& diagnostics) {
  return read_ghost_json(test::source_of(json), diagnostics);
}

}  // namespace

TEST_CASE(
    "an export of Ghost's tables: posts with their tags and authors; drafts and pages counted") {
  Diagnostics diagnostics;
  const auto posts = read(
      R"({"db": [{"meta": {"exported_on": 1}, "data": {
        "posts": [{"id": "a", "title": "봄", "slug": "spring", "status": "published", "type": "post",
                   "html": "<p>걷는다.</p>\n<p>또 <a href=\"__GHOST_URL__/fall/\">걷는다</a>.</p>",
                   "published_at": "2024-05-01T01:00:00.000Z"},
                  {"id": "b", "title": "초고", "status": "draft", "type": "post", "html": "<p>x</p>"},
                  {"id": "c", "title": "소개", "status": "published", "type": "page", "html": "<p>x</p>"}],
        "tags": [{"id": "t", "name": "산책"}, {"id": "u", "name": "꽃"}, {"id": "v", "name": "#숨김"}],
        "posts_tags": [{"post_id": "a", "tag_id": "t"}, {"post_id": "a", "tag_id": "v"},
                       {"post_id": "a", "tag_id": "u"}],
        "users": [{"id": 1, "name": "김봄"}], "posts_authors": [{"post_id": "a", "author_id": 1}]}}]})",
      diagnostics);
  REQUIRE(posts.size() == 1);
  CHECK(posts[0].title == "봄");
  CHECK(posts[0].address == "/spring/");
  CHECK(posts[0].author == "김봄");
  CHECK(posts[0].category == "산책");
  CHECK(posts[0].tags == std::vector<std::string>{"꽃"});
  CHECK(iso_8601_utc(posts[0].published.value()) == "2024-05-01T01:00:00Z");
  CHECK(notation(posts[0].body) == "p 걷는다.\np 또 [걷는다](/fall/).");
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].text.en.ends_with("1 pages, 1 drafts, private or scheduled posts"));
}

TEST_CASE("the migration tools' form: a post holds its author and tags") {
  Diagnostics diagnostics;
  const auto posts = read(
      R"({"posts": [{"url": "https://example.kr/x", "data": {"title": "여름", "html": "<p>덥다.</p>",
          "author": {"data": {"name": "이여름"}}, "tags": [{"data": {"name": "더위"}}]}}]})",
      diagnostics);
  REQUIRE(posts.size() == 1);
  CHECK(posts[0].address == "https://example.kr/x");
  CHECK(posts[0].author == "이여름");
  CHECK(posts[0].category == "더위");
}

TEST_CASE("broken JSON is refused with its line; values of other kinds do no harm") {
  Diagnostics diagnostics;
  try {
    read("{\"posts\": [\n{\"title\": }]}", diagnostics);
    FAIL("read");
  } catch (const Error& error) {
    CHECK(error.code() == ExitCode::unreadable);
    CHECK(error.diagnostic().at.pos.line == 2);
  }
  for (const char* json : {"{\"posts\": 3}", "{\"posts\": [1, null, [], {\"title\": []}]}",
                           "{\"db\": [[]]}", "[]", "null"}) {
    CHECK_NOTHROW(read(json, diagnostics));
  }
  CHECK_NOTHROW(read("{\"posts\":" + std::string(100'000, '[') + std::string(100'000, ']') + "}",
                     diagnostics));
}
