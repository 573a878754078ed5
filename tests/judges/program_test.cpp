// The program as a user runs it: exit codes, messages in both languages, earlier output kept, a bad
// post among good ones.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "judges/command.h"

using namespace judges;
namespace fs = std::filesystem;

namespace {

// A folder of posts of the test's own.
struct PostFolder {
  fs::path path;
  explicit PostFolder(const std::string& name) : path(fs::path(work_folder()) / name) {
    fs::create_directories(path);
  }
  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name, std::ios::binary) << text;
  }
  std::string out() const { return path.string() + "-out"; }
};

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Outcome munjip(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), munjip_program());
  return run(arguments);
}

constexpr const char* kPost =
    "---\ntitle: 첫 글\ndate: 2025-01-31\n---\n\n골목 끝에 작은 책방이 하나 있다.\n";

}  // namespace

TEST_CASE("a folder of posts becomes a book named after the folder, with no configuration") {
  const PostFolder folder("골목 산책");
  folder.write("one.md", kPost);
  const Outcome outcome =
      munjip({"build", folder.path.string(), "-o", folder.out(), "--lang", "ko"});
  CHECK_MESSAGE(outcome.exit_code == 0, outcome.output);
  CHECK(fs::exists(folder.out() + "/골목 산책.pdf"));
  CHECK(fs::exists(folder.out() + "/골목 산책.epub"));
  CHECK(outcome.output.find("글 1편") != std::string::npos);
}

TEST_CASE("a bad post does not stop the others, and the exit code says so") {
  const PostFolder folder("bad-post");
  folder.write("good.md", kPost);
  folder.write("bad.md",
               std::string("\x00\x01\x02\x03\xFF\xFE\x00\x00", 8) + std::string(2000, '\x01'));
  const Outcome outcome =
      munjip({"build", folder.path.string(), "-o", folder.out(), "--lang", "en"});
  CHECK_MESSAGE(outcome.exit_code == 3, outcome.output);
  CHECK(outcome.output.find("bad.md") != std::string::npos);
  CHECK(fs::exists(folder.out() + "/bad-post.pdf"));
}

TEST_CASE(
    "a missing picture is content lost: named with file and line, exit code 1, with --strict 4") {
  const PostFolder folder("missing-picture");
  folder.write("post.md", std::string(kPost) + "\n![책방](없음.png)\n");
  const Outcome outcome =
      munjip({"build", folder.path.string(), "-o", folder.out(), "--lang", "ko"});
  CHECK_MESSAGE(outcome.exit_code == 1, outcome.output);
  CHECK(outcome.output.find("post.md:8") != std::string::npos);
  CHECK(outcome.output.find("없음.png") != std::string::npos);
  CHECK(munjip({"build", folder.path.string(), "-o", folder.out(), "--strict"}).exit_code == 4);
}

TEST_CASE("an unknown key of book.toml is a warning with its place and the likely word") {
  const PostFolder folder("unknown-key");
  folder.write("one.md", kPost);
  folder.write("book.toml", "[book]\ntitle = \"책\"\nautor = \"홍길동\"\n");
  const Outcome outcome =
      munjip({"build", folder.path.string(), "-o", folder.out(), "--lang", "en"});
  CHECK_MESSAGE(outcome.exit_code == 0, outcome.output);
  CHECK(outcome.output.find("book.toml:3:") != std::string::npos);
  CHECK(outcome.output.find("author") != std::string::npos);
}

TEST_CASE("a style's mistake is one warning, however many outputs share the style") {
  const PostFolder folder("style-warning");
  folder.write("one.md", kPost);
  folder.write("my.css", "p { colour: red; }\n");
  folder.write("book.toml", "[book]\ntitle = \"책\"\nstyle = \"my.css\"\n");
  const Outcome outcome =
      munjip({"build", folder.path.string(), "-o", folder.out(), "--lang", "en"});
  CHECK_MESSAGE(outcome.exit_code == 0, outcome.output);
  CHECK_MESSAGE(outcome.output.find(" 1 warnings") != std::string::npos, outcome.output);
}

TEST_CASE("a post or a cover that book.toml lists and that is not there is content lost") {
  const PostFolder folder("listed");
  folder.write("one.md", kPost);
  const auto code = [&](const std::string& lines) {
    folder.write("book.toml", "[book]\ntitle = \"책\"\n" + lines);
    return munjip({"build", folder.path.string(), "-o", folder.out()}).exit_code;
  };
  CHECK(code("posts = [\"one.md\"]\n") == 0);
  CHECK(code("posts = [\"one.md\", \"zzz.md\"]\n") == 1);
  CHECK(code("cover = \"no.png\"\n") == 1);
  // Never all posts in place of a list that names none.
  CHECK(code("posts = [\"../*.md\"]\n") != 0);
}

TEST_CASE("a broken book.toml is exit code 2, a missing path 3, and the other books are built") {
  const PostFolder broken("broken-toml");
  broken.write("book.toml", "[book\ntitle = ");
  const PostFolder good("good-beside-broken");
  good.write("one.md", kPost);
  const Outcome outcome =
      munjip({"build", broken.path.string(), good.path.string(), "-o", good.out(), "--lang", "en"});
  CHECK_MESSAGE(outcome.exit_code == 2, outcome.output);
  CHECK(fs::exists(good.out() + "/good-beside-broken.pdf"));
  CHECK(munjip({"build", "no/such/folder"}).exit_code == 3);
  fs::remove(good.out() + "/good-beside-broken.pdf");
  CHECK(munjip({"build", good.path.string(), "no/such/folder", "-o", good.out()}).exit_code == 3);
  CHECK(fs::exists(good.out() + "/good-beside-broken.pdf"));
  CHECK(munjip({"build", "--trim", "nonsense"}).exit_code == 2);
}

TEST_CASE("an input that cannot be read is exit code 3 for every verb") {
  const PostFolder folder("unreadable");
  folder.write("noise.txt", std::string("\x7f\x01\x02\xff\xfe\x00\x81", 7) + "\x90\x01");
  const std::string file = (folder.path / "noise.txt").string();
  CHECK(munjip({"build", file, "-o", folder.out()}).exit_code == 3);
  CHECK(munjip({"list", file}).exit_code == 3);
  CHECK(munjip({"dump", "book", file}).exit_code == 3);
  CHECK(munjip({"init", "no/such/folder"}).exit_code == 3);
}

TEST_CASE("where the output cannot be written the exit code is 5 and what was there stays") {
  const PostFolder folder("not-writable");
  folder.write("one.md", kPost);
  // A file stands where the output folder should be.
  folder.write("../not-writable-out", "earlier");
  const Outcome outcome =
      munjip({"build", folder.path.string(), "-o", folder.out(), "--lang", "en"});
  CHECK_MESSAGE(outcome.exit_code == 5, outcome.output);
  CHECK(bytes_of(folder.out()) == "earlier");
}

TEST_CASE("a limit on file sizes is a failed write: exit code 5, the earlier file whole, no rest") {
  const PostFolder folder("size-limit");
  folder.write("one.md", kPost);
  const std::vector<std::string> build = {"build", folder.path.string(), "--pdf", "-o",
                                          folder.out()};
  REQUIRE(munjip(build).exit_code == 0);
  const std::string file = folder.out() + "/size-limit.pdf";
  const std::string earlier = bytes_of(file);
  folder.write("two.md", "# 둘째 글\n\n글이 하나 늘면 책도 길어진다.\n");
  // POSIX counts `ulimit -f` in blocks of 512 bytes: 4 KiB, less than any PDF with its fonts.
  const Outcome outcome = run({"sh", "-c", "ulimit -f 8; exec \"$0\" \"$@\"", munjip_program(),
                               build[0], build[1], build[2], build[3], build[4]});
  CHECK_MESSAGE(outcome.exit_code == 5, outcome.output);
  CHECK(bytes_of(file) == earlier);
  for (const auto& entry : fs::directory_iterator(folder.out()))
    CHECK(entry.path().filename() == "size-limit.pdf");
}

TEST_CASE("init writes a book.toml that builds, and never over the author's") {
  const PostFolder folder("init");
  folder.write("one.md", kPost);
  CHECK(munjip({"init", folder.path.string(), "--lang", "ko"}).exit_code == 0);
  const std::string written = bytes_of(folder.path / "book.toml");
  CHECK(written.find("urn:uuid:") != std::string::npos);
  const Outcome outcome =
      munjip({"build", folder.path.string(), "-o", folder.out(), "--strict", "--lang", "en"});
  CHECK_MESSAGE(outcome.exit_code == 0, outcome.output);
  CHECK(munjip({"init", folder.path.string()}).exit_code == 2);
  CHECK(bytes_of(folder.path / "book.toml") == written);
}

TEST_CASE("list shows the posts in order of date, with natural order of numbers") {
  const PostFolder folder("list");
  folder.write("c.md", "---\ntitle: 연재 (10)\ndate: 2025-01-01\n---\n\n열째 글이다.\n");
  folder.write("b.md", "---\ntitle: 연재 (2)\ndate: 2025-01-01\n---\n\n둘째 글이다.\n");
  folder.write("a.md", "---\ntitle: 먼저 쓴 글\ndate: 2024-12-31\n---\n\n처음 글이다.\n");
  const std::string output = munjip({"list", folder.path.string(), "--lang", "en"}).output;
  const std::size_t first = output.find("먼저 쓴 글"), second = output.find("연재 (2)"),
                    third = output.find("연재 (10)");
  REQUIRE(first != std::string::npos);
  CHECK(first < second);
  CHECK(second < third);
  CHECK(third != std::string::npos);
}

TEST_CASE("--each gives one PDF and EPUB a post, named by title, and an index page") {
  const PostFolder folder("each");
  folder.write("1.md", "---\ntitle: 일기\ndate: 2025-01-01\n---\n\n첫날의 기록이다.\n");
  folder.write("2.md", "---\ntitle: 일기\ndate: 2025-01-02\n---\n\n둘째 날의 기록이다.\n");
  folder.write("3.md",
               "---\ntitle: \"물음: 왜?\"\ndate: 2025-01-03\n---\n\n[첫 글](1.md)에서 이어진다.\n");
  const Outcome outcome =
      munjip({"build", folder.path.string(), "-o", folder.out(), "--each", "--lang", "en"});
  CHECK_MESSAGE(outcome.exit_code == 0, outcome.output);
  const fs::path out = fs::path(folder.out()) / "each";
  for (const char* name : {"일기.pdf", "일기.epub", "일기-2.pdf", "일기-2.epub", "물음 왜.pdf",
                           "물음 왜.epub", "index.html"}) {
    CHECK_MESSAGE(fs::exists(out / name), name);
  }
  const std::string index = bytes_of(out / "index.html");
  CHECK(index.find("%EC%9D%BC%EA%B8%B0.pdf") != std::string::npos);  // 일기.pdf
}

TEST_CASE("version and fonts answer") {
  CHECK(munjip({"--version"}).output.find("HarfBuzz") != std::string::npos);
  const Outcome fonts = munjip({"fonts", "--lang", "en"});
  CHECK(fonts.exit_code == 0);
  CHECK(fonts.output.find("Noto Serif CJK KR: installed") != std::string::npos);
}

TEST_CASE("an unchanged build leaves its files untouched") {
  const PostFolder folder("untouched");
  folder.write("one.md", kPost);
  munjip({"build", folder.path.string(), "-o", folder.out(), "--quiet"});
  const fs::path pdf = folder.out() + "/untouched.pdf";
  REQUIRE(fs::exists(pdf));
  const auto old = fs::last_write_time(pdf) - std::chrono::hours(1);
  fs::last_write_time(pdf, old);
  munjip({"build", folder.path.string(), "-o", folder.out(), "--quiet"});
  CHECK(fs::last_write_time(pdf) == old);
}

TEST_CASE("import writes a folder that builds the same book, and replaces none unasked") {
  const PostFolder folder("imported");
  folder.write("one.md", kPost);
  const std::string into = folder.path.string() + "-md";
  const Outcome first = munjip({"import", folder.path.string(), "--into", into, "--lang", "en"});
  CHECK_MESSAGE(first.exit_code == 0, first.output);
  CHECK(first.output.find("1 posts and 0 pictures imported") != std::string::npos);
  CHECK(fs::exists(into + "/book.toml"));
  CHECK(munjip({"dump", "text", into}).output ==
        munjip({"dump", "text", folder.path.string()}).output);
  CHECK(munjip({"import", folder.path.string(), "--into", into}).exit_code == 2);
  CHECK(munjip({"import", folder.path.string(), "--into", into, "--force"}).exit_code == 0);
  // What is read is never what is replaced.
  CHECK(munjip({"import", folder.path.string(), "--into", folder.path.string(), "--force"})
            .exit_code == 2);
  CHECK(fs::exists(folder.path / "one.md"));
}

TEST_CASE("fetch: a wrong address or folder is a mistake, and a server that is not there no loss") {
  const PostFolder folder("fetched");
  folder.write("mine.md", kPost);
  CHECK(munjip({"fetch", "https://example.com/", "--into", folder.path.string()}).exit_code == 2);
  CHECK(munjip({"fetch", "nowhere", "--into", folder.out()}).exit_code == 2);
  CHECK(
      munjip({"fetch", "https://example.com/", "--into", folder.out(), "--since", "x"}).exit_code ==
      2);
  const Outcome local =
      munjip({"fetch", "http://127.0.0.1:9/", "--into", folder.out(), "--lang", "en"});
  CHECK(local.exit_code == 3);
  CHECK_MESSAGE(local.output.find("private or local") != std::string::npos, local.output);
}
