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
  FillSettings settings;
  settings.height = kLine * lines;
  settings.grid = settings.note_gap = kLine;
  return settings;
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
  CHECK(places.boxes[0].top == Length());
  for (const BoxPlace& place : places.boxes) CHECK(place.top.raw() % kLine.raw() == 0);
  CHECK(places.boxes[1].top == kLine * 2);  // 12 pt of heading take two lines
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
  CHECK(place_boxes(list, pages[1], settings).boxes[0].top == kLine * 2);
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
    CHECK(place_boxes(list, pages[p], settings).boxes[0].top == kLine);
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

namespace {

// A picture of so many lines, which may move; an empty line stands above and below it.
void add_figure(VerticalList& list, int lines, double cost = 150) {
  MovableFigure figure;
  figure.first = static_cast<std::uint32_t>(list.boxes.size());
  VerticalBox picture = line();
  picture.on_grid = false;
  picture.margin = kLine;
  picture.height = kLine * lines;
  list.boxes.push_back(picture);
  figure.end = static_cast<std::uint32_t>(list.boxes.size());
  figure.below = kLine;
  figure.cost = cost;
  list.figures.push_back(figure);
}

// The box of each figure, and the page on which it stands.
std::vector<std::size_t> pages_of_figures(const VerticalList& list,
                                          const std::vector<FilledPage>& pages,
                                          const FillSettings& settings) {
  std::vector<std::size_t> found;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (const BoxPlace& place : place_boxes(list, pages[p], settings).boxes) {
      for (const MovableFigure& figure : list.figures) {
        if (place.box == figure.first) found.push_back(p);
      }
    }
  }
  return found;
}

// Every box stands on one page, once, within its height.
void check_once(const VerticalList& list, const std::vector<FilledPage>& pages,
                const FillSettings& settings) {
  std::vector<int> times(list.boxes.size(), 0);
  for (const FilledPage& page : pages) {
    const PagePlaces places = place_boxes(list, page, settings);
    CHECK(places.end <= settings.height);
    for (const BoxPlace& place : places.boxes) ++times[place.box];
  }
  for (const int count : times) CHECK(count == 1);
}

}  // namespace

TEST_CASE("a figure without room moves to the next page's head, and the text flows on") {
  VerticalList list;
  add_paragraph(list, 14);
  add_figure(list, 9);
  for (int i = 0; i < 6; ++i) add_paragraph(list, 6);
  const FillSettings settings = page_of(20);
  const auto pages = fill_pages(list, settings);
  check_once(list, pages, settings);
  REQUIRE(pages.size() >= 2);
  CHECK(pages[0].figures_left == 1);
  CHECK(place_boxes(list, pages[0], settings).end == settings.height);
  const PagePlaces second = place_boxes(list, pages[1], settings);
  CHECK(second.boxes[0].box == list.figures[0].first);
  CHECK(second.boxes[0].top == Length());
  CHECK(second.boxes[1].top == kLine * 10);  // a line stays free below the picture
}

TEST_CASE("where a figure was taken out, the paragraphs follow each other without a gap") {
  VerticalList list;
  add_paragraph(list, 14);
  add_figure(list, 9);
  const auto after = static_cast<std::uint32_t>(list.boxes.size());
  for (int i = 0; i < 6; ++i) add_paragraph(list, 6);
  list.boxes[after].margin = kLine;
  const FillSettings settings = page_of(20);
  const auto pages = fill_pages(list, settings);
  REQUIRE(pages[0].figures_left == 1);
  CHECK(place_boxes(list, pages[0], settings).of(after).top == kLine * 14);
}

TEST_CASE("a figure is not moved past the next heading, nor out of its chapter") {
  for (int before = 5; before < 20; ++before) {
    VerticalList list;
    add_paragraph(list, before);
    add_figure(list, 9);
    add_paragraph(list, 2);
    const auto heading = static_cast<std::uint32_t>(list.boxes.size());
    add_heading(list);
    list.boxes[heading].stops_figures = true;
    add_paragraph(list, 30);
    add_figure(list, 12);
    const FillSettings settings = page_of(20);
    const auto pages = fill_pages(list, settings);
    check_once(list, pages, settings);
    for (const FilledPage& page : pages) {
      const bool crosses = page.figures_left > 0 && page.begin <= heading && page.end > heading;
      CHECK_FALSE(crosses);
    }
    CHECK(pages.back().figures_left == 0);
  }
}

TEST_CASE("figures keep their order and stand no further than on the next page") {
  std::mt19937 random(7);
  for (int turn = 0; turn < 40; ++turn) {
    VerticalList list;
    for (int i = 0; i < 30; ++i) {
      add_paragraph(list, 2 + static_cast<int>(random() % 9));
      if (random() % 2 == 0) add_figure(list, 4 + static_cast<int>(random() % 9));
    }
    const FillSettings settings = page_of(20);
    const auto pages = fill_pages(list, settings);
    check_once(list, pages, settings);
    const auto places = pages_of_figures(list, pages, settings);
    CHECK(std::is_sorted(places.begin(), places.end()));
    for (std::size_t f = 0; f < list.figures.size(); ++f) {
      std::size_t mention = 0;  // the page of the line before it
      for (std::size_t p = 0; p < pages.size(); ++p) {
        if (pages[p].begin < list.figures[f].first) mention = p;
      }
      CHECK(places[f] <= mention + 1);
    }
  }
}

TEST_CASE("pictures shrink by whole lines where that fills the page, and by no more than allowed") {
  VerticalList list;
  add_paragraph(list, 9);
  VerticalBox picture = line();
  picture.on_grid = false;
  picture.height = kLine * 12;
  picture.shrinkable = picture.height.scaled(0.3);
  list.boxes.push_back(picture);
  add_heading(list);
  add_paragraph(list, 30);
  const FillSettings settings = page_of(20);
  const auto pages = fill_pages(list, settings);
  check_once(list, pages, settings);
  const PagePlaces first = place_boxes(list, pages[0], settings);
  REQUIRE(first.boxes.size() > 9);
  CHECK(first.boxes[9].height < picture.height);
  CHECK(first.boxes[9].height >= picture.height.scaled(0.7));
  CHECK((picture.height - first.boxes[9].height).raw() % kLine.raw() == 0);
}

TEST_CASE("facing pages end one line short together rather than one alone") {
  std::mt19937 random(44);
  int uneven = 0, spreads = 0;
  for (int turn = 0; turn < 20; ++turn) {
    VerticalList list;
    for (int i = 0; i < 80; ++i) add_paragraph(list, 2 + static_cast<int>(random() % 9));
    FillSettings settings = page_of(20);
    settings.first_page = FillSettings::FirstPage::verso;
    const auto pages = fill_pages(list, settings);
    check_whole(list, pages, settings);
    for (std::size_t p = 0; p + 2 < pages.size(); p += 2) {
      ++spreads;
      const Length a = place_boxes(list, pages[p], settings).end;
      const Length b = place_boxes(list, pages[p + 1], settings).end;
      if (a != b) ++uneven;
    }
  }
  CHECK(spreads > 200);
  CHECK(uneven * 5 < spreads);
}

TEST_CASE("one large hole is better than several small ones") {
  // The pages before the picture may be one line short; no second one is two lines short.
  VerticalList list;
  for (int i = 0; i < 3; ++i) add_paragraph(list, 20);
  add_paragraph(list, 13);
  VerticalBox picture = line();
  picture.height = kLine * 14;
  list.boxes.push_back(picture);
  add_paragraph(list, 30);
  const FillSettings settings = page_of(20);
  const auto pages = fill_pages(list, settings);
  int holes = 0;
  for (std::size_t p = 0; p + 1 < pages.size(); ++p) {
    if (place_boxes(list, pages[p], settings).end <= settings.height - kLine * 2) ++holes;
  }
  CHECK(holes <= 1);
}

TEST_CASE("a page is not left short where what follows would fit, for the sake of the last page") {
  // 22 lines on pages of 20: six lines fewer on the first page would make a fuller last one. One
  // line is nothing.
  VerticalList list;
  add_paragraph(list, 22);
  const auto pages = fill_pages(list, page_of(20));
  REQUIRE(pages.size() == 2);
  CHECK(pages[0].end >= 19);
}

TEST_CASE("of two pages one of which is short, the one before what does not fit is") {
  // What is kept together (14 lines) cannot stand on the second page in any case; the first page
  // is full.
  VerticalList list;
  add_paragraph(list, 34);
  for (int i = 0; i < 14; ++i) list.boxes.push_back(line(i == 0 ? 0 : kBreakKeep));
  add_paragraph(list, 20);
  const auto pages = fill_pages(list, page_of(20));
  CHECK(pages[0].end >= 19);
  CHECK(pages[1].end == 34);
}

TEST_CASE("no figure from above stands between a quotation and the sentence that leads to it") {
  for (int before = 8; before < 20; ++before) {
    VerticalList list;
    add_paragraph(list, 6);
    add_figure(list, 8);
    add_paragraph(list, before);
    const auto quotation = static_cast<std::uint32_t>(list.boxes.size());
    for (int i = 0; i < 4; ++i) {
      list.boxes.push_back(line(i == 0 ? kBreakBeforeQuote : 0));
      list.boxes.back().continues = true;
    }
    for (int i = 0; i < 5; ++i) add_paragraph(list, 6);
    const FillSettings settings = page_of(20);
    const auto pages = fill_pages(list, settings);
    check_once(list, pages, settings);
    for (const FilledPage& page : pages) {
      const bool is_parted = page.end >= quotation && page.end < quotation + 4;
      CHECK_FALSE((is_parted && page.figures_left > 0));
    }
  }
}
