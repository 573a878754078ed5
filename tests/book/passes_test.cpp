#include "book/passes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>

#include "book/build_posts.h"

using namespace munjip;
using namespace munjip::testing;

namespace {

std::string english(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics.all()) out += to_string(d, Language::english);
  return out;
}

Note note(std::string words) {
  return {{paragraph(std::move(words))}};
}

std::string body_with_notes(Blocks body, std::vector<Note> notes) {
  Diagnostics diagnostics;
  Post made = post("글", std::move(body));
  made.notes = std::move(notes);
  const Book book = book_of({made}, diagnostics);
  CHECK(check_book(book) == std::vector<std::string>{});
  return body_of(book);
}

}  // namespace

// ---- text ----

TEST_CASE("spaces are folded over the whole run, and gone at its edges") {
  CHECK(body_of({paragraph({text("  글 "), phrase(Element::strong, {text(" 굵게 ")}),
                            text(" 끝\n")})}) == "<p>글 <strong>굵게 </strong>끝</p>\n");
  CHECK(body_of({paragraph({text("가 "), anchor("x"), text(" 나")})}) == "<p>가 나</p>\n");
  CHECK(body_of({paragraph({phrase(Element::strong, {text("가 ")})})}) ==
        "<p><strong>가</strong></p>\n");
  CHECK(body_of({paragraph({phrase(Element::strong, {text(" ")}), text("가")})}) == "<p>가</p>\n");
}

TEST_CASE("a single no-break space is meant, a row of them is not") {
  CHECK(body_of({paragraph("10\u00A0km")}) == "<p>10\u00A0km</p>\n");
  CHECK(body_of({paragraph("가\u00A0\u00A0나 \u00A0다")}) == "<p>가 나 다</p>\n");
  CHECK(body_of({paragraph("\u00A0\u3000들여쓴 글\u00A0")}) == "<p>들여쓴 글</p>\n");
}

TEST_CASE("control characters, zero-width spaces and broken UTF-8 do not reach the book") {
  CHECK(body_of({paragraph(std::string("가\x01\x7F나\u200B다\uFEFF라\u0085마"))}) ==
        "<p>가나다라마</p>\n");
  CHECK(body_of({paragraph(std::string("가\xFF나"))}) == "<p>가\uFFFD나</p>\n");
  CHECK(body_of({paragraph("가\u2028나\uFFFE")}) == "<p>가 나</p>\n");
  CHECK(body_of({paragraph("👨\u200D👩\u200D👧")}) == "<p>👨\u200D👩\u200D👧</p>\n");  // joiners stay
}

TEST_CASE("neighbouring texts are one, and empty phrases are none") {
  const Book book =
      book_of({paragraph({text("가"), text("나"), phrase(Element::emphasis, {}), text("다")})});
  const auto& content = std::get<Paragraph>(only_post(book).body[0].is).content;
  REQUIRE(content.size() == 1);
  CHECK(std::get<Text>(content[0].is).text == "가나다");
}

TEST_CASE("line breaks stay inside, go at the edges, and two make a paragraph") {
  CHECK(body_of({paragraph({line_break(), text("가 "), line_break(), text(" 나"),
                            line_break()})}) == "<p>가<br />나</p>\n");
  CHECK(body_of({paragraph({text("가"), line_break(), text("\u00A0"), line_break(), line_break(),
                            text("나")})}) == "<p>가</p>\n<p>나</p>\n");
  // Inside a phrase a second break goes.
  CHECK(body_of({paragraph(
            {phrase(Element::strong, {text("가"), line_break(), line_break(), text("나")})})}) ==
        "<p><strong>가<br />나</strong></p>\n");
  CHECK(body_of({heading(2, "가"),
                 {Heading{2, {text("나"), line_break(), line_break(), text("다")}}}}) ==
        "<h2 id=\"post-1-h1\">가</h2>\n<h2 id=\"post-1-h2\">나<br />다</h2>\n");
}

TEST_CASE("the parts of a divided paragraph keep its classes and language") {
  Block verse = paragraph({text("가"), line_break(), line_break(), text("나")});
  verse.classes = {"verse"};
  verse.lang = "en";
  CHECK(body_of({verse}) ==
        "<p class=\"verse\" lang=\"en\">가</p>\n<p class=\"verse\" lang=\"en\">나</p>\n");
}

TEST_CASE("half a ruby is text, and blank code a space") {
  CHECK(body_of({paragraph(
            {{Ruby{"漢字", "한자"}}, {Ruby{"漢", ""}}, {InlineCode{" "}}, text("가")})}) ==
        "<p><ruby>漢字<rt>한자</rt></ruby>漢 가</p>\n");
}

TEST_CASE("code keeps its lines and tabs, but no blank ones around it") {
  const auto code = [](std::string text) {
    const Book book = book_of({{CodeBlock{std::move(text)}}});
    return std::get<CodeBlock>(only_post(book).body[0].is).text;
  };
  CHECK(code("\n \n\tint a;\n\n  b();  \n\n") == "\tint a;\n\n  b();  \n");
  CHECK(code("\ta\x01") == "\ta\n");
  CHECK(body_of({{CodeBlock{" \n\t\n"}}}).empty());
}

// ---- empty blocks ----

TEST_CASE("blank paragraphs go, whatever makes them blank") {
  CHECK(body_of({paragraph("\u00A0"), paragraph(""), paragraph({line_break()}), paragraph("가"),
                 paragraph({phrase(Element::span, {text(" ")}), line_break()}),
                 paragraph("\u200B")}) == "<p>가</p>\n");
}

TEST_CASE("dividers stand between blocks") {
  CHECK(body_of({divider(), paragraph("가"), divider(), paragraph(" "), divider(), paragraph("나"),
                 divider()}) == "<p>가</p>\n<hr />\n<p>나</p>\n");
  CHECK(body_of({quote({divider()}), paragraph("가")}) == "<p>가</p>\n");
}

TEST_CASE("blocks of blocks without content go, or become what is left of them") {
  Block credited = quote({paragraph(" ")});
  std::get<Quote>(credited.is).credit = {text("어느 책")};
  CHECK(body_of({credited}) == "<p>어느 책</p>\n");
  CHECK(body_of({{Figure{{}, {text("그림 설명")}}}}) == "<p>그림 설명</p>\n");
  CHECK(body_of({{Group{{paragraph("")}}}, {List{}}, {Table{}}, {LinkBox{}}, {DefinitionList{}}})
            .empty());
  CHECK(body_of({{Heading{2, {{InlineImage{}}}, "x"}}}).starts_with("<p><img"));
}

TEST_CASE("an empty list item goes, and the next keeps its number") {
  List list;
  list.marker = ListMarker::decimal;
  for (const char* words : {"하나", "", "셋", "넷"}) list.items.push_back({{paragraph(words)}});
  CHECK(body_of({{list}}) ==
        "<ol>\n<li>\n<p>하나</p>\n</li>\n<li "
        "value=\"3\">\n<p>셋</p>\n</li>\n<li>\n<p>넷</p>\n</li>\n</ol>\n");
}

TEST_CASE("every item of a definition list has a term and a definition") {
  DefinitionList list;
  list.items.push_back({{}, {{paragraph("앞")}}});
  list.items.push_back({{{text("가")}}, {}});
  list.items.push_back({{{text("나")}}, {{paragraph("뜻")}, {paragraph(" ")}}});
  list.items.push_back({{}, {{paragraph("또 뜻")}}});
  list.items.push_back({{{text("다")}}, {}});
  CHECK(body_of({{list}}) ==
        "<p>앞</p>\n<dl>\n<dt>가</dt>\n<dt>나</dt>\n<dd>\n<p>뜻</p>\n</dd>\n<dd>\n<p>또 "
        "뜻</p>\n</dd>\n</dl>\n"
        "<p>다</p>\n");
}

// ---- headings ----

TEST_CASE("heading levels begin at 2 and skip none") {
  CHECK(
      body_of({heading(1, "가"), heading(4, "나"), heading(4, "다"), heading(6, "라"),
               heading(3, "마"), heading(1, "바")}) ==
      "<h2 id=\"post-1-h1\">가</h2>\n<h3 id=\"post-1-h2\">나</h3>\n<h3 id=\"post-1-h3\">다</h3>\n"
      "<h4 id=\"post-1-h4\">라</h4>\n<h3 id=\"post-1-h5\">마</h3>\n<h2 id=\"post-1-h6\">바</h2>\n");
}

TEST_CASE("a heading that repeats the title is dropped, and said to be") {
  Diagnostics diagnostics;
  const Book book =
      book_of({post("AI와 나",
                    {divider(), paragraph(" "), heading(1, "ai와  나 ", "top"), paragraph("본문"),
                     heading(2, "AI와 나"), paragraph({link("#top", {text("위로")})})})},
              diagnostics);
  CHECK(body_of(book) ==
        "<p><a id=\"post-1-a1\"></a>본문</p>\n<h2 id=\"post-1-h1\">AI와 나</h2>\n"
        "<p><a href=\"#post-1-a1\">위로</a></p>\n");
  REQUIRE(only_post(book).dropped.size() == 1);
  CHECK(only_post(book).dropped[0].reason == DropReason::duplicate_title);
  CHECK(check_book(book).empty());
}

TEST_CASE("an opening heading that says more than the title stays") {
  Diagnostics diagnostics;
  const Book other =
      book_of({post("제목", {heading(1, "제목 풀이"), paragraph("가")})}, diagnostics);
  CHECK(only_post(other).dropped.empty());
  const Book later = book_of({post("제목", {paragraph("가"), heading(1, "제목")})}, diagnostics);
  CHECK(only_post(later).dropped.empty());
}

// ---- notes ----

TEST_CASE("notes come in the order of their marks") {
  CHECK(
      body_with_notes({paragraph({text("가"), mark(1), text("나"), mark(0), text("다"), mark(1)})},
                      {note("둘째"), note("첫째")}) ==
      "<p>가<a class=\"noteref\" href=\"#post-1-note-1\">1</a>나<a class=\"noteref\" "
      "href=\"#post-1-note-2\">2</a>다<a class=\"noteref\" href=\"#post-1-note-1\">1</a></p>\n"
      "<aside class=\"note\" id=\"post-1-note-1\">\n<p>첫째</p>\n</aside>\n"
      "<aside class=\"note\" id=\"post-1-note-2\">\n<p>둘째</p>\n</aside>\n");
}

TEST_CASE("the credit of a quotation comes after it, its note too") {
  Block cited = quote({paragraph({text("인용"), mark(1)})});
  std::get<Quote>(cited.is).credit = {text("출처"), mark(0)};
  const std::string body = body_with_notes({cited}, {note("출처의 주"), note("인용의 주")});
  CHECK(body.find("인용의 주") < body.find("출처의 주"));
}

TEST_CASE(
    "a note that nothing marks is kept at the post's end, with a warning unless there is one") {
  Diagnostics diagnostics;
  Post made = post("글", {paragraph({text("가"), mark(1)})});
  made.notes = {note("외톨이"), note("표시된 주"), note("또 외톨이")};
  made.notes[0].at = {12, 1};
  made.notes[2].at = {14, 1};
  diagnostics.warn({"글.html", {14, 1}}, message("각주", "told by the reader"));
  const Book book = book_of({made}, diagnostics);
  CHECK(body_of(book).starts_with(
      "<p>가<a class=\"noteref\" href=\"#post-1-note-1\">1</a></p>\n"
      "<p><a class=\"noteref\" href=\"#post-1-note-2\">2</a> <a class=\"noteref\" "
      "href=\"#post-1-note-3\">3</a></p>\n"));
  CHECK(english(diagnostics).find("글.html:12:1: warning: a note that nothing") !=
        std::string::npos);
  CHECK(diagnostics.count(Severity::warning) == 2);
  CHECK_FALSE(diagnostics.content_lost());
}

TEST_CASE("marks of notes that are empty or not there go") {
  CHECK(body_with_notes({paragraph({text("가 "), mark(0), mark(5)}), paragraph({mark(0)})},
                        {note(" ")}) == "<p>가</p>\n");
}

TEST_CASE("a note in a note follows its text; a mark of a numbered note becomes its number") {
  Note outer{{paragraph({text("바깥"), mark(1), text(", "), mark(2), text(", "), mark(0)})}};
  CHECK(body_with_notes({paragraph({text("가"), mark(0), mark(2)})},
                        {outer, note("안"), note("따로")}) ==
        "<p>가<a class=\"noteref\" href=\"#post-1-note-1\">1</a><a class=\"noteref\" "
        "href=\"#post-1-note-2\">2</a></p>\n"
        "<aside class=\"note\" id=\"post-1-note-1\">\n<p>바깥, "
        "<sup>2</sup>,</p>\n<p>안</p>\n</aside>\n"
        "<aside class=\"note\" id=\"post-1-note-2\">\n<p>따로</p>\n</aside>\n");
}

TEST_CASE("a ring of notes is still finite") {
  std::vector<Note> ring;
  for (std::size_t i = 0; i < 1000; ++i)
    ring.push_back({{paragraph({text("주"), mark((i + 1) % 1000)})}});
  const std::string body = body_with_notes({paragraph({text("가"), mark(500)})}, ring);
  CHECK(std::count(body.begin(), body.end(), '\n') == 1 + 1000 + 2);
}

// ---- links within links ----

TEST_CASE("links do not nest, and note marks stand behind the link") {
  CHECK(body_with_notes({paragraph({link("https://a.example/",
                                         {text("가"), link("https://b.example/", {text("나")}),
                                          phrase(Element::strong, {text("다"), mark(0)})}),
                                    text("라")})},
                        {note("주")})
            .starts_with("<p><a href=\"https://a.example/\">가나<strong>다</strong></a>"
                         "<a class=\"noteref\" href=\"#post-1-note-1\">1</a>라</p>\n"));
}

// ---- depth ----

TEST_CASE("what is nested too deep is lifted, text and all") {
  Blocks blocks = {paragraph("바닥")};
  Inlines inlines = {text("안")};
  for (int i = 0; i < 3000; ++i) {
    blocks = {quote(std::move(blocks))};
    inlines = {phrase(Element::emphasis, std::move(inlines))};
  }
  blocks.push_back(paragraph(std::move(inlines)));
  Diagnostics diagnostics;
  const Book book = book_of({post("글", std::move(blocks))}, diagnostics);
  CHECK(check_book(book) == std::vector<std::string>{});
  CHECK(book_text(book) == "글\n바닥\n안\n");
  CHECK(diagnostics.count(Severity::warning) == 1);
}

TEST_CASE("64 deep is not too deep") {
  Blocks blocks = {paragraph("바닥")};
  for (int i = 1; i < kMaxDepth; ++i) blocks = {quote(std::move(blocks))};
  Diagnostics diagnostics;
  const Book book = book_of({post("글", std::move(blocks))}, diagnostics);
  CHECK(diagnostics.empty());
  CHECK(check_book(book).empty());
}

// ---- tables ----

namespace {

Cell cell(std::string words, int colspan = 1, int rowspan = 1) {
  Cell made;
  if (!words.empty()) made.children = {paragraph(std::move(words))};
  made.colspan = colspan;
  made.rowspan = rowspan;
  return made;
}

// One line a row: the text of each cell with its spans where they are not 1.
std::string grid(std::vector<Row> head, std::vector<Row> body) {
  Table table;
  table.head = std::move(head);
  table.body = std::move(body);
  const Book book = book_of({{table}});
  CHECK(check_book(book) == std::vector<std::string>{});
  std::string out;
  const auto& made = std::get<Table>(only_post(book).body[0].is);
  for (const auto* rows : {&made.head, &made.body}) {
    for (const Row& row : *rows) {
      for (const Cell& c : row.cells) {
        out += c.children.empty() ? "." : plain_text(std::get<Paragraph>(c.children[0].is).content);
        if (c.colspan != 1 || c.rowspan != 1)
          out += std::to_string(c.colspan) + "x" + std::to_string(c.rowspan);
        out += "|";
      }
      out += "\n";
    }
  }
  return out;
}

}  // namespace

TEST_CASE("short rows are filled, spans end with the table") {
  CHECK(grid({}, {{{cell("가"), cell("나"), cell("다")}}, {{cell("라")}}}) ==
        "가|나|다|\n라|.2x1|\n");
  CHECK(grid({}, {{{cell("가", 1, 9), cell("나")}}, {{cell("다")}}}) == "가1x2|나|\n다|\n");
  CHECK(grid({}, {{{cell("가", 0, 0), cell("나", -3)}}}) == "가|나|\n");
}

TEST_CASE("columns that no cell begins in vanish") {
  CHECK(grid({{{cell("머리", 1000)}}}, {{{cell("가"), cell("나")}}}) == "머리2x1|\n가|나|\n");
}

TEST_CASE("a wide cell does not run into one from above") {
  CHECK(grid({}, {{{cell("가"), cell("나", 1, 2), cell("다")}}, {{cell("라", 3)}}}) ==
        "가|나1x2|다|\n라|.|\n");
}

TEST_CASE("a row span does not reach from the head into the body, and a head alone is a body") {
  CHECK(grid({{{cell("가", 1, 3), cell("나")}}}, {{{cell("다"), cell("라")}}}) ==
        "가|나|\n다|라|\n");
  Table table;
  table.head = {{{cell("가")}}};
  CHECK(body_of({{table}}) ==
        "<table>\n<tbody>\n<tr>\n<td>\n<p>가</p>\n</td>\n</tr>\n</tbody>\n</table>\n");
}

TEST_CASE("a table of more than a thousand columns is no table") {
  Table table;
  table.body.resize(1);
  for (int i = 0; i < 1001; ++i) table.body[0].cells.push_back(cell("가"));
  const Book book = book_of({{table}});
  CHECK(only_post(book).body.size() == 1001);
  CHECK(check_book(book).empty());
}

TEST_CASE("hostile tables take no time") {
  Table table;
  table.body.resize(20000);
  for (Row& row : table.body) row.cells = {cell("가", 1000, 1000)};
  for (int i = 0; i < 999; ++i) table.body[0].cells.push_back(cell("나"));
  const auto start = std::chrono::steady_clock::now();
  const Book book = book_of({{table}});
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  CHECK(check_book(book).empty());
  CHECK(taken.count() < 5.0);
}

// ---- quotation marks ----

namespace {

std::string curly(Inlines content) {
  Diagnostics diagnostics;
  const Book book = book_of({post("글", {paragraph(std::move(content))})}, diagnostics, true);
  const std::string body = body_of(book);
  return body.substr(3, body.size() - 8);
}
std::string curly(std::string words) {
  return curly({text(std::move(words))});
}

}  // namespace

TEST_CASE("straight quotation marks turn to the side where their text is") {
  CHECK(curly("그는 \"예\"라고 했다.") == "그는 “예”라고 했다.");
  CHECK(curly("\"예.\" \"아니오.\"") == "“예.” “아니오.”");
  CHECK(curly("'강조'는 (\"괄호\") 『'책'』") == "‘강조’는 (“괄호”) 『‘책’』");
  CHECK(curly("말했다.\"붙여 쓴 인용\"이라고") == "말했다.“붙여 쓴 인용”이라고");
  CHECK(curly("\"'안' 밖\"") == "“‘안’ 밖”");
  CHECK(curly("2024년 \"제1호\", 2025") == "2024년 “제1호”, 2025");
}

TEST_CASE("apostrophes and measures are no quotations") {
  CHECK(curly("don't, it's, the '90s, bloggers' posts") ==
        "don’t, it’s, the ’90s, bloggers’ posts");
  CHECK(curly("키는 5'10\"") == "키는 5'10&quot;");
}

TEST_CASE("quotations reach over phrases") {
  CHECK(curly({text("\""), phrase(Element::strong, {text("굵은 말")}), text("\" 끝")}) ==
        "“<strong>굵은 말</strong>” 끝");
}

TEST_CASE("three full stops are an ellipsis, six are two, others are the author's") {
  CHECK(curly("글쎄... 그게...... 뭐.. 음....") == "글쎄… 그게…… 뭐.. 음....");
}

TEST_CASE("code and addresses stay as they are") {
  CHECK(curly({{InlineCode{"\"a\"..."}}, text(" \"가\"")}) == "<code>&quot;a&quot;...</code> “가”");
  CHECK(curly("https://example.com/a...b'c 그리고...") == "https://example.com/a...b'c 그리고…");
}

TEST_CASE("nothing turns where the author did not ask for it, and titles turn with the text") {
  CHECK(body_of({paragraph("\"가\"...")}) == "<p>&quot;가&quot;...</p>\n");
  Diagnostics diagnostics;
  CHECK(only_post(book_of({post("\"제목\"...", {paragraph("가")})}, diagnostics, true)).title ==
        "“제목”…");
}

// ---- links ----

namespace {

struct Resolved {
  std::string body, warnings;
};

// The first of the posts after all have been put into a book.
Resolved resolved(std::vector<Post> posts) {
  Diagnostics diagnostics;
  const Book book = book_of(std::move(posts), diagnostics);
  CHECK(check_book(book) == std::vector<std::string>{});
  return {body_of(book), english(diagnostics)};
}

Post linking(std::string target) {
  return post("글", {paragraph({link(std::move(target), {text("가")})})});
}

std::string linked_to(const char* anchor) {
  return std::string("<p><a href=\"#") + anchor + "\">가</a></p>\n";
}

}  // namespace

TEST_CASE("links to the address of a post in the book lead to the post") {
  Post other = post("다른 글", {heading(2, "절", "절")});
  other.address = "https://blog.tistory.com/entry/다른-글";
  other.number = 12;
  for (const char* target :
       {"https://blog.tistory.com/entry/%EB%8B%A4%EB%A5%B8-%EA%B8%80",
        "http://m.blog.tistory.com/entry/다른-글/", "https://blog.tistory.com/12",
        "https://blog.tistory.com/m/12?category=3#없는-곳"}) {
    CAPTURE(target);
    CHECK(resolved({linking(target), other}).body == linked_to("post-2"));
  }
  CHECK(resolved({linking("https://blog.tistory.com/12#%EC%A0%88"), other}).body ==
        linked_to("post-2-h1"));
  CHECK(resolved({linking("https://other.tistory.com/12"), other}).body ==
        "<p><a href=\"https://other.tistory.com/12\">가</a></p>\n");
  CHECK(resolved({linking("https://blog.tistory.com/"), other}).body ==
        "<p><a href=\"https://blog.tistory.com/\">가</a></p>\n");
}

TEST_CASE("links to the file of a post in the book lead to the post") {
  Post other = post("다른 글", {heading(2, "절", "sec")});
  other.file = "글/다른 글.md";
  Post from = linking("");
  from.file = "글/하나/글.md";
  for (const char* target :
       {"../다른 글.md", "../%EB%8B%A4%EB%A5%B8%20%EA%B8%80.md", "../다른 글.html", "../다른 글"}) {
    CAPTURE(target);
    from.body = linking(target).body;
    CHECK(resolved({from, other}).body == linked_to("post-2"));
  }
  from.body = linking("../다른 글.html#sec").body;
  CHECK(resolved({from, other}).body == linked_to("post-2-h1"));
}

TEST_CASE("links within the blog find Jekyll posts and Tistory backups") {
  Post jekyll = post("글 둘", {paragraph("나")});
  jekyll.file = "_posts/2024-01-31-second.md";
  CHECK(resolved({linking("/2024/01/31/second.html"), jekyll}).body == linked_to("post-2"));
  CHECK(resolved({linking("/2024/01/31/second/"), jekyll}).body == linked_to("post-2"));
  Post backup = post("글 셋", {paragraph("나")});
  backup.file = "12/12-글-셋.html";
  backup.number = 12;
  CHECK(resolved({linking("/12"), backup}).body == linked_to("post-2"));
  CHECK(resolved({linking("/entry/글-셋"), backup}).body == linked_to("post-2"));
}

TEST_CASE("places within a post lead there, unknown ones are text") {
  Post from =
      post("글", {heading(2, "절", "절"), paragraph({anchor("곳"), text("나")}),
                  paragraph({link("#절", {text("절로")}), link("#%EA%B3%B3", {text("곳으로")}),
                             link("#top", {text("위로")}), link("#none", {text("단추")})})});
  const Resolved result = resolved({from});
  CHECK(result.body ==
        "<h2 id=\"post-1-h1\">절</h2>\n<p><a id=\"post-1-a1\"></a>나</p>\n"
        "<p><a href=\"#post-1-h1\">절로</a><a href=\"#post-1-a1\">곳으로</a><a "
        "href=\"#post-1\">위로</a>단추</p>\n");
  CHECK(
      result.warnings.find("this links to no place in the post, so the link was left out: #none") !=
      std::string::npos);
}

TEST_CASE(
    "dead relative links are text, with a warning; within a known blog they lead to the web") {
  const Resolved dead = resolved({linking("없는 글.html")});
  CHECK(dead.body == "<p>가</p>\n");
  CHECK(dead.warnings.find("what this links to is not in the book") != std::string::npos);
  Post from = linking("/notice/3");
  from.address = "https://blog.tistory.com/1";
  CHECK(resolved({from}).body.ends_with(
      "<p><a href=\"https://blog.tistory.com/notice/3\">가</a></p>\n"));
}

TEST_CASE("buttons and other schemes are text, without a word") {
  for (const char* target : {"", "#", "javascript:void(0)", "JavaScript:alert(1)",
                             "data:text/html,x", "file:///etc/passwd"}) {
    CAPTURE(target);
    const Resolved result = resolved({linking(target)});
    CHECK(result.body == "<p>가</p>\n");
    CHECK(result.warnings.empty());
  }
  CHECK(resolved({linking("mailto:a@example.com")}).body ==
        "<p><a href=\"mailto:a@example.com\">가</a></p>\n");
  CHECK(resolved({linking("http://")}).warnings.find("this is no address") != std::string::npos);
}

TEST_CASE("anchors of different posts do not meet, and unused ones go") {
  Diagnostics diagnostics;
  const Post same =
      post("글", {heading(2, "절", "절"), heading(2, "절", "절"),
                  paragraph({anchor("절"), text("나")}), paragraph({link("#절", {text("가")})})});
  const Book book = book_of({same, same}, diagnostics);
  CHECK(check_book(book).empty());
  CHECK(body_of(book).ends_with("<p>나</p>\n<p><a href=\"#post-1-h1\">가</a></p>\n"));
}

TEST_CASE("anchors of blank paragraphs move to what follows, at the end to what stands before") {
  CHECK(resolved({post("글", {paragraph({anchor("a")}),
                              {List{ListMarker::bullet, 1, {{{paragraph("나")}}}}},
                              paragraph({link("#a", {text("가")}), link("#b", {text("다")})}),
                              paragraph({anchor("b"), text(" ")})})})
            .body ==
        "<ul>\n<li>\n<p><a id=\"post-1-a1\"></a>나</p>\n</li>\n</ul>\n"
        "<p><a href=\"#post-1-a1\">가</a><a href=\"#post-1-a2\">다</a><a "
        "id=\"post-1-a2\"></a></p>\n");
}

TEST_CASE("link boxes lead to the web or nowhere; an attached file is lost") {
  LinkBox card;
  card.title = "카드";
  card.target = "https://example.com/a b";
  LinkBox attached;
  attached.kind = LinkBoxKind::file;
  attached.target = "files/a.hwp";
  const Resolved result = resolved({post("글", {{card}, {attached}})});
  CHECK(result.body ==
        "<div class=\"link-box card\">\n<a href=\"https://example.com/a%20b\">카드</a>\n</div>\n"
        "<div class=\"link-box file\">\n<a href=\"\">첨부 파일</a>\n</div>\n");
  CHECK(result.warnings.find("an attached file cannot stand in a book: files/a.hwp") !=
        std::string::npos);
}

TEST_CASE("every pass has a name and a reason") {
  for (const Pass& pass : passes()) {
    CHECK_FALSE(pass.name.empty());
    CHECK_FALSE(pass.why.empty());
    CHECK((pass.run != nullptr));
  }
}
