#include "source/read_posts.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "source/content_text.h"
#include "source/temporary_folder.h"

using namespace munjip;
namespace fs = std::filesystem;

namespace {

struct Folder {
  TemporaryFolder temporary{"read-posts"};
  Diagnostics diagnostics;

  void add(std::string_view name, std::string_view text = "글이다.\n") {
    temporary.add(name, text);
  }
  Manifest manifest(std::vector<std::string> patterns = {}, std::vector<std::string> exclude = {}) {
    Manifest manifest = manifest_for_folder(temporary.path());
    manifest.parts.front().posts.patterns = std::move(patterns);
    manifest.parts.front().posts.exclude = std::move(exclude);
    return manifest;
  }
  std::vector<std::string> found(const Manifest& manifest) {
    std::vector<std::string> names;
    for (const fs::path& file : find_post_files(manifest, diagnostics)) {
      names.push_back(to_utf8(file.lexically_relative(temporary.path())));
    }
    return names;
  }
  std::vector<Post> read(const Manifest& manifest) {
    return read_posts(find_post_files(manifest, diagnostics), read_options(manifest, 2),
                      diagnostics);
  }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("any folder: posts by extension in natural order, nothing else") {
  Folder f;
  for (const char* name : {"10.md", "9.md", "2.txt", "a/글.html", "README.md", "LICENSE.txt",
                           "a.png", "_layouts/post.html", ".git/x.md", "node_modules/p/x.md",
                           "robots.txt", "글.html", "글_files/frame.html", "_drafts/d.md"}) {
    f.add(name);
  }
  CHECK(f.found(f.manifest()) == Names{"2.txt", "9.md", "10.md", "a/글.html", "글.html"});
}

TEST_CASE("a Jekyll blog's posts are in _posts, a Tistory backup's in N/N-title.html") {
  Folder jekyll;
  for (const char* name :
       {"_posts/2020-01-01-a.md", "about.md", "index.html", "b/_posts/2020-01-02-c.md"}) {
    jekyll.add(name);
  }
  CHECK(jekyll.found(jekyll.manifest()) ==
        Names{"_posts/2020-01-01-a.md", "b/_posts/2020-01-02-c.md"});
  Folder backup;
  for (const char* name : {"2/2-둘.html", "10/10-열.html", "style.html", "2/img/1.html"})
    backup.add(name);
  CHECK(backup.found(backup.manifest()) == Names{"2/2-둘.html", "10/10-열.html"});
}

TEST_CASE("patterns and excludes of the manifest") {
  Folder f;
  for (const char* name : {"a/1.md", "a/2.md", "b/3.md", "README.md", "notes.text"}) f.add(name);
  CHECK(f.found(f.manifest({"a/*.md"})) == Names{"a/1.md", "a/2.md"});
  CHECK(f.found(f.manifest({"a"}, {"**/2.md"})) == Names{"a/1.md"});
  CHECK(f.found(f.manifest({"**/*.md"})) == Names{"a/1.md", "a/2.md", "b/3.md"});
  // Named outright, a file is a post whatever it is called.
  CHECK(f.found(f.manifest({"README.md"})) == Names{"README.md"});
  CHECK(f.found(f.manifest({"notes.text"})) == Names{"notes.text"});
  CHECK(f.found(f.manifest({"../elsewhere.md"})).empty());
}

TEST_CASE("links out of the folder are not followed") {
  Folder f;
  f.add("book/글.md");
  f.add("outside/x.md");
  const fs::path book = f.temporary.path() / "book";
  fs::create_directory_symlink(f.temporary.path() / "outside", book / "folder");
  fs::create_directory_symlink(book, book / "loop");
  fs::create_symlink(f.temporary.path() / "outside" / "x.md", book / "file.md");
  fs::create_symlink(book / "글.md", book / "또.md");
  const auto files = find_post_files(manifest_for_folder(book), f.diagnostics);
  CHECK(files == std::vector<fs::path>{book / "글.md", book / "또.md"});
}

TEST_CASE("each file is read by what it is, not by what it is called") {
  Folder f;
  f.add("a.txt", "---\ntitle: 앞\n---\n**굵은** 글\n");
  f.add("b.md", "<!DOCTYPE html><html><head><title>쪽</title></head><body><p>글</p></body></html>");
  f.add("c.html", "---\ntitle: 지킬\n---\n<p>글</p>\n\n    <p>들여 쓴 글</p>\n");
  f.add("d.txt", "<p>조각</p><p>글</p>");
  f.add("e.txt", "제목\n\n1 < 2 이고 3 > 2 다.");
  f.add("f.html", "표시 없는 글");
  const auto posts = f.read(f.manifest());
  REQUIRE(posts.size() == 6);
  CHECK(outline(posts[0].body) == Names{"p <b>굵은</b> 글"});
  CHECK(posts[0].title == "앞");
  CHECK(outline(posts[1].body) == Names{"p 글"});
  CHECK(posts[2].title == "지킬");
  CHECK(outline(posts[2].body) == Names{"p 글", "p 들여 쓴 글"});
  CHECK(outline(posts[3].body) == Names{"p 조각", "p 글"});
  CHECK(outline(posts[4].body) == Names{"p 1 < 2 이고 3 > 2 다."});
  CHECK(outline(posts[5].body) == Names{"p 표시 없는 글"});
}

TEST_CASE("a title from the file's name, else from the first words, is a guess") {
  Folder f;
  f.add("03_봄_나들이.md");
  f.add("2020-01-02-봄날.md");
  f.add("10.html", "<p>첫 문장은 제목이 될 만큼은 짧지 않아서 어딘가에서 잘려야 한다. 그렇다.</p>");
  f.add("11.md", "# 참 제목\n\n글\n");
  const auto posts = f.read(f.manifest());
  REQUIRE(posts.size() == 4);
  CHECK(posts[0].title == "봄 나들이");
  CHECK(posts[1].title == "첫 문장은 제목이 될 만큼은 짧지 않아서 어딘가에서…");
  CHECK(posts[2].title == "참 제목");
  CHECK_FALSE(posts[2].title_is_guessed);
  CHECK(posts[3].title == "봄날");
  CHECK(posts[3].title_is_guessed);
  REQUIRE(posts[3].published.has_value());
  CHECK(iso_8601(*posts[3].published) == "2020-01-02");
}

TEST_CASE("of several posts in one file none is called by the file") {
  Folder folder;
  folder.add("마당.html",
             "<html><head><title>마당</title></head><body>"
             "<div class='contents_style'><p>감을 땄다.</p></div>"
             "<div class='contents_style'><p>눈을 쓸었다.</p></div></body></html>");
  const std::vector<Post> posts = folder.read(folder.manifest());
  REQUIRE(posts.size() == 2);
  CHECK(posts[0].title == "감을 땄다.");
  CHECK(posts[1].title == "눈을 쓸었다.");
  CHECK(posts[0].title_is_guessed);
}

TEST_CASE("empty, binary and missing files are told, and the others read") {
  Folder f;
  f.add("a.md", "---\ntitle: 빈 글\n---\n\n");
  f.add("b.txt", std::string("PK\x03\x04\0\0\x08\0", 8));
  f.add("c.md", "글");
  std::vector<fs::path> files;
  for (const char* name : {"a.md", "b.txt", "none.md", "c.md"})
    files.push_back(f.temporary.path() / name);
  const auto posts = read_posts(files, {f.temporary.path(), 2}, f.diagnostics);
  REQUIRE(posts.size() == 1);
  CHECK(posts[0].title == "c");
  CHECK(f.diagnostics.count(Severity::note) == 1);
  CHECK(f.diagnostics.count(Severity::error) == 2);
}

TEST_CASE("a post of CP949, and one of decomposed Hangul") {
  Folder f;
  f.add("a.txt", "\xC1\xA6\xB8\xF1\n\n\xB1\xDB\xC0\xCC\xB4\xD9.\n");
  f.add("b.txt", "\u110C\u1166\u1106\u1169\u11A8\n\n\u1100\u1173\u11AF.\n");
  const auto posts = f.read(f.manifest());
  REQUIRE(posts.size() == 2);
  CHECK(posts[0].title == "제목");
  CHECK(outline(posts[0].body) == Names{"p 글이다."});
  CHECK(posts[1].title == "제목");
  CHECK(outline(posts[1].body) == Names{"p 글."});
}

TEST_CASE("the number of threads changes nothing") {
  Folder f;
  for (int i = 0; i < 40; ++i)
    f.add(std::to_string(i) + ".md", "글 " + std::to_string(i) + "[^1]\n");
  const Manifest manifest = f.manifest();
  const auto files = find_post_files(manifest, f.diagnostics);
  Diagnostics one;
  Diagnostics four;
  const auto a = read_posts(files, {f.temporary.path(), 1}, one);
  const auto b = read_posts(files, {f.temporary.path(), 4}, four);
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) CHECK(outline(a[i].body) == outline(b[i].body));
  CHECK(std::equal(one.all().begin(), one.all().end(), four.all().begin(), four.all().end()));
}
