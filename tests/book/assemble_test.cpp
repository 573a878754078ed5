#include "book/assemble.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>

#include "base/error.h"
#include "book/build_posts.h"
#include "book/contents.h"
#include "book/single.h"

using namespace munjip;
using namespace munjip::testing;

namespace {

Post dated(std::string title, int year, int month, int day) {
  Post made = post(title, {paragraph("본문 " + title)});
  made.published = DateTime{year, month, day};
  return made;
}

Post in_file(std::string path) {
  Post made = post(path, {paragraph("본문 " + path)});
  made.file = path;
  return made;
}

std::vector<std::string> titles(const Book& book) {
  std::vector<std::string> found;
  for (const Part& part : book.parts) {
    for (const Post& post : part.posts) found.push_back(post.title);
  }
  return found;
}

Manifest folder_manifest() {
  Manifest manifest = manifest_for_folder(".");
  manifest.info.title = "책";
  return manifest;
}

std::string english(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics.all()) out += to_string(d, Language::english);
  return out;
}

using Titles = std::vector<std::string>;

}  // namespace

TEST_CASE("posts stand in the order of their dates, those without one last") {
  Diagnostics diagnostics;
  const Book book = assemble_book(folder_manifest(),
                                  {post("없음", {paragraph("가")}), dated("셋", 2025, 3, 1),
                                   dated("하나", 2024, 1, 1), dated("둘", 2025, 1, 1)},
                                  diagnostics);
  CHECK(titles(book) == Titles{"하나", "둘", "셋", "없음"});
  CHECK(book.parts[0].posts[0].id == "post-1");
  CHECK(book.parts[0].posts[3].id == "post-4");
  CHECK(diagnostics.empty());
  CHECK(check_book(book).empty());
}

TEST_CASE("on one day the number of the post decides, then the number in its name") {
  Diagnostics diagnostics;
  const Book series = assemble_book(folder_manifest(),
                                    {dated("연재 (10)", 2025, 1, 1), dated("연재 (2)", 2025, 1, 1),
                                     dated("연재 (1)", 2025, 1, 1)},
                                    diagnostics);
  CHECK(titles(series) == Titles{"연재 (1)", "연재 (2)", "연재 (10)"});

  std::vector<Post> backup = {dated("가", 2025, 1, 1), dated("나", 2025, 1, 1),
                              dated("다", 2025, 1, 1)};
  backup[0].number = 100;
  backup[1].number = 9;
  const Book numbered = assemble_book(folder_manifest(), std::move(backup), diagnostics);
  CHECK(titles(numbered) == Titles{"나", "가", "다"});
}

TEST_CASE("moments of different zones compare as moments") {
  Diagnostics diagnostics;
  Post seoul = post("서울", {paragraph("가")});
  seoul.published = DateTime{2025, 1, 1, 8, 0, 0, true, kSeoulOffsetMinutes};
  Post london = post("런던", {paragraph("가")});
  london.published = DateTime{2025, 1, 1, 0, 0, 0, true, 0};  // 09:00 in Seoul
  const Book book = assemble_book(folder_manifest(), {london, seoul}, diagnostics);
  CHECK(titles(book) == Titles{"서울", "런던"});
}

TEST_CASE("the newest first, but undated posts still last") {
  Diagnostics diagnostics;
  Manifest manifest = folder_manifest();
  manifest.parts[0].posts.newest_first = true;
  const Book book = assemble_book(
      manifest,
      {post("없음", {paragraph("가")}), dated("하나", 2024, 1, 1), dated("둘", 2025, 1, 1)},
      diagnostics);
  CHECK(titles(book) == Titles{"둘", "하나", "없음"});
}

TEST_CASE("patterns choose, exclude takes away, and listed posts stand as listed") {
  Diagnostics diagnostics;
  Manifest manifest = folder_manifest();
  manifest.parts[0].posts.patterns = {"뒤.md", "a/*.html"};
  manifest.parts[0].posts.exclude = {"a/초안*"};
  manifest.parts[0].posts.order = PostOrder::as_listed;
  const Book book =
      assemble_book(manifest,
                    {in_file("./a/10.html"), in_file("./a/9.html"), in_file("./a/초안.html"),
                     in_file("./뒤.md"), in_file("./a/b/c.html"), in_file("./다른.md")},
                    diagnostics);
  CHECK(titles(book) == Titles{"./뒤.md", "./a/9.html", "./a/10.html"});
  CHECK(diagnostics.empty());
}

TEST_CASE("a plain path may name a folder, and the manifest's folder may be absolute") {
  Diagnostics diagnostics;
  Manifest manifest = manifest_for_folder("/책/글");
  manifest.parts[0].posts.patterns = {"2024/"};
  const Book book = assemble_book(
      manifest, {in_file("/책/글/2024/a/1.md"), in_file("/책/글/2025/1.md")}, diagnostics);
  CHECK(titles(book) == Titles{"/책/글/2024/a/1.md"});
}

TEST_CASE("a pattern that names nothing is a warning") {
  Diagnostics diagnostics;
  Manifest manifest = folder_manifest();
  manifest.parts[0].posts.patterns = {"a.md", "b.md"};
  manifest.parts[0].posts.at = {"book.toml", {3, 9}};
  assemble_book(manifest, {in_file("./a.md")}, diagnostics);
  CHECK(english(diagnostics).starts_with("book.toml:3:9: warning: no post matches `b.md`\n"));
}

TEST_CASE("filters by category, tag and period all have to hold") {
  Diagnostics diagnostics;
  std::vector<Post> posts = {dated("가", 2024, 12, 31), dated("나", 2025, 1, 1),
                             dated("다", 2025, 1, 31), dated("라", 2025, 2, 1),
                             post("마", {paragraph("가")})};
  posts[1].category = "경제/반도체";
  posts[2].category = "경제";
  posts[3].category = "경제학";
  posts[2].tags = {"AI", "칩"};
  // the last minute of a day belongs to it
  posts[2].published = DateTime{2025, 1, 31, 23, 59, 59, true, kSeoulOffsetMinutes};

  Manifest manifest = folder_manifest();
  Selection& selection = manifest.parts[0].posts;
  selection.from = DateTime{2025, 1, 1};
  selection.to = DateTime{2025, 1, 31};
  CHECK(titles(assemble_book(manifest, posts, diagnostics)) == Titles{"나", "다"});
  selection.from.reset();
  selection.to.reset();
  selection.categories = {"경제"};
  CHECK(titles(assemble_book(manifest, posts, diagnostics)) == Titles{"나", "다"});
  selection.tags = {"없는 것", "AI"};
  CHECK(titles(assemble_book(manifest, posts, diagnostics)) == Titles{"다"});
}

TEST_CASE("no post left is a mistake of usage") {
  Diagnostics diagnostics;
  Manifest manifest = folder_manifest();
  manifest.parts[0].posts.tags = {"없는 것"};
  try {
    assemble_book(manifest, {in_file("a.md")}, diagnostics);
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ExitCode::usage);
  }
  CHECK_THROWS_AS(assemble_book(folder_manifest(), {}, diagnostics), Error);
}

TEST_CASE("a post stands once: the first part that asks for it has it") {
  Diagnostics diagnostics;
  Manifest manifest = folder_manifest();
  manifest.parts.resize(4);
  manifest.parts[0].title = "하나";
  manifest.parts[0].posts.patterns = {"a/*"};
  manifest.parts[1].title = "둘";
  manifest.parts[1].posts.patterns = {"a/1.md", "b/*"};
  manifest.parts[2].title = "빈 부";
  manifest.parts[2].posts.tags = {"없는 것"};
  manifest.parts[3].title = "나머지";
  const Book book = assemble_book(
      manifest, {in_file("./a/1.md"), in_file("./a/2.md"), in_file("./b/1.md"), in_file("./c.md")},
      diagnostics);
  REQUIRE(book.parts.size() == 3);
  CHECK(book.parts[0].posts.size() == 2);
  CHECK(book.parts[1].posts.size() == 1);
  CHECK(book.parts[2].title == "나머지");
  CHECK(titles(book) == Titles{"./a/1.md", "./a/2.md", "./b/1.md", "./c.md"});
  CHECK(book.parts[2].posts[0].id == "post-4");
  const std::string warnings = english(diagnostics);
  CHECK(warnings.find("part \"둘\": 1 posts stand in an earlier part") != std::string::npos);
  CHECK(warnings.find("part \"빈 부\" has no posts") != std::string::npos);
  CHECK(warnings.find("나머지") == std::string::npos);  // "all the rest" is no mistake
}

TEST_CASE("single files stand as they were given, and one gives the book its title") {
  Diagnostics diagnostics;
  Manifest manifest = manifest_for_files({"나.md", "가.md"});
  CHECK(titles(assemble_book(manifest, {in_file("나.md"), in_file("가.md")}, diagnostics)) ==
        Titles{"나.md", "가.md"});
  CHECK(assemble_book(manifest_for_files({"x/글.md"}), {post("글의 제목", {paragraph("가")})},
                      diagnostics)
            .info.title == "글의 제목");
  // One file of several posts is called as the file is.
  CHECK(assemble_book(manifest_for_files({"모음.txt"}), {in_file("모음.txt"), in_file("모음.txt")},
                      diagnostics)
            .info.title == "모음");
}

TEST_CASE("the posts of one file keep their order where dates are equal") {
  Diagnostics diagnostics;
  std::vector<Post> posts = {dated("나", 2025, 1, 1), dated("가", 2025, 1, 1)};
  for (Post& post : posts) post.file = "모음.txt";
  CHECK(titles(assemble_book(folder_manifest(), posts, diagnostics)) == Titles{"나", "가"});
}

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

// ---- identifier and time stamp ----

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

// ---- pictures ----

TEST_CASE("pictures with the same bytes are one; unused ones go, missing ones are told") {
  Diagnostics diagnostics;
  const auto picture = [](const char* name) {
    Resource resource;
    resource.name = name;
    return resource;
  };
  Image shown;
  shown.resource = "img-1";
  Image missing;
  missing.resource = "img-9";
  missing.source = "없는.png";
  Post one = post("가", {{Figure{{shown}}}});
  one.resources = {picture("img-1"), picture("img-2")};
  Post two = post("나", {{Figure{{shown}}}, {Figure{{missing}}}});
  two.resources = {picture("img-1")};
  const Book book = book_of({one, two}, diagnostics);
  CHECK(book.resources.size() == 1);
  CHECK(book.resources.contains("img-1"));
  CHECK(diagnostics.content_lost());
  CHECK(std::get<Figure>(book.parts[0].posts[1].body[1].is).images[0].resource.empty());
  CHECK(check_book(book).empty());
}

// ---- contents, single posts ----

TEST_CASE("posts of the same title are told apart in the contents by date, then by number") {
  Diagnostics diagnostics;
  const Book book = assemble_book(
      folder_manifest(),
      {dated("일기", 2025, 1, 1), dated("일기", 2025, 1, 2), dated("일기", 2025, 1, 2),
       dated("😀 여행", 2025, 1, 3), post("일기", {paragraph("가")})},
      diagnostics);
  CHECK(contents_titles(book) == Titles{"일기 (2025년 1월 1일)", "일기 (2025년 1월 2일)",
                                        "일기 (2025년 1월 2일) (2)", "😀 여행", "일기"});
  CHECK(titles(book)[1] == "일기");
}

TEST_CASE("a post alone leads outside, or nowhere") {
  Diagnostics diagnostics;
  Post one = post("하나", {paragraph({text("앞 "), link("둘.html", {text("둘")}), text(" 뒤 "),
                                      link("셋.html", {text("셋")})})});
  Post two = post("둘", {paragraph("가")});
  two.address = "https://example.com/2";
  const Book book = book_of({one, two, post("셋", {paragraph("나")})}, diagnostics);
  CHECK(body_of(book) == "<p>앞 <a href=\"#post-2\">둘</a> 뒤 <a href=\"#post-3\">셋</a></p>\n");
  const Book alone = single_post_book(book, book.parts[0].posts[0]);
  CHECK(body_of(alone) == "<p>앞 <a href=\"https://example.com/2\">둘</a> 뒤 셋</p>\n");
  CHECK(alone.info.title == "하나");
  CHECK(check_book(alone).empty());
}

// ---- size ----

TEST_CASE("ten thousand posts, ten thousand patterns: still no time at all") {
  std::vector<Post> posts;
  Manifest manifest = folder_manifest();
  for (int i = 0; i < 10000; ++i) {
    Post made = in_file("./글/" + std::to_string(i) + ".html");
    made.address = "https://example.com/" + std::to_string(i);
    made.body.push_back(paragraph({link("/" + std::to_string(i / 2), {text("앞 글")})}));
    posts.push_back(std::move(made));
    manifest.parts[0].posts.patterns.push_back("글/" + std::to_string(9999 - i) + ".html");
  }
  manifest.parts[0].posts.order = PostOrder::as_listed;
  Diagnostics diagnostics;
  const auto start = std::chrono::steady_clock::now();
  const Book book = assemble_book(manifest, std::move(posts), diagnostics);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  CHECK(book.post_count() == 10000);
  CHECK(book.parts[0].posts.front().title == "./글/9999.html");
  CHECK(diagnostics.empty());
  MESSAGE("10,000 posts assembled in " << taken.count() << " s");
  CHECK(taken.count() < 5.0);
}
