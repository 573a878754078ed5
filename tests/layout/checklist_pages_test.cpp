// The lines of the checklist that are about pages (typography.md, section 8), by number.
#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "book/assemble.h"
#include "layout/dump.h"
#include "layout/set_book.h"

using namespace munjip;
using namespace munjip::sample;

namespace {

// A style of the test's own above one of munjip's.
StyleSheet sheet_with(const std::string& css, const char* base = "essay.css") {
  Diagnostics ignored;
  const auto folder = std::filesystem::path(MUNJIP_SOURCE_DIR) / "styles";
  return StyleSheet::parse(std::string("@import \"") + base + "\";\n" + css, "test.css", folder,
                           ignored);
}

PagedBook set_with(const Book& book, const StyleSheet& sheet,
                   const LayoutOptions& options = options_for()) {
  Diagnostics ignored;
  return lay_out(book, sheet, fonts(), options, ignored);
}

struct Line {
  Length x, y, size;
  TagId tag = kArtifact;
};

// The pieces of text of a page that are read, in the order of the items.
std::vector<Line> lines_of(const Page& page) {
  std::vector<Line> lines;
  for (const PageItem& item : page.items) {
    const auto* run = std::get_if<GlyphRun>(&item.is);
    if (run == nullptr || item.tag == kArtifact) continue;
    lines.push_back({item.at.x, item.at.y, run->size, item.tag});
  }
  return lines;
}

bool has_artifact_text(const Page& page) {
  return std::any_of(page.items.begin(), page.items.end(), [](const PageItem& item) {
    return item.tag == kArtifact && std::holds_alternative<GlyphRun>(item.is);
  });
}

// The nearest ancestor of a leaf that is of one of these kinds; kArtifact where there is none.
TagId above(const PagedBook& paged, TagId tag, const std::set<Element>& kinds) {
  for (TagId id = tag; id != 0; id = paged.tags[id].parent) {
    if (kinds.contains(paged.tags[id].element)) return id;
  }
  return kArtifact;
}

// The baselines of the text below each node of these kinds on a page.
std::map<TagId, std::set<Length>> baselines(const PagedBook& paged, const Page& page,
                                            const std::set<Element>& kinds) {
  std::map<TagId, std::set<Length>> found;
  for (const Line& line : lines_of(page)) {
    const TagId tag = above(paged, line.tag, kinds);
    if (tag != kArtifact) found[tag].insert(line.y);
  }
  return found;
}

const std::set<Element> kParagraphs = {Element::paragraph};
const std::set<Element> kHeadings = {Element::heading2, Element::heading3};

// Paragraphs of all lengths from one line on, with headings among them.
Blocks chapter(unsigned seed, int paragraphs, bool has_headings = true) {
  Blocks body;
  unsigned state = seed;
  for (int i = 0; i < paragraphs; ++i) {
    state = state * 1664525U + 1013904223U;
    const std::string id = "h" + std::to_string(seed) + "-" + std::to_string(i);
    if (has_headings && i % 7 == 3) body.push_back(heading("작은 제목", id));
    body.push_back(paragraph(prose(12 + (state >> 16) % 260, state)));
  }
  return body;
}

Block quotation(const std::string& words) {
  Block block;
  block.is = Quote{{paragraph(words)}, {}};
  return block;
}

Block with_note(std::size_t note) {
  Inlines inlines = text(prose(90, static_cast<unsigned>(note)) + " 여기에 주가 있다");
  inlines.push_back({NoteMark{note}, {}});
  inlines.push_back({Text{". " + prose(260, static_cast<unsigned>(note) + 40)}, {}});
  Block block;
  block.is = Paragraph{std::move(inlines)};
  return block;
}

Post post_with_notes(int count) {
  Post one = post("post-1", "주가 있는 글", {});
  for (int i = 0; i < count; ++i) {
    one.body.push_back(with_note(static_cast<std::size_t>(i)));
    Note note;
    note.body = {paragraph("짧은 주다.")};
    one.notes.push_back(std::move(note));
  }
  return one;
}

struct PlacedMark {
  std::size_t page = 0;
  std::string number;  // as printed in the text
};

std::vector<PlacedMark> marks_of(const PagedBook& paged) {
  std::vector<PlacedMark> marks;
  for (std::size_t p = 0; p < paged.pages.size(); ++p) {
    for (const PageItem& item : paged.pages[p].items) {
      const auto* run = std::get_if<GlyphRun>(&item.is);
      if (run == nullptr || item.tag == kArtifact) continue;
      if (above(paged, item.tag, {Element::note_mark}) == kArtifact) continue;
      marks.push_back({p, run->text});
    }
  }
  return marks;
}

std::optional<std::size_t> page_of_anchor(const PagedBook& paged, const std::string& id) {
  for (std::size_t p = 0; p < paged.pages.size(); ++p) {
    for (const PageItem& item : paged.pages[p].items) {
      const auto* anchor = std::get_if<AnchorMark>(&item.is);
      if (anchor != nullptr && anchor->id == id) return p;
    }
  }
  return std::nullopt;
}

}  // namespace

TEST_CASE("checklist 23: a line end in the source is one space on the page") {
  Manifest manifest;
  manifest.info.title = "책";
  manifest.parts.emplace_back();
  Diagnostics ignored;
  const Book assembled = assemble_book(
      manifest, {post("post-1", "글", {paragraph("한글\n조판은\r\n재미있다.")})}, ignored);
  const PagedBook paged = set(assembled);
  std::string words;
  for (const Page& page : paged.pages) {
    for (const PageItem& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.is);
      const bool is_text = run != nullptr && item.tag != kArtifact &&
                           above(paged, item.tag, kParagraphs) != kArtifact;
      if (is_text && run->size == Length::pt(10)) words += run->text;
    }
  }
  CHECK(words == "한글 조판은 재미있다.");
}

TEST_CASE("checklist 33: the same book has the same pages each time, with any number of threads") {
  std::vector<Post> posts;
  for (unsigned i = 0; i < 8; ++i) {
    posts.push_back(post("post-" + std::to_string(i), "글 " + std::to_string(i), chapter(i, 9)));
  }
  const Book one = book(std::move(posts));
  LayoutOptions options = options_for();
  options.jobs = 1;
  const PagedBook first = set(one, options), again = set(one, options);
  options.jobs = 4;
  const PagedBook threaded = set(one, options);
  REQUIRE(first.pages.size() > 20);
  for (const PagedBook* other : {&again, &threaded}) {
    CHECK(dump_pages(*other) == dump_pages(first));
    CHECK(dump_tags(*other) == dump_tags(first));
  }
}

TEST_CASE("checklist 42: the indent is exactly 1 em; as an option there is none after a heading") {
  const Book one = book(
      {post("post-1", "글",
            {heading("작은 제목", "h1"), paragraph(prose(200, 1)), paragraph(prose(200, 2))})});
  const auto starts = [&](const PagedBook& paged) {
    std::map<TagId, Length> first;  // x of each paragraph's first piece
    for (const Page& page : paged.pages) {
      if (page.label != "2" && page.label != "3") continue;
      for (const Line& line : lines_of(page)) {
        if (line.size != Length::pt(10)) continue;
        const TagId tag = above(paged, line.tag, kParagraphs);
        if (tag != kArtifact) {
          first.try_emplace(tag, line.x - (page.is_recto ? find_trim("A5")->margin.left
                                                         : find_trim("A5")->margin.right));
        }
      }
    }
    std::vector<Length> xs;
    for (const auto& [tag, x] : first) xs.push_back(x);
    return xs;
  };
  CHECK(starts(set(one)) == std::vector<Length>{Length::pt(10), Length::pt(10)});
  CHECK(starts(set_with(one, sheet_with("h2 + p { text-indent: 0; }"))) ==
        std::vector<Length>{Length(), Length::pt(10)});
}

TEST_CASE("checklist 43: paragraphs are told apart by an indent or by a gap, never by both") {
  Blocks body = {paragraph(prose(150, 1)), paragraph(prose(150, 2)), paragraph(prose(150, 3))};
  const Book one = book({post("post-1", "글", body)});
  const auto check = [&](const PagedBook& paged, bool indents) {
    int pairs = 0;
    for (const Page& page : paged.pages) {
      const auto paragraphs = baselines(paged, page, kParagraphs);
      Length left = page.trim.width;
      for (const Line& line : lines_of(page)) left = std::min(left, line.x);
      const std::set<Length>* before = nullptr;
      for (const auto& [tag, ys] : paragraphs) {
        if (ys.size() < 3) continue;
        const Length pitch = *std::next(ys.begin()) - *ys.begin();
        for (const Line& line : lines_of(page)) {
          if (above(paged, line.tag, kParagraphs) != tag || line.y != *ys.begin()) continue;
          CHECK((line.x > left) == indents);
          break;
        }
        if (before != nullptr) {
          ++pairs;
          CHECK((*ys.begin() - *before->rbegin() > pitch) == !indents);
        }
        before = &ys;
      }
    }
    CHECK(pairs >= 2);
  };
  check(set(one), true);
  check(set(one, options_for("A4", PdfProfile::handout), "handout.css"), false);
}

TEST_CASE("checklist 44: baselines stand on the grid, and facing pages end on the same line") {
  const PagedBook paged = set(book({post("post-1", "긴 글", chapter(5, 110, false))}));
  REQUIRE(paged.pages.size() > 20);
  const TrimSize trim = find_trim("A5").value();
  const Length origin = trim.margin.top + trim.leading / 2 + trim.font_size.scaled(0.38);
  int spreads = 0, uneven = 0;
  for (std::size_t p = 3; p + 2 < paged.pages.size() - 2; ++p) {
    const Page &verso = paged.pages[p], &recto = paged.pages[p + 1];
    std::vector<Length> ends;
    for (const Page* page : {&verso, &recto}) {
      Length end;
      for (const Line& line : lines_of(*page)) {
        if (line.size != trim.font_size) continue;
        CHECK((line.y - origin).raw() % trim.leading.raw() == 0);
        end = std::max(end, line.y);
      }
      ends.push_back(end);
    }
    if (verso.is_recto) continue;
    ++spreads;
    if (ends[0] != ends[1]) ++uneven;
    CHECK(std::abs((ends[0] - ends[1]).pt()) <= trim.leading.pt() + 0.5);
  }
  CHECK(spreads > 8);
  CHECK(uneven * 5 <= spreads);
}

TEST_CASE("checklist 45: measure and number of lines are those of table 4.2") {
  struct Preset {
    const char* name;
    double measure;  // mm
    std::size_t lines;
  };
  for (const Preset& preset :
       {Preset{"46판", 90, 26}, Preset{"130x200", 93, 27}, Preset{"A5", 108, 27},
        Preset{"신국판", 111, 29}, Preset{"B5", 135, 32}, Preset{"46배판", 139, 32}}) {
    CAPTURE(preset.name);
    const TrimSize trim = find_trim(preset.name).value();
    CHECK((trim.size.width - trim.margin.left - trim.margin.right).mm() ==
          doctest::Approx(preset.measure).epsilon(0.006));
    const PagedBook paged =
        set(book({post("post-1", "글", {paragraph(prose(9000))})}), options_for(preset.name));
    std::size_t lines = 0;
    for (const Page& page : paged.pages) {
      std::set<Length> ys;
      for (const Line& line : lines_of(page)) ys.insert(line.y);
      lines = std::max(lines, ys.size());
    }
    CHECK(lines == preset.lines);
  }
}

TEST_CASE("checklist 46: the inner margin is on the left of odd pages, on the right of even ones") {
  const TrimSize trim = find_trim("신국판").value();
  const PagedBook paged = set(book({post("post-1", "글", {paragraph(prose(5000))})}),
                              options_for("신국판", PdfProfile::print));
  for (std::size_t p = 3; p < 7; ++p) {
    const Page& page = paged.pages[p];
    Length left = page.trim.width;
    for (const Line& line : lines_of(page)) left = std::min(left, line.x);
    // An opening quotation mark or a bracket may stand a little out.
    const Length margin = page.is_recto ? trim.margin.left : trim.margin.right;
    CHECK(std::abs((left - margin).pt()) < 3);
    CHECK(page.is_recto == (std::stoi(page.label) % 2 == 1));
  }
  CHECK(trim.margin.left > trim.margin.right);
}

TEST_CASE("checklist 47: page 1 is a recto, and the number of printed pages is even") {
  for (std::size_t syllables = 100; syllables < 2500; syllables += 400) {
    const PagedBook paged = set(book({post("post-1", "글", {paragraph(prose(syllables))})}),
                                options_for("A5", PdfProfile::print));
    CHECK(paged.pages.front().is_recto);
    CHECK(paged.pages.front().label == "1");
    CHECK(paged.pages.size() % 2 == 0);
  }
}

TEST_CASE("checklist 48: two lines of a paragraph stand on either side of a page break") {
  for (unsigned seed = 1; seed <= 4; ++seed) {
    const PagedBook paged = set(book({post("post-1", "글", chapter(seed, 80))}));
    std::map<TagId, std::vector<std::size_t>> lines;  // of each paragraph, page by page
    for (const Page& page : paged.pages) {
      for (const auto& [tag, ys] : baselines(paged, page, kParagraphs)) {
        lines[tag].push_back(ys.size());
      }
    }
    int parted = 0;
    for (const auto& [tag, counts] : lines) {
      if (counts.size() < 2) continue;
      ++parted;
      for (const std::size_t count : counts) CHECK(count >= 2);
    }
    CHECK(parted > 5);
  }
}

TEST_CASE("checklist 49: two lines follow a heading on its page, of one paragraph or of two") {
  for (unsigned seed = 1; seed <= 30; ++seed) {
    Blocks body;
    for (unsigned i = 0; i < 12; ++i) {
      body.push_back(paragraph(prose(40 + (seed * 37 + i * 91) % 300, seed + i)));
      body.push_back(heading("작은 제목", "h" + std::to_string(i)));
      if (i % 2 == 0) body.push_back(paragraph("한 줄로 끝나는 문단이다."));
    }
    body.push_back(paragraph(prose(300, seed)));
    const PagedBook paged = set(book({post("post-1", "글", std::move(body))}));
    int headings = 0;
    for (const Page& page : paged.pages) {
      const auto below = baselines(paged, page, kParagraphs);
      for (const auto& [tag, ys] : baselines(paged, page, kHeadings)) {
        ++headings;
        std::size_t lines = 0;
        for (const auto& [other, at] : below) {
          lines += static_cast<std::size_t>(
              std::count_if(at.begin(), at.end(), [&](Length y) { return y > *ys.rbegin(); }));
        }
        CHECK(lines >= 2);
      }
    }
    CHECK(headings == 12);
  }
}

TEST_CASE("checklist 50, 51: blank and title pages bear nothing, and only versos are blank") {
  Book one = book({});
  one.parts.clear();
  for (int p = 1; p <= 4; ++p) {
    std::vector<Post> posts;
    for (int i = 0; i < p; ++i) {
      const std::string id = "post-" + std::to_string(p) + "-" + std::to_string(i);
      posts.push_back(post(id, "글", {paragraph(prose(700, static_cast<unsigned>(p * 9 + i)))}));
    }
    one.parts.push_back({"마당 " + std::to_string(p), std::move(posts)});
  }
  const PagedBook paged = set_with(one, sheet_with(".post { break-before: recto; }"),
                                   options_for("A5", PdfProfile::print));
  int blank = 0;
  for (std::size_t p = 0; p < paged.pages.size(); ++p) {
    const Page& page = paged.pages[p];
    if (page.items.empty()) {
      ++blank;
      CHECK_FALSE(page.is_recto);
    }
  }
  CHECK(blank > 3);
  CHECK_FALSE(has_artifact_text(paged.pages[0]));  // the title page
}

TEST_CASE("checklist 52: a footnote stands on the page of its mark, below a rule") {
  const PagedBook paged = set(book({post_with_notes(14)}));
  for (int n = 1; n <= 14; ++n) {
    const std::string number = std::to_string(n);
    const auto mark = page_of_anchor(paged, "note-mark-post-1-" + number);
    const auto body = page_of_anchor(paged, "note-post-1-" + number);
    REQUIRE(mark.has_value());
    CHECK(mark == body);
    const Page& page = paged.pages[*mark];
    const Length measure =
        find_trim("A5")->size.width - find_trim("A5")->margin.left - find_trim("A5")->margin.right;
    Length rule, note = page.trim.height;
    for (const PageItem& item : page.items) {
      const auto* rect = std::get_if<FilledRect>(&item.is);
      const bool is_rule = rect != nullptr && rect->size.width == measure / 3;
      if (is_rule) rule = item.at.y;
    }
    for (const Line& line : lines_of(page)) {
      if (above(paged, line.tag, {Element::note}) != kArtifact) note = std::min(note, line.y);
    }
    CHECK(rule > Length());
    CHECK(rule < note);
  }
}

TEST_CASE("checklist 52: notes are numbered from 1 in each post, or on each page") {
  Book one = book({post_with_notes(14)});
  std::vector<PlacedMark> marks = marks_of(set(one));
  REQUIRE(marks.size() == 14);
  for (std::size_t i = 0; i < marks.size(); ++i) CHECK(marks[i].number == std::to_string(i + 1));

  one.notes.numbering = NoteNumbering::page;
  marks = marks_of(set(one));
  REQUIRE(marks.size() == 14);
  CHECK(marks.front().page != marks.back().page);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const bool first = i == 0 || marks[i].page != marks[i - 1].page;
    const int before = first ? 0 : std::stoi(marks[i - 1].number);
    CHECK(std::stoi(marks[i].number) == before + 1);
  }
}

TEST_CASE("checklist 52: endnotes stand after their post, or at the end of the book") {
  Book one = book({post_with_notes(3), post("post-2", "다음 글", {paragraph(prose(300))})});
  one.notes.position = NotePosition::post;
  PagedBook paged = set(one);
  auto next = page_of_anchor(paged, "post-2");
  for (const char* id : {"note-post-1-1", "note-post-1-2", "note-post-1-3"}) {
    const auto note = page_of_anchor(paged, id);
    REQUIRE(note.has_value());
    CHECK(*note < *next);
    CHECK(*note >= *page_of_anchor(paged, "note-mark-post-1-3"));
  }
  one.notes.position = NotePosition::book;
  paged = set(one);
  next = page_of_anchor(paged, "post-2");
  CHECK(*page_of_anchor(paged, "notes") > *next);
  CHECK(*page_of_anchor(paged, "note-post-1-3") >= *page_of_anchor(paged, "notes"));
  CHECK(std::any_of(paged.outline.begin(), paged.outline.end(),
                    [](const OutlineEntry& entry) { return entry.anchor == "notes"; }));
}

TEST_CASE("checklist 53: a quotation is indented by 2 em and set in 9.5 pt, with room around it") {
  const PagedBook paged = set(
      book({post("post-1", "글",
                 {paragraph(prose(200, 1)), quotation(prose(150, 2)), paragraph(prose(200, 3))})}));
  const TrimSize trim = find_trim("A5").value();
  int pieces = 0;
  for (const Page& page : paged.pages) {
    std::set<Length> quoted, other;
    for (const Line& line : lines_of(page)) {
      if (above(paged, line.tag, {Element::block_quote}) == kArtifact) {
        if (line.size == trim.font_size) other.insert(line.y);
        continue;
      }
      ++pieces;
      quoted.insert(line.y);
      CHECK(line.size.pt() == doctest::Approx(9.5));
      const Length margin = page.is_recto ? trim.margin.left : trim.margin.right;
      CHECK((line.x - margin).pt() >= 19 - 3);  // 2 em of 9.5 pt, less what hangs out
    }
    if (quoted.empty()) continue;
    const auto after = other.upper_bound(*quoted.rbegin());
    if (after != other.end()) {
      CHECK((*after - *quoted.rbegin()).pt() >= 1.45 * trim.leading.pt());
    }
  }
  CHECK(pieces > 3);
}

TEST_CASE("checklist 72: empty paragraphs between two do not make a gap") {
  Blocks body = {paragraph(prose(150, 1))};
  for (int i = 0; i < 5; ++i) body.push_back(paragraph("\u00A0"));
  body.push_back(paragraph(prose(150, 2)));
  Post one = post("post-1", "글", std::move(body));
  Manifest manifest;
  manifest.info.title = "책";
  manifest.parts.emplace_back();
  Diagnostics ignored;
  const Book assembled = assemble_book(manifest, {std::move(one)}, ignored);
  const PagedBook paged = set(assembled);
  const TrimSize trim = find_trim("A5").value();
  std::vector<std::set<Length>> paragraphs;
  for (const Page& page : paged.pages) {
    for (const auto& [tag, ys] : baselines(paged, page, kParagraphs)) {
      if (ys.size() >= 3) paragraphs.push_back(ys);
    }
  }
  REQUIRE(paragraphs.size() == 2);
  CHECK(*paragraphs[1].begin() - *paragraphs[0].rbegin() == trim.leading);
}
