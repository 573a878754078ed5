// The structure of a post: what HTML repairs, nesting, headings, lists, breaks and old looks.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "cases/reading.h"

using namespace munjip;
using namespace munjip::cases;
using Strings = std::vector<std::string>;

TEST_CASE(
    "f03: unclosed and crossing tags are read by the rules of HTML, with every word in order") {
  const BuiltCase& built = built_case("f03-unclosed");
  check_post(built, 0,
             "h1{닫지 않은 우산}\n"
             "p{비가 strong{세차게 em{오래}}em{내렸다}}\n"
             "p{처마 밑에서 기다렸다}\n"
             "ul{li{p{우산}}li{p{장화}ul{li{p{왼짝}}}}li{p{비옷}}}\n"
             "p{그리고 개었다}\n");
  CHECK(count_of(post_xhtml(built, 0),
                 "<p>비가 <strong>세차게 <em>오래</em></strong><em> 내렸다</em></p>") == 1);
  CHECK(count_of(post_xhtml(built, 0), "<p>처마 밑에서<br/>기다렸다</p>") == 1);
}

TEST_CASE("f04: ids are unique, and a link leads to the first of two places of one name") {
  const BuiltCase& built = built_case("f04-duplicate-ids");
  check_post(built, 0,
             "h1{두 번 붙인 이름}\n"
             "h2{여는 말}\n"
             "p{등불을 켰다.}\n"
             "h2{다시 여는 말}\n"
             "p{등불을 껐다. a{처음으로} a{첫 문장으로}}\n");
  const pugi::xml_document document = parse(*files_of_post(built, 0).front());
  std::multiset<std::string> ids;
  for (const pugi::xpath_node node : document.select_nodes("//@id"))
    ids.insert(node.attribute().value());
  CHECK(ids.size() == std::set<std::string>(ids.begin(), ids.end()).size());
  const Strings links = epub_links(built);
  REQUIRE(links.size() == 2);
  CHECK(links == pdf_links(built));
  const auto text_at = [&](const std::string& link) {
    const pugi::xml_node place = document.find_node(
        [&](pugi::xml_node node) { return link.substr(1) == node.attribute("id").value(); });
    const bool is_mark = std::string_view(place.name()) == "span";
    return std::string((is_mark ? place.parent() : place).child_value());
  };
  CHECK(text_at(links[0]) == "여는 말");
  CHECK(text_at(links[1]) == "등불을 켰다.");
}

TEST_CASE("f05: blocks within inlines nest as XHTML allows; a card is one linked paragraph") {
  const BuiltCase& built = built_case("f05-block-in-inline");
  check_post(built, 0,
             "h1{상자 속 상자}\n"
             "p{서랍을 열면}\n"
             "p{작은 상자가 있고}\n"
             "p{그 속에 단추가 있다}\n"
             "p{단추는 파랗다}\n"
             "p{a{상자 만드는 법 종이 한 장이면 된다}}\n"
             "figure{img[파란 상자]figcaption{접은 상자}}\n");
  CHECK(epub_links(built) == Strings{"https://example.com/box"});
  CHECK(pdf_links(built) == Strings{"https://example.com/box"});
}

TEST_CASE("f06: old tags and attributes become elements and classes, or go; their text stays") {
  const BuiltCase& built = built_case("f06-obsolete");
  check_post(built, 0,
             "h1{오래된 홈페이지}\n"
             "p{어서 오세요}\n"
             "table{tr{td{p{방명록}}td{p{자료실}}}}\n"
             "p{주인장 씀}\n"
             "p{s{공사 중} code{index.html} 크게 u{밑줄} 흐르는 글 strong{굵게} em{비스듬히}}\n");
  CHECK(
      post_xhtml(built, 0) ==
      "<p class=\"center\">어서 오세요</p>\n"
      "<table>\n<tbody>\n<tr><td><p>방명록</p>\n</td><td><p>자료실</p>\n</td></tr>\n</tbody>\n"
      "</table>\n"
      "<p class=\"right\">주인장 씀</p>\n"
      "<p><s>공사 중</s> <code>index.html</code> 크게 <u>밑줄</u> 흐르는 글 <strong>굵게</strong> "
      "<em>비스듬히</em></p>\n");
  // Where the page sets them: in the middle, and at the right edge.
  for (const PageLine& line : page_lines(built)) {
    const auto [left, right] = type_area(built, line.page);
    if (line.text == "어서 오세요")
      CHECK(((line.left - left) - (right - line.right)).pt() == doctest::Approx(0).epsilon(0.5));
    if (line.text == "주인장 씀")
      CHECK((right - line.right).pt() == doctest::Approx(0).epsilon(0.5));
  }
}

TEST_CASE("f08: empty headings go, levels close up, and no entry of the contents is empty") {
  const BuiltCase& built = built_case("f08-heading-levels");
  check_post(built, 0,
             "h1{층계참}\n"
             "h2{넷째 층부터}\n"
             "p{숨이 차다.}\n"
             "p{쉬어 간다.}\n"
             "h3{여섯째 층}\n"
             "p{거의 다 왔다.}\n"
             "figure{img[설명 없는 그림 (stairs.png)]}\n"
             "p{옥상이다.}\n");
  CHECK(epub_contents(built) == Strings{"층계참", " 넷째 층부터"});
  CHECK(pdf_contents(built) == Strings{"층계참", " 넷째 층부터", "  여섯째 층"});
}

TEST_CASE("f09: lists six deep keep their numbers, and the deepest still has room on the page") {
  const BuiltCase& built = built_case("f09-nested-lists");
  const std::string deepest = [] {
    std::string text;
    for (int i = 0; i < 5; ++i) {
      text += i == 0 ? "" : " ";
      text +=
          "볕이 드는 마루에 앉아 콩을 고르던 할머니는 성한 콩과 벌레 먹은 콩을 두 그릇에 나누어 "
          "담았다.";
    }
    return text;
  }();
  check_post(built, 0,
             "h1{광 속의 살림}\n"
             "ol{li{p{윗목}ul{li{p{시렁}ol{li{p{바구니}ul{li{p{보자기}ol{li{p{쌈지}ul{li{p{" +
                 deepest +
                 "}}}}}}}}}}}}li{p{아랫목}}}\n"
                 "ul{li{p{목록에 바로 쓴 글}}li{p{항아리}ul{li{p{항아리 속 종지}}}}}\n");
  const std::string xhtml = post_xhtml(built, 0);
  CHECK(count_of(xhtml, "<ol type=\"a\" start=\"3\">\n<li><p>바구니</p>") == 1);
  CHECK(count_of(xhtml, "<li value=\"7\"><p>아랫목</p>") == 1);

  const std::vector<PageLine> lines = page_lines(built);
  CHECK(line_with(lines, "바구니").text == "c.바구니");
  CHECK(line_with(lines, "아랫목").text == "7.아랫목");
  Length before;
  for (const char* item : {"윗목", "시렁", "바구니", "보자기", "쌈지", "볕이 드는"}) {
    const PageLine line = line_with(lines, item);
    CHECK(line.left > before);
    before = line.left;
  }
  for (const PageLine& line : lines) {
    const auto [left, right] = type_area(built, line.page);
    CHECK(line.left >= left);
    // A full stop or quote hangs out by half (typography.md 2.4): of type of 10 pt at most 2.5 pt.
    CHECK(line.right <= right + Length::pt(2.5));
  }
  const auto [left, right] = type_area(built, line_with(lines, "볕이 드는").page);
  CHECK(right - before > (right - left) / 2);
}

TEST_CASE("f10: terms, keys, ruby and their like keep their meaning in both outputs") {
  const BuiltCase& built = built_case("f10-semantics");
  check_post(built, 0,
             "h1{낱말 뜰}\n"
             "dl{dt{시렁}dd{p{물건을 얹는 긴 나무}}dd{p{방의 윗자리}}}\n"
             "p{kbd{Ctrl}+kbd{S}, COsub{2}, 10sup{3}, 庫間(곳간), abbr{문체부}, mark{밑줄}, "
             "del{고침}ins{바로잡음}, q{한마디}}\n"
             "blockquote{p{하나}blockquote{p{둘}blockquote{p{셋}}}}\n");
  const std::string xhtml = post_xhtml(built, 0);
  CHECK(count_of(xhtml, "<ruby>庫間<rt>곳간</rt></ruby>") == 1);
  CHECK(count_of(xhtml, "<abbr title=\"문화체육관광부\">문체부</abbr>") == 1);
  CHECK(count_of(xhtml, "<dl>\n<dt>시렁</dt>") == 1);
  // On paper nothing opens over a word: what it stands for follows, and the tag has it as well
  // (ISO 32000-1, 14.9.5).
  const std::size_t page = line_with(page_lines(built), "문체부").page;
  CHECK(count_of(page_text(built, page), "문체부(문화체육관광부)") == 1);
  CHECK(std::count_if(built.paged.tags.begin(), built.paged.tags.end(), [](const TagNode& tag) {
          return tag.expansion == "문화체육관광부" && tag.element == Element::abbreviation;
        }) == 1);
  // The reading stands above its base, in smaller type.
  Length base_y, reading_y;
  for (const Page& page : built.paged.pages) {
    for (const PageItem& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.is);
      if (run != nullptr && run->text == "庫間") base_y = item.at.y;
      if (run != nullptr && run->text == "곳간") reading_y = item.at.y;
    }
  }
  CHECK(reading_y > Length());
  CHECK(reading_y < base_y);
  CHECK(run_with(built, "곳간").size < run_with(built, "庫間").size);
  // Quotations: each further in.
  std::vector<Length> lefts;
  for (const PageLine& line : page_lines(built)) {
    if (line.text == "하나" || line.text == "둘" || line.text == "셋") lefts.push_back(line.left);
  }
  REQUIRE(lefts.size() == 3);
  CHECK(lefts[0] < lefts[1]);
  CHECK(lefts[1] < lefts[2]);
}

TEST_CASE("f21: every kind of section break is one break, drawn with signs that all fonts have") {
  const BuiltCase& built = built_case("f21-section-breaks");
  std::string expected = "h1{여덟 갈래 금}\n";
  for (int i = 1; i <= 12; ++i) expected += "p{마디 " + std::to_string(i) + "}\n";
  check_post(built, 0, expected);
  const std::string xhtml = post_xhtml(built, 0);
  CHECK(count_of(xhtml, "<hr") == 11);
  CHECK(count_of(xhtml, "/>\n<hr") == 0);  // two in the source, one break
  std::string pages;
  for (std::size_t page = 0; page < built.paged.pages.size(); ++page)
    pages += page_text(built, page);
  CHECK(count_of(pages, "＊") == 11 * 3);
  for (const char* rare : {"◇", "■", "data-ke"}) {
    CHECK(count_of(pages, rare) == 0);
    CHECK(count_of(all_text(built), rare) == 0);
  }
}

TEST_CASE(
    "f22: colours, sizes and spacing of an editor are dropped; what was marked stays marked") {
  const BuiltCase& built = built_case("f22-colours");
  check_post(built, 0,
             "h1{박힌 빛깔}\n"
             "p{검정 글씨}\n"
             "p{잿빛 글씨 하얀 글씨 mark{칠한 글씨}}\n"
             "p{깨알 글씨}\n");
  CHECK(post_xhtml(built, 0) ==
        "<p>검정 글씨</p>\n<p>잿빛 글씨 하얀 글씨 <mark>칠한 글씨</mark></p>\n<p>깨알 글씨</p>\n");
  const GlyphRun& plain = run_with(built, "검정");
  CHECK(plain.color == Color{});
  for (const char* word : {"잿빛", "하얀", "칠한", "깨알"}) {
    const GlyphRun& run = run_with(built, word);
    CHECK(run.color == plain.color);
    CHECK(run.size == plain.size);
    CHECK(run.font == plain.font);
  }
}

TEST_CASE("f23: any number of blank paragraphs and breaks leaves no more than one blank line") {
  const BuiltCase& built = built_case("f23-blank-paragraphs");
  check_post(built, 0,
             "h1{빈 줄의 밭}\n"
             "p{첫 고랑}\n"
             "p{둘째 고랑}\n"
             "p{그 아래}\n"
             "p{셋째 고랑}\n");
  CHECK(post_xhtml(built, 0) ==
        "<p>첫 고랑</p>\n<p>둘째 고랑</p>\n<p>그 아래</p>\n<p>셋째 고랑</p>\n");
  const std::vector<PageLine> lines = page_lines(built);
  REQUIRE(lines.size() == 5);
  for (std::size_t i = 2; i < lines.size(); ++i) {
    CHECK(lines[i].page == lines[1].page);
    CHECK(lines[i].baseline - lines[i - 1].baseline <= built.trim.leading * 2);
  }
}
