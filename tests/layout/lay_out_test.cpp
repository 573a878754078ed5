// The whole of layout, with the fonts of the machine and munjip's own styles.
#include "layout/lay_out.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include "layout/dump.h"
#include "layout/sample_book.h"
#include "layout/set_book.h"

using namespace munjip;
using namespace munjip::sample;

namespace {

// What a reader of the structure tree hears: the text of the leaves, in tree order.
void append_text(const PagedBook& paged, const std::vector<std::string>& leaves, TagId id,
                 std::string& out) {
  out += leaves[id];
  for (const TagId child : paged.tags[id].children) append_text(paged, leaves, child, out);
}

std::string text_below(const PagedBook& paged, TagId id) {
  std::vector<std::string> leaves(paged.tags.size());
  for (const Page& page : paged.pages) {
    for (const PageItem& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.is);
      if (run != nullptr && item.tag != kArtifact) leaves[item.tag] += run->text;
    }
  }
  std::string out;
  append_text(paged, leaves, id, out);
  return out;
}

TagId find_tag(const PagedBook& paged, Element element, std::size_t skip = 0) {
  for (TagId id = 0; id < paged.tags.size(); ++id) {
    if (paged.tags[id].element == element && skip-- == 0) return id;
  }
  FAIL("no such tag");
  return 0;
}

std::string text_of(const PagedBook& paged, Element element, std::size_t skip = 0) {
  return text_below(paged, find_tag(paged, element, skip));
}

Length right_end(const PageItem& item) {
  const auto& run = std::get<GlyphRun>(item.is);
  const PlacedGlyph& last = run.glyphs.back();
  return item.at.x + last.x + Length::pt(run.font->advance(last.id) * run.size.pt());
}

// Nothing but spaces stands out over the trim box, whatever the input.
void check_inside(const PagedBook& paged) {
  for (const Page& page : paged.pages) {
    for (const PageItem& item : page.items) {
      if (item.tag != kArtifact) CHECK(item.tag < paged.tags.size());
      CHECK(item.at.x >= Length());
      const auto* run = std::get_if<GlyphRun>(&item.is);
      if (run == nullptr || run->glyphs.empty() || run->text.ends_with(' ')) continue;
      CHECK(right_end(item) <= page.trim.width);
      CHECK(item.at.y <= page.trim.height);
    }
  }
}

Block table(std::size_t columns, std::size_t rows, const std::string& words) {
  Table one;
  for (std::size_t r = 0; r < rows; ++r) {
    Row row;
    for (std::size_t c = 0; c < columns; ++c) {
      Cell cell;
      cell.children = {paragraph(words)};
      cell.is_header = r == 0;
      row.cells.push_back(std::move(cell));
    }
    (r == 0 ? one.head : one.body).push_back(std::move(row));
  }
  Block block;
  block.is = std::move(one);
  return block;
}

Block note_paragraph(const std::string& before, const std::string& after, std::size_t note) {
  Inlines inlines = text(before);
  inlines.push_back({NoteMark{note}, {}});
  inlines.push_back({Text{after}, {}});
  Block block;
  block.is = Paragraph{std::move(inlines)};
  return block;
}

Note note(const std::string& words) {
  Note one;
  one.body = {paragraph(words)};
  return one;
}

double seconds_for(const Book& book) {
  const auto begin = std::chrono::steady_clock::now();
  Diagnostics diagnostics;
  const PagedBook paged = lay_out(book, style("essay.css"), fonts(), options_for(), diagnostics);
  check_inside(paged);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

TEST_CASE("the text of a paragraph comes back exactly, spaces included") {
  const std::string words = prose(900);
  const PagedBook paged = set(book({post("post-1", "첫 글", {paragraph(words)})}));
  // The title page has one paragraph (the author); the post's follows.
  CHECK(text_of(paged, Element::paragraph, 1) == words);
  check_inside(paged);
}

TEST_CASE("inner lines end at the measure within 0.01 pt (checklist 25)") {
  const PagedBook paged = set(book({post("post-1", "첫 글", {paragraph(prose(3000))})}));
  const TrimSize trim = find_trim("A5").value();
  int flush = 0, short_lines = 0;
  for (const Page& page : paged.pages) {
    const Length margin = page.is_recto ? trim.margin.right : trim.margin.left;
    std::map<Length, Length> ends;  // by baseline
    for (const PageItem& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.is);
      if (run == nullptr || item.tag == kArtifact || run->size != trim.font_size) continue;
      std::size_t last = run->glyphs.size() - 1;
      if (run->text.ends_with(' ') && last > 0) --last;  // the space that ended the line
      const PlacedGlyph& glyph = run->glyphs[last];
      // A full stop hangs by half.
      const bool is_stop = run->text.find_last_not_of(' ') == run->text.rfind('.');
      const double inside = is_stop ? 0.5 : 1;
      const Length end =
          item.at.x + glyph.x + Length::pt(run->font->advance(glyph.id) * run->size.pt() * inside);
      ends[item.at.y] = std::max(ends[item.at.y], end);
    }
    for (const auto& [y, end] : ends) {
      const double gap = (page.trim.width - margin - end).pt();
      (std::abs(gap) < 0.01 ? flush : short_lines) += 1;
    }
  }
  CHECK(flush > 80);
  CHECK(short_lines <= 2);  // the paragraph's last line, and the author's on the title page
}

TEST_CASE("body lines of all pages stand on one grid (checklist 44)") {
  Blocks body;
  for (unsigned i = 0; i < 12; ++i) {
    body.push_back(heading("작은 제목", "post-1-h" + std::to_string(i)));
    body.push_back(paragraph(prose(300 + 40 * i, i)));
    Block quote;
    quote.is = Quote{{paragraph(prose(60, i + 50))}, text("옛 수필에서")};
    body.push_back(std::move(quote));
    body.push_back(paragraph(prose(120, i + 90)));
  }
  const PagedBook paged = set(book({post("post-1", "첫 글", std::move(body))}));
  const TrimSize trim = find_trim("A5").value();
  const Length first_baseline = trim.margin.top + trim.leading / 2 + trim.font_size.scaled(0.38);
  int lines = 0;
  for (const Page& page : paged.pages) {
    for (const PageItem& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.is);
      const bool is_body = run != nullptr && item.tag != kArtifact && run->size == trim.font_size &&
                           page.label != "1";
      if (!is_body) continue;
      ++lines;
      CHECK((item.at.y - first_baseline).raw() % trim.leading.raw() == 0);
    }
  }
  CHECK(lines > 100);
}

TEST_CASE("a note stands in the tree right after its mark and at the foot of the mark's page") {
  Post one = post("post-1", "첫 글",
                  {paragraph(prose(500)), note_paragraph("본문의 앞", "이고 뒤다.", 0),
                   paragraph(prose(500, 9))});
  one.notes = {note("각주의 글이다.")};
  const PagedBook paged = set(book({std::move(one)}));
  const TagId mark = find_tag(paged, Element::note_mark), body = find_tag(paged, Element::note);
  const std::vector<TagId>& siblings = paged.tags[paged.tags[mark].parent].children;
  const auto place = std::find(siblings.begin(), siblings.end(), mark);
  REQUIRE(place != siblings.end());
  CHECK(*(place + 1) == body);
  CHECK(text_below(paged, body) == "각주의 글이다.");
  int page_of_mark = -1, page_of_note = -2;
  for (std::size_t p = 0; p < paged.pages.size(); ++p) {
    for (const PageItem& item : paged.pages[p].items) {
      const auto* anchor = std::get_if<AnchorMark>(&item.is);
      if (anchor == nullptr) continue;
      if (anchor->id == "note-mark-post-1-1") page_of_mark = static_cast<int>(p);
      if (anchor->id == "note-post-1-1") page_of_note = static_cast<int>(p);
    }
  }
  CHECK(page_of_mark == page_of_note);
}

TEST_CASE("every link inside the book leads to a place that is there") {
  Post one = post("post-1", "첫 글", {note_paragraph("앞", "뒤", 0)});
  one.notes = {note("각주")};
  Block link;
  link.is = Paragraph{{Inline{Link{text("첫 글로"), "#post-1"}, {}}}};
  const PagedBook paged = set(book({std::move(one), post("post-2", "둘째 글", {std::move(link)})}));
  std::vector<std::string> anchors, targets;
  for (const Page& page : paged.pages) {
    for (const PageItem& item : page.items) {
      if (const auto* anchor = std::get_if<AnchorMark>(&item.is)) anchors.push_back(anchor->id);
      const auto* area = std::get_if<LinkArea>(&item.is);
      if (area == nullptr) continue;
      CHECK(paged.tags[item.tag].element != Element::text);
      targets.push_back(area->target);
    }
  }
  CHECK(targets.size() >= 5);  // two lines of contents with their numbers, the note, the link
  for (const std::string& target : targets) {
    CHECK(std::count(anchors.begin(), anchors.end(), target.substr(1)) == 1);
  }
  for (const OutlineEntry& entry : paged.outline) {
    CHECK(std::count(anchors.begin(), anchors.end(), entry.anchor) == 1);
  }
}

TEST_CASE("the contents show the pages on which posts begin") {
  std::vector<Post> posts;
  for (int i = 1; i <= 40; ++i) {
    posts.push_back(post("post-" + std::to_string(i), "글 " + std::to_string(i),
                         {paragraph(prose(700, static_cast<unsigned>(i)))}));
  }
  const PagedBook paged = set(book(std::move(posts)));
  std::map<std::string, std::string> page_of;
  for (const Page& page : paged.pages) {
    for (const PageItem& item : page.items) {
      const auto* anchor = std::get_if<AnchorMark>(&item.is);
      if (anchor != nullptr) page_of[anchor->id] = page.label;
    }
  }
  for (std::size_t i = 0; i < 40; ++i) {
    const std::string line = text_of(paged, Element::table_of_contents_item, i);
    const std::string number = std::to_string(i + 1);
    CHECK(line == "글 " + number + page_of["post-" + number]);
  }
}

TEST_CASE("an odd folio is a recto, and print has an even number of pages and no cover") {
  const Book one = book({post("post-1", "첫 글", {paragraph(prose(1500))})});
  const PagedBook print = set(one, options_for("신국판", PdfProfile::print));
  CHECK(print.pages.size() % 2 == 0);
  CHECK(print.pages.front().label == "1");
  for (const Page& page : print.pages) CHECK(page.is_recto == (std::stoi(page.label) % 2 == 1));
  const PagedBook screen = set(one);
  CHECK(screen.pages[0].label == "표지");
  CHECK(screen.pages[1].label == "1");
}

TEST_CASE("posts of a handout follow each other on the page") {
  std::vector<Post> posts;
  for (int i = 1; i <= 4; ++i) {
    posts.push_back(
        post("post-" + std::to_string(i), "짧은 글", {paragraph("한 문단으로 된 글이다.")}));
  }
  const PagedBook paged =
      set(book(std::move(posts)), options_for("A4", PdfProfile::handout), "handout.css");
  CHECK(paged.pages.size() == 1);
}

TEST_CASE("ruby is base and reading in the tree, and leaves the line pitch alone") {
  Inlines inlines = text("옛사람은 ");
  inlines.push_back({Ruby{"漢字", "한자"}, {}});
  inlines.push_back({Text{"로 썼다. " + prose(200)}, {}});
  Block block;
  block.is = Paragraph{std::move(inlines)};
  const PagedBook paged = set(book({post("post-1", "첫 글", {std::move(block)})}));
  CHECK(text_of(paged, Element::ruby_base) == "漢字");
  CHECK(text_of(paged, Element::ruby_text) == "한자");
  check_inside(paged);
}

TEST_CASE("forced line ends read as a space; code keeps its lines") {
  Inlines inlines = text("첫 줄");
  inlines.push_back({LineBreak{}, {}});
  inlines.push_back({Text{"둘째 줄"}, {}});
  Block verse, code;
  verse.is = Paragraph{std::move(inlines)};
  code.is = CodeBlock{"int main() {\n\treturn 0;\n}\n", "cpp"};
  const PagedBook paged = set(book({post("post-1", "첫 글", {verse, code})}));
  CHECK(text_of(paged, Element::paragraph, 1) == "첫 줄 둘째 줄");
  CHECK(text_of(paged, Element::code_block) == "int main() { \treturn 0; }");
}

TEST_CASE("list labels and items are told apart in the tree") {
  List list;
  list.marker = ListMarker::decimal;
  list.items.push_back({{paragraph("하나")}});
  list.items.push_back({{paragraph("둘")}});
  Block block;
  block.is = std::move(list);
  const PagedBook paged = set(book({post("post-1", "첫 글", {block})}));
  CHECK(text_of(paged, Element::list_label, 0) == "1.");
  CHECK(text_of(paged, Element::list_label, 1) == "2.");
  CHECK(text_of(paged, Element::list_body, 1) == "둘");
}

TEST_CASE("a table over several pages repeats its head as decoration") {
  const PagedBook paged = set(book({post("post-1", "첫 글", {table(3, 120, "칸 하나의 글")})}));
  CHECK(paged.pages.size() > 5);
  std::size_t cells = 0;
  for (const TagNode& node : paged.tags) {
    cells += node.element == Element::cell || node.element == Element::header_cell ? 1 : 0;
  }
  CHECK(cells == 360);
  check_inside(paged);
}

TEST_CASE("a table too wide is set in smaller type and broken words, never clipped") {
  const PagedBook paged =
      set(book({post("post-1", "첫 글", {table(14, 4, "매우긴낱말이들어있는칸")})}),
          options_for("46판"));
  const TrimSize trim = find_trim("46판").value();
  for (const Page& page : paged.pages) {
    for (const PageItem& item : page.items) {
      if (!std::holds_alternative<GlyphRun>(item.is)) continue;
      if (std::get<GlyphRun>(item.is).text.ends_with(' ')) continue;
      CHECK(right_end(item) <= page.trim.width - Length::mm(10));
    }
  }
  CHECK(trim.size.width > Length());
}

TEST_CASE("a short table stands on one page, wherever it falls") {
  for (std::size_t syllables = 300; syllables < 900; syllables += 40) {
    const PagedBook paged = set(
        book({post("post-1", "글",
                   {paragraph(prose(syllables)), table(2, 4, "칸"), paragraph(prose(700, 3))})}));
    const TagId tag = find_tag(paged, Element::table);
    std::set<std::size_t> pages;
    for (std::size_t p = 0; p < paged.pages.size(); ++p) {
      for (const PageItem& item : paged.pages[p].items) {
        for (TagId id = item.tag; id != kArtifact && id != 0; id = paged.tags[id].parent) {
          if (id == tag) pages.insert(p);
        }
      }
    }
    CHECK(pages.size() == 1);
  }
}

TEST_CASE("a picture in an indented line ends at the margin like the text") {
  Image image;
  image.resource = "wide.png";
  Inlines inlines;
  inlines.push_back({InlineImage{image}});
  Block block;
  block.is = Paragraph{std::move(inlines)};
  Book wide = book({post("post-1", "첫 글", {std::move(block)})});
  Resource& resource = wide.resources["wide.png"];
  resource.name = "wide.png";
  resource.width_px = 2000;
  resource.height_px = 100;
  Diagnostics diagnostics;
  const PagedBook paged = lay_out(wide, style("essay.css"), fonts(), options_for(), diagnostics);
  const TrimSize trim = find_trim("A5").value();
  std::size_t pictures = 0;
  for (const Page& page : paged.pages) {
    const Length right = page.trim.width - (page.is_recto ? trim.margin.right : trim.margin.left);
    for (const PageItem& item : page.items) {
      const auto* placed = std::get_if<PlacedImage>(&item.is);
      if (placed == nullptr) continue;
      ++pictures;
      CHECK(item.at.x + placed->size.width <= right + Length::pt(0.01));
      CHECK(placed->size.width > (right - item.at.x).scaled(0.99));
    }
  }
  CHECK(pictures == 1);
}

// Smaller type first, then bands of columns with the first column again; and say which. To a reader
// by ear it stays one table.
TEST_CASE("a wide table shrinks to 6.5 pt, then stands in bands, and the author is told") {
  const auto told = [](std::size_t columns, PagedBook& paged) {
    Diagnostics diagnostics;
    paged = lay_out(book({post("post-1", "첫 글", {table(columns, 4, "아홉글자의낱말하나")})}),
                    style("essay.css"), fonts(), options_for(), diagnostics);
    std::string text;
    for (const Diagnostic& one : diagnostics.all()) text += one.text.en + "\n";
    return text;
  };
  const auto tables = [](const PagedBook& paged) {
    return std::count_if(paged.tags.begin(), paged.tags.end(),
                         [](const TagNode& node) { return node.element == Element::table; });
  };
  PagedBook paged;
  CHECK(told(2, paged).empty());
  CHECK(tables(paged) == 1);
  CHECK(told(4, paged).find("type of") != std::string::npos);
  CHECK(tables(paged) == 1);
  CHECK(told(12, paged).find("bands") != std::string::npos);
  CHECK(tables(paged) == 1);
  check_inside(paged);
  for (const Page& page : paged.pages) {
    for (const PageItem& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.is);
      if (run != nullptr) CHECK(run->size >= Length::pt(6.5));
    }
  }
}

// The columns of a table in bands are told apart by the first one, which says the same in each: the
// number of a page, and of a note that is counted anew on its page.
TEST_CASE("what the first column says is repeated to the letter") {
  Block wide = table(12, 2, "아홉글자의낱말하나");
  Inlines first = text("쪽은");
  first.push_back({Link{text("여기"), "#post-1", false, true}, {}});
  first.push_back({NoteMark{1}, {}});
  std::get<Paragraph>(std::get<Table>(wide.is).body[0].cells[0].children[0].is).content =
      std::move(first);
  Post one = post("post-1", "첫 글",
                  {note_paragraph("앞 ", " 뒤", 0), paragraph(prose(2000)), std::move(wide)});
  one.notes = {note("앞의 주"), note("표의 주")};
  Book whole = book({std::move(one)});
  whole.notes.numbering = NoteNumbering::page;
  Diagnostics diagnostics;
  const PagedBook paged = lay_out(whole, style("essay.css"), fonts(), options_for(), diagnostics);
  std::vector<std::string> columns;  // of each band, without spaces
  for (const Page& page : paged.pages) {
    bool is_open = false;
    for (const PageItem& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.is);
      if (run == nullptr) continue;
      if (run->text.find("쪽은") != std::string::npos) columns.emplace_back();
      is_open = is_open || run->text.find("쪽은") != std::string::npos;
      if (run->text.find("아홉") != std::string::npos) is_open = false;
      if (is_open) columns.back() += run->text;
    }
  }
  REQUIRE(columns.size() > 1);
  CHECK(columns.front().find("00쪽") == std::string::npos);
  for (const std::string& column : columns) CHECK(column == columns.front());
}

TEST_CASE("the result does not depend on the number of threads") {
  std::vector<Post> posts;
  for (int i = 1; i <= 12; ++i) {
    posts.push_back(post("post-" + std::to_string(i), "글",
                         {paragraph(prose(500, static_cast<unsigned>(i))), table(3, 9, "칸")}));
  }
  const Book one = book(std::move(posts));
  LayoutOptions options = options_for();
  const PagedBook alone = set(one, options);
  options.jobs = 4;
  const PagedBook together = set(one, options);
  CHECK(dump_pages(alone) == dump_pages(together));
  CHECK(dump_tags(alone) == dump_tags(together));
}

TEST_CASE("a character that no font has is named with its place") {
  Post one = post("post-1", "첫 글", {paragraph("글자 \U00100000 하나")});
  one.body[0].at = {7, 1};
  Diagnostics diagnostics;
  lay_out(book({one}), style("essay.css"), fonts(), options_for(), diagnostics);
  REQUIRE(diagnostics.content_lost());
  const Diagnostic& told = diagnostics.all().front();
  CHECK(told.at.file == "post-1.md");
  CHECK(told.at.pos.line == 7);
  CHECK(told.text.en.find("U+100000") != std::string::npos);
}

TEST_CASE("hostile content is set in bounded time and stays on the page") {
  SUBCASE("a very long paragraph") {
    CHECK(seconds_for(book({post("post-1", "긴 글", {paragraph(prose(600'000))})})) < 20);
  }
  SUBCASE("a word without end") {
    CHECK(seconds_for(book({post("post-1", "낱말", {paragraph(std::string(300'000, 'a'))})})) < 20);
  }
  SUBCASE("ten thousand items") {
    List list;
    list.marker = ListMarker::decimal;
    for (int i = 0; i < 10'000; ++i) list.items.push_back({{paragraph("항목")}});
    Block block;
    block.is = std::move(list);
    CHECK(seconds_for(book({post("post-1", "목록", {std::move(block)})})) < 20);
  }
  SUBCASE("quotes sixty deep") {
    Block inner = paragraph("가장 안쪽의 글이다. " + prose(100));
    for (int i = 0; i < 60; ++i) {
      Block quote;
      quote.is = Quote{{std::move(inner)}, {}};
      inner = std::move(quote);
    }
    CHECK(seconds_for(book({post("post-1", "인용", {std::move(inner)})})) < 5);
  }
  SUBCASE("a note longer than a page") {
    Post one = post("post-1", "첫 글", {note_paragraph("앞", "뒤", 0), paragraph(prose(300))});
    one.notes = {note(prose(9000))};
    CHECK(seconds_for(book({std::move(one)})) < 5);
  }
  SUBCASE("a cell higher than a page") {
    CHECK(seconds_for(book({post("post-1", "표", {table(2, 3, prose(4000))})})) < 5);
  }
  SUBCASE("a page smaller than a letter") {
    Diagnostics diagnostics;
    LayoutOptions options = options_for();
    options.trim.size = {Length::pt(60), Length::pt(60)};
    lay_out(book({post("post-1", "글", {paragraph(prose(50)), table(4, 3, "칸의 글")})}),
            style("essay.css"), fonts(), options, diagnostics);
  }
}

// PDF/UA-1, 7.2: the order of the tree is the order of reading.
TEST_CASE("the tree reads front matter, parts and colophon in the order of their pages") {
  Book one = book({post("a", "첫 글", {paragraph("하나.")})});
  one.parts[0].title = "앞 마당";
  one.parts.push_back({"뒤 마당", {post("b", "둘째 글", {paragraph("둘.")})}});
  const PagedBook paged = set(one);
  std::vector<std::size_t> first_page(paged.tags.size(), paged.pages.size());
  for (std::size_t p = paged.pages.size(); p-- > 0;) {
    for (const PageItem& item : paged.pages[p].items) {
      if (item.tag == kArtifact) continue;
      for (TagId id = item.tag; id != 0; id = paged.tags[id].parent) first_page[id] = p;
    }
  }
  std::vector<std::size_t> order;
  for (const TagId child : paged.tags[0].children) order.push_back(first_page[child]);
  CHECK(order.size() == 5);  // title page, contents, two parts, colophon
  CHECK(std::is_sorted(order.begin(), order.end()));
}

// typography.md 2: letter space within -0.02 ... +0.05 em, no hole, every inner line flush.
TEST_CASE("the figures of a page of prose are within the limits") {
  const LineFigures figures =
      figures_of(set(book({post("a", "글", {paragraph(prose(4000))})})).lines);
  CHECK(figures.inner > 100);
  CHECK(figures.wide * 100 <= figures.inner * 3);
  CHECK(figures.widest_word_space <= kHole);
  CHECK(figures.narrowest_word_space >= 0.2);
  CHECK(figures.widest_letter_space <= 0.05);
  CHECK(figures.narrowest_letter_space >= -0.02);
  CHECK(figures.syllable * 100 <= figures.inner * 5);
  CHECK(figures.ragged == 0);
  CHECK(figures.forbidden == 0);
}
