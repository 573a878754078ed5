#include <doctest/doctest.h>

#include <cstdlib>

#include "book/build_posts.h"

using namespace munjip;
using namespace munjip::testing;

TEST_CASE("authors are the posts' where book.toml names none") {
  Diagnostics diagnostics;
  std::vector<Post> posts = {dated("가", 2025, 1, 1), dated("나", 2025, 1, 2),
                             dated("다", 2025, 1, 3)};
  posts[0].author = "을";
  posts[1].author = "갑";
  posts[2].author = "을";
  const Book book = assemble_book(folder_manifest(), posts, diagnostics);
  REQUIRE(book.info.authors.size() == 2);
  CHECK(book.info.authors[0].name == "을");
  CHECK(book.info.authors[1].name == "갑");
  Manifest manifest = folder_manifest();
  manifest.info.authors = {{"병"}};
  CHECK(assemble_book(manifest, posts, diagnostics).info.authors.size() == 1);
}

TEST_CASE("the identifier is the first post's address as a UUID, whatever else changes") {
  Diagnostics diagnostics;
  Post first = dated("가", 2025, 1, 1);
  first.address = "https://example.com/1";
  const Book book = assemble_book(folder_manifest(), {first}, diagnostics);
  // python3 -c "import uuid; print(uuid.uuid5(uuid.NAMESPACE_URL, 'https://example.com/1'))"
  CHECK(book.info.identifier == "urn:uuid:0adedf02-e466-573b-a3fe-6a7f799d7d3d");
  Post renamed = first;
  renamed.title = "다른 제목";
  renamed.file = "다른/파일.html";
  renamed.body = {paragraph("고친 본문")};
  Post later = dated("나", 2025, 2, 1);
  later.address = "https://example.com/2";
  Manifest manifest = folder_manifest();
  manifest.info.title = "다른 책";
  manifest.parts[0].posts.newest_first = true;
  CHECK(assemble_book(manifest, {later, renamed}, diagnostics).info.identifier ==
        book.info.identifier);
  manifest.info.identifier = "urn:isbn:9780306406157";
  CHECK(assemble_book(manifest, {first}, diagnostics).info.identifier == "urn:isbn:9780306406157");
}

TEST_CASE("without an address the text decides, not title, path, spaces or quotation marks") {
  Diagnostics diagnostics;
  const auto identifier = [&](Post post, bool smart) {
    Manifest manifest = folder_manifest();
    manifest.smart_punctuation = smart;
    return assemble_book(manifest, {std::move(post)}, diagnostics).info.identifier;
  };
  const std::string first = identifier(post("가", {paragraph("그는 \"예\" 했다.")}), false);
  CHECK(first.starts_with("urn:uuid:"));
  CHECK(identifier(post("나", {paragraph("그는  \"예\"  했다.")}), true) == first);
  CHECK(identifier(post("가", {paragraph("그는 \"아니오\" 했다.")}), false) != first);
}

namespace {

// Sets an environment variable for a scope.
class Environment {
 public:
  Environment(const char* name, const char* value) : name_(name) { ::setenv(name, value, 1); }
  ~Environment() { ::unsetenv(name_); }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

 private:
  const char* name_;
};

}  // namespace

TEST_CASE("the time stamp is the newest post's, the book's, or SOURCE_DATE_EPOCH") {
  ::unsetenv("SOURCE_DATE_EPOCH");
  Diagnostics diagnostics;
  std::vector<Post> posts = {dated("가", 2025, 1, 1), dated("나", 2024, 1, 1)};
  posts[1].modified = DateTime{2025, 6, 1};
  Manifest manifest = folder_manifest();
  manifest.info.date = DateTime{2030, 1, 1};
  CHECK(iso_8601(assemble_book(manifest, posts, diagnostics).info.modified) == "2025-06-01");
  CHECK(iso_8601(assemble_book(manifest, {in_file("a.md")}, diagnostics).info.modified) ==
        "2030-01-01");
  CHECK(iso_8601_utc(
            assemble_book(folder_manifest(), {in_file("a.md")}, diagnostics).info.modified) ==
        "1970-01-01T00:00:00Z");
  {
    const Environment epoch("SOURCE_DATE_EPOCH", "1738311420");
    CHECK(iso_8601_utc(assemble_book(manifest, posts, diagnostics).info.modified) ==
          "2025-01-31T08:17:00Z");
  }
  CHECK(diagnostics.empty());
  const Environment epoch("SOURCE_DATE_EPOCH", "yesterday");
  CHECK(iso_8601(assemble_book(manifest, posts, diagnostics).info.modified) == "2025-06-01");
  CHECK(diagnostics.count(Severity::warning) == 1);
}

TEST_CASE("the identifier does not follow a title that stands as a heading above the text") {
  Diagnostics diagnostics;
  const auto identifier = [&](const std::string& title, bool as_heading) {
    Post post = dated(title, 2025, 1, 1);
    post.body = {paragraph("본문 글이다.")};
    if (as_heading)
      post.body.insert(post.body.begin(), {Heading{1, {{Text{title}, {}}}}, {}, {}, {}});
    return assemble_book(folder_manifest(), {std::move(post)}, diagnostics).info.identifier;
  };
  CHECK(identifier("하나", true) == identifier("둘", false));
  CHECK(identifier("하나", true) == identifier("둘", true));
}
