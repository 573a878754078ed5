// Books with everything in them: their packages are sound by what can be seen from inside, and are
// written out for EPUBCheck where MUNJIP_EPUB_DIR names a folder.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <pugixml.hpp>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <set>

#include "base/file_io.h"
#include "epub/books.h"

namespace munjip {

namespace {

Blocks many_kinds() {
  Blocks blocks;
  blocks.push_back(heading(2, "갖가지 문단", "kinds"));
  blocks.push_back({Paragraph{{text("굵게 "),
                               {Phrase{Element::strong, {text("강조")}}},
                               text("하고 "),
                               {Phrase{Element::emphasis, {text("기울이고")}, "en", {"warm"}}},
                               text(" 코드는 "),
                               {InlineCode{"a < b && c"}},
                               text(" 둘째 글로 "),
                               {Link{{text("가는 길")}, "#second"}},
                               text(" 바깥으로 "),
                               {Link{{text("나가는 길")}, "https://example.com/길?a=1&b=[2] 3"}},
                               text(" 막힌 길 "),
                               {Link{{text("없음")}, "javascript:run()"}},
                               {NoteMark{0}},
                               {LineBreak{}},
                               {Ruby{"漢字", "한자"}},
                               {Anchor{"이상한 이름"}}}}});
  blocks.push_back(
      {Paragraph{{{Link{{text("주가 든 링크"), {NoteMark{1}}}, "#second"}}, {NoteMark{0}}}}});
  blocks.push_back(
      {Quote{{paragraph("남의 말을 빌린다.")}, {text("어느 책, 12쪽")}}, {"epigraph"}});
  List list{ListMarker::hangul_syllable, 3, {}};
  list.items.push_back({{paragraph("셋째")}});
  list.items.push_back(
      {{paragraph("아홉째"), {List{ListMarker::bullet, 1, {{{paragraph("속")}}}}}}, 9});
  blocks.push_back({list});
  blocks.push_back({List{ListMarker::bullet,
                         1,
                         {{{paragraph("한 일")}, {}, true}, {{paragraph("할 일")}, {}, false}}}});
  blocks.push_back(
      {DefinitionList{{{{{text("낱말")}}, {{paragraph("뜻")}}}, {{{text("뜻 없는 낱말")}}, {}}}}});
  blocks.push_back({CodeBlock{"if (a < b) {\n\treturn \"&\";\n}\n", "c++"}});
  Table table;
  table.caption = {text("표 하나")};
  table.head = {{{{{paragraph("이름")}, true}, {{paragraph("값")}, true, 1, 1, CellAlign::right}}}};
  table.body = {{{{{paragraph("가")}, true, 1, 2}, {{paragraph("1")}}}},
                {{{{paragraph("2")}}}},
                {{{{paragraph("넓다")}, false, 2, 1}}}};
  blocks.push_back({table});
  blocks.push_back({Divider{}});
  blocks.push_back(
      {LinkBox{LinkBoxKind::video, "", "https://video.example/v/1", "설명", {text("딸린 글")}}});
  blocks.push_back({LinkBox{LinkBoxKind::map, "", "", "", {}}});
  blocks.push_back({Group{{paragraph("한 줄"), paragraph("두 줄")}}, {"verse"}});
  return blocks;
}

}  // namespace

Book everything_book() {
  Blocks first = many_kinds();
  first.push_back(
      {Figure{{{"img-00000000000000aa", "그림.png", "붉은 무늬", 300, 200}}, {text("무늬")}}});
  first.push_back(
      {Figure{{{"img-00000000000000aa", "그림.png", ""}, {"", "사라진.png", "잃은 것"}}}});
  first.push_back({Figure{{{"img-00000000000000bb", "깨진.png", "깨진 것"}}}});
  first.push_back({Paragraph{
      {text("줄 속 "), {InlineImage{{"img-00000000000000aa", "a.png", "웃음", 0, 0, true}}}}}});
  Post one = post("post-1", "첫 글 <&> \"따옴표\"", std::move(first));
  one.notes = {{{paragraph("첫 주석."), paragraph("둘째 문단.")}},
               {{Block{List{ListMarker::decimal, 1, {{{paragraph("목록뿐인 주석")}}}}}}},
               {{
                   paragraph("아무도 부르지 않는 주석"),
               }}};
  one.category = "생각";
  one.tags = {"등불", "생각"};
  one.address = "https://blog.example.com/1";
  one.published = DateTime{2025, 1, 31};
  Post two = post("post-2", "되풀이되는 제목",
                  {heading(4, "깊은 제목", "second"), paragraph("본문."),
                   heading(3, "덜 깊은 제목", "mj-odd")});
  two.published = DateTime{2025, 2, 1};
  Post three = post("post-3", "되풀이되는 제목", {paragraph("다른 글.")});
  three.published = DateTime{2025, 2, 2};
  three.lang = "en";
  Book book = book_of({});
  book.parts = {{"첫째 묶음", {one, two}}, {"둘째 묶음", {three}}};
  book.resources.emplace("img-00000000000000aa", picture("img-00000000000000aa", 30, 20));
  book.resources.emplace("img-00000000000000bb",
                         Resource{"img-00000000000000bb", {}, "no picture"});
  book.info.subtitle = "밤에 쓴 글";
  book.info.authors = {{"홍길동", "aut", "홍, 길동"}, {"김그림", "ill"}};
  book.info.publisher = "작은 책방";
  book.info.description = "설명 & 소개";
  book.info.rights = "© 2025 홍길동";
  book.info.isbn = "978-89-323-0000-3";
  book.info.date = DateTime{2025, 3, 1};
  book.info.series = "밤의 책";
  book.info.series_position = 2.5;
  return book;
}

namespace {

void write_sample(const std::string& name, const Package& package, const DateTime& modified) {
  if (const char* folder = std::getenv("MUNJIP_EPUB_DIR")) {
    write_file(std::filesystem::path(folder) / name, zip_package(package, modified));
  }
}

EpubOptions full_options() {
  EpubOptions options;
  options.css = "body { margin: 5%; }\n";
  options.cover_picture = picture("cover", 160, 240).bytes;
  options.page_marks = {{"i", "post-1", ""},
                        {"1", "post-1", "kinds"},
                        {"2", "post-2", "second"},
                        {"3", "post-3", ""}};
  options.jobs = 2;
  return options;
}

// Every id and every reference of all content documents.
struct References {
  std::set<std::string> ids, targets;
};

References references_of(const Package& package) {
  References found;
  for (const PackageFile& file : package.files) {
    found.ids.insert(file.path);
    if (file.media_type != "application/xhtml+xml") continue;
    pugi::xml_document document;
    REQUIRE_MESSAGE(document.load_string(file.bytes.c_str(), pugi::parse_full), file.path);
    for (const pugi::xpath_node& node : document.select_nodes("//@id")) {
      const std::string id = file.path + "#" + node.attribute().value();
      CHECK_MESSAGE(found.ids.insert(id).second, id);
    }
    for (const pugi::xpath_node& node : document.select_nodes("//@href | //@src")) {
      const std::string target = node.attribute().value();
      if (holds(target, ":")) continue;
      found.targets.insert(target.starts_with('#') ? file.path + target : "EPUB/" + target);
    }
  }
  return found;
}

}  // namespace

TEST_CASE("in a book with everything, every link inside leads somewhere and ids are unique") {
  Diagnostics diagnostics;
  const Book book = everything_book();
  const Package package = build_package(book, full_options(), diagnostics);
  write_sample("everything.epub", package, book.info.modified);
  const References references = references_of(package);
  CHECK(references.targets.size() > 20);
  for (const std::string& target : references.targets) {
    CHECK_MESSAGE(references.ids.contains(target), target);
  }
  REQUIRE(diagnostics.all().size() == 1);  // the broken picture
  CHECK(diagnostics.content_lost());
  CHECK(holds(diagnostics.all()[0].text.ko, "깨진.png"));
  CHECK(diagnostics.all()[0].at.file == "post-1.md");
}

TEST_CASE("a book of nothing but one empty post is a book") {
  Diagnostics diagnostics;
  Book book = book_of({post("post-1", "", {})});
  book.info.title.clear();
  book.info.identifier = "urn:uuid:no-uuid";
  book.info.language = "korean!";
  const Package package = build_package(book, {}, diagnostics);
  write_sample("empty.epub", package, book.info.modified);
  CHECK(diagnostics.empty());
  CHECK(holds(bytes_of(package, "EPUB/package.opf"), "<dc:language>und</dc:language>"));
  CHECK_FALSE(holds(bytes_of(package, "EPUB/package.opf"), "no-uuid"));
}

TEST_CASE("a long post is split at its blocks, and nothing is lost") {
  Blocks body;
  Post long_post = post("post-1", "긴 글", {});
  for (int i = 0; i < 2500; ++i) {
    if (i % 100 == 0) body.push_back(heading(2, fmt::format("마디 {}", i), fmt::format("h-{}", i)));
    body.push_back(
        {Paragraph{{text(fmt::format("문단 {}번은 짧지만 여럿이 모이면 길다 & 무겁다.", i)),
                    {Link{{text("처음")}, "#h-0"}},
                    {Link{{text("끝")}, "#h-2400"}},
                    {NoteMark{static_cast<std::size_t>(i)}}}}});
    long_post.notes.push_back({{paragraph(fmt::format("주 {}", i))}});
  }
  long_post.body = std::move(body);
  List list{ListMarker::decimal, 1, {}};
  for (int i = 0; i < 9000; ++i) list.items.push_back({{paragraph("항목이 하나 더 있다")}});
  Post list_post = post("post-2", "긴 목록", {{list}, paragraph(std::string(1'000'000, 'x'))});
  Diagnostics diagnostics;
  const Book book = book_of({long_post, list_post});
  const Package package = build_package(book, full_options(), diagnostics);
  write_sample("long.epub", package, book.info.modified);
  std::size_t documents = 0, paragraphs = 0, notes = 0, items = 0, letters = 0;
  for (const PackageFile& file : package.files) {
    if (!file.in_spine) continue;
    ++documents;
    CHECK_MESSAGE(file.bytes.size() < 200'000, file.path << " " << file.bytes.size());
    paragraphs += count_of(file.bytes, "<p>문단 ");
    notes += count_of(file.bytes, "epub:type=\"footnote\"");
    items += count_of(file.bytes, "<li>");
    letters += count_of(file.bytes, "x") - count_of(file.bytes, "xml") * 1;
    // A note stands in the file of its mark.
    CHECK(count_of(file.bytes, "epub:type=\"noteref\"") ==
          count_of(file.bytes, "epub:type=\"footnote\""));
  }
  CHECK(documents > 8);
  CHECK(paragraphs == 2500);
  CHECK(notes == 2500);
  CHECK(items >= 9000);
  CHECK(letters >= 1'000'000);
  const References references = references_of(package);
  for (const std::string& target : references.targets) {
    CHECK_MESSAGE(references.ids.contains(target), target);
  }
}

TEST_CASE("the bytes do not depend on the number of threads or the time zone") {
  const Book book = everything_book();
  EpubOptions options = full_options();
  const auto zipped = [&](unsigned jobs, const char* zone) {
    ::setenv("TZ", zone, 1);
    ::tzset();
    options.jobs = jobs;
    Diagnostics diagnostics;
    std::string bytes = zip_package(build_package(book, options, diagnostics), book.info.modified);
    ::unsetenv("TZ");
    ::tzset();
    return bytes;
  };
  const std::string bytes = zipped(1, "UTC");
  CHECK(bytes == zipped(4, "Asia/Seoul"));
  CHECK(bytes == zipped(2, "America/New_York"));
  // EPUB 3.3, 4.3.2: mimetype first, stored, no extra field: its text stands at byte 38.
  CHECK(bytes.substr(30, 28) == "mimetypeapplication/epub+zip");
  CHECK(bytes.substr(8, 2) == std::string(2, '\0'));
}

}  // namespace munjip
