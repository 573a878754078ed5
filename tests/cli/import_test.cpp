// import: what is written as Markdown is read back as the same book, for every kind of content and
// for the collections of real posts.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <regex>

#include "base/error.h"
#include "book/assemble.h"
#include "book/dump.h"
#include "markdown/book_folder.h"
#include "media/image.h"
#include "source/read_posts.h"
#include "source/temporary_folder.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

Book read_folder(const Manifest& manifest) {
  Diagnostics diagnostics;
  const std::vector<fs::path> files = find_post_files(manifest, diagnostics);
  return assemble_book(manifest, read_posts(files, read_options(manifest, 1), diagnostics),
                       diagnostics);
}

// The names of picture files are the one thing that an import changes.
std::string dump_without_file_names(const Book& book) {
  static const std::regex title("(<link rel=\"picture\" href=\"[^\"]*\") title=\"[^\"]*\"");
  return std::regex_replace(dump_book(book), title, "$1");
}

// Writes `book` as a folder and reads that folder.
Book there_and_back(const Book& book, const Manifest& manifest, const fs::path& target) {
  write_book_folder(make_book_folder(book, manifest, target, Language::korean), target, false);
  Diagnostics diagnostics;
  return read_folder(read_manifest(target / "book.toml", diagnostics));
}

void check_same(const Book& book, const Manifest& manifest) {
  const TemporaryFolder folder("import");
  const Book again = there_and_back(book, manifest, folder.path() / "book");
  CHECK(book_text(again) == book_text(book));
  CHECK(dump_without_file_names(again) == dump_without_file_names(book));
}

// ---- books made by hand ----

Inline text(std::string_view words) {
  return {Text{std::string(words)}};
}

Inline phrase(Element element, std::string_view words) {
  return {Phrase{element, {text(words)}}};
}

Block paragraph(Inlines content, std::vector<std::string> classes = {}, std::string lang = {}) {
  return {Paragraph{std::move(content)}, std::move(classes), std::move(lang)};
}

Block paragraph(std::string_view words) {
  return paragraph({text(words)});
}

Cell cell(std::string_view words, bool is_header = false) {
  Cell made;
  if (!words.empty()) made.children.push_back(paragraph(words));
  made.is_header = is_header;
  return made;
}

Resource picture(std::uint8_t shade) {
  Bitmap bitmap{4, 3, 1, std::vector<std::uint8_t>(12, shade)};
  return {"img-" + std::to_string(shade), {}, encode_png(bitmap), "그림.png", 4, 3};
}

// Resources are named by their bytes; a data: URI in HTML gives us what the reader makes of them.
Post post_of(std::string title, Blocks body) {
  Post post;
  post.title = std::move(title);
  post.body = std::move(body);
  post.published = DateTime{2024, 5, 6, 7, 8, 9, true};
  return post;
}

void check_posts(std::vector<Post> posts) {
  Manifest manifest = manifest_for_folder("산책");
  manifest.info.title = "골목 산책";
  Diagnostics diagnostics;
  for (std::size_t i = 0; i < posts.size(); ++i) {
    posts[i].file = fs::path("산책") / ("글" + std::to_string(i) + ".md");
  }
  check_same(assemble_book(manifest, std::move(posts), diagnostics), manifest);
}

void check_body(Blocks body) {
  check_posts({post_of("등불", std::move(body))});
}

}  // namespace

TEST_CASE("import: text that looks like mark-up stays text") {
  Blocks body;
  for (const char* words : {"# 머리말이 아니다",
                            "#태그는 그대로 #골목",
                            "- 목록이 아니다",
                            "+ 더하기",
                            "1. 하나가 아니다",
                            "12) 열둘",
                            "> 인용이 아니다",
                            "*별표* 와 **두 별표**",
                            "_밑줄_ 과 snake_case",
                            "`코드`가 아니다 ``",
                            "[고리](주소)와 [고리][이름]",
                            "![그림](주소)",
                            "[^1]: 주석이 아니다",
                            "[x] 할 일",
                            "<b>굵게</b> & &amp; &lt;",
                            "\\ 역빗금 \\* \\\\",
                            "~~지움~~ 3~5월 ~물결~",
                            "| 가 | 나 |",
                            "--- 줄",
                            "=== 줄",
                            "{{ site.url }} {% raw %}",
                            "{: .class} {#id} {:toc}",
                            "{% comment %}",
                            "https://example.com/a_b 와 www.example.com",
                            "편지는 lamp@example.com 으로",
                            "@골목 @spec",
                            "[##_Image|a.png|CDM_##] [#M_더|덜|글_M#]",
                            "끝이 역빗금\\",
                            "끝이 느낌표!",
                            "끝이 샵 #",
                            "~~~ 물결 셋",
                            "```",
                            "*** 별 셋",
                            "- - - 줄 셋",
                            "<div>",
                            "<!-- 말 -->",
                            "1986\\. 해",
                            "$a_1*b$ 와 `",
                            "A&B; &copy;2024",
                            "가*나*다 라**마**바",
                            "“따옴표” 「낫표」 (괄호)"}) {
    body.push_back(paragraph(words));
    body.push_back({Heading{2, {text(words)}}});
    body.push_back({Quote{{paragraph(words)}}});
    body.push_back({List{ListMarker::bullet, 1, {{{paragraph(words)}}, {{paragraph(words)}}}}});
    body.push_back(paragraph({text("앞줄"), {LineBreak{}}, text(words)}));
    body.push_back({Table{{text(words)}, {}, {{{cell(words), cell(words)}}}}});
    body.push_back(
        {Table{{}, {{{cell(words, true), cell("나", true)}}}, {{{cell("다"), cell(words)}}}}});
  }
  check_body(std::move(body));
}

TEST_CASE("import: every inline, wherever it stands and whatever is beside it") {
  std::vector<Inline> kinds;
  for (const Element element :
       {Element::emphasis, Element::strong, Element::mark, Element::underline, Element::strike,
        Element::deleted, Element::inserted, Element::superscript, Element::subscript,
        Element::small, Element::quotation, Element::cite, Element::keyboard,
        Element::abbreviation}) {
    const Element inner = element == Element::mark ? Element::strong : Element::mark;
    kinds.push_back(phrase(element, "등불"));
    kinds.push_back(phrase(element, "(등불)"));
    kinds.push_back({Phrase{element, {phrase(inner, "불"), text("빛")}}});
  }
  kinds.push_back({Phrase{Element::span, {text("שלום")}, "he", {"rtl"}}});
  kinds.push_back({Phrase{Element::span, {text("lamp")}, "en"}});
  kinds.push_back({InlineCode{"a | b"}});
  kinds.push_back({InlineCode{"`x` ``y"}});
  kinds.push_back({InlineCode{"{{ site.url }} {% x %}"}});
  kinds.push_back({Link{{text("고리")}, "https://example.com/a?b=1&c=2#d"}});
  kinds.push_back({Link{{text("https://example.com/")}, "https://example.com/"}});
  kinds.push_back({Link{{phrase(Element::strong, "[굵은] 고리")}, "https://example.com/(a)[b]"}});
  kinds.push_back({Link{{text("lamp@example.com")}, "mailto:lamp@example.com"}});
  kinds.push_back({Ruby{"燈", "등"}});
  Blocks body;
  for (const Inline& kind : kinds) {
    for (const char* before : {"", "앞", "앞 ", "a", "(", "*"}) {
      for (const char* behind : {"", "은", " 뒤", "b", ").", "*"}) {
        Inlines line;
        if (*before != '\0') line.push_back(text(before));
        line.push_back(kind);
        if (*behind != '\0') line.push_back(text(behind));
        body.push_back(paragraph(std::move(line)));
      }
    }
    body.push_back({Heading{2, {kind, text(" 제목")}}});
    body.push_back({Table{{}, {{{cell("가", true)}}}, {{{Cell{{paragraph({kind})}}}}}}});
    body.push_back({Table{{kind}, {}, {{{cell("가"), Cell{{paragraph({kind})}}}}}}});
  }
  check_body(std::move(body));
}

TEST_CASE("import: lists with numbers, marks, tasks, and blocks in their items") {
  const auto items = [] {
    return std::vector<ListItem>{{{paragraph("하나")}}, {{paragraph("둘")}}};
  };
  Blocks body;
  for (const ListMarker marker :
       {ListMarker::bullet, ListMarker::decimal, ListMarker::lower_alpha, ListMarker::upper_alpha,
        ListMarker::lower_roman, ListMarker::upper_roman, ListMarker::hangul_syllable,
        ListMarker::hangul_jamo, ListMarker::circled, ListMarker::none}) {
    body.push_back({List{marker, 1, items()}});
    body.push_back({List{marker, 1, items()}});  // not one list with the one before
  }
  body.push_back({List{ListMarker::decimal, 7, items()}});
  body.push_back({List{ListMarker::decimal, 0, items()}});
  body.push_back({List{ListMarker::decimal, -3, items()}});
  body.push_back({List{ListMarker::decimal, 1, {{{paragraph("다섯")}, 5}, {{paragraph("여섯")}}}}});
  body.push_back({List{ListMarker::bullet,
                       1,
                       {{{paragraph("한 일")}, {}, true}, {{paragraph("할 일")}, {}, false}}}});
  Blocks many = {paragraph("문단"),
                 {CodeBlock{"if (a) {\n\n\tb();\n}\n", "cpp"}},
                 {Quote{{paragraph("인용"), {List{ListMarker::bullet, 1, items()}}}}},
                 {List{ListMarker::decimal, 3, {{{paragraph("셋"), paragraph("또")}}}}},
                 {Divider{}},
                 {Heading{3, {text("작은 제목")}}},
                 paragraph("끝")};
  body.push_back({List{ListMarker::bullet, 1, {{many}, {{many[1]}}, {{many[2]}}, {{many[3]}}}}});
  body.push_back({List{ListMarker::decimal, 98, {{many}, {{many[4]}}, {{many[5]}}, {many}}}});
  body.push_back({List{ListMarker::upper_roman, 2, {{many}, {{many[1]}}}}});
  body.push_back(
      {List{ListMarker::bullet, 1, {{{paragraph("겉"), {List{ListMarker::bullet, 1, items()}}}}}}});
  check_body(std::move(body));
}

TEST_CASE("import: tables with spans, alignment, captions and blocks in cells") {
  Cell wide = cell("넓은 칸", true);
  wide.colspan = 2;
  Cell tall = cell("높은 칸");
  tall.rowspan = 2;
  Cell right = cell("12");
  right.align = CellAlign::right;
  Cell right_head = cell("값", true);
  right_head.align = CellAlign::right;
  Cell rich{{paragraph("하나"),
             {List{ListMarker::bullet, 1, {{{paragraph("둘")}}}}},
             {CodeBlock{"x\n\n~~~\n```\ny\n", "sh"}}}};
  Blocks body;
  body.push_back({Table{{text("표 제목")}, {{{wide}}}, {{{tall, cell("가")}}, {{cell("나")}}}}});
  body.push_back({Table{{}, {{{cell("이름", true), right_head}}}, {{{cell("가"), right}}}}});
  body.push_back({Table{{}, {{{cell("이름", true), right_head}}}, {{{cell("가"), cell("3")}}}}});
  body.push_back({Table{{}, {{{cell("이름", true), cell("", true)}}}, {{{cell(""), rich}}}}});
  body.push_back(
      {Table{{}, {}, {{{cell("행", true), cell("1")}}, {{cell("열", true), cell("")}}}}});
  check_body(std::move(body));
}

TEST_CASE("import: quotations, groups, definitions, code, rules and boxes") {
  Blocks body;
  body.push_back({Quote{{paragraph("한 줄"), {Quote{{paragraph("속 인용")}}}}}});
  body.push_back({Quote{{paragraph("다른 인용")}}});
  body.push_back({Quote{{paragraph("말"), paragraph("또 말")},
                        {text("누군가, "), phrase(Element::cite, "책")}}});
  body.push_back({Quote{{paragraph("꾸민 인용")}}, {"style2"}});
  body.push_back({Group{{paragraph("시의 첫 줄"), paragraph("둘째 줄")}}, {"verse"}});
  body.push_back(
      {Group{{paragraph({text("더 보기")}, {"summary"}), paragraph("속 글")}}, {"details"}});
  body.push_back({Group{{Block{Group{{paragraph("겹친 상자")}}, {"box"}}}}, {"callout", "wide"}});
  body.push_back({DefinitionList{
      {{{{text("등불")}, {text("램프")}}, {{paragraph("어둠을 밝히는 것")}}},
       {{{text("골목")}}, {{paragraph("좁은 길"), paragraph("또")}, {paragraph("셋")}}}}}});
  body.push_back({CodeBlock{"```\n안쪽 울타리\n```\n{% comment %}\n{{ x }}\n", "markdown"}});
  body.push_back({CodeBlock{"\tint a;  \n  b\n\n\nc\n", {}}});
  body.push_back({Divider{}});
  body.push_back({Divider{}, {"style3"}});
  for (const LinkBoxKind kind : {LinkBoxKind::card, LinkBoxKind::video, LinkBoxKind::audio,
                                 LinkBoxKind::map, LinkBoxKind::file, LinkBoxKind::embed}) {
    body.push_back({LinkBox{
        kind, "보기 & [듣기]", "https://example.com/w?v=1&t=2", "설명 글", {text("붙인 말")}}});
    body.push_back({LinkBox{kind, "이름뿐", ""}});
  }
  body.push_back(paragraph({text("가운데")}, {"center"}));
  body.push_back(paragraph({text("또 가운데")}, {"center"}));
  body.push_back(paragraph({text("오른쪽")}, {"right"}));
  body.push_back(paragraph({text("שלום")}, {"rtl"}, "he"));
  body.push_back(paragraph({text("Good evening.")}, {}, "en"));
  body.push_back(paragraph({text("덧붙임")}, {"caption", "center"}));
  body.push_back({Heading{2, {text("가운데 제목")}}, {"center"}});
  body.push_back({Quote{{paragraph({text("가운데 인용")}, {"center"})}}});
  body.push_back(paragraph("끝 문단"));
  check_body(std::move(body));
}

TEST_CASE("import: a subtitle stands in the front matter") {
  check_body({paragraph({text("부제: \"말\"")}, {"subtitle"}), paragraph("글")});
}

TEST_CASE("import: notes marked in text, in tables of HTML, and of several blocks") {
  Post post = post_of("주석", {});
  const auto mark = [](std::size_t note) { return Inline{NoteMark{note}}; };
  post.body.push_back(
      paragraph({text("하나"), mark(0), text("와 둘"), mark(1), text(" 그리고 다시"), mark(0)}));
  Cell spanned{{paragraph({text("칸"), mark(2)})}};
  spanned.colspan = 2;
  post.body.push_back({Table{{}, {}, {{{spanned}}, {{cell("가"), cell("나")}}}}});
  post.body.push_back({Heading{2, {text("제목"), mark(3)}}});
  post.body.push_back(paragraph({text("표 밖에서도"), mark(2)}));
  post.notes.push_back({{paragraph("첫 주석")}});
  post.notes.push_back({{paragraph("둘째"),
                         {CodeBlock{"a\n\nb\n", "sh"}},
                         {List{ListMarker::bullet, 1, {{{paragraph("목록")}}}}}}});
  post.notes.push_back({{paragraph("표의 주석"), paragraph({phrase(Element::strong, "굵게")})}});
  post.notes.push_back({{{CodeBlock{"first\n", {}}}}});
  check_posts({post});
}

TEST_CASE("import: links and places within a post and between posts") {
  Post first = post_of("첫 글", {});
  first.body.push_back({Heading{2, {text("뒷마당")}, "뒤뜰"}});
  first.body.push_back(paragraph({text("여기"), {Anchor{"자리"}}, text("와 저기")}));
  first.body.push_back(paragraph({{Link{{text("위로")}, "#top"}},
                                  text(" "),
                                  {Link{{text("뒷마당으로")}, "#뒤뜰"}},
                                  text(" "),
                                  {Link{{text("자리로")}, "#자리"}}}));
  first.body.push_back({Quote{
      {{Heading{3, {text("인용 속 제목")}, "속"}}, paragraph({{Link{{text("속으로")}, "#속"}}})}}});
  Post second = post_of("둘째 글 (하)", {});
  second.body.push_back(paragraph(
      {{Link{{text("첫 글")}, "글0.md"}}, text(" "), {Link{{text("뒷마당")}, "글0.md#뒤뜰"}}}));
  second.body.push_back(
      {List{ListMarker::lower_alpha, 1, {{{paragraph({{Link{{text("자리")}, "글0.md#자리"}}})}}}}});
  check_posts({first, second});
}

TEST_CASE("import: pictures once each, alone and in lines, with captions, and lost ones") {
  const TemporaryFolder folder("import-pictures");
  for (const int shade : {10, 20, 30}) {
    folder.add("그림 " + std::to_string(shade) + ".png",
               picture(static_cast<std::uint8_t>(shade)).bytes);
  }
  folder.add(
      "글.html",
      "<html><head><title>그림</title></head><body><p>첫 문단</p>"
      "<p><img src='그림 10.png' alt='등불 [하나]'></p>"
      "<figure><img src='그림 10.png' width='300'><figcaption>같은 "
      "<b>그림</b></figcaption></figure>"
      "<figure><img src='그림 20.png' alt='골목'><figcaption>골목의 \"밤\"</figcaption></figure>"
      "<figure><img src='그림 20.png' alt='밤'><img src='그림 "
      "30.png'><figcaption>둘</figcaption></figure>"
      "<p>줄 속의 <img src='그림 30.png' height='20' alt='작은'> 그림과 <img class='emoji' "
      "src='그림 30.png'></p>"
      "<p><img src='https://example.com/없음.png' alt='잃은 그림'></p><p><img "
      "src='images/01-01.png'></p>"
      "<table><caption>표 <img src='그림 30.png'></caption><tr><td><img src='그림 "
      "30.png'></td><td>나</td></tr></table>"
      "</body></html>");
  const Manifest manifest = manifest_for_folder(folder.path());
  const Book book = read_folder(manifest);
  REQUIRE(book.resources.size() == 3);
  check_same(book, manifest);
  const BookFolder made =
      make_book_folder(book, manifest, folder.path() / "새 책", Language::korean);
  const auto pictures =
      std::count_if(made.files.begin(), made.files.end(),
                    [](const FolderFile& file) { return file.path.starts_with("images/"); });
  CHECK(pictures == 3);
}

TEST_CASE("import: what is known of posts and book stays known, and nothing is made up") {
  Post post = post_of("제목: \"따옴표\" \\ [괄호] #1", {paragraph("글")});
  post.category = "가, 나";
  post.tags = {"하나 둘", "셋, 넷"};
  post.author = "김하나, 이둘";
  post.address = "https://example.com/entry/제목";
  post.lang = "ko";
  post.modified = DateTime{2024, 6, 7};
  check_posts({post, post_of("null", {paragraph("둘")}), post_of("2024-01-01", {paragraph("셋")})});
}

TEST_CASE("import: parts, order and the book's data go into book.toml") {
  Manifest manifest = manifest_for_folder("산책");
  manifest.info.title = "두 부";
  manifest.info.subtitle = "부제";
  manifest.info.authors = {{"김하나"}, {"이둘", "trl", "이, 둘"}};
  manifest.parts = {{"1부", {}}, {"2부", {}}};
  manifest.parts[0].posts.patterns = {"가*"};
  manifest.parts[1].posts.patterns = {"나*"};
  manifest.parts[1].posts.newest_first = true;
  std::vector<Post> posts;
  for (const char* name : {"가1", "가2", "나1", "나2"}) {
    posts.push_back(post_of(name, {paragraph(name)}));
    posts.back().file = fs::path("산책") / (std::string(name) + ".md");
    posts.back().published->day += static_cast<int>(posts.size());
  }
  Diagnostics diagnostics;
  check_same(assemble_book(manifest, std::move(posts), diagnostics), manifest);
}

TEST_CASE("import: the collections of real posts give the same books") {
  const fs::path collections = fs::path(MUNJIP_SOURCE_DIR) / "../shared/corpus/collections";
  if (!fs::is_directory(collections)) {
    MESSAGE("the collections are not here");
    return;
  }
  int count = 0;
  for (const auto& entry : fs::directory_iterator(collections)) {
    CAPTURE(entry.path());
    const Manifest manifest = manifest_for_folder(entry.path());
    Diagnostics diagnostics;
    REQUIRE_FALSE(find_post_files(manifest, diagnostics).empty());
    check_same(read_folder(manifest), manifest);
    ++count;
  }
  CHECK(count >= 4);
}

TEST_CASE("an existing folder is replaced only where that is asked for, and as a whole") {
  const TemporaryFolder folder("import-target");
  folder.add("책/옛글.md", "옛글");
  const fs::path target = folder.path() / "책";
  BookFolder made;
  made.files.push_back({"book.toml", "[book]\n"});
  CHECK_THROWS_AS(write_book_folder(made, target, false), Error);
  CHECK(fs::exists(target / "옛글.md"));
  made.files.push_back({"images/a.png", {}, folder.path() / "없는 그림.png"});
  CHECK_THROWS_AS(write_book_folder(made, target, true), Error);  // half done: the old one stays
  CHECK(fs::exists(target / "옛글.md"));
  made.files.pop_back();
  write_book_folder(made, target / "", true);
  CHECK_FALSE(fs::exists(target / "옛글.md"));
  CHECK(read_file(target / "book.toml") == "[book]\n");
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);  // nothing left beside it
}

}  // namespace munjip
