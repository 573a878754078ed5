// Characters on their way into both outputs: references, marks of XML, controls, encodings,
// directions, emoji, letters that no font has.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/utf8.h"
#include "cases/reading.h"

using namespace munjip;
using namespace munjip::cases;
using Strings = std::vector<std::string>;

TEST_CASE("f01: named character references become characters; the EPUB has only those of XML") {
  const BuiltCase& built = built_case("f01-entities");
  check_post(built, 0,
             "h1{부엌의 기호}\n"
             "p{국수 한 그릇—국물은 맑게…고명은 파·김 © 2025 “어머니의 말”}\n"
             "p{끝.}\n");
  const std::string text = all_text(built);
  std::size_t xml_own = 0;
  for (const char* name : {"&amp;", "&lt;", "&gt;", "&quot;", "&#"})
    xml_own += count_of(text, name);
  CHECK(count_of(text, "&") == xml_own);
  CHECK(built.messages == Strings{});
}

TEST_CASE("f02: a bare ampersand is escaped once, and addresses keep their bytes") {
  const BuiltCase& built = built_case("f02-ampersand");
  check_post(built, 0,
             "h1{빵&잼 가게 & 오븐}\n"
             "h2{잼&버터 & 소금}\n"
             "p{B&B 손님께 a{차림표}를 드립니다. A&W}\n");
  const Strings address = {"https://example.com/find?flour=1&sugar=2&copy=3"};
  CHECK(epub_links(built) == address);
  CHECK(pdf_links(built) == address);
  const Strings contents = {"빵&잼 가게 & 오븐", " 잼&버터 & 소금"};
  CHECK(epub_contents(built) == contents);
  CHECK(pdf_contents(built) == contents);
  const PackageFile* opf = find_file(built, "EPUB/package.opf");
  REQUIRE(opf != nullptr);
  CHECK(count_of(opf->bytes, ">빵&amp;잼 가게 &amp; 오븐</dc:title>") == 1);
  CHECK(count_of(all_text(built), "&amp;amp;") == 0);
  CHECK(count_of(built.pdf, "(https://example.com/find?flour=1&sugar=2&copy=3)") == 1);
}

TEST_CASE("f07: control characters are left out and told once; tab and line end stay") {
  const BuiltCase& built = built_case("f07-control-characters");
  check_post(built, 0,
             "h1{숨은 글쇠}\n"
             "p{위탭 쪽넘김 뒤로 칸나눔 사이 끝.}\n"
             "pre{칸 맞춤 둘째 줄}\n");
  CHECK(built.messages == Strings{"warning: 4 control characters were dropped"});
  CHECK(count_of(post_xhtml(built, 0), "<pre><code>칸\t맞춤\n둘째 줄\n</code></pre>") == 1);
  const std::string text = all_text(built);
  CHECK(std::none_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
  }));
}

TEST_CASE("f20: right-to-left words keep direction and language, and are read in their own order") {
  const BuiltCase& built = built_case("f20-directions");
  check_post(built, 0,
             "h1{바다 건너온 말}\n"
             "p{편지에는 سلام عليكم 이라 적혀 있고 תודה (45) 가 뒤따른다. End.}\n"
             "p{مرحبا}\n");
  const std::string xhtml = post_xhtml(built, 0);
  CHECK(count_of(xhtml, " dir=\"rtl\"") == 2);
  CHECK(count_of(xhtml, " lang=\"ar\" xml:lang=\"ar\"") == 2);
  CHECK(count_of(xhtml, "<span lang=\"he\" xml:lang=\"he\">תודה (45)</span>") == 1);
  // EPUB 3.3, 6.3.1: no direction in CSS.
  CHECK(count_of(all_text(built), "direction:") == 0);
  for (const char* word : {"سلام", "תודה", "مرحبا"}) CHECK(run_with(built, word).right_to_left);
  CHECK(!run_with(built, "편지에는").right_to_left);
  // In the line: the number stands left of the Hebrew word, as it is read after it.
  Length word_x, number_x;
  for (const Page& page : built.paged.pages) {
    for (const PageItem& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.is);
      if (run == nullptr) continue;
      if (run->text.find("תודה") != std::string::npos) word_x = item.at.x;
      if (run->text.find("45") != std::string::npos) number_x = item.at.x;
    }
  }
  CHECK(number_x < word_x);
}

TEST_CASE("f35: emoji of several code points stay whole, in bookmarks too") {
  const BuiltCase& built = built_case("f35-emoji");
  check_post(
      built, 0,
      "h1{오늘의 날씨 ☀️ 😀}\n"
      "h2{🌱 심은 것 ✅}\n"
      "p{웃음 😀 식구 👨‍👩‍👧‍👦 깃발 🇰🇷 손 👍🏽 마음 ❤️ "
      "셋 "
      "3️⃣ "
      "끝}\n");
  const Strings contents = {"오늘의 날씨 ☀️ 😀", " 🌱 심은 것 ✅"};
  CHECK(epub_contents(built) == contents);
  CHECK(pdf_contents(built) == contents);
}

TEST_CASE(
    "f36: a letter that no font has is printed by its number and named; the others are drawn") {
  const BuiltCase& built = built_case("f36-rare-characters");
  const std::string before =
      "h1{드문 글자}\n"
      "p{한글 가나다 漢字 仮名 สวัสดี नमस्ते გამარჯობა 𠮷 𝑥 ① ㈜ ㎡ ᄒᆞᆫ글 ꥠ ";
  CHECK(epub_post(built, 0) == before + "\uE005 끝}\n");
  // Which letters these are hangs on the machine's fonts, but none has the one for private use.
  CHECK(pdf_post(built, 0) == before + "[U+E005] 끝}\n");
  CHECK(std::count(built.messages.begin(), built.messages.end(),
                   "warning: no font has this character: \uE005 (U+E005); it is printed as "
                   "[U+E005]") == 1);
  CHECK(built.content_lost);
}

TEST_CASE("f37, f38: CP949 is found without a declaration, and where it is declared EUC-KR") {
  check_post(
      built_case("f37-cp949"), 0,
      "h1{옛 통신}\n"
      "p{똠양꿍을 먹고 햏햏 웃던 뷁스런 밤, 쓩 지나갔다. 확장 완성형으로 적은 긴 글이다.}\n");
  check_post(built_case("f38-cp949-as-euckr"), 0,
             "h1{옛 통신}\n"
             "p{똠양꿍 햏햏 뷁 쓩 펲시}\n");
}

TEST_CASE("f39: byte order mark and CR are gone; date and category of copied text are data") {
  const BuiltCase& built = built_case("f39-bom-crlf");
  check_post(built, 0,
             "h1{우물가에서}\n"
             "p{2024년 5월 6일}\n"
             "p{두레박을 내렸다. 물소리가 났다.}\n"
             "p{물은 차가웠다.}\n");
  const Post& post = built.book.parts[0].posts[0];
  REQUIRE(post.published);
  CHECK(*post.published == DateTime{2024, 5, 6, 7, 8, 0, true});
  CHECK(post.category == "카테고리 없음");  // Tistory's word for none, shown nowhere
  const std::string text = all_text(built);
  for (const char* gone : {"\uFEFF", "\r", "카테고리 없음"}) CHECK(count_of(text, gone) == 0);
}

TEST_CASE("f40: what has no width shows nowhere, lets a long name break and does not hide words") {
  const BuiltCase& built = built_case("f40-zero-width");
  const std::string epub = epub_post(built, 0);
  CHECK(epub == pdf_post(built, 0));
  CHECK(count_of(epub, "p{가나다라") == 1);  // found by a search
  CHECK(count_of(post_xhtml(built, 0), "아<br/>자 끝</p>") == 1);
  for (const char* gone : {"\uFEFF", "\u00AD", "\u2028"})
    CHECK(count_of(all_text(built), gone) == 0);
  for (const GlyphRun* run : post_runs(built)) {
    for (const PlacedGlyph& glyph : run->glyphs) CHECK(glyph.id != 0);
  }
  // A paragraph of one word, `long` thirty times.
  std::size_t letters = 0;
  for (PageLine& line : page_lines(built)) {
    if (line.text.find("long") == std::string::npos) continue;
    for (std::size_t at; (at = line.text.find("\u200B")) != std::string::npos;)
      line.text.erase(at, 3);
    letters += line.text.size();
    CHECK(line.text.size() % 4 == 0);
  }
  CHECK(letters == 30 * 4);
}
