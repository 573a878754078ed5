#include <doctest/doctest.h>

#include "source/content_text.h"
#include "source/reader.h"

using namespace munjip;

namespace {

Post read(std::string_view text) {
  SourceText source;
  source.file = "/nowhere/글.txt";
  source.folder = "/nowhere";
  source.shown_file = "글.txt";
  source.text = text;
  Diagnostics diagnostics;
  return read_plain_text(source, diagnostics).front();
}

// What stands below the title.
std::vector<std::string> body(std::string_view text) {
  return outline(read("제목\n\n" + std::string(text)).body);
}

std::vector<std::string> dropped(const Post& post) {
  std::vector<std::string> texts;
  for (const Dropped& d : post.dropped) texts.push_back(d.text);
  return texts;
}

std::string published(const Post& post) {
  return post.published ? iso_8601(*post.published) : "none";
}

using Lines = std::vector<std::string>;

constexpr std::string_view kProse =
    "봄이 오면 마을 어귀의 느티나무 아래에 사람들이 모여 지난겨울 이야기를 나누었다. 이야기는 "
    "길어졌다.";

}  // namespace

TEST_CASE("title, and the line with date and category that is glued to it") {
  const Post post = read("글의 제목\n\n2025. 1. 31. 17:17카테고리 없음\n\n" + std::string(kProse));
  CHECK(post.title == "글의 제목");
  CHECK(published(post) == "2025-01-31T17:17:00+09:00");
  CHECK(post.category == "카테고리 없음");
  CHECK(outline(post.body) == Lines{"p " + std::string(kProse)});
  CHECK(dropped(post) == Lines{"2025. 1. 31. 17:17카테고리 없음"});
}

TEST_CASE("the page's title with the blog's name and the number of readers") {
  const Post post = read(
      "글의 제목 :: 우리 블로그\n2022. 11. 23. 10:50 / 조회 481\n\n본문이다.\n\n"
      "출처: https://example.com/13 [우리 블로그:티스토리]");
  CHECK(post.title == "글의 제목");
  CHECK(post.category.empty());
  CHECK(published(post) == "2022-11-23T10:50:00+09:00");
  CHECK(post.address == "https://example.com/13");
  CHECK(outline(post.body) == Lines{"p 본문이다."});
}

TEST_CASE("category, title, then the blog's name with the date") {
  const Post post =
      read("생각\n\n글의 제목\n우리 블로그・2025. 11. 3. 10:38\nURL 복사  이웃추가\n\n본문이다.");
  CHECK(post.title == "글의 제목");
  CHECK(post.category == "생각");
  CHECK(post.author == "우리 블로그");
  CHECK(published(post) == "2025-11-03T10:38:00+09:00");
  CHECK(outline(post.body) == Lines{"p 본문이다."});
}

TEST_CASE("a whole page: menus before, buttons and other posts behind") {
  const Post post = read(
      "본문 바로가기\n우리 블로그\n검색\n분류 전체보기 (128)\n태그\n방명록\n생각\n글의 제목\n"
      "by 우리 블로그 2020. 6. 6. "
      "5:13\n\u00A0\n반응형\n\n본문이다.\n\n반응형\n공감1\n공유하기\n게시글 관리\n"
      "구독하기\n우리 블로그\n저작자표시 비영리 변경금지\n'생각' 카테고리의 다른 글\n"
      "지난 글(0)\t2020. 6. 6\n태그\n#생각, #일상 이야기\n댓글0\n");
  CHECK(post.title == "글의 제목");
  CHECK(post.category == "생각");
  CHECK(post.author == "우리 블로그");
  CHECK(post.tags == Lines{"생각", "일상 이야기"});
  CHECK(outline(post.body) == Lines{"p 본문이다."});
  // Seven lines of menus, the byline, two advertisements, eleven lines of the foot.
  CHECK(post.dropped.size() == 21);
}

TEST_CASE("words that also name buttons are the author's where more text follows") {
  CHECK(body("앞 문단이다.\n\n공감\n\n" + std::string(kProse)) ==
        Lines{"p 앞 문단이다.", "h2 공감", "p " + std::string(kProse)});
  CHECK(body("앞 문단이다.\n\n공유하기\n\n끝 문단이다.") ==
        Lines{"p 앞 문단이다.", "p 공유하기", "p 끝 문단이다."});
  CHECK(body("앞 문단이다.\n\n댓글\n\n그리고 댓글 이야기.") ==
        Lines{"p 앞 문단이다.", "p 댓글", "p 그리고 댓글 이야기."});
}

TEST_CASE("a first line that is a sentence of the text is no title") {
  CHECK(read(std::string(kProse) + "\n" + std::string(kProse)).title.empty());
  CHECK(read("짧은 제목\n" + std::string(kProse)).title == "짧은 제목");
  CHECK(read("제목 ?\n\n\n본문이다.").title == "제목 ?");
  CHECK(read("한 줄뿐인 글").title.empty());
  CHECK(outline(read("한 줄뿐인 글").body) == Lines{"p 한 줄뿐인 글"});
  CHECK(read("").body.empty());
  CHECK(read("\n\u00A0\n").body.empty());
}

TEST_CASE("empty and no-break lines only space; they never print") {
  CHECK(body("첫 문단이다.\n\n\u00A0\n\n\u00A0\n\n\n둘째 문단이다.\n\u3000\n\u200B\n") ==
        Lines{"p 첫 문단이다.", "p 둘째 문단이다."});
}

TEST_CASE("a line that breaks off within a sentence is joined to the next") {
  CHECK(
      body(
          "둘째 마디의 시작은\n'따온 말(Quote)'이었다. 줄이 가운데서 끊겨 있지만 글은 이어진다.") ==
      Lines{
          "p 둘째 마디의 시작은 '따온 말(Quote)'이었다. 줄이 가운데서 끊겨 있지만 글은 이어진다."});
  CHECK(body("첫 문단이다.\n이어진 줄이다.") == Lines{"p 첫 문단이다.|이어진 줄이다."});
}

TEST_CASE("where lines are paragraphs, each of them is one") {
  const std::string prose = std::string(kProse) + " " + std::string(kProse);
  CHECK(body(prose + "\n\"그래?\"\n" + prose) == Lines{"p " + prose, "p \"그래?\"", "p " + prose});
}

TEST_CASE("the author's name below the title is no heading") {
  CHECK(body("김아무\n\n" + std::string(kProse)).front() == "p 김아무");
  CHECK(body("들어가며\n\n" + std::string(kProse)).front() == "h2 들어가며");
}

TEST_CASE("hard-wrapped prose is joined, verse keeps its lines") {
  CHECK(body("봄이 오면 마을 어귀의 느티나무 아래에 사람들이 모여\n"
             "지난겨울 이야기를 나누었고 이야기는 늘 길어졌는데 아무도\n"
             "먼저 일어나지 않아서 해가 기울고 나서야 다들 집으로 갔다.") ==
        Lines{"p 봄이 오면 마을 어귀의 느티나무 아래에 사람들이 모여 지난겨울 이야기를 나누었고 "
              "이야기는 "
              "늘 길어졌는데 아무도 먼저 일어나지 않아서 해가 기울고 나서야 다들 집으로 갔다."});
  CHECK(body("봄날의 언덕은\n말이 없고\n나는\n그 곁에 오래 앉아") ==
        Lines{"p 봄날의 언덕은|말이 없고|나는|그 곁에 오래 앉아"});
}

TEST_CASE("short lines over prose are headings, also two at the beginning and questions") {
  const std::string prose(kProse);
  CHECK(body("큰 마디: 변화의 신호\n\n그 아래 작은 마디\n\n" + prose +
             "\n\n\u00A0\n\n과연 그런가?\n\n" + prose) ==
        Lines{"h2 큰 마디: 변화의 신호", "h2 그 아래 작은 마디", "p " + prose, "h2 과연 그런가?",
              "p " + prose});
}

TEST_CASE("where a heading is not sure there is none") {
  const std::string prose(kProse);
  // Sentences, clauses, lead-ins, lists without marks, last lines.
  for (const std::string line :
       {"글쎄다..", "그랬다", "그런 경우라면", "다음과 같다:", "- 하나", "http://a.b"}) {
    CHECK_MESSAGE(body(prose + "\n\n" + line + "\n\n" + prose).at(1).starts_with("p "), line);
  }
  CHECK(body("하나시\n\n두리군\n\n세모읍\n\n" + prose) ==
        Lines{"p 하나시", "p 두리군", "p 세모읍", "p " + prose});
  CHECK(body(prose + "\n\n끝말") == Lines{"p " + prose, "p 끝말"});
  CHECK(body(prose + "\n\n마디\n\n짧은 글이다.") ==
        Lines{"p " + prose, "p 마디", "p 짧은 글이다."});
}

TEST_CASE("short numbered lines with text between them are headings, two kinds two levels") {
  CHECK(body("1. 준비\n\n짧다.\n\n가. 첫째\n\n짧다.\n\n나. 틀렸다.\n\n짧다.\n\n2. 끝\n\n짧다.") ==
        Lines{"h2 1. 준비", "p 짧다.", "h3 가. 첫째", "p 짧다.", "h3 나. 틀렸다.", "p 짧다.",
              "h2 2. 끝", "p 짧다."});
}

TEST_CASE("tabs make tables; a cell that was copied once reaches down") {
  CHECK(body("구분 \t대상\n\n과세 \t주택, 상가\n\n면세 \t주택") ==
        Lines{"th [p 구분] [p 대상]", "tr [p 과세] [p 주택, 상가]", "tr [p 면세] [p 주택]"});
  CHECK(body("갑\t을\t병\n하나\t둘\t셋\n넷\t다섯\n") ==
        Lines{"th [p 갑] [p 을] [p 병]", "tr [p 하나]x2 [p 둘] [p 셋]", "tr [p 넷] [p 다섯]"});
  // The lines of one cell, up to the next row.
  CHECK(body("구분\t세율\n\n이자\t갑: 25%\n\n을: 14%\n\n배당\t갑: 25%\n") ==
        Lines{"th [p 구분] [p 세율]", "tr [p 이자] [p 갑: 25% / p 을: 14%]",
              "tr [p 배당] [p 갑: 25%]"});
  CHECK(body("구분\t내용\n\n감면\t\n\n면제: 모두\n\n반감: 일부\n\n") ==
        Lines{"th [p 구분] [p 내용]", "tr [p 감면] [p 면제: 모두 / p 반감: 일부]"});
  // The same header again is another table.
  CHECK(body("구분\t율\n갑\t50%\n\n청년\n\n구분\t율\n갑\t100%\n") ==
        Lines{"th [p 구분] [p 율]", "tr [p 갑] [p 50%]", "h2 청년", "th [p 구분] [p 율]",
              "tr [p 갑] [p 100%]"});
  CHECK(body("한 줄에\t탭이 있을 뿐이다.") == Lines{"p 한 줄에 탭이 있을 뿐이다."});
}

TEST_CASE("lists are two or more lines with the same mark, or that count on") {
  CHECK(body("좋은 점\n- 하나\n- 둘\n") ==
        Lines{"p 좋은 점", "ul", " -", "  p 하나", " -", "  p 둘"});
  CHECK(body("- 하나\n- 둘\n") == Lines{"ul", " -", "  p 하나", " -", "  p 둘"});
  CHECK(body("* 하나\n\n* 둘\n") == Lines{"ul", " -", "  p 하나", " -", "  p 둘"});
  CHECK(body("3. 하나\n4. 둘\n") == Lines{"ol 3", " -", "  p 하나", " -", "  p 둘"});
  CHECK(body("① 하나\n② 둘\n") == Lines{"ol 1", " -", "  p 하나", " -", "  p 둘"});
  CHECK(body("가. 하나\n나. 둘\n") == Lines{"ol 1", " -", "  p 하나", " -", "  p 둘"});
  CHECK(body("- 하나뿐이다.\n\n다음 글이다.") == Lines{"p - 하나뿐이다.", "p 다음 글이다."});
  CHECK(body("1. 하나\n3. 셋\n") == Lines{"p 1. 하나|3. 셋"});
  CHECK(body("2024. 5. 1. 첫날\n2025. 5. 1. 둘째 날\n").front().starts_with("p "));
}

TEST_CASE("pasted code keeps its lines, blank ones too") {
  CHECK(body("다음과 같다.\n\n// 견본\n#include <vector>\n\nint main(){\n  return 0; // "
             "끝\n}\n\n끝이다.") ==
        Lines{"p 다음과 같다.",
              "code :// 견본\n#include <vector>\n\nint main(){\n  return 0; // 끝\n}\n",
              "p 끝이다."});
  CHECK(body("a = b;\n\n그렇다.") == Lines{"p a = b;", "p 그렇다."});
}

TEST_CASE("a copied link card is one box") {
  CHECK(body("앞 글이다.\n\n\u00A0\n\n국세청 누리집\n\n세무서 방문 없이 세금을 신고하고 납부하는 "
             "곳\n\n"
             "example.go.kr\n\n뒤 글이다.") ==
        Lines{"p 앞 글이다.", "box 국세청 누리집 <https://example.go.kr>", "p 뒤 글이다."});
}

TEST_CASE("addresses in the text are links, without the particle behind them") {
  CHECK(body("https://example.com/a(b)를 보라.") ==
        Lines{"p [https://example.com/a(b)](https://example.com/a(b))를 보라."});
  CHECK(body("(출처: https://ko.example.org/wiki/한글_맞춤법)") ==
        Lines{"p (출처: [https://ko.example.org/wiki/한글_맞춤법]"
              "(https://ko.example.org/wiki/한글_맞춤법))"});
  CHECK(body("http:// 뒤에 아무것도 없다.") == Lines{"p http:// 뒤에 아무것도 없다."});
}

TEST_CASE("signs alone in a line part sections") {
  CHECK(body("앞이다.\n\n* * *\n\n뒤다.\n\n◇ ◇ ◇\n\n끝이다.") ==
        Lines{"p 앞이다.", "hr", "p 뒤다.", "hr", "p 끝이다."});
}

TEST_CASE("tokens of Tistory's editor never print") {
  const auto lines = body(
      "앞이다.\n\n[##_File|kage@a/b/c/tfile.hwp|filename=\"양식.hwp\" "
      "size=\"0.08MB\"|_##]\n\n뒤다.");
  REQUIRE(lines.size() == 3);
  CHECK(lines[1].starts_with("box 양식.hwp"));
}
