#include <doctest/doctest.h>

#include <ctime>

#include "base/error.h"
#include "book/build_posts.h"

using namespace munjip;
using namespace munjip::testing;

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
  CHECK(warnings.find("part \"둘\": posts that an earlier part has already are not repeated (1)") !=
        std::string::npos);
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
  const std::clock_t start = std::clock();
  const Book book = assemble_book(manifest, std::move(posts), diagnostics);
  const double taken = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  CHECK(book.post_count() == 10000);
  CHECK(book.parts[0].posts.front().title == "./글/9999.html");
  CHECK(diagnostics.empty());
  MESSAGE("10,000 posts assembled in " << taken << " s");
  CHECK(taken < 5.0);
}
