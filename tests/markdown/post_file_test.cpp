// What an author sees of a post: Markdown as a person would write it, HTML only where it must be.
#include <doctest/doctest.h>

#include "markdown/post_file.h"

namespace munjip {

namespace {

Inline text(std::string_view words) {
  return {Text{std::string(words)}};
}

Block paragraph(Inlines content) {
  return {Paragraph{std::move(content)}};
}

Post post_of(Blocks body) {
  Post post;
  post.id = "post-1";
  post.title = "등불 (상)";
  post.body = std::move(body);
  return post;
}

// The text below the front matter.
std::string body_of(Post post) {
  Book book;
  book.parts.push_back({"", {std::move(post)}});
  const BookNames names(book, {});
  const std::string file = markdown_post(book.parts[0].posts[0], names, {});
  return file.substr(file.find("\n---\n") + 5);
}

}  // namespace

TEST_CASE("plain prose has no mark-up, and Korean punctuation no escapes") {
  CHECK(body_of(post_of({paragraph({text("등불이 켜졌다. [골목]의 #밤 - 3~5월, snake_case.")})})) ==
        "\n등불이 켜졌다. \\[골목]의 #밤 - 3~5월, snake_case.\n");
}

TEST_CASE("emphasis is written with asterisks where they are sure to be read") {
  const Inline strong{Phrase{Element::strong, {text("등불")}}};
  CHECK(body_of(post_of({paragraph({text("그"), strong, text("이")})})) == "\n그**등불**이\n");
  const Inline quoted{Phrase{Element::strong, {text("(등불)")}}};
  CHECK(body_of(post_of({paragraph({quoted, text("이")})})) == "\n**(등불)**이\n");
  CHECK(body_of(post_of({paragraph({text("a"), quoted})})) == "\na<strong>(등불)</strong>\n");
}

TEST_CASE("lists, notes, code and tables are those of CommonMark and GitHub") {
  Post post = post_of({paragraph({text("말"), {NoteMark{0}}})});
  const auto item = [](std::string_view words) { return ListItem{{paragraph({text(words)})}}; };
  post.body.push_back({List{ListMarker::decimal, 3, {item("셋"), item("넷")}}});
  post.body.push_back({CodeBlock{"a;\n", "cpp"}});
  const auto cell = [](std::string_view words, bool is_header) {
    return Cell{{paragraph({text(words)})}, is_header};
  };
  post.body.push_back({Table{{}, {{{cell("가", true)}}}, {{{cell("나|다", false)}}}}});
  post.notes.push_back({{paragraph({text("주석")})}});
  CHECK(body_of(post) ==
        "\n말[^1]\n\n3. 셋\n4. 넷\n\n```cpp\na;\n```\n\n| 가 |\n| --- |\n| 나\\|다 |\n\n[^1]: "
        "주석\n");
}

TEST_CASE("front matter holds what is known, quoted for YAML") {
  Post post = post_of({paragraph({text("글")})});
  post.title = "\"말\" \\";
  post.published = DateTime{2025, 1, 31, 17, 17, 0, true};
  post.tags = {"하나", "둘, 셋"};
  Book book;
  book.parts.push_back({"", {post}});
  CHECK(markdown_post(post, BookNames(book, {}), {}) ==
        "---\ntitle: \"\\\"말\\\" \\\\\"\ndate: 2025-01-31T17:17:00+09:00\n"
        "tags: [\"하나\", \"둘, 셋\"]\n---\n\n글\n");
}

TEST_CASE("files are called by number and title, and link to each other by these names") {
  Book book;
  book.parts.push_back({"", {post_of({}), post_of({})}});
  book.parts[0].posts[1].id = "post-2";
  book.parts[0].posts[1].title = "../둘: <하> #2";
  const BookNames names(book, {});
  const Post& first = book.parts[0].posts[0];
  CHECK(names.file_of_post("post-1") == "01-등불-상.md");
  CHECK(names.file_of_post("post-2") == "02-둘-하-2.md");
  CHECK(names.link(first, "#post-2") == "02-둘-하-2.md");
  CHECK(names.link(first, "#post-2-h3") == "02-둘-하-2.md#h3");
  CHECK(names.link(first, "#post-1-h3") == "#h3");
  CHECK(names.link(first, "#post-1") == "#top");
  CHECK(names.link(first, "https://example.com/#a") == "https://example.com/#a");
}

}  // namespace munjip
