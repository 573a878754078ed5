// Side notes (방주) in the outer margin: beside their text, apart from each other, on the page.
#include "layout/side_notes.h"

#include <algorithm>

#include "layout/set_book.h"

using namespace munjip;
using namespace munjip::sample;

namespace {

const Length kLine = Length::pt(8), kPage = Length::pt(100), kGap = Length::pt(4);

SideNote note_of(std::uint32_t box, int lines) {
  SideNote note;
  note.box = box;
  for (int i = 0; i < lines; ++i) {
    VerticalBox line;
    line.height = kLine;
    line.items.emplace_back().is = FilledRect{{kLine, kLine}, {}};
    note.lines.push_back(std::move(line));
  }
  return note;
}

// The boxes of a page stand ten points apart.
Length top_of(std::uint32_t box) {
  return Length::pt(10) * box;
}

std::vector<Length> tops(const std::vector<PageItem>& items) {
  std::vector<Length> tops;
  for (const PageItem& item : items) tops.push_back(item.at.y);
  return tops;
}

std::vector<Length> points(std::initializer_list<double> values) {
  std::vector<Length> lengths;
  for (const double value : values) lengths.push_back(Length::pt(value));
  return lengths;
}

Block side_note(const std::string& words) {
  Block block;
  block.is = Group{{paragraph(words)}};
  block.classes = {"side-note"};
  return block;
}

PagedBook set_with(const Book& book, const std::string& css) {
  Diagnostics ignored, diagnostics;
  const auto folder = std::filesystem::path(MUNJIP_SOURCE_DIR) / "styles";
  const StyleSheet sheet =
      StyleSheet::parse("@import \"essay.css\";\n" + css, "test.css", folder, ignored);
  PagedBook paged = lay_out(book, sheet, fonts(), options_for("46배판"), diagnostics);
  CHECK(diagnostics.empty());
  return paged;
}

constexpr const char* kNotesMargin = "@page { -munjip-side-notes: 34mm }";

struct Run {
  std::size_t page = 0;
  Length x, y;
  std::string text;
};

// What is read below nodes of the group kind, and what is read elsewhere, of body pages.
struct Runs {
  std::vector<Run> notes, text;
};

bool is_in_group(const PagedBook& paged, TagId tag) {
  for (; tag != 0; tag = paged.tags[tag].parent) {
    if (paged.tags[tag].element == Element::group) return true;
  }
  return false;
}

Runs runs_of(const PagedBook& paged) {
  Runs runs;
  for (std::size_t p = 0; p < paged.pages.size(); ++p) {
    for (const PageItem& item : paged.pages[p].items) {
      const auto* run = std::get_if<GlyphRun>(&item.is);
      if (run == nullptr || item.tag == kArtifact) continue;
      (is_in_group(paged, item.tag) ? runs.notes : runs.text)
          .push_back({p, item.at.x, item.at.y, run->text});
    }
  }
  return runs;
}

Run find(const std::vector<Run>& runs, const std::string& words) {
  const auto found = std::find_if(runs.begin(), runs.end(),
                                  [&](const Run& run) { return run.text.starts_with(words); });
  REQUIRE(found != runs.end());
  return *found;
}

}  // namespace

TEST_CASE("a side note stands beside its box, the next one below it where both want one place") {
  std::vector<SideNote> notes = {note_of(1, 2), note_of(2, 1), note_of(7, 1)};
  SideNoteSetter setter(notes, kPage, kGap);
  CHECK(tops(setter.set(9, top_of)) == points({10, 18, 30, 70}));
  CHECK(!setter.has_rest());
}

TEST_CASE("a side note that would stand below the page moves up, and those above make room") {
  std::vector<SideNote> notes = {note_of(7, 2), note_of(9, 3)};
  SideNoteSetter setter(notes, kPage, kGap);
  // The second needs 24 points, so it begins at 76; the first ends at 72.
  CHECK(tops(setter.set(10, top_of)) == points({56, 64, 76, 84, 92}));
}

TEST_CASE("what a page's margin cannot hold goes on at the head of the next one") {
  std::vector<SideNote> notes = {note_of(0, 8), note_of(1, 8), note_of(15, 1)};
  SideNoteSetter setter(notes, kPage, kGap);
  const auto first = tops(setter.set(10, top_of));
  CHECK(first.size() == 12);  // eight lines, a gap, and four lines that end at 100
  CHECK(first.back() == Length::pt(92));
  const auto second = tops(setter.set(20, [](std::uint32_t) { return Length::pt(10); }));
  CHECK(second == points({0, 8, 16, 24, 36}));
  CHECK(!setter.has_rest());
}

TEST_CASE("what is left after the last page asks for pages more") {
  std::vector<SideNote> notes = {note_of(0, 30)};
  SideNoteSetter setter(notes, kPage, kGap);
  std::size_t lines = setter.set(10, top_of).size();
  int more = 0;
  for (; setter.has_rest(); ++more) lines += setter.set_rest().size();
  CHECK(lines == 30);
  CHECK(more == 2);
}

TEST_CASE("the outer margin holds the notes: at the right on a recto, at the left on a verso") {
  Blocks body;
  for (unsigned i = 0; i < 24; ++i) {
    body.push_back(paragraph(prose(170, i)));
    body.push_back(side_note("곁에 다는 말 " + std::to_string(i) + ". " + prose(20, i + 50)));
  }
  const PagedBook paged = set_with(book({post("post-1", "방주", body)}), kNotesMargin);
  const Runs runs = runs_of(paged);
  const TrimSize trim = find_trim("46배판").value();
  const Length outer = Length::mm(34 + 4 + 8);
  REQUIRE(runs.notes.size() > 24);
  bool saw_recto = false, saw_verso = false;
  for (const Run& run : runs.notes) {
    const bool recto = paged.pages[run.page].is_recto;
    (recto ? saw_recto : saw_verso) = true;
    CHECK(run.x >=
          (recto ? trim.size.width - outer + Length::mm(4) : Length::mm(8)) - Length::pt(0.01));
    CHECK(run.x < (recto ? trim.size.width : outer));
    CHECK(run.y < trim.size.height - trim.margin.bottom);
  }
  CHECK(saw_recto);
  CHECK(saw_verso);
  // Every note begins on the line on which its paragraph does.
  std::size_t beside = 0;
  for (std::size_t n = 0; n < runs.notes.size(); ++n) {
    const Run& note = runs.notes[n];
    if (!note.text.starts_with("곁에 다는")) continue;
    beside += static_cast<std::size_t>(
        std::any_of(runs.text.begin(), runs.text.end(), [&](const Run& text) {
          return text.page == note.page && std::abs((text.y - note.y).pt()) < 0.02;
        }));
  }
  CHECK(beside >= 20);  // some had to make room at the foot of a page
}

TEST_CASE("a side note is read after its paragraph, wherever it stands") {
  const Book one =
      book({post("post-1", "방주",
                 {paragraph("앞 문단이다."), side_note("곁말이다."), paragraph("뒤 문단이다.")})});
  const PagedBook in_margin = set_with(one, kNotesMargin), in_text = set_with(one, "");
  REQUIRE(in_margin.tags.size() == in_text.tags.size());
  for (std::size_t tag = 0; tag < in_text.tags.size(); ++tag) {
    CHECK(in_margin.tags[tag].element == in_text.tags[tag].element);
    CHECK(in_margin.tags[tag].children == in_text.tags[tag].children);
  }
  // Where the style has no room for it, it stands between the paragraphs.
  const Runs runs = runs_of(in_text);
  REQUIRE(runs.notes.size() == 1);
  CHECK(find(runs.text, "앞 문단이다.").y < runs.notes[0].y);
  CHECK(runs.notes[0].y < find(runs.text, "뒤 문단이다.").y);
}

TEST_CASE("a footnote in a side note stands at the foot of its page") {
  Post one = post("post-1", "방주", {paragraph(prose(100))});
  Block side = side_note("곁말에도 주가 있다.");
  Inlines& inlines = std::get<Paragraph>(std::get<Group>(side.is).children[0].is).content;
  inlines.push_back({NoteMark{0}, {}});
  one.body.push_back(side);
  one.body.push_back(paragraph(prose(60, 2)));
  Note note;
  note.body.push_back(paragraph("그 주의 글이다."));
  one.notes.push_back(note);
  const Runs runs = runs_of(set_with(book({one}), kNotesMargin));
  const Run foot = find(runs.notes, "그 주의 글이다.");
  CHECK(foot.page == runs.notes[0].page);
  for (const Run& text : runs.text) CHECK((text.page != foot.page || text.y < foot.y));
}
