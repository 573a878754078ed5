#include "layout/page_fill.h"

#include <doctest/doctest.h>

#include <random>

using namespace munjip;

namespace {

const Length kLine = Length::pt(10);

VerticalBox line(double break_before = 0) {
  VerticalBox box;
  box.height = kLine;
  box.on_grid = true;
  box.break_before = break_before;
  return box;
}

// A paragraph of `count` lines with two orphans and widows.
void add_paragraph(VerticalList& list, int count) {
  for (int i = 0; i < count; ++i) {
    list.boxes.push_back(line(i > 0 && (i < 2 || count - i < 2) ? kBreakOrphan : 0));
  }
}

void add_heading(VerticalList& list) {
  VerticalBox box = line();
  box.margin = kLine;
  list.boxes.push_back(box);
}

void add_note(VerticalList& list, std::size_t mark, int lines) {
  list.note_starts.push_back(static_cast<std::uint32_t>(list.notes.size()));
  for (int i = 0; i < lines; ++i) {
    VerticalBox note;
    note.height = kLine;
    list.notes.push_back(note);
  }
  for (std::size_t i = mark; i < list.boxes.size(); ++i) {
    list.boxes[i].notes_end = static_cast<std::uint32_t>(list.notes.size());
  }
}

FillSettings page_of(int lines) {
  return {kLine * lines, kLine, kLine};
}

// Every box and note line once, in order, and every page within its height.
void check_whole(const VerticalList& list, const std::vector<FilledPage>& pages,
                 const FillSettings& settings) {
  std::uint32_t box = 0, note = 0;
  for (const FilledPage& page : pages) {
    CHECK(page.begin == box);
    CHECK(page.notes_begin == note);
    box = page.end;
    note = page.notes_end;
    const Length used = place_boxes(list, page, settings).end +
                        note_area(list, page.notes_begin, page.notes_end, settings);
    CHECK(used <= settings.height);
  }
  CHECK(box == list.boxes.size());
  CHECK(note == list.notes.size());
}

}  // namespace

TEST_CASE("pages hold as many lines as fit") {
  VerticalList list;
  for (int i = 0; i < 10; ++i) add_paragraph(list, 10);
  const FillSettings settings = page_of(20);
  const auto pages = fill_pages(list, settings);
  CHECK(pages.size() == 5);
  check_whole(list, pages, settings);
}

TEST_CASE("two lines of a paragraph stand on either side of a page break (typography.md 4.3)") {
  std::mt19937 random(48);
  VerticalList list;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> paragraphs;
  for (int i = 0; i < 300; ++i) {
    const auto first = static_cast<std::uint32_t>(list.boxes.size());
    add_paragraph(list, 2 + static_cast<int>(random() % 11));
    paragraphs.emplace_back(first, static_cast<std::uint32_t>(list.boxes.size()));
  }
  const FillSettings settings = page_of(17);
  const auto pages = fill_pages(list, settings);
  check_whole(list, pages, settings);
  for (const FilledPage& page : pages) {
    for (const auto& [first, end] : paragraphs) {
      if (page.end <= first || page.end >= end) continue;
      CHECK(page.end - first >= 2);
      CHECK(end - page.end >= 2);
    }
  }
}

TEST_CASE("a heading keeps two lines of what follows with it") {
  for (int before = 3; before < 20; ++before) {
    VerticalList list;
    add_paragraph(list, before);
    const std::size_t heading = list.boxes.size();
    add_heading(list);
    add_paragraph(list, 12);
    list.boxes[heading + 1].break_before = kBreakKeep;
    const FillSettings settings = page_of(12);
    const auto pages = fill_pages(list, settings);
    check_whole(list, pages, settings);
    for (const FilledPage& page : pages) {
      CHECK(page.end != heading + 1);
      CHECK(page.end != heading + 2);
    }
  }
}

TEST_CASE("margins vanish at the head of a page, and lines stay on the grid") {
  VerticalList list;
  add_paragraph(list, 10);
  VerticalBox heading = line();
  heading.on_grid = false;
  heading.margin = Length::pt(13);
  heading.height = Length::pt(12);
  list.boxes.push_back(heading);
  add_paragraph(list, 4);
  const FillSettings settings = page_of(10);
  const auto pages = fill_pages(list, settings);
  REQUIRE(pages.size() == 2);
  const PagePlaces places = place_boxes(list, pages[1], settings);
  CHECK(places.tops[0] == Length());
  for (std::size_t i = 1; i < places.tops.size(); ++i) {
    CHECK(places.tops[i].raw() % kLine.raw() == 0);
  }
  CHECK(places.tops[1] == kLine * 2);  // 12 pt of heading take two lines
}

TEST_CASE("a footnote starts on the page of its mark") {
  std::mt19937 random(52);
  VerticalList list;
  for (int i = 0; i < 60; ++i) add_paragraph(list, 5);
  std::vector<std::size_t> marks;
  for (std::size_t mark = 2; mark < list.boxes.size(); mark += 3 + random() % 15) {
    marks.push_back(mark);
    add_note(list, mark, 1 + static_cast<int>(random() % 4));
  }
  const FillSettings settings = page_of(20);
  const auto pages = fill_pages(list, settings);
  check_whole(list, pages, settings);
  for (std::size_t n = 0; n < marks.size(); ++n) {
    for (const FilledPage& page : pages) {
      if (marks[n] < page.begin || marks[n] >= page.end) continue;
      CHECK(list.note_starts[n] >= page.notes_begin);
      CHECK(list.note_starts[n] < page.notes_end);
    }
  }
}

TEST_CASE("a footnote longer than a page runs on over as many pages as it takes") {
  VerticalList list;
  add_paragraph(list, 30);
  add_note(list, 3, 55);
  const FillSettings settings = page_of(20);
  const auto pages = fill_pages(list, settings);
  check_whole(list, pages, settings);
  CHECK(pages.front().notes_end > 0);
  CHECK(pages.size() >= 5);  // 85 lines and the gaps do not fit on four pages of 20
}

TEST_CASE("a forced break ends the page and keeps the margin after it (CSS Fragmentation 3, 5.2)") {
  VerticalList list;
  add_paragraph(list, 3);
  VerticalBox opener = line(kForcedBreak);
  opener.margin = kLine * 2;
  list.boxes.push_back(opener);
  const FillSettings settings = page_of(10);
  const auto pages = fill_pages(list, settings);
  REQUIRE(pages.size() == 2);
  CHECK(place_boxes(list, pages[1], settings).tops[0] == kLine * 2);
}

TEST_CASE("a table's head is set again on each page that begins with one of its rows") {
  VerticalList list;
  list.repeated.push_back(line());
  list.boxes.push_back(line());
  for (int i = 0; i < 25; ++i) {
    VerticalBox row = line();
    row.on_grid = false;
    row.repeated = 1;
    list.boxes.push_back(row);
  }
  const FillSettings settings = page_of(10);
  const auto pages = fill_pages(list, settings);
  check_whole(list, pages, settings);
  for (std::size_t p = 1; p < pages.size(); ++p) {
    CHECK(place_boxes(list, pages[p], settings).tops[0] == kLine);
  }
}

TEST_CASE("a box higher than the page stands alone, and nothing is lost") {
  VerticalList list;
  add_paragraph(list, 4);
  VerticalBox tall = line();
  tall.height = kLine * 30;
  list.boxes.push_back(tall);
  add_paragraph(list, 4);
  const auto pages = fill_pages(list, page_of(10));
  REQUIRE(pages.size() == 3);
  CHECK(pages[1].begin == 4);
  CHECK(pages[1].end == 5);
  CHECK(fill_pages({}, page_of(10)).empty());
}

TEST_CASE("no page in mid-chapter is under 60 % full while a picture can go either way") {
  VerticalList list;
  add_paragraph(list, 12);
  VerticalBox picture = line();
  picture.height = kLine * 9;
  list.boxes.push_back(picture);
  add_paragraph(list, 30);
  const FillSettings settings = page_of(20);
  const auto pages = fill_pages(list, settings);
  check_whole(list, pages, settings);
  for (std::size_t p = 0; p + 1 < pages.size(); ++p) {
    CHECK(place_boxes(list, pages[p], settings).end >= settings.height.scaled(0.6));
  }
}
