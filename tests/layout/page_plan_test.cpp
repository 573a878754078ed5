// Pages with columns (CSS Multi-column Layout 1): filled in reading order, balanced at their end.
#include "layout/page_plan.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace munjip;

namespace {

const Length kLine = Length::pt(10), kWidth = Length::pt(80), kGap = Length::pt(20);
const Length kMeasure = kWidth * 2 + kGap;

VerticalBox line(double break_before = 0) {
  VerticalBox box;
  box.height = kLine;
  box.on_grid = true;
  box.break_before = break_before;
  return box;
}

void add_lines(VerticalList& list, int count) {
  for (int i = 0; i < count; ++i) list.boxes.push_back(line());
}

void add_paragraph(VerticalList& list, int count) {
  for (int i = 0; i < count; ++i) {
    list.boxes.push_back(line(i > 0 && (i < 2 || count - i < 2) ? kBreakOrphan : 0));
  }
}

// The boxes from `first` on stand in two columns.
void set_in_columns(VerticalList& list, std::size_t first) {
  list.columns.push_back({static_cast<std::uint32_t>(first),
                          static_cast<std::uint32_t>(list.boxes.size()), 2, Length(), kWidth,
                          kGap});
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
  FillSettings settings;
  settings.height = kLine * lines;
  settings.grid = settings.note_gap = kLine;
  return settings;
}

std::vector<PlannedPage> plan(const VerticalList& list, int lines) {
  return plan_pages(list, page_of(lines), kMeasure);
}

std::uint32_t count(const PagePart& part) {
  return part.filled.end - part.filled.begin;
}

// Every box and note once, in the order of the list; nothing stands below the page, and no part in
// another one.
void check_whole(const VerticalList& list, const std::vector<PlannedPage>& pages, int lines) {
  const FillSettings settings = page_of(lines);
  std::uint32_t box = 0, note = 0;
  for (const PlannedPage& page : pages) {
    Length above, here;  // where the parts above this one and those beside it end
    Length at_foot;      // notes of what is in no column
    for (const PagePart& part : page.parts) {
      CHECK(part.filled.begin == box);
      CHECK(part.filled.notes_begin == note);
      box = part.filled.end;
      note = part.filled.notes_end;
      if (part.at.x == Length()) above = std::max(above, here);
      CHECK(part.at.y >= above);
      const Length notes =
          note_area(list, part.filled.notes_begin, part.filled.notes_end, settings);
      Length end = part.at.y + place_boxes(list, part.filled, settings).end;
      (part.is_column ? end : at_foot) += notes;
      here = std::max(here, end);
      CHECK(here + at_foot <= settings.height);
      if (part.is_column) CHECK(part.at.y + part.height + at_foot <= settings.height);
      if (part.is_column) CHECK(end <= part.at.y + part.height);
    }
  }
  CHECK(box == list.boxes.size());
  CHECK(note == list.notes.size());
}

}  // namespace

TEST_CASE("columns are filled one after the other, from left to right") {
  VerticalList list;
  add_lines(list, 60);
  set_in_columns(list, 0);
  const auto pages = plan(list, 15);
  REQUIRE(pages.size() == 2);
  check_whole(list, pages, 15);
  for (const PlannedPage& page : pages) {
    REQUIRE(page.parts.size() == 2);
    CHECK(count(page.parts[0]) == 15);
    CHECK(page.parts[0].at.x == Length());
    CHECK(page.parts[1].at.x == kWidth + kGap);
    CHECK(page.parts[1].measure == kWidth);
  }
}

TEST_CASE("the columns of a last page are as low as they can be together") {
  for (const int left : {2, 3, 7, 12, 29, 30}) {
    VerticalList list;
    add_lines(list, 30 + left);
    set_in_columns(list, 0);
    const auto pages = plan(list, 15);
    REQUIRE(pages.size() == 2);
    check_whole(list, pages, 15);
    CHECK(count(pages[1].parts[0]) == static_cast<std::uint32_t>((left + 1) / 2));
    CHECK(count(pages[1].parts[1]) == static_cast<std::uint32_t>(left / 2));
  }
}

TEST_CASE("a paragraph is not torn for the sake of balance") {
  VerticalList list;
  add_paragraph(list, 3);
  set_in_columns(list, 0);
  const auto one = plan(list, 15);
  REQUIRE(one.size() == 1);
  CHECK(one[0].parts.size() == 1);
  add_paragraph(list, 2);
  list.columns.clear();
  set_in_columns(list, 0);
  const auto two = plan(list, 15);
  REQUIRE(two.size() == 1);
  REQUIRE(two[0].parts.size() == 2);
  CHECK(count(two[0].parts[0]) == 3);
}

TEST_CASE("what spans the columns parts them, and they begin below it at one height") {
  VerticalList list;
  add_lines(list, 8);
  set_in_columns(list, 0);
  VerticalBox title = line();
  title.margin = kLine * 2;
  list.boxes.push_back(title);
  const std::size_t below = list.boxes.size();
  add_lines(list, 7);
  list.boxes[below].margin = kLine;
  list.boxes[below].break_before = kBreakKeep;
  set_in_columns(list, below);
  const auto pages = plan(list, 20);
  REQUIRE(pages.size() == 1);
  check_whole(list, pages, 20);
  REQUIRE(pages[0].parts.size() == 5);
  CHECK(pages[0].parts[1].at.y == Length());
  CHECK(!pages[0].parts[2].is_column);
  CHECK(pages[0].parts[2].at.y == kLine * 4);  // its margin stands in it
  CHECK(pages[0].parts[3].at.y == kLine * 8);  // 4 lines, 2 of margin, the title, 1 of margin
  CHECK(pages[0].parts[4].at.y == kLine * 8);
}

TEST_CASE("a title goes to the next page with the columns that it stands above") {
  for (int above = 2; above < 40; ++above) {
    VerticalList list;
    add_lines(list, above);
    const std::size_t title = list.boxes.size();
    list.boxes.push_back(line());
    const std::size_t below = list.boxes.size();
    add_paragraph(list, 6);
    list.boxes[below].break_before = kBreakKeep;
    set_in_columns(list, below);
    const auto pages = plan(list, 12);
    check_whole(list, pages, 12);
    for (const PlannedPage& page : pages) CHECK(page.end() != title + 1);
  }
}

TEST_CASE("a note stands at the foot of the column of its mark") {
  VerticalList list;
  add_lines(list, 40);
  set_in_columns(list, 0);
  add_note(list, 3, 2);
  add_note(list, 25, 1);
  const auto pages = plan(list, 30);
  REQUIRE(pages.size() == 1);
  check_whole(list, pages, 30);
  const auto& parts = pages[0].parts;
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].filled.notes_end == 2);
  CHECK(parts[1].filled.notes_begin == 2);
  CHECK(parts[1].filled.notes_end == 3);
  // 40 lines, 3 lines of notes and a gap above them in either column: 22 and 23.
  CHECK(parts[0].height == kLine * 23);
  CHECK(parts[1].height == kLine * 23);
}

TEST_CASE("columns end at a forced page break, and are balanced there") {
  VerticalList list;
  add_lines(list, 10);
  list.boxes[4].break_before = kForcedBreak;
  set_in_columns(list, 0);
  const auto pages = plan(list, 15);
  REQUIRE(pages.size() == 2);
  check_whole(list, pages, 15);
  CHECK(count(pages[0].parts[0]) == 2);
  CHECK(count(pages[1].parts[0]) == 3);
}

TEST_CASE("text, columns and notes in any order keep their order and their pages") {
  std::mt19937 random(7);
  for (int round = 0; round < 40; ++round) {
    VerticalList list;
    for (int i = 0; i < 8; ++i) {
      const std::size_t first = list.boxes.size();
      for (int p = 0; p <= static_cast<int>(random() % 6); ++p) {
        add_paragraph(list, 2 + static_cast<int>(random() % 9));
      }
      if (random() % 2 == 0) set_in_columns(list, first);
      if (random() % 3 == 0) {
        add_note(list, first + random() % (list.boxes.size() - first),
                 1 + static_cast<int>(random() % 4));
      }
    }
    std::uint32_t asked = 0;
    for (VerticalBox& box : list.boxes) asked = box.notes_end = std::max(asked, box.notes_end);
    const auto pages = plan(list, 24);
    check_whole(list, pages, 24);
  }
}
