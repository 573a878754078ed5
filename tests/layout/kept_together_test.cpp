// What stays on one page, through the whole of layout.
#include <algorithm>
#include <set>

#include "layout/set_book.h"

using namespace munjip;
using namespace munjip::sample;

namespace {

// Whether the leaf lies in an element of this kind.
bool is_in(const PagedBook& paged, TagId tag, Element element) {
  for (TagId id = tag; id != 0; id = paged.tags[id].parent) {
    if (paged.tags[id].element == element) return true;
  }
  return false;
}

// The pages on which there is text in an element of this kind.
std::set<std::size_t> pages_of(const PagedBook& paged, Element element) {
  std::set<std::size_t> pages;
  for (std::size_t p = 0; p < paged.pages.size(); ++p) {
    for (const PageItem& item : paged.pages[p].items) {
      const bool is_text = std::holds_alternative<GlyphRun>(item.is) && item.tag != kArtifact;
      if (is_text && is_in(paged, item.tag, element)) pages.insert(p);
    }
  }
  return pages;
}

Block table(int rows) {
  Table made;
  for (int i = 0; i < rows; ++i) {
    Row row;
    for (const char* words : {"마을", "다리"}) {
      Cell cell;
      cell.children = {paragraph(words + std::to_string(i))};
      row.cells.push_back(std::move(cell));
    }
    made.body.push_back(std::move(row));
  }
  Block block;
  block.is = std::move(made);
  return block;
}

Length measure() {
  const TrimSize trim = find_trim("A5").value();
  return trim.size.width - trim.margin.left - trim.margin.right;
}

}  // namespace

TEST_CASE("a table of less than half a page stays whole, with its rules, wherever it falls") {
  int moved = 0;
  for (std::size_t syllables = 200; syllables < 1100; syllables += 60) {
    Blocks body = {paragraph(prose(syllables, 1)), table(8)};
    for (unsigned i = 2; i < 7; ++i) body.push_back(paragraph(prose(180, i)));
    const PagedBook paged = set(book({post("post-1", "글", std::move(body))}));
    const std::set<std::size_t> pages = pages_of(paged, Element::table);
    REQUIRE(pages.size() == 1);
    const Page& page = paged.pages[*pages.begin()];
    Length first = page.trim.height, last;
    bool is_first_on_page = true;
    for (const PageItem& item : page.items) {
      if (!std::holds_alternative<GlyphRun>(item.is) || item.tag == kArtifact) continue;
      if (!is_in(paged, item.tag, Element::table)) {
        is_first_on_page = is_first_on_page && item.at.y > first;
        continue;
      }
      first = std::min(first, item.at.y);
      last = std::max(last, item.at.y);
    }
    if (is_first_on_page) ++moved;
    int above = 0, below = 0;
    for (const PageItem& item : page.items) {
      const auto* rule = std::get_if<FilledRect>(&item.is);
      if (rule == nullptr || rule->size.width != measure()) continue;
      if (item.at.y < first && first - item.at.y < Length::pt(20)) ++above;
      if (item.at.y > last && item.at.y - last < Length::pt(20)) ++below;
    }
    CHECK(above == 1);
    CHECK(below == 1);
  }
  CHECK(moved > 0);
}

TEST_CASE("an epigraph stays with the text that it stands above") {
  for (std::size_t syllables = 300; syllables < 1500; syllables += 50) {
    Block epigraph;
    epigraph.is = Quote{{paragraph("길은 걷는 사람의 것이다.")}, {}};
    epigraph.classes = {"epigraph"};
    Blocks body = {std::move(epigraph), paragraph("짧은 첫 문단이다."), paragraph(prose(300, 3))};
    const PagedBook paged = set(book({post("post-1", "첫 글", {paragraph(prose(syllables, 1))}),
                                      post("post-2", "둘째 글", std::move(body))}),
                                options_for("A5", PdfProfile::handout), "handout.css");
    const std::set<std::size_t> pages = pages_of(paged, Element::block_quote);
    REQUIRE(pages.size() == 1);
    const Page& page = paged.pages[*pages.begin()];
    CHECK(std::any_of(page.items.begin(), page.items.end(), [](const PageItem& item) {
      const auto* run = std::get_if<GlyphRun>(&item.is);
      return run != nullptr && run->text.starts_with("짧은 첫");
    }));
  }
}

TEST_CASE(
    "of headings upon headings a page may begin with one: no page stays half empty for them") {
  Blocks body = {paragraph(prose(150, 1))};
  for (int i = 0; i < 9; ++i) {
    body.push_back(
        heading("차림표의 " + std::to_string(i) + "째 줄", "h" + std::to_string(i), 2 + i % 3));
  }
  body.push_back(paragraph(prose(900, 2)));
  const PagedBook paged = set(book({post("post-1", "글", std::move(body))}));
  const TrimSize trim = find_trim("A5").value();
  Length end;  // of the opening page's text
  for (const PageItem& item : paged.pages.at(2).items) {
    if (item.tag != kArtifact) end = std::max(end, item.at.y - trim.margin.top);
  }
  const Length height = trim.size.height - trim.margin.top - trim.margin.bottom;
  CHECK(end > height.scaled(0.6));
}

TEST_CASE("a name in a cell stays whole while the table has room (KLREQ: no break inside a word)") {
  Table made;
  for (const char* name : {"DpadControl", "StickControl", "TouchControl"}) {
    Row row;
    for (const std::string& words : {std::string(name), prose(30), prose(30, 2)}) {
      Cell cell;
      cell.children = {paragraph(words)};
      row.cells.push_back(std::move(cell));
    }
    made.body.push_back(std::move(row));
  }
  Block block;
  block.is = std::move(made);
  const PagedBook paged = set(book({post("post-1", "글", {std::move(block)})}));
  std::set<std::string> words;
  for (const Page& page : paged.pages) {
    for (const PageItem& item : page.items) {
      if (const auto* run = std::get_if<GlyphRun>(&item.is)) words.insert(run->text);
    }
  }
  for (const char* name : {"DpadControl", "StickControl", "TouchControl"}) {
    CHECK(words.contains(name));
  }
}

TEST_CASE("an item stays with the list within it, and no line of a list stands alone on a page") {
  const auto item = [](Block block) {
    ListItem made;
    made.children = {std::move(block)};
    return made;
  };
  for (std::size_t syllables = 200; syllables < 900; syllables += 40) {
    List inner;
    for (int i = 0; i < 3; ++i)
      inner.items.push_back(item(paragraph("속에 든 말 " + std::to_string(i))));
    List outer;
    outer.items.push_back(item(paragraph("바깥의 첫 말")));
    outer.items.push_back(item(paragraph("바깥의 둘째 말")));
    Block nested;
    nested.is = std::move(inner);
    outer.items.back().children.push_back(std::move(nested));
    outer.items.push_back(item(paragraph("바깥의 끝말")));
    Block list;
    list.is = std::move(outer);
    const PagedBook paged = set(book({post("post-1", "글",
                                           {paragraph(prose(syllables, 1)), std::move(list),
                                            paragraph(prose(400, 2)), paragraph(prose(400, 3))})}));
    std::map<std::string, std::size_t> page_of;
    for (std::size_t p = 0; p < paged.pages.size(); ++p) {
      for (const PageItem& one : paged.pages[p].items) {
        if (const auto* run = std::get_if<GlyphRun>(&one.is)) page_of[run->text] = p;
      }
    }
    CHECK(page_of.at("바깥의 둘째 말") == page_of.at("속에 든 말 0"));
    CHECK(page_of.at("바깥의 첫 말") == page_of.at("바깥의 둘째 말"));
    CHECK(page_of.at("바깥의 끝말") == page_of.at("속에 든 말 2"));
  }
}
