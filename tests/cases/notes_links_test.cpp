// Notes and links, within a post and between posts.
#include <doctest/doctest.h>

#include <algorithm>

#include "cases/reading.h"

using namespace munjip;
using namespace munjip::cases;
using Strings = std::vector<std::string>;

namespace {

// Whether each mark leads to its note and each note back to its mark, within the post's files.
void check_notes_resolve(const BuiltCase& built, std::size_t post, std::size_t count) {
  const pugi::xml_document document = parse(*files_of_post(built, post).front());
  const auto with_id = [&](std::string_view href) {
    return document.find_node([&](pugi::xml_node node) {
      return !href.empty() && href.substr(1) == node.attribute("id").value();
    });
  };
  std::size_t marks = 0, backlinks = 0;
  for (const pugi::xpath_node found : document.select_nodes("//a[@role='doc-noteref']")) {
    const pugi::xml_node note = with_id(found.node().attribute("href").value());
    CHECK(std::string_view(note.attribute("role").value()) == "doc-footnote");
    CHECK(found.node().text().as_llong() == static_cast<long long>(++marks));
  }
  for (const pugi::xpath_node found : document.select_nodes("//a[@role='doc-backlink']")) {
    const pugi::xml_node mark = with_id(found.node().attribute("href").value());
    CHECK(std::string_view(mark.attribute("role").value()) == "doc-noteref");
    ++backlinks;
  }
  CHECK(marks == count);
  CHECK(backlinks == count);
}

}  // namespace

TEST_CASE(
    "f41: twelve notes keep their numbers, and one too long for its page goes on on the next") {
  const BuiltCase& built = built_case("f41-many-notes");
  CHECK(epub_post(built, 0) == pdf_post(built, 0));
  const std::string text = pdf_post(built, 0);
  for (int i = 1; i <= 12; ++i) {
    const std::string number = std::to_string(i);
    CHECK(count_of(text, "^" + number + " 강을") == 1);
    CHECK(count_of(text, "note" + number + "{p{주석 " + number + ". ") == 1);
  }
  CHECK(text.find("note5{") < text.find("note6{"));
  check_notes_resolve(built, 0, 12);
  // The fifth has fourteen paragraphs, printed in their order, on more than one page.
  std::vector<std::size_t> pages;
  for (const PageLine& line : page_lines(built)) {
    const std::string next = std::to_string(pages.size() + 2) + "째 문단.";
    if (line.text.starts_with(next)) pages.push_back(line.page);
  }
  REQUIRE(pages.size() == 13);
  CHECK(std::is_sorted(pages.begin(), pages.end()));
  CHECK(pages.front() < pages.back());
}

TEST_CASE("f42: notes of one name in two posts stay apart") {
  const BuiltCase& built = built_case("f42-note-names");
  check_post(built, 0,
             "h1{첫 나루}\np{배가 닿았다^1. 사람이 내렸다.}\nnote1{p{첫 나루의 풀이.}}\n");
  check_post(built, 1,
             "h1{둘째 나루}\np{배가 떠났다^1. 물결이 남았다.}\nnote1{p{둘째 나루의 풀이.}}\n");
  check_notes_resolve(built, 0, 1);
  check_notes_resolve(built, 1, 1);
  // Each at the foot of its own post's page.
  std::vector<std::size_t> pages;
  for (const PageLine& line : page_lines(built)) {
    if (line.text.find("나루의 풀이.") != std::string::npos) pages.push_back(line.page);
  }
  REQUIRE(pages.size() == 2);
  CHECK(pages[0] != pages[1]);
}

TEST_CASE("f43: notes that were made by hand are notes, and their links resolve") {
  const BuiltCase& built = built_case("f43-hand-made-notes");
  check_post(built, 0,
             "h1{손수 단 풀이}\n"
             "p{누룩^1을 빚고 술^2을 걸렀다.}\n"
             "note1{p{술을 띄우는 덩이}}\n"
             "note2{p{쌀로 빚은 것}}\n");
  check_notes_resolve(built, 0, 2);
  for (const char* gone : {"↩", "[1]", "[2]", "<hr", "_ftn"})
    CHECK(count_of(all_text(built), gone) == 0);
}

TEST_CASE("f44: links between posts lead into the book, dead ones become text and are told") {
  const BuiltCase& built = built_case("f44-links");
  check_post(built, 0,
             "h1{앞 이야기}\n"
             "p{a{깊은 곳} a{곁 글} 끊긴 자리 갈래 누르기 a{편지} 빈 곳 주소 없음}\n");
  check_post(built, 1, "h1{뒷 이야기}\nh2{깊은 우물}\np{a{앞으로}}\n");
  CHECK(pdf_links(built) == Strings{"#post-2-h1", "#post-2", "mailto:well@example.com", "#post-1"});
  CHECK(epub_links(built) == Strings{"ch0002.xhtml#post-2-h1", "ch0002.xhtml#post-2",
                                     "mailto:well@example.com", "ch0001.xhtml#post-1"});
  for (const char* id : {"id=\"post-2-h1\">깊은 우물<", "id=\"post-2\""})
    CHECK(count_of(files_of_post(built, 1).front()->bytes, id) == 1);
  CHECK(count_of(files_of_post(built, 0).front()->bytes, "id=\"post-1\"") == 1);
  CHECK(built.messages ==
        Strings{
            "warning: this links to no place in the post, so the link was left out: #없는자리",
            "warning: what this links to is not in the book, so the link was left out: "
            "/category/우물",
            "warning: this is no address, so the link was left out: http://",
        });
}

// Addresses are not yet printed as notes for paper.
TEST_CASE("f61: links keep their words and lead where they did, a bare address is printed once") {
  const BuiltCase& built = built_case("f61-printed-links");
  check_post(built, 0,
             "h1{종이 위의 이음}\n"
             "p{이 a{글}과 a{그 글}, 그리고 a{https://example.com/}.}\n");
  const Strings links = {"https://example.com/a/long/path?x=1",
                         "https://example.com/a/long/path?x=1", "https://example.com/"};
  CHECK(epub_links(built) == links);
  CHECK(pdf_links(built) == links);
}
