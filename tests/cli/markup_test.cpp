// The author's markup, one row of README's table after the other: from Markdown, HTML and rules of
// book.toml to the tags of the PDF and the elements of the EPUB, and through import back to itself.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "base/file_io.h"
#include "book/assemble.h"
#include "book/dump.h"
#include "epub/package.h"
#include "layout/dump.h"
#include "layout/lay_out.h"
#include "markdown/book_folder.h"
#include "source/read_posts.h"
#include "source/temporary_folder.h"

namespace munjip {

namespace {

namespace fs = std::filesystem;

struct ReadBook {
  Manifest manifest;
  Book book;
  std::string warnings;
};

ReadBook read_book(const fs::path& folder, std::string_view toml) {
  Diagnostics diagnostics;
  write_file(folder / "book.toml", "[book]\ntitle = \"골목의 말\"\n" + std::string(toml));
  ReadBook read{read_manifest(folder / "book.toml", diagnostics), {}, {}};
  const std::vector<fs::path> files = find_post_files(read.manifest, diagnostics);
  read.book = assemble_book(
      read.manifest, read_posts(files, read_options(read.manifest, 1), diagnostics), diagnostics);
  for (const Diagnostic& one : diagnostics.all()) {
    read.warnings += to_string(one, Language::english) + "\n";
  }
  return read;
}

// The body's XHTML, its lines joined.
std::string xhtml_of(const Book& book) {
  Diagnostics diagnostics;
  const Package package = build_package(book, {}, diagnostics);
  for (const PackageFile& file : package.files) {
    if (file.path != "EPUB/ch0001.xhtml") continue;
    std::string text = file.bytes;
    std::erase(text, '\n');
    return text;
  }
  return {};
}

PagedBook pages_of(const Book& book) {
  static Diagnostics ignored;
  static const FontLibrary fonts({fs::path(MUNJIP_SOURCE_DIR) / "fonts"}, ignored);
  static const StyleSheet style =
      StyleSheet::load(fs::path(MUNJIP_SOURCE_DIR) / "styles" / "essay.css", ignored);
  LayoutOptions options;
  options.trim = find_trim("A5").value();
  Diagnostics diagnostics;
  return lay_out(book, style, fonts, options, diagnostics);
}

std::string as_markdown(std::string_view body) {
  return "---\ntitle: 시험\n---\n\n첫 문단이다.\n\n" + std::string(body) + "\n";
}

std::string as_html(std::string_view body) {
  return "<html lang='ko'><head><title>시험</title></head><body><article><h1>시험</h1>"
         "<p>첫 문단이다.</p>" +
         std::string(body) + "</article></body></html>";
}

ReadBook from_markdown(std::string_view body) {
  const TemporaryFolder folder("markup");
  folder.add("글.md", as_markdown(body));
  return read_book(folder.path(), "");
}

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

struct Passage {
  const char* name;
  const char* markdown;
  const char* html;   // null where HTML says it with elements of its own
  const char* xhtml;  // must be in the EPUB
  const char* tags;   // must be in the tag tree of the PDF
};

const Passage kPassages[] = {
    {"verse", "::: {.시}\n비가 오면\n골목은 낮아진다\n\n물은 낮은 데로 가고\n:::",
     "<div class='verse'><p>비가 오면<br>골목은 낮아진다</p><p>물은 낮은 데로 가고</p></div>",
     "<div class=\"verse\"><p><span class=\"line\">비가 오면</span>"
     "<span class=\"line\">골목은 낮아진다</span></p><p>",
     "Div"},
    {"epigraph", "::: epigraph\n길이 사람을 묻는다.\n— 『골목의 말』\n:::",
     "<blockquote class='epigraph'><p>길이 사람을 묻는다.</p><footer>— 『골목의 말』</footer>"
     "</blockquote>",
     "<blockquote class=\"epigraph\" epub:type=\"epigraph\" role=\"doc-epigraph\"><p>길이 사람을 "
     "묻는다.</p><footer class=\"credit\">— 『골목의 말』</footer></blockquote>",
     "BlockQuote"},
    {"the text commented on", "::: {.원문}\n읽는 사람은 걸음을 멈춘다.\n\n출처: 어느 공책\n:::",
     "<div class='원문'><p>읽는 사람은 걸음을 멈춘다.</p><p>출처: 어느 공책</p></div>",
     "<blockquote class=\"source-text\"><p>읽는 사람은 걸음을 멈춘다.</p><footer "
     "class=\"credit\">출처: 어느 공책</footer></blockquote>",
     "BlockQuote"},
    {"commentary",
     "::: 풀이\n절반만 옳다.\n:::", "<div class='commentary'><p>절반만 옳다.</p></div>",
     "<div class=\"commentary\"><p>절반만 옳다.</p></div>", "Div"},
    {"pull quote", "::: {.pull-quote}\n물은 낮은 데로 간다.\n:::",
     "<aside class='pull-quote'>물은 낮은 데로 간다.</aside>",
     "<blockquote class=\"pull-quote\" role=\"doc-pullquote\"><p>물은 낮은 데로 간다.</p>",
     "BlockQuote"},
    {"dialogue", "::: 대화\n갑: 어디로 가오?\n을: 집에 가오.\n:::",
     "<div class='dialogue'><p>갑: 어디로 가오?<br>을: 집에 가오.</p></div>",
     "<div class=\"dialogue\"><p>갑: 어디로 가오?</p><p>을: 집에 가오.</p></div>", "Div"},
    {"call-out", "::: 알림\n내일은 쉰다.\n:::", "<div class='callout'><p>내일은 쉰다.</p></div>",
     "<div class=\"callout\" role=\"note\"><p>내일은 쉰다.</p></div>", "Div"},
    {"tip with a title", "::: {.tip title=\"걷기 전에\"}\n물을 챙긴다.\n:::",
     "<div class='callout tip' data-munjip-title='걷기 전에'><p>물을 챙긴다.</p></div>",
     "<div class=\"callout tip\" epub:type=\"tip\" role=\"doc-tip\"><p "
     "class=\"callout-title\">걷기 전에</p><p>물을 챙긴다.</p></div>",
     "Div"},
    {"GitHub's warning", "> [!WARNING]\n> 비가 오면 돌아온다.",
     "<div class='callout warning'>비가 오면 돌아온다.</div>",
     "<p class=\"callout-title\">주의</p><p>비가 오면 돌아온다.</p></div>", "Div"},
    {"warning in another language", "::: {.warning lang=ja}\n雨なら戻る。\n:::",
     "<div class='callout warning' lang='ja'>雨なら戻る。</div>",
     "<div class=\"callout warning\" lang=\"ja\" xml:lang=\"ja\" epub:type=\"notice\" "
     "role=\"doc-notice\"><p class=\"callout-title\">注意</p><p lang=\"ja\" xml:lang=\"ja\">",
     "Div"},
    {"side note", "::: {.방주}\n예전에는 개울이었다.\n:::",
     "<aside class='side-note'>예전에는 개울이었다.</aside>",
     "<aside class=\"side-note\" epub:type=\"sidebar\" role=\"note\"><p>예전에는 "
     "개울이었다.</p></aside>",
     "Div"},
    {"columns", "::: 단\n첫째 글이다.\n\n둘째 글이다.\n:::",
     "<div class='text-columns'><p>첫째 글이다.</p><p>둘째 글이다.</p></div>",
     "<div class=\"text-columns\"><p>첫째 글이다.</p><p>둘째 글이다.</p></div>", "Div"},
    {"drop cap",
     "::: {.drop-cap}\n봄은 강가에서 온다.\n:::", "<p class='drop-cap'>봄은 강가에서 온다.</p>",
     "<div class=\"drop-cap\"><p>봄은 강가에서 온다.</p></div>", "Div"},
    {"credit of a quotation", "> 한 줄이다.\n> — 이름 모를 사람",
     "<blockquote><p>한 줄이다.</p><cite>— 이름 모를 사람</cite></blockquote>", "— 이름 모를 사람",
     "BlockQuote"},
    {"ruby", "[漢字]{ruby=한자}와 {文理|문리}",
     "<ruby>漢字<rt>한자</rt></ruby>와 <ruby>文理<rt>문리</rt></ruby>",
     "<ruby>漢字<rt>한자</rt></ruby>와 <ruby>文理<rt>문리</rt></ruby>", "RB"},
    {"emphasis dots", "[중요한 말]{.드러냄표}이다.",
     "<p><span class='dots'>중요한 말</span>이다.</p>",
     "<span class=\"dots\">중요한 말</span>이다.", "Span"},
    {"language", "[bonjour]{lang=fr}라고", "<p><span lang='fr'>bonjour</span>라고</p>",
     "<span lang=\"fr\" xml:lang=\"fr\">bonjour</span>라고", "Span"},
    {"class of the author's own", "[낮은]{.whisper} 목소리", nullptr,
     "<span class=\"whisper\">낮은</span> 목소리", "Span"},
    {"alignment", "::: 가운데\n한가운데\n:::", "<p align='center'>한가운데</p>",
     "<p class=\"center\">한가운데</p>", "P"},
    {"list of syllables", "가. 신발\n나. 물\n다. 문", nullptr,
     "<span class=\"list-label\">나.</span> <p>물</p>", "LBody"},
    {"list with parentheses", "(1) 신발\n(2) 물", nullptr,
     "<span class=\"list-label\">(2)</span> <p>물</p>", "LBody"},
    {"circled syllables", "㉮ 신발\n㉯ 물", nullptr,
     "<span class=\"list-label\">㉯</span> <p>물</p>", "LBody"},
    {"parenthesis of Markdown", "1) 신발\n2) 물", nullptr,
     "<span class=\"list-label\">2)</span> <p>물</p>", "LBody"},
};

}  // namespace

TEST_CASE("markup: every passage reaches both outputs, from Markdown and from HTML") {
  for (const Passage& passage : kPassages) {
    CAPTURE(passage.name);
    for (const bool is_html : {false, true}) {
      if (is_html && passage.html == nullptr) continue;
      CAPTURE(is_html);
      const TemporaryFolder folder("markup");
      if (is_html) {
        folder.add("글.html", as_html(passage.html));
      } else {
        folder.add("글.md", as_markdown(passage.markdown));
      }
      const ReadBook read = read_book(folder.path(), "");
      CHECK(read.warnings.empty());
      const std::string xhtml = xhtml_of(read.book);
      CHECK_MESSAGE(holds(xhtml, passage.xhtml), xhtml);
      const std::string tags = dump_tags(pages_of(read.book));
      CHECK_MESSAGE(holds(tags, passage.tags), tags);
    }
  }
}

TEST_CASE("markup: import writes each passage so that it is read back as itself") {
  for (const Passage& passage : kPassages) {
    CAPTURE(passage.name);
    const ReadBook read = from_markdown(passage.markdown);
    const TemporaryFolder folder("markup-import");
    const fs::path target = folder.path() / "book";
    const BookFolder written = make_book_folder(read.book, read.manifest, target, Language::korean);
    write_book_folder(written, target, false);
    Diagnostics diagnostics;
    const Manifest manifest = read_manifest(target / "book.toml", diagnostics);
    const std::vector<fs::path> files = find_post_files(manifest, diagnostics);
    const Book again = assemble_book(
        manifest, read_posts(files, read_options(manifest, 1), diagnostics), diagnostics);
    CHECK_MESSAGE(dump_book(again) == dump_book(read.book), written.files[1].bytes);
  }
}

TEST_CASE("markup: import writes divisions and attributes, not HTML") {
  const ReadBook read = from_markdown(
      "::: {.verse}\n비가 오면\n골목은 낮아진다\n\n— 한나루, 「처마」\n:::\n\n[중요]{.dots}한 "
      "[漢字]{ruby=한자}\n\n가. 신발\n나. 물\n\n> 한 줄\n>\n> — 이름\n");
  const BookFolder folder =
      make_book_folder(read.book, read.manifest, "/nowhere/book", Language::korean);
  const std::string& text = folder.files[1].bytes;
  CHECK_MESSAGE(
      holds(text, "::: {.verse}\n비가 오면\\\n골목은 낮아진다\n\n— 한나루, 「처마」\n:::"), text);
  CHECK_MESSAGE(holds(text, "[중요]{.dots}한 [漢字]{ruby=\"한자\"}"), text);
  CHECK_MESSAGE(holds(text, "가. 신발\n나. 물"), text);
  CHECK_MESSAGE(holds(text, "> 한 줄\n>\n> — 이름"), text);
}

TEST_CASE("markup: a reference has its title, and on paper the number of the page") {
  const ReadBook read =
      from_markdown("[@둘째 마디]{.page}와 [](#둘째-마디)를 보라.\n\n## 둘째 마디\n\n여기다.\n");
  CHECK(read.warnings.empty());
  CHECK(holds(xhtml_of(read.book), "\">둘째 마디</a>와 <a href=\"#"));
  CHECK_FALSE(holds(xhtml_of(read.book), "쪽)"));
  const PagedBook paged = pages_of(read.book);
  const auto page = std::find_if(paged.pages.begin(), paged.pages.end(), [](const Page& one) {
    return std::any_of(one.items.begin(), one.items.end(), [](const PageItem& item) {
      const auto* anchor = std::get_if<AnchorMark>(&item.is);
      return anchor != nullptr && anchor->id == "post-1-h1";
    });
  });
  REQUIRE(page != paged.pages.end());
  CHECK(holds(dump_tags(paged), "(" + page->label + "쪽)"));
}

TEST_CASE("markup: a title is looked for in the other posts too, and told where there is none") {
  const TemporaryFolder folder("markup");
  folder.add("1.md", "---\ntitle: 첫 글\n---\n\n[@둘째 글]과 [@없는 글]을 보라.\n");
  folder.add("2.md", "---\ntitle: 둘째 글\n---\n\n여기다.\n");
  const ReadBook read = read_book(folder.path(), "");
  CHECK(holds(xhtml_of(read.book), "<a href=\"ch0002.xhtml#post-2\">둘째 글</a>과 없는 글을"));
  CHECK(holds(read.warnings, "links to no place"));
}

TEST_CASE("markup: terms of the index are in the book and change nothing that is seen") {
  const ReadBook read = from_markdown("[樂園]{.index reading=낙원}에서 [걸음]{index=산책}");
  const std::string dump = dump_book(read.book);
  CHECK(holds(dump, "data-term=\"樂園\" data-reading=\"낙원\""));
  CHECK(holds(dump, "data-term=\"산책\""));
  CHECK(holds(xhtml_of(read.book), "<p>樂園에서 걸음</p>"));
}

TEST_CASE("markup: rules give roles to pasted text and foreign HTML; idle ones are told") {
  const TemporaryFolder folder("markup");
  folder.add("글.html", as_html("<div class='sb-box'><p>내일은 쉰다.</p></div>"
                                "<p>[시] 나무는 서서<br>비를 맞는다</p><p>[시] 둘째 연</p>"));
  const ReadBook read = read_book(folder.path(),
                                  "[[rule]]\nselector = \"div.sb-box\"\nrole = \"알림\"\n"
                                  "[[rule]]\npattern = '^\\[시\\]\\s*'\nrole = \"verse\"\n"
                                  "[[rule]]\nselector = \"p.none\"\nrole = \"verse\"\n"
                                  "[[rule]]\npattern = '(('\nrole = \"verse\"\n"
                                  "[[rule]]\npattern = 'a'\nrole = \"vers\"\n");
  const std::string xhtml = xhtml_of(read.book);
  CHECK_MESSAGE(holds(xhtml, "<div class=\"callout\" role=\"note\"><p>내일은 쉰다.</p></div>"),
                xhtml);
  CHECK_MESSAGE(holds(xhtml,
                      "<div class=\"verse\"><p><span class=\"line\">나무는 "
                      "서서</span><span class=\"line\">비를 맞는다</span></p><p><span "
                      "class=\"line\">둘째 연</span></p></div>"),
                xhtml);
  CHECK(holds(read.warnings, "nothing in the book matches this rule: p.none"));
  CHECK(holds(read.warnings, "wrong regular expression"));
  CHECK(holds(read.warnings, "unknown role: vers"));
}

TEST_CASE("markup: what only looks like it stays text") {
  for (const char* markdown : {"[글]{ }", "[글]{낱말}", "{가|나}", "{漢字}", "::: 모르는 이름",
                               ":::", "가. 하나뿐", "[글] {.dots}"}) {
    const std::string xhtml = xhtml_of(from_markdown(markdown).book);
    CHECK_MESSAGE(holds(xhtml, "<p>" + std::string(markdown) + "</p>"), xhtml);
  }
  const ReadBook open = from_markdown("::: {.verse}\n닫지 않은 시");
  CHECK(holds(open.warnings, "nothing closes this division"));
}

TEST_CASE("markup: a long line of brackets and braces takes no more than linear time") {
  std::string line;
  for (int i = 0; i < 100'000; ++i) line += "[{漢|";
  const ReadBook read = from_markdown(line);
  CHECK(read.book.post_count() == 1);
}

}  // namespace munjip
