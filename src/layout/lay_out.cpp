// The order of the work: units in parallel, then contents, then numbers, then one book.
#include "layout/lay_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

#include "base/parallel.h"
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
  setting.text_block = {
      std::max(trim.size.width - recto.margin.left - recto.margin.right, trim.font_size * 2),
      std::max(trim.size.height - recto.margin.top - recto.margin.bottom, trim.leading * 3)};
  Cascade cascade(sheet, setting.defaults);
  const std::vector<std::string> post = {"post"};
  const Entered section(cascade, {.name = "section", .classes = post});
  const Entered paragraph(cascade, {.name = "p"});
  const Style& style = *paragraph.style();
  setting.leading = std::max(style.line_height, Length::pt(2));
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

class BookLayout {
 public:
  BookLayout(const LayoutSetting& setting, const LayoutOptions& options, Diagnostics& diagnostics)
      : setting_(setting), options_(options), diagnostics_(diagnostics), shapers_(setting.fonts) {}

  PagedBook run();

 private:
  bool has_front() const { return options_.profile != PdfProfile::handout; }
  void lay_out_units();
  void add(Unit unit, std::string part = {}, bool begins_part = false);
  void add_front();
  std::vector<ContentsEntry> contents_entries() const;
  void add_cover(PagedBook& out) const;

  const LayoutSetting& setting_;
  const LayoutOptions& options_;
  Diagnostics& diagnostics_;
  ShaperPool shapers_;
  std::vector<UnitPlan> plans_;
  std::vector<Unit> body_;
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
    for (const Post& post : book.parts[p].posts) entries.push_back({post.title, post.id, false});
  }
  return entries;
}

void BookLayout::add(Unit unit, std::string part, bool begins_part) {
  const int folio = numbering_.place(unit.opens, unit.pages.size());
  outline_.insert(outline_.end(), unit.outline.begin(), unit.outline.end());
  lines_.insert(lines_.end(), unit.lines.begin(), unit.lines.end());
  placed_.push_back({std::move(unit), folio, std::move(part), begins_part});
}

// The title page and the contents, whose numbers follow from how many pages both take.
void BookLayout::add_front() {
  if (!has_front()) return;
  const auto title = [&](Shaper& shaper) {
    return lay_out_title_page(setting_, shaper, diagnostics_);
  };
  add(shapers_.with(title));
  if (setting_.book.post_count() < 2) return;
  shapers_.with([&](Shaper& shaper) {
    Contents contents(setting_, shaper, contents_entries(), diagnostics_);
    Numbering ahead = numbering_;
    ahead.place(contents.opens(), contents.page_count());
    std::map<std::string, std::string> label_of;
    for (const Unit& unit : body_) {
      const int first = ahead.place(unit.opens, unit.pages.size());
      for (const auto& [anchor, page] : unit.starts) {
        label_of[anchor] = std::to_string(first + static_cast<int>(page));
      }
    }
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
  for (std::size_t i = 0; i < body_.size(); ++i) {
    const Part& part = setting_.book.parts[plans_[i].part];
    const bool new_part = i == 0 || plans_[i].part != plans_[i - 1].part;
    add(std::move(body_[i]), part.title, new_part && !part.title.empty());
  }
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
