// Titles, dates, order and the data of the book.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/file_names.h"
#include "cases/reading.h"
#include "source/temporary_folder.h"

using namespace munjip;
using namespace munjip::cases;
using Strings = std::vector<std::string>;

namespace {

void check_contents(const BuiltCase& built, const Strings& expected) {
  CHECK(epub_contents(built) == expected);
  CHECK(pdf_contents(built) == expected);
}

std::string opf(const BuiltCase& built) {
  const PackageFile* file = find_file(built, "EPUB/package.opf");
  REQUIRE(file != nullptr);
  return file->bytes;
}

}  // namespace

TEST_CASE("f45: posts of one title are told apart by their dates, in every list of contents") {
  const BuiltCase& built = built_case("f45-same-titles");
  check_post(built, 0, "h1{나날}\np{2025년 3월 1일}\np{눈이 왔다.}\n");
  check_post(built, 1, "h1{나날}\np{2025년 3월 2일}\np{눈이 녹았다.}\n");
  check_post(built, 2, "h1{나날}\np{2025년 3월 3일}\np{꽃이 폈다.}\n");
  check_contents(built,
                 {"나날 (2025년 3월 1일)", "나날 (2025년 3월 2일)", "나날 (2025년 3월 3일)"});
  // The printed contents too.
  std::string front;
  for (std::size_t page = 0; page < page_lines(built).front().page; ++page)
    front += page_text(built, page);
  for (const char* day : {"3월 1일", "3월 2일", "3월 3일"}) CHECK(count_of(front, day) == 1);
}

TEST_CASE("f46: without title and date a post is called by its file, comes last, and is marked") {
  const BuiltCase& built = built_case("f46-no-title");
  check_post(built, 0, "h1{날짜 있는 편지}\np{2024년 2월 3일}\np{먼저 쓴 글.}\n");
  check_post(built, 1, "h1{이름 모를 글}\np{누가 언제 썼는지 모른다.}\n");
  check_contents(built, {"날짜 있는 편지", "이름 모를 글"});
  const std::vector<Post>& posts = built.book.parts[0].posts;
  CHECK(!posts[0].title_is_guessed);
  CHECK(posts[1].title_is_guessed);
}

TEST_CASE("f47: a post without content is left out with a note; one of a picture alone is kept") {
  const BuiltCase& built = built_case("f47-empty-posts");
  check_contents(built, {"그림만 있는 글"});
  check_post(built, 0, "h1{그림만 있는 글}\nfigure{img[설명 없는 그림 (only.png)]}\n");
  CHECK(built.messages == Strings{"note: a post without content, left out"});
  CHECK(page_pictures(built).size() == 1);
  CHECK(epub_pictures(built).size() == 1);
}

TEST_CASE("f48: a title of 240 letters with every bad sign is whole but where there is no room") {
  const BuiltCase& built = built_case("f48-long-title");
  std::string title;
  for (int i = 0; i < 16; ++i) title += "기나긴 이름을 가진 이야기 ";
  title += ": 곁이름 / 그리고 <모난 괄호> “따옴표” \\ | ? *";  // the quotes set as type
  CHECK(built.book.parts[0].posts[0].title == title);
  CHECK(epub_post(built, 0).starts_with("h1{" + title + "}\np{강을"));
  CHECK(epub_post(built, 0) == pdf_post(built, 0));
  check_contents(built, {title});
  const std::string name = safe_file_name(title);
  CHECK(name.size() <= 120);
  CHECK(name.find_first_of(":/<>\"\\|?*") == std::string::npos);
  // The running head is one line, cut with an ellipsis, within the type area.
  std::size_t heads = 0;
  for (std::size_t p = 0; p < built.paged.pages.size(); ++p) {
    for (const PageItem& item : built.paged.pages[p].items) {
      const auto* run = std::get_if<GlyphRun>(&item.is);
      if (run == nullptr || item.tag != kArtifact || !run->text.starts_with("기나긴")) continue;
      const auto [left, right] = type_area(built, p);
      const PlacedGlyph& last = run->glyphs.back();
      CHECK(run->text.ends_with("…"));
      CHECK(item.at.x >= left);
      CHECK(item.at.x + last.x + run->size.scaled(run->font->advance(last.id)) <=
            right + Length::pt(0.5));
      ++heads;
    }
  }
  CHECK(heads >= 1);
}

TEST_CASE("f49: posts of one minute follow each other by their number, not by its letters") {
  check_contents(built_case("f49-same-minute"),
                 {"하루 앞선 글", "열째 글", "열한째 글", "백째 글"});
}

TEST_CASE("f50: numbers in titles count: 1, 2, 10") {
  const BuiltCase& built = built_case("f50-numbered-titles");
  check_contents(built, {"강가에서 (1)", "강가에서 (2)", "강가에서 (10)"});
  check_post(built, 1, "h1{강가에서 (2)}\np{2째 날이다.}\n");
  check_post(built, 2, "h1{강가에서 (10)}\np{10째 날이다.}\n");
}

TEST_CASE("f51: the blog's name is not the post's title, neither alone nor behind it") {
  const BuiltCase& built = built_case("f51-blog-name-title");
  check_contents(built, {"장독대의 겨울"});
  check_post(built, 0, "h1{장독대의 겨울}\np{눈이 쌓였다.}\n");
  CHECK(count_of(epub_post(built, 0) + pdf_post(built, 0), "뒤뜰 일기") == 0);
}

TEST_CASE("f54: the folders of a Tistory backup come by number, with their pictures") {
  const BuiltCase& built = built_case("f54-tistory-backup");
  check_contents(built, {"뒤뜰의 봄", "뒤뜰의 여름", "뒤뜰의 겨울"});
  check_post(built, 0, "h1{뒤뜰의 봄}\np{새싹}\nfigure{img[설명 없는 그림 (img.png)]}\n");
  check_post(built, 1, "h1{뒤뜰의 여름}\np{그늘}\n");
  check_post(built, 2, "h1{뒤뜰의 겨울}\np{눈}\n");
  CHECK(built.messages == Strings{});
}

TEST_CASE(
    "f55: a post of 2,500 paragraphs is several files, whose links still meet, and one entry") {
  const TemporaryFolder folder("huge-post");
  std::string body = "<h1>긴 두루마리</h1>\n<p><a href=\"#p2499\">맨 끝으로</a></p>\n", expected;
  for (int i = 0; i < 2500; ++i) {
    const std::string n = std::to_string(i);
    body += "<p id=\"p" + n + "\">" + n +
            "째 줄에는 강과 나루와 사공의 이야기가 한 자락씩 적혀 있다.</p>\n";
    expected += "p{" + n + "째 줄에는 강과 나루와 사공의 이야기가 한 자락씩 적혀 있다.}\n";
  }
  folder.add("scroll.html",
             "<!DOCTYPE html><html lang=\"ko\"><head><meta charset=\"utf-8\"><title>긴 "
             "두루마리</title></head><body>" +
                 body + "</body></html>");
  const BuiltCase built = build_folder(folder.path());
  CHECK((epub_post(built, 0) == "h1{긴 두루마리}\np{a{맨 끝으로}}\n" + expected));
  CHECK((pdf_post(built, 0) == "h1{긴 두루마리}\np{a{맨 끝으로}}\n" + expected));
  check_contents(built, {"긴 두루마리"});
  const std::vector<const PackageFile*> files = files_of_post(built, 0);
  CHECK(files.size() > 1);
  for (const PackageFile* file : files) CHECK(file->bytes.size() <= 260'000);
  const Strings links = epub_links(built);
  REQUIRE(links.size() == 1);
  const std::size_t hash = links[0].find('#');
  REQUIRE(hash != std::string::npos);
  const PackageFile* target = find_file(built, "EPUB/" + links[0].substr(0, hash));
  REQUIRE(target == files.back());
  CHECK(count_of(target->bytes, "id=\"" + links[0].substr(hash + 1) + "\"") == 1);
}

TEST_CASE("f59: one title with the subtitle in it, two authors, both forms of a series") {
  const BuiltCase& built = built_case("f59-book-data");
  const std::string package = opf(built);
  pugi::xml_document document;
  REQUIRE(document.load_string(package.c_str()));
  const pugi::xml_node metadata = document.child("package").child("metadata");
  Strings titles, creators;
  for (const pugi::xml_node title : metadata.children("dc:title"))
    titles.emplace_back(title.child_value());
  for (const pugi::xml_node one : metadata.children("dc:creator"))
    creators.emplace_back(one.child_value());
  CHECK(titles == Strings{"뒤뜰의 한 해: 장독대 곁에서"});
  CHECK(creators == Strings{"김뒤뜰", "이마당"});
  CHECK(count_of(package, "<meta property=\"belongs-to-collection\" id=\"") == 1);
  CHECK(count_of(package, ">마당 연작</meta>") == 1);
  CHECK(count_of(package, "property=\"group-position\">2</meta>") == 1);
  CHECK(count_of(package, "<meta name=\"calibre:series\" content=\"마당 연작\"/>") == 1);
  CHECK(count_of(package, "<meta name=\"calibre:series_index\" content=\"2\"/>") == 1);
  // Both outputs show the subtitle and both authors on their title page.
  const PackageFile* title_page = find_file(built, "EPUB/title.xhtml");
  REQUIRE(title_page != nullptr);
  std::string front;
  for (std::size_t page = 0; page < page_lines(built).front().page; ++page)
    front += page_text(built, page);
  for (const char* shown : {"뒤뜰의 한 해", "장독대 곁에서", "김뒤뜰", "이마당"}) {
    CHECK(count_of(title_page->bytes, shown) >= 1);
    CHECK(count_of(front, shown) >= 1);
  }
}
