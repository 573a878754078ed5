#include <doctest/doctest.h>

#include <filesystem>

#include "base/error.h"
#include "book/manifest_folder.h"

using namespace munjip;
using namespace munjip::testing;
namespace fs = std::filesystem;

TEST_CASE("every key of a full book.toml is read") {
  const Folder folder;
  folder.write("cover.jpg", "x");
  const Read result = read(folder, R"(
[book]
title = "딥시크 이후"
subtitle = "한국의 시간"
authors = ["홍길동", { name = "김번역", role = "옮긴이", file_as = "김, 번역" }]
publisher = "문집사"
date = 2025-03-01
language = "ko-KR"
identifier = "01234567-89AB-cdef-0123-456789abcdef"
isbn = "978-0-306-40615-7"
rights = "ⓒ 2025 홍길동"
description = "요즘 글 모음"
cover = "cover.jpg"
series = { name = "칼럼집", position = 2.5 }
style = "handout.css"
smart_punctuation = true
keep = ["comments"]

[[part]]
title = "1부"
posts = ["2024/*.html", "끝.md"]
exclude = "2024/빼기*"
category = "경제"
tag = ["AI", "반도체"]
from = 2024-01-01
to = "2024년 12월 31일"
order = "listed"
newest_first = true

[[part]]
title = "2부"

[[output]]
format = "PDF"
profile = "print"
trim = "신국판"
name = "인쇄용"
style = "mine.css"

[[output]]
format = "epub"
)");
  CHECK(result.warnings.empty());
  const Manifest& m = result.manifest;
  CHECK(m.info.title == "딥시크 이후");
  CHECK(m.info.subtitle == "한국의 시간");
  REQUIRE(m.info.authors.size() == 2);
  CHECK(m.info.authors[0].name == "홍길동");
  CHECK(m.info.authors[0].role == "aut");
  CHECK(m.info.authors[1].role == "trl");
  CHECK(m.info.authors[1].file_as == "김, 번역");
  CHECK(m.info.publisher == "문집사");
  CHECK(m.info.date == DateTime{2025, 3, 1});
  CHECK(m.info.language == "ko-KR");
  CHECK(m.info.identifier == "urn:uuid:01234567-89ab-cdef-0123-456789abcdef");
  CHECK(m.info.isbn == "978-0-306-40615-7");
  CHECK(m.info.rights == "ⓒ 2025 홍길동");
  CHECK(m.info.description == "요즘 글 모음");
  CHECK(m.info.cover == folder.path() / "cover.jpg");
  CHECK(m.info.series == "칼럼집");
  CHECK(m.info.series_position == 2.5);
  CHECK(m.style == "handout.css");
  CHECK(m.smart_punctuation);
  CHECK(m.keep_comments);
  CHECK(m.folder == folder.path());

  REQUIRE(m.parts.size() == 2);
  const Selection& first = m.parts[0].posts;
  CHECK(m.parts[0].title == "1부");
  CHECK(first.patterns == std::vector<std::string>{"2024/*.html", "끝.md"});
  CHECK(first.exclude == std::vector<std::string>{"2024/빼기*"});
  CHECK(first.categories == std::vector<std::string>{"경제"});
  CHECK(first.tags == std::vector<std::string>{"AI", "반도체"});
  CHECK(first.from == DateTime{2024, 1, 1});
  CHECK(first.to == DateTime{2024, 12, 31});
  CHECK(first.order == PostOrder::as_listed);
  CHECK(first.newest_first);
  CHECK(m.parts[1].posts.patterns.empty());

  REQUIRE(m.outputs.size() == 2);
  CHECK(m.outputs[0].format == OutputFormat::pdf);
  CHECK(m.outputs[0].profile == PdfProfile::print);
  CHECK(m.outputs[0].trim->name == "신국판");
  CHECK(m.outputs[0].name == "인쇄용");
  CHECK(m.outputs[0].style == "mine.css");
  CHECK(m.outputs[1].format == OutputFormat::epub);
}

TEST_CASE("an empty book.toml is a book of the whole folder") {
  const Folder folder;
  const Read result = read(folder, "");
  CHECK(result.warnings.empty());
  CHECK(result.manifest.info.title == "책 모음");
  CHECK(result.manifest.info.language == "ko");
  REQUIRE(result.manifest.parts.size() == 1);
  CHECK(result.manifest.parts[0].posts.patterns.empty());
  REQUIRE(result.manifest.outputs.size() == 2);
  CHECK(result.manifest.outputs[0].format == OutputFormat::pdf);
  CHECK(result.manifest.outputs[1].format == OutputFormat::epub);
}

TEST_CASE("an unknown key is a warning with its place and the key that was meant") {
  const Folder folder;
  const Read result = read(
      folder, "[book]\ntitel = \"책\"\n\n[[output]]\nformat = \"pdf\"\ntrimm = \"A5\"\n[boook]\n");
  CHECK(result.warnings ==
        "book.toml:2:1: warning: unknown key in [book]: `titel`\n"
        "  hint: did you mean `title`?\n"
        "book.toml:6:1: warning: unknown key in [[output]]: `trimm`\n"
        "  hint: did you mean `trim`?\n"
        "book.toml:7:2: warning: unknown key: `boook`\n"
        "  hint: did you mean `book`?\n");
}

TEST_CASE("a key of [book] outside of it is told where it belongs") {
  const Folder folder;
  const Read result = read(folder, "title = \"책\"\n");
  CHECK(result.warnings ==
        "book.toml:1:1: warning: unknown key: `title`\n"
        "  hint: it belongs under [book]\n");
}

TEST_CASE("wrong types and values are warnings, and the rest is read") {
  const Folder folder;
  const Read result = read(folder, R"([book]
title = 3
subtitle = "부제"
authors = ["가", 7]
date = "언젠가"
language = "한국어"
isbn = "978-0-306-40615-8"
smart_punctuation = "yes"
keep = "menus"
series = { name = "총서", position = "둘" }
order = "dates"
from = 2024-01-01T00:00:00Z
to = 12:00:00
[[part]]
posts = 3
[[output]]
format = "pfd"
profile = "printer"
trim = "A55"
name = "../밖"
)");
  const Manifest& m = result.manifest;
  CHECK(m.info.subtitle == "부제");
  CHECK(m.info.authors.size() == 1);
  CHECK_FALSE(m.info.date);
  CHECK(m.info.language == "ko");
  CHECK(m.info.isbn.empty());
  CHECK(m.smart_punctuation);  // as where nothing is said
  CHECK_FALSE(m.keep_comments);
  CHECK(m.info.series == "총서");
  CHECK_FALSE(m.info.series_position);
  CHECK(m.parts[0].posts.order == PostOrder::date);
  CHECK(m.parts[0].posts.from);
  CHECK(m.outputs[0].format == OutputFormat::pdf);
  CHECK_FALSE(m.outputs[0].trim);
  CHECK(m.outputs[0].name == "밖");
  for (const char* warning :
       {"book.toml:2:9: warning: `title` cannot", "book.toml:4:19: warning: `authors` cannot",
        "book.toml:5:8: warning: `date` cannot", "book.toml:6:12: warning: not a language tag",
        "book.toml:7:8: warning: the check digit",
        "book.toml:8:21: warning:", "hint: write true or false", "`position`",
        "not a value of `order`: dates", "did you mean `date`?", "not a value of `format`: pfd",
        "did you mean `pdf`?", "not a value of `profile`: printer", "did you mean `print`?",
        "unknown trim size: A55", "`name` is a file name without folders"}) {
    CAPTURE(result.warnings);
    CHECK(result.warnings.find(warning) != std::string::npos);
  }
}

// Columns count bytes: 가 is three.
TEST_CASE("columns count bytes") {
  const Folder folder;
  const Read result = read(folder, "book = { title = \"가\", titel = 1 }\n");
  CHECK(result.warnings.starts_with("book.toml:1:25: warning: unknown key in [book]: `titel`"));
}

TEST_CASE("posts and covers stay in the book's folder") {
  const Folder folder;
  const Read result = read(folder, R"([book]
cover = "../cover.jpg"
posts = ["../다른/*.html", "/etc/passwd", "a/../b.md", "a/../../c.md"]
)");
  CHECK(result.manifest.info.cover.empty());
  // The patterns stay and match nothing: a list that is wrong is not the list of all posts.
  CHECK(result.manifest.parts[0].posts.patterns.size() == 4);
  CHECK(result.warnings.find("outside the book's folder is read: ../cover.jpg") !=
        std::string::npos);
  CHECK(result.warnings.find("outside the book's folder is read: /etc/passwd") !=
        std::string::npos);
  CHECK(result.warnings.find("outside the book's folder is read: a/../../c.md") !=
        std::string::npos);
}

TEST_CASE("a cover that is a link out of the folder is not read") {
  const Folder folder;
  std::error_code error;
  fs::create_symlink("/etc/hostname", folder.path() / "cover.png", error);
  const Read result = read(folder, "[book]\ncover = \"cover.png\"\n");
  CHECK(result.manifest.info.cover.empty());
  CHECK_FALSE(result.warnings.empty());
}

TEST_CASE("a selection may stand above the tables, in [posts] or in [book]") {
  const Folder folder;
  CHECK(read(folder, "posts = \"a.md\"\n").manifest.parts[0].posts.patterns ==
        std::vector<std::string>{"a.md"});
  const Read table =
      read(folder, "[posts]\nfiles = [\"a/*\"]\ntag = \"AI\"\nnewest_first = true\n");
  CHECK(table.warnings.empty());
  CHECK(table.manifest.parts[0].posts.patterns == std::vector<std::string>{"a/*"});
  CHECK(table.manifest.parts[0].posts.tags == std::vector<std::string>{"AI"});
  CHECK(table.manifest.parts[0].posts.newest_first);
  CHECK(
      read(folder, "[book]\nposts = \"b.md\"\norder = \"name\"\n").manifest.parts[0].posts.order ==
      PostOrder::name);
}

TEST_CASE("what [book] selects holds for every part that does not say otherwise") {
  const Folder folder;
  const Manifest m = read(folder, R"([book]
exclude = "초안"
category = "경제"
newest_first = true
[[part]]
title = "하나"
exclude = "일기"
[[part]]
title = "둘"
category = ["문화"]
newest_first = false
)")
                         .manifest;
  CHECK(m.parts[0].posts.exclude == std::vector<std::string>{"초안", "일기"});
  CHECK(m.parts[0].posts.categories == std::vector<std::string>{"경제"});
  CHECK(m.parts[0].posts.newest_first);
  CHECK(m.parts[1].posts.exclude == std::vector<std::string>{"초안"});
  CHECK(m.parts[1].posts.categories == std::vector<std::string>{"문화"});
  CHECK_FALSE(m.parts[1].posts.newest_first);
}

TEST_CASE("an output without a format is a PDF; trim is not for EPUBs") {
  const Folder folder;
  const Read result =
      read(folder, "[[output]]\nname = \"a\"\n[[output]]\nformat = \"epub\"\ntrim = \"A5\"\n");
  CHECK(result.manifest.outputs[0].format == OutputFormat::pdf);
  CHECK(result.warnings.find("no `format` here: a PDF is made") != std::string::npos);
  CHECK(result.warnings.find("book.toml:5:8: warning: `trim` and `profile` are for PDFs only") !=
        std::string::npos);
}

TEST_CASE("what is not TOML ends the job with its place") {
  const Folder folder;
  const fs::path file = folder.write("bad.toml", "[book]\ntitle = 책\n");
  Diagnostics diagnostics;
  try {
    read_manifest(file, diagnostics);
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ExitCode::usage);
    CHECK(error.diagnostic().at.pos.line == 2);
    CHECK(error.diagnostic().at.pos.column >= 9);
  }
  CHECK_THROWS_AS(read_manifest(folder.path() / "none.toml", diagnostics), Error);
}

TEST_CASE("no manifest makes the program fall") {
  const Folder folder;
  for (const char* toml :
       {"book = 3", "book = [1]", "part = 3", "part = [1, {title = 2}]", "output = \"x\"",
        "posts = 5", "[posts]\nfiles = {a = 1}", "[book]\nauthor = {name = 3}", "[[book]]",
        "[book]\nseries = 5", "[book.title]\na = 1", "[part]\ntitle = \"하나뿐인 부\"",
        "[book]\nisbn = \"\"\ncover = \"\"\nidentifier = \"\""}) {
    CAPTURE(toml);
    const Read result = read(folder, toml);
    CHECK(result.manifest.parts.size() >= 1);
    CHECK(result.manifest.outputs.size() >= 1);
  }
  CHECK(read(folder, "[part]\ntitle = \"하나뿐인 부\"").manifest.parts[0].title == "하나뿐인 부");
}

TEST_CASE("a folder without book.toml is a book of its name") {
  const Folder folder;
  CHECK(manifest_for_folder(folder.path()).info.title == "책 모음");
  CHECK(manifest_for_folder(folder.path() / "").info.title == "책 모음");
  CHECK(manifest_for_folder(folder.path() / "." / "").info.title == "책 모음");
}

TEST_CASE("single files share their nearest folder") {
  const Manifest one = manifest_for_files({"a/b/글.html"});
  CHECK(one.folder == "a/b");
  CHECK(one.info.title.empty());
  CHECK(one.parts[0].posts.order == PostOrder::as_listed);
  const Manifest two = manifest_for_files({"/x/a/b/글.html", "/x/a/c/d/글.md"});
  CHECK(two.folder == "/x/a");
  CHECK(two.info.title == "a");
  CHECK(manifest_for_files({"글.html"}).folder == ".");
}

TEST_CASE("a style stays in the book's folder, for the book and for each output") {
  const Folder folder;
  const Read result = read(folder, R"([book]
style = "../out.css"
[[output]]
format = "pdf"
style = "/etc/x.css"
[[output]]
format = "epub"
style = "essay"
)");
  CHECK(result.manifest.style.empty());
  CHECK(result.manifest.outputs[0].style.empty());
  CHECK(result.manifest.outputs[1].style == "essay");
  CHECK(result.warnings.find("outside the book's folder is read: ../out.css") != std::string::npos);
  CHECK(result.warnings.find("outside the book's folder is read: /etc/x.css") != std::string::npos);
}

TEST_CASE("limits of an EPUB's pictures: the usual ones, others, or none") {
  const Folder folder;
  const Read usual = read(folder, "[[output]]\nformat = \"epub\"\n");
  CHECK(usual.manifest.outputs[0].pictures == PictureLimits{2000, 4});
  const Read other =
      read(folder, "[[output]]\nformat = \"epub\"\npicture_side = 1200\npicture_megapixels = 0\n");
  CHECK(other.manifest.outputs[0].pictures == PictureLimits{1200, 0});
  const Read none = read(folder, "[[output]]\nformat = \"epub\"\noriginal_pictures = true\n");
  CHECK(none.manifest.outputs[0].pictures == PictureLimits{0, 0});
  CHECK((usual.warnings + other.warnings + none.warnings).empty());
}

TEST_CASE("a picture limit that is no size, or a PDF's, is a warning") {
  const Folder folder;
  const Read wrong = read(folder, "[[output]]\nformat = \"epub\"\npicture_side = -1\n");
  CHECK(wrong.manifest.outputs[0].pictures.max_side == 2000);
  CHECK(wrong.warnings.find("not a value of `picture_side`: -1") != std::string::npos);
  const Read pdf = read(folder, "[[output]]\nformat = \"pdf\"\npicture_side = 900\n");
  CHECK(pdf.warnings.find("`picture_side` is for EPUBs only") != std::string::npos);
}
