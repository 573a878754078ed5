// The order of the work: units in parallel, then contents, then numbers, then one book.
#include "layout/lay_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

#include "base/parallel.h"
#include "book/contents.h"
#include "book/labels.h"
#include "layout/book_pages.h"
#include "layout/front.h"
#include "layout/page_references.h"
#include "layout/unit.h"

namespace munjip {

namespace {

// A unit that is still to be laid out: the title of a part, or posts.
struct UnitPlan {
  std::size_t part = 0;
  std::vector<const Post*> posts;  // empty = the part's title
};

const std::string kNotesAnchor = "notes";

bool has_any_notes(const Book& book) {
  return std::any_of(book.parts.begin(), book.parts.end(), [](const Part& part) {
    return std::any_of(part.posts.begin(), part.posts.end(),
                       [](const Post& post) { return !post.notes.empty(); });
  });
}

std::string part_anchor(std::size_t part) {
  return fmt::format("part-{}", part + 1);
}

std::vector<UnitPlan> plan_units(const Book& book, BreakRule between_posts) {
  std::vector<UnitPlan> plans;
  for (std::size_t p = 0; p < book.parts.size(); ++p) {
    const Part& part = book.parts[p];
    if (!part.title.empty()) plans.push_back({p, {}});
    for (std::size_t i = 0; i < part.posts.size(); ++i) {
      if (i == 0 || between_posts != BreakRule::automatic) plans.push_back({p, {}});
      plans.back().posts.push_back(&part.posts[i]);
    }
  }
  return plans;
}

LayoutSetting setting_for(const Book& book, const StyleSheet& sheet, const FontLibrary& fonts,
                          const TrimSize& trim) {
  LayoutSetting setting{
      book, sheet, fonts,       {trim.size, trim.margin, trim.font_size, trim.leading},
      {},   {},    trim.leading};
  const PageStyle recto = sheet.page_style(PageSide::recto, setting.defaults);
  const PageStyle verso = sheet.page_style(PageSide::verso, setting.defaults);
  setting.notes_width = std::min(recto.notes_width, verso.notes_width);
  setting.notes_gap = recto.notes_gap;
  setting.text_block = {
      std::max(trim.size.width - recto.margin.left - recto.margin.right, trim.font_size * 2),
      std::max(trim.size.height - recto.margin.top - recto.margin.bottom, trim.leading * 3)};
  Cascade cascade(sheet, setting.defaults);
  const std::vector<std::string> post = {"post"};
  const Entered section(cascade, {.name = "section", .classes = post});
  const Entered paragraph(cascade, {.name = "p"});
  const Style& style = *paragraph.style();
  setting.leading = std::max(style.line_height, Length::pt(2));
  // The room below the last line need not be there in full.
  Length& height = setting.text_block.height;
  const std::int64_t over = height.raw() % setting.leading.raw();
  if (over > setting.leading.raw() * 3 / 4) height += setting.leading - Length::from_raw(over);
  // Paragraphs that are set apart by less than a line keep no grid.
  const Length apart = style.margin.top + style.margin.bottom;
  if (apart.raw() % setting.leading.raw() == 0) setting.grid = setting.leading;
  return setting;
}

// Shapers that remember words from one unit to the next; what they return does not depend on it.
class ShaperPool {
 public:
  explicit ShaperPool(const FontLibrary& fonts) : fonts_(fonts) {}

  template <class Fn>
  auto with(Fn fn) {
    std::unique_ptr<Shaper> shaper = take();
    auto result = fn(*shaper);
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(shaper));
    return result;
  }

 private:
  std::unique_ptr<Shaper> take() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) return std::make_unique<Shaper>(fonts_);
    std::unique_ptr<Shaper> shaper = std::move(idle_.back());
    idle_.pop_back();
    return shaper;
  }

  const FontLibrary& fonts_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Shaper>> idle_;
};

// What each post is called where it stands without its date, by Post::id.
std::map<std::string, std::string> titles_by_id(const Book& book) {
  std::map<std::string, std::string> titles;
  const std::vector<std::string> in_order = contents_titles(book);
  auto next = in_order.begin();
  for (const Part& part : book.parts) {
    for (const Post& post : part.posts) titles[post.id] = *next++;
  }
  return titles;
}

class BookLayout {
 public:
  BookLayout(const LayoutSetting& setting, const LayoutOptions& options, Diagnostics& diagnostics)
      : setting_(setting),
        options_(options),
        diagnostics_(diagnostics),
        titles_(titles_by_id(setting.book)),
        shapers_(setting.fonts) {}

  PagedBook run();

 private:
  bool has_front() const { return options_.profile != PdfProfile::handout; }
  void lay_out_units();
  void add(Unit unit, std::string part = {}, bool begins_part = false);
  void add_front();
  std::map<std::string, std::string> settle_body(Numbering numbering);
  std::vector<ContentsEntry> contents_entries() const;
  void add_cover(PagedBook& out) const;

  const LayoutSetting& setting_;
  const LayoutOptions& options_;
  Diagnostics& diagnostics_;
  std::map<std::string, std::string> titles_;
  ShaperPool shapers_;
  std::vector<UnitPlan> plans_;
  std::vector<Unit> body_;  // of the plans; behind them the notes, where they stand there
  std::vector<PlacedUnit> placed_;
  Numbering numbering_;
  TagTree tags_;
  std::vector<OutlineEntry> outline_;
  std::vector<SetLine> lines_;
};

void BookLayout::lay_out_units() {
  const Book& book = setting_.book;
  plans_ = plan_units(book, post_break(setting_));
  body_ = map_parallel(
      std::span<const UnitPlan>(plans_), options_.jobs, diagnostics_,
      [&](const UnitPlan& plan, Diagnostics& own) {
        return shapers_.with([&](Shaper& shaper) {
          const std::string& part = book.parts[plan.part].title;
          if (plan.posts.empty()) {
            return lay_out_part_title(setting_, shaper, part, part_anchor(plan.part), own);
          }
          return lay_out_posts(setting_, shaper, plan.posts, part.empty() ? 1 : 2, own);
        });
      });
  const bool has_notes = book.notes.position == NotePosition::book && has_any_notes(book);
  if (has_notes) {
    body_.push_back(shapers_.with([&](Shaper& shaper) {
      return lay_out_endnotes(setting_, shaper, kNotesAnchor, diagnostics_);
    }));
  }
  // On paper the body begins on a right-hand page; only versos may be blank (typography.md 4.3).
  if (options_.profile == PdfProfile::print) body_.front().opens = BreakRule::recto;
}

std::vector<ContentsEntry> BookLayout::contents_entries() const {
  std::vector<ContentsEntry> entries;
  const Book& book = setting_.book;
  for (std::size_t p = 0; p < book.parts.size(); ++p) {
    if (!book.parts[p].title.empty()) {
      entries.push_back({book.parts[p].title, part_anchor(p), true});
    }
    for (const Post& post : book.parts[p].posts) {
      entries.push_back({titles_.at(post.id), post.id, false});
    }
  }
  if (body_.size() > plans_.size()) {
    entries.push_back({std::string(label(Label::notes, book.info.language)), kNotesAnchor, false});
  }
  return entries;
}

void BookLayout::add(Unit unit, std::string part, bool begins_part) {
  const int folio = numbering_.open(unit.opens);
  numbering_.pass(unit.pages.size());
  for (OutlineEntry& entry : unit.outline) {
    if (const auto title = titles_.find(entry.anchor); title != titles_.end()) {
      entry.title = title->second;
    }
  }
  outline_.insert(outline_.end(), unit.outline.begin(), unit.outline.end());
  lines_.insert(lines_.end(), unit.lines.begin(), unit.lines.end());
  placed_.push_back({std::move(unit), folio, std::move(part), begins_part});
}

// Settles the pages of the body, which begin with the numbering's next; the label of the page that
// each anchor stands on.
std::map<std::string, std::string> BookLayout::settle_body(Numbering numbering) {
  std::map<std::string, std::string> label_of;
  for (Unit& unit : body_) {
    const int first = numbering.open(unit.opens);
    settle_pages(setting_, unit, is_recto(first));
    numbering.pass(unit.pages.size());
    for (const auto& [anchor, page] : unit.starts) {
      label_of[anchor] = std::to_string(first + static_cast<int>(page));
    }
  }
  return label_of;
}

// The title page and the contents, whose numbers follow from how many pages both take.
void BookLayout::add_front() {
  if (!has_front()) {
    settle_body(numbering_);
    return;
  }
  const auto title = [&](Shaper& shaper) {
    return lay_out_title_page(setting_, shaper, diagnostics_);
  };
  add(shapers_.with(title));
  if (setting_.book.post_count() < 2) {
    settle_body(numbering_);
    return;
  }
  shapers_.with([&](Shaper& shaper) {
    Contents contents(setting_, shaper, contents_entries(), diagnostics_);
    Numbering ahead = numbering_;
    ahead.open(contents.opens());
    ahead.pass(contents.page_count());
    std::map<std::string, std::string> label_of = settle_body(ahead);
    std::vector<std::string> labels;
    for (const ContentsEntry& entry : contents_entries()) labels.push_back(label_of[entry.anchor]);
    add(contents.finish(shaper, labels, diagnostics_));
    return true;
  });
}

void BookLayout::add_cover(PagedBook& out) const {
  if (options_.profile != PdfProfile::screen) return;
  Page cover = lay_out_cover(setting_.book, setting_.sheet, setting_.fonts, setting_.defaults.trim);
  cover.label = label(Label::cover, setting_.book.info.language);
  out.pages.insert(out.pages.begin(), std::move(cover));
}

PagedBook BookLayout::run() {
  lay_out_units();
  add_front();
  for (std::size_t i = 0; i < plans_.size(); ++i) {
    const Part& part = setting_.book.parts[plans_[i].part];
    const bool new_part = i == 0 || plans_[i].part != plans_[i - 1].part;
    add(std::move(body_[i]), part.title, new_part && !part.title.empty());
  }
  if (body_.size() > plans_.size()) add(std::move(body_.back()));
  if (has_front()) {
    add(shapers_.with(
        [&](Shaper& shaper) { return lay_out_colophon(setting_, shaper, diagnostics_); }));
  }
  PagedBook out;
  out.pages = book_pages(setting_, placed_, tags_, options_.profile == PdfProfile::print,
                         options_.jobs, diagnostics_);
  add_cover(out);
  tags_[0].lang = setting_.book.info.language;
  out.tags = tags_.take();
  out.outline = std::move(outline_);
  out.lines = std::move(lines_);
  return out;
}

}  // namespace

PagedBook lay_out(const Book& book, const StyleSheet& sheet, const FontLibrary& fonts,
                  const LayoutOptions& options, Diagnostics& diagnostics) {
  LayoutSetting setting = setting_for(book, sheet, fonts, options.trim);
  PageLabels labels;
  if (has_page_references(book)) {
    constexpr int kMaxRounds = 3;  // a longer number may push its own page on
    for (int round = 0; round < kMaxRounds; ++round) {
      Diagnostics of_this_round;  // the last round tells
      PageLabels found = page_labels_of(BookLayout(setting, options, of_this_round).run());
      if (found == labels) break;
      labels = std::move(found);
      setting.page_labels = &labels;
    }
  }
  return BookLayout(setting, options, diagnostics).run();
}

}  // namespace munjip
