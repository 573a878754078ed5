#include <doctest/doctest.h>

#include "book/manifest_folder.h"

using namespace munjip;
using namespace munjip::testing;

namespace {

void check_same(const Manifest& a, const Manifest& b) {
  CHECK(a.info.title == b.info.title);
  CHECK(a.info.subtitle == b.info.subtitle);
  REQUIRE(a.info.authors.size() == b.info.authors.size());
  for (std::size_t i = 0; i < a.info.authors.size(); ++i) {
    CHECK(a.info.authors[i].name == b.info.authors[i].name);
    CHECK(a.info.authors[i].role == b.info.authors[i].role);
    CHECK(a.info.authors[i].file_as == b.info.authors[i].file_as);
  }
  CHECK(a.info.publisher == b.info.publisher);
  CHECK(a.info.description == b.info.description);
  CHECK(a.info.rights == b.info.rights);
  CHECK(a.info.isbn == b.info.isbn);
  CHECK(a.info.language == b.info.language);
  CHECK(a.info.identifier == b.info.identifier);
  CHECK(a.info.date == b.info.date);
  CHECK(a.info.series == b.info.series);
  CHECK(a.info.series_position == b.info.series_position);
  CHECK(a.info.cover == b.info.cover);
  CHECK(a.style == b.style);
  CHECK(a.smart_punctuation == b.smart_punctuation);
  CHECK(a.keep_comments == b.keep_comments);
  CHECK(a.notes == b.notes);
  REQUIRE(a.parts.size() == b.parts.size());
  for (std::size_t i = 0; i < a.parts.size(); ++i) {
    CHECK(a.parts[i].title == b.parts[i].title);
    const Selection& x = a.parts[i].posts;
    const Selection& y = b.parts[i].posts;
    CHECK(x.patterns == y.patterns);
    CHECK(x.exclude == y.exclude);
    CHECK(x.categories == y.categories);
    CHECK(x.tags == y.tags);
    CHECK(x.from == y.from);
    CHECK(x.to == y.to);
    CHECK(x.order == y.order);
    CHECK(x.newest_first == y.newest_first);
  }
  REQUIRE(a.outputs.size() == b.outputs.size());
  for (std::size_t i = 0; i < a.outputs.size(); ++i) {
    CHECK(a.outputs[i].format == b.outputs[i].format);
    CHECK(a.outputs[i].profile == b.outputs[i].profile);
    CHECK(a.outputs[i].name == b.outputs[i].name);
    CHECK(a.outputs[i].style == b.outputs[i].style);
    REQUIRE(a.outputs[i].trim.has_value() == b.outputs[i].trim.has_value());
    if (a.outputs[i].trim) CHECK(a.outputs[i].trim->size == b.outputs[i].trim->size);
  }
}

void check_round_trip(const Folder& folder, const Manifest& manifest) {
  for (const Language language : {Language::korean, Language::english}) {
    const std::string toml = manifest_template(manifest, language);
    CAPTURE(toml);
    const Read result = read(folder, toml);
    CHECK(result.warnings.empty());
    check_same(manifest, result.manifest);
  }
}

}  // namespace

TEST_CASE("the template of a folder says the same when read") {
  const Folder folder;
  Manifest manifest = manifest_for_folder(folder.path());
  manifest.info.authors = {{"홍길동"}};
  manifest.info.identifier = "urn:uuid:01234567-89ab-cdef-0123-456789abcdef";
  check_round_trip(folder, manifest);
}

TEST_CASE("a template with every value says the same when read") {
  const Folder folder;
  folder.write("cover.png", "x");
  Manifest manifest = manifest_for_folder(folder.path());
  BookInfo& info = manifest.info;
  info.title = "\"따옴표\"와 \\역사선\\, 😀";
  info.subtitle = "둘째\t줄";
  info.authors = {{"가"}, {"나", "edt", "나, 다"}};
  info.publisher = "펴낸곳";
  info.description = "설명";
  info.rights = "권리";
  info.isbn = "978-0-306-40615-7";
  info.language = "en";
  info.identifier = "urn:isbn:9780306406157";
  info.date = DateTime{2025, 1, 31, 17, 17, 0, true, kSeoulOffsetMinutes};
  info.series = "총서";
  info.series_position = 3;
  info.cover = folder.path() / "cover.png";
  manifest.style = "mine.css";
  manifest.smart_punctuation = true;
  manifest.notes = {NotePosition::foot, NoteNumbering::page};
  manifest.keep_comments = true;
  manifest.parts.resize(2);
  manifest.parts[0].title = "1부";
  manifest.parts[0].posts = {
      {"a/*.md", "나.html"}, {"b"}, {"경제"}, {"AI"}, DateTime{2024, 1, 1}, DateTime{2024, 12, 31},
      PostOrder::as_listed,  true};
  manifest.parts[1].title = "2부";
  manifest.outputs[0].profile = PdfProfile::handout;
  manifest.outputs[0].trim = find_trim("140x205");
  manifest.outputs[0].name = "이름";
  manifest.outputs[1].style = "epub.css";
  check_round_trip(folder, manifest);
}

TEST_CASE("one part with a title stays a part") {
  const Folder folder;
  Manifest manifest = manifest_for_folder(folder.path());
  manifest.parts[0].title = "하나뿐인 부";
  manifest.parts[0].posts.patterns = {"*.md"};
  check_round_trip(folder, manifest);
}

TEST_CASE("picture limits are numbers in the template") {
  Folder folder;
  Manifest manifest = manifest_for_folder(folder.path());
  OutputSpec epub;
  epub.format = OutputFormat::epub;
  epub.pictures = {1500, 2.5};
  manifest.outputs = {epub};
  const Read back = read(folder, manifest_template(manifest, Language::korean));
  CHECK(back.warnings.empty());
  REQUIRE(back.manifest.outputs.size() == 1);
  CHECK(back.manifest.outputs[0].pictures == PictureLimits{1500, 2.5});
}

TEST_CASE("the template explains in the user's language") {
  const Folder folder;
  const Manifest manifest = manifest_for_folder(folder.path());
  CHECK(manifest_template(manifest, Language::korean).find("판형") != std::string::npos);
  CHECK(manifest_template(manifest, Language::english).find("판형") == std::string::npos);
  CHECK(manifest_template(manifest, Language::english).find("trim size") != std::string::npos);
}
