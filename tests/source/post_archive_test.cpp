// ZIP archives as sources.
#include <doctest/doctest.h>
#include <zip.h>

#include <utility>

#include "book/assemble.h"
#include "source/content_text.h"
#include "source/post_names.h"
#include "source/read_posts.h"
#include "source/source_format.h"
#include "source/temporary_folder.h"

using namespace munjip;
namespace fs = std::filesystem;

namespace {

struct Archive {
  TemporaryFolder folder{"archive"};
  Diagnostics diagnostics;
  fs::path file = folder.path() / "backup.zip";

  // The bytes must live until close().
  void write(const std::vector<std::pair<std::string, std::string>>& entries,
             zip_flags_t names = ZIP_FL_ENC_UTF_8, const std::string& link = {}) const {
    zip_t* zip = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    REQUIRE(zip != nullptr);
    for (const auto& [name, bytes] : entries) {
      const zip_int64_t index = zip_file_add(
          zip, name.c_str(), zip_source_buffer(zip, bytes.data(), bytes.size(), 0), names);
      REQUIRE(index >= 0);
      if (name == link) {
        zip_file_set_external_attributes(zip, static_cast<zip_uint64_t>(index), 0, ZIP_OPSYS_UNIX,
                                         0120777U << 16);
      }
    }
    REQUIRE(zip_close(zip) == 0);
  }
  std::vector<Post> read() {
    const std::vector<fs::path> files = {file};
    return read_posts(files, {folder.path(), 1, files}, diagnostics);
  }
  bool tells(std::string_view english) const {
    for (const Diagnostic& told : diagnostics.all()) {
      if (told.text.en.find(english) != std::string::npos) return true;
    }
    return false;
  }
};

}  // namespace

TEST_CASE("a zipped Tistory backup is read like the folder, pictures and all") {
  Archive archive;
  archive.write({{"12/12-열둘째.html", "<p>열둘째 글 <img src=\"./img/a.png\"></p>"},
                 {"12/img/a.png", png_of(8, 6)},
                 {"2/2-둘째.html", "<p>둘째 글 <img src=\"img/a.png\"></p>"},
                 {"2/img/A.png", png_of(9, 6)},
                 {"README.md", "읽어 보세요."},
                 {"__MACOSX/2/._2-둘째.html", "x"}});
  const std::vector<Post> posts = archive.read();
  REQUIRE(posts.size() == 2);
  CHECK(posts[0].number == 2);
  CHECK(posts[1].title == "열둘째");
  CHECK(posts[1].shown_file.ends_with("backup.zip/12/12-열둘째.html"));
  REQUIRE(posts[0].resources.size() == 1);
  CHECK(posts[0].resources[0].width_px == 9);  // its own `a.png`, in another case
  CHECK(posts[1].resources.at(0).width_px == 8);
  CHECK(posts[1].resources.at(0).bytes == png_of(8, 6));
  CHECK(archive.diagnostics.empty());
}

TEST_CASE("an archive gives a book its name, and a pattern that names it names its posts") {
  Archive archive;
  archive.write({{"1/1-가.html", "<p>첫 글이다.</p>"}, {"2/2-나.html", "<p>둘째 글이다.</p>"}});
  const Book book =
      assemble_book(manifest_for_files({archive.file}), archive.read(), archive.diagnostics);
  CHECK(book.info.title == "backup");
  Manifest manifest = manifest_for_folder(archive.folder.path());
  for (const char* pattern : {"*.zip", "backup.zip"}) {
    manifest.parts.front().posts.patterns = {pattern};
    CHECK(assemble_book(manifest, archive.read(), archive.diagnostics).post_count() == 2);
  }
}

TEST_CASE("names in CP949, as Windows wrote them, and backslashes") {
  Archive archive;
  // `1\1-봄.html`; 봄 is BA BD in KS X 1001
  archive.write({{"1\\1-\xBA\xBD.html", "<p>글이다.</p>"}}, ZIP_FL_ENC_CP437);
  const std::vector<Post> posts = archive.read();
  REQUIRE(posts.size() == 1);
  CHECK(posts[0].number == 1);
}

TEST_CASE("paths out of the archive and links are left out and told; nothing is read beside it") {
  Archive archive;
  archive.folder.add("secret.png", png_of(5, 5));
  archive.write({{"a.html", "<p>글 <img src=\"../secret.png\"> <img src=\"secret.png\"></p>"},
                 {"../b.html", "<p>밖</p>"},
                 {"/etc/c.html", "<p>밖</p>"},
                 {"d.html", "/etc/passwd"}},
                ZIP_FL_ENC_UTF_8, "d.html");
  const std::vector<Post> posts = archive.read();
  REQUIRE(posts.size() == 1);
  CHECK(posts[0].resources.empty());
  CHECK(archive.tells("left out: 3"));
}

TEST_CASE("a bomb is not unpacked, and does not keep the others from being read") {
  Archive archive;
  archive.write({{"a.html", "<p>" + std::string(std::size_t{16} << 20, 'a') + "</p>"},
                 {"b.html", "<p>글이다.</p>"}});
  const std::vector<Post> posts = archive.read();
  REQUIRE(posts.size() == 1);
  CHECK(posts[0].title == "b");
  CHECK(archive.diagnostics.content_lost());
}

TEST_CASE("archives without posts, documents of programs and cut files are refused with a reason") {
  Archive none;
  none.write({{"a.png", png_of(1, 1)}});
  CHECK(none.read().empty());
  CHECK(none.tells("holds no posts"));
  Archive epub;
  epub.write({{"META-INF/container.xml", "<container/>"}, {"a.xhtml", "<p>글</p>"}});
  CHECK(epub.read().empty());
  CHECK(epub.tells("an EPUB"));
  Archive cut;
  cut.folder.add("backup.zip", std::string("PK\x03\x04") + std::string(100, 'x'));
  CHECK(cut.read().empty());
  CHECK(cut.tells("cannot be opened"));
  CHECK_FALSE(is_blog_export(none.file));
  CHECK_FALSE(is_blog_export(epub.file));
  CHECK_FALSE(is_blog_export(cut.file));
}

TEST_CASE("an export in an archive, with its pictures") {
  Archive archive;
  archive.write(
      {{"blog/export.xml",
        "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\" xmlns:content=\"c\"><channel><item>"
        "<title>글</title><content:encoded>&lt;img "
        "src=\"https://example.kr/wp-content/uploads/a.png\"&gt;"
        "</content:encoded></item></channel></rss>"},
       {"blog/uploads/a.png", png_of(8, 6)}});
  const std::vector<Post> posts = archive.read();
  REQUIRE(posts.size() == 1);
  CHECK(posts[0].title == "글");
  CHECK(posts[0].resources.size() == 1);
}

TEST_CASE("exports found in a folder prove themselves, and count only where no posts stand") {
  TemporaryFolder folder("exports");
  folder.add("feed.xml",
             "<?xml version=\"1.0\"?><rss><channel><item><title>가</title>"
             "<description>글.</description></item></channel></rss>");
  folder.add("sitemap.xml", "<?xml version=\"1.0\"?><urlset/>");
  folder.add("package.json", "{\"name\": \"x\"}");
  folder.add("pom.xml", "<project/>");
  folder.add("atom.xml",
             "---\nlayout: null\n---\n<?xml version=\"1.0\"?><feed>{{ x }}<entry></entry></feed>");
  Manifest manifest = manifest_for_folder(folder.path());
  Diagnostics diagnostics;
  const auto names = [&] {
    std::vector<std::string> found;
    for (const fs::path& file : find_post_files(manifest, diagnostics)) {
      found.push_back(to_utf8(file.filename()));
    }
    return found;
  };
  CHECK(names() == std::vector<std::string>{"feed.xml"});
  CHECK(diagnostics.empty());
  folder.add("글.md", "글이다.");
  CHECK(names() == std::vector<std::string>{"글.md"});
  CHECK(diagnostics.all().size() == 1);  // the feed is told
  manifest.parts.front().posts.patterns = {"*.xml"};
  CHECK(names() == std::vector<std::string>{"feed.xml"});
  manifest.parts.front().posts.patterns = {"feed.xml", "글.md"};
  CHECK(names() == std::vector<std::string>{"feed.xml", "글.md"});
}

TEST_CASE("a named file that is no blog's is refused clearly") {
  TemporaryFolder folder("refused");
  const std::vector<fs::path> files = {
      folder.add("sitemap.xml", "<?xml version=\"1.0\"?><urlset><url>주소</url></urlset>"),
      folder.add("package.json", "{\"name\": \"x\"}")};
  Diagnostics diagnostics;
  CHECK(read_posts(files, {folder.path(), 1, files}, diagnostics).empty());
  REQUIRE(diagnostics.count(Severity::error) == 2);
  CHECK(diagnostics.all()[0].text.en == "XML that is no blog's feed or export, not read");
}

TEST_CASE(
    "a feed's encoding is what its bytes are, whatever its declaration says; oldest post first") {
  TemporaryFolder folder("encoding");
  // 봄 in CP949
  const std::string item = "<item><title>\xBA\xBD</title><description>\xBA\xBD.</description>";
  const std::vector<fs::path> files = {folder.add(
      "feed.xml", "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss><channel>" + item +
                      "<pubDate>Sat, 1 Feb 2025 10:00:00 +0900</pubDate></item>" + item +
                      "<pubDate>Fri, 31 Jan 2025 10:00:00 +0900</pubDate></item></channel></rss>")};
  Diagnostics diagnostics;
  const std::vector<Post> posts = read_posts(files, {folder.path(), 1, files}, diagnostics);
  REQUIRE(posts.size() == 2);
  CHECK(posts[0].title == "봄");
  CHECK(posts[0].published.value().day == 31);
  CHECK(posts[1].published.value().day == 1);
}
