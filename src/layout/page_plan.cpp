#include "layout/page_plan.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <span>

#include "layout/page_cost.h"

namespace munjip {

namespace {

// What is kept with what stands before it: after a line that ends in a colon, or a heading.
constexpr double kKept = kBreakLeadIn;
// Balanced columns: what each line that they are higher than they could be costs, and each that one
// of them is shorter than the others; and how many lines higher are tried.
constexpr double kHigherLine = 200, kShorterLine = 60;
constexpr int kMoreLines = 12;

// Boxes that are filled in one way.
struct Stretch {
  std::uint32_t begin = 0, end = 0;
  const ColumnRun* run = nullptr;  // none: the whole measure
  bool begins_page = false;        // in a forced break
};

// The runs and what lies between them; columns are parted by forced breaks too.
std::vector<Stretch> stretches_of(const VerticalList& list) {
  std::vector<Stretch> stretches;
  const auto add = [&](std::uint32_t begin, std::uint32_t end, const ColumnRun* run) {
    if (begin == end) return;
    stretches.push_back(
        {begin, end, run, begin == 0 || list.boxes[begin].break_before == kForcedBreak});
  };
  std::uint32_t at = 0;
  for (const ColumnRun& run : list.columns) {
    add(at, run.first, nullptr);
    at = run.first;
    for (std::uint32_t i = at + 1; i < run.end; ++i) {
      if (list.boxes[i].break_before != kForcedBreak) continue;
      add(at, i, &run);
      at = i;
    }
    add(at, run.end, &run);
    at = run.end;
  }
  add(at, static_cast<std::uint32_t>(list.boxes.size()), nullptr);
  return stretches;
}

class PagePlanner {
 public:
  PagePlanner(const VerticalList& list, const FillSettings& settings, Length measure)
      : list_(list),
        settings_(settings),
        measure_(measure),
        stretches_(stretches_of(list)),
        keeps_grid_(std::any_of(list.boxes.begin(), list.boxes.end(),
                                [](const VerticalBox& box) { return box.on_grid; })) {}

  std::vector<PlannedPage> run() {
    const std::vector<Length> kept = kept_below();
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
      if (stretches_[i].run == nullptr) {
        add_whole(stretches_[i], kept[i]);
      } else {
        add_columns(stretches_[i]);
      }
    }
    return std::move(pages_);
  }

 private:
  // What stands on a page, from `top` down.
  struct Balanced {
    std::vector<FilledPage> columns;
    Length height;
    double cost = std::numeric_limits<double>::infinity();
  };

  Length head_of(const Stretch& stretch, Length kept) const;
  std::vector<Length> kept_below() const;
  std::uint32_t tail_of(const Stretch& stretch) const;
  void add_whole(const Stretch& stretch, Length kept);
  void add_columns(const Stretch& stretch);
  void add_column_page(std::span<const FilledPage> columns, const ColumnRun& run, Length height);
  Balanced balance(std::span<const FilledPage> columns, const ColumnRun& run, Length room) const;
  Balanced columns_of(const FillRange& range, Length height, int count) const;
  Length used(const FilledPage& filled) const;
  Length room() const { return settings_.height - y_ - notes_room_; }
  // Of a page, where notes of columns end: on the last line of the grid, as those of other pages.
  Length foot() const { return last_line(settings_) - notes_room_; }
  Length top_of(const Stretch& stretch, Length y) const;
  void new_page();
  FillSettings::FirstPage side() const;

  const VerticalList& list_;
  const FillSettings& settings_;
  Length measure_;
  std::vector<Stretch> stretches_;
  bool keeps_grid_;
  std::vector<PlannedPage> pages_;
  // Of the last page: where what stands there ends, what the notes at its foot take, and the notes
  // that are placed.
  Length y_, notes_room_;
  std::uint32_t notes_ = 0;
};

void PagePlanner::new_page() {
  pages_.emplace_back();
  y_ = notes_room_ = Length();
}

// Where the stretch begins when what stands above it ends at `y`: its lines are on the page's grid.
Length PagePlanner::top_of(const Stretch& stretch, Length y) const {
  if (!list_.boxes[stretch.begin].on_grid || settings_.grid <= Length()) return y;
  return Length::from_raw((y.raw() + settings_.grid.raw() - 1) / settings_.grid.raw() *
                          settings_.grid.raw());
}

// Of the page that is open.
FillSettings::FirstPage PagePlanner::side() const {
  using enum FillSettings::FirstPage;
  if (settings_.first_page == unknown || pages_.size() % 2 == 1) return settings_.first_page;
  return settings_.first_page == verso ? recto : verso;
}

Length PagePlanner::used(const FilledPage& filled) const {
  return place_boxes(list_, filled, settings_).end +
         note_area(list_, filled.notes_begin, filled.notes_end, settings_);
}

// What of a stretch stands together at its beginning, with the margin above; `kept` where that is
// all of it.
Length PagePlanner::head_of(const Stretch& stretch, Length kept) const {
  Length height;
  for (std::uint32_t i = stretch.begin; i < stretch.end; ++i) {
    const VerticalBox& box = list_.boxes[i];
    if (i > stretch.begin && box.break_before < kKept) return height;
    height += box.margin + box.extent();
  }
  return height + kept;
}

// For each stretch, the room that the one behind it needs on the same page.
std::vector<Length> PagePlanner::kept_below() const {
  std::vector<Length> kept(stretches_.size());
  for (std::size_t i = stretches_.size(); i-- > 1;) {
    const bool is_kept = list_.boxes[stretches_[i].begin].break_before >= kKept;
    if (is_kept) kept[i - 1] = head_of(stretches_[i], kept[i]);
  }
  return kept;
}

// The last place where a page may end within the stretch; its beginning where there is none.
std::uint32_t PagePlanner::tail_of(const Stretch& stretch) const {
  std::uint32_t tail = stretch.end - 1;
  while (tail > stretch.begin && list_.boxes[tail].break_before >= kKept) --tail;
  return tail;
}

void PagePlanner::add_whole(const Stretch& stretch, Length kept) {
  bool keeps_margin = true;
  if (pages_.empty() || stretch.begins_page) {
    new_page();
  } else if (y_ > Length() && head_of(stretch, kept) > room()) {
    new_page();
    keeps_margin = false;
  }
  y_ = top_of(stretch, y_);
  FillSettings settings = settings_;
  settings.first_page = side();
  const bool is_last = stretch.end == list_.boxes.size();
  const FillRange range{stretch.begin, stretch.end, notes_, keeps_margin, 1, room(), !is_last};
  const std::vector<FilledPage> filled = fill_pages(list_, settings, range);
  const Length first_used = filled.size() == 1 ? y_ + notes_room_ : Length();
  const std::uint32_t tail = tail_of(stretch);
  const bool is_parted = kept > Length() && tail > filled.back().begin &&
                         first_used + used(filled.back()) + kept > settings_.height;
  if (is_parted) {
    add_whole({stretch.begin, tail, nullptr, false}, Length());
    add_whole({tail, stretch.end, nullptr, false}, kept);
    return;
  }
  for (const FilledPage& page : filled) {
    if (&page != &filled.front()) new_page();
    pages_.back().parts.push_back({page, {Length(), y_}, room(), Length(), measure_, false});
    y_ += place_boxes(list_, page, settings_).end;
    notes_room_ += note_area(list_, page.notes_begin, page.notes_end, settings_);
  }
  notes_ = filled.back().notes_end;
}

void PagePlanner::add_columns(const Stretch& stretch) {
  const ColumnRun& run = *stretch.run;
  Length margin = list_.boxes[stretch.begin].margin;
  if (pages_.empty() || stretch.begins_page) new_page();
  y_ = top_of(stretch, y_ + margin);
  if (!pages_.back().parts.empty() && head_of(stretch, Length()) - margin > room()) new_page();
  const FillRange range{stretch.begin, stretch.end, notes_, false, run.count, room(), true};
  const std::vector<FilledPage> columns = fill_pages(list_, settings_, range);
  std::span<const FilledPage> left = columns;
  const auto count = static_cast<std::size_t>(run.count);
  while (left.size() > count) {
    add_column_page(left.first(count), run, foot() - y_);
    left = left.subspan(count);
    new_page();
  }
  const Balanced last = balance(left, run, room());
  add_column_page(last.columns, run, last.height);
  y_ += last.height;
  notes_ = columns.back().notes_end;
}

void PagePlanner::add_column_page(std::span<const FilledPage> columns, const ColumnRun& run,
                                  Length height) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Length x = run.step() * static_cast<std::int64_t>(i);
    pages_.back().parts.push_back({columns[i], {x, y_}, height, run.left, run.width, true});
  }
}

// The columns of the range at this height; no finite cost where they are too many or too high.
PagePlanner::Balanced PagePlanner::columns_of(const FillRange& range, Length height,
                                              int count) const {
  FillSettings settings = settings_;
  settings.height = height;
  Balanced out{fill_pages(list_, settings, range), height};
  if (out.columns.size() > static_cast<std::size_t>(count)) return out;
  out.cost = 0;
  Length highest;
  for (const FilledPage& column : out.columns) highest = std::max(highest, used(column));
  if (highest > height) out.cost = std::numeric_limits<double>::infinity();
  out.height = highest;
  for (std::size_t i = 0; i + 1 < out.columns.size(); ++i) {
    const FilledPage& column = out.columns[i];
    const double lines = (highest - used(column)).ratio(settings_.grid);
    out.cost += kShorterLine * lines * lines;
    if (column.end < range.end) out.cost += list_.boxes[column.end].break_before;
    if (column.end > 0 && column.notes_end < list_.boxes[column.end - 1].notes_end) {
      out.cost += kSplitNote;
    }
  }
  return out;
}

PagePlanner::Balanced PagePlanner::balance(std::span<const FilledPage> columns,
                                           const ColumnRun& run, Length room) const {
  Balanced unbalanced{{columns.begin(), columns.end()}, Length()};
  for (const FilledPage& column : columns) {
    unbalanced.height = std::max(unbalanced.height, used(column));
  }
  if (columns.front().figures_at_head > 0) return unbalanced;
  const FillRange range{columns.front().begin,
                        columns.back().end,
                        columns.front().notes_begin,
                        false,
                        0,
                        Length(),
                        true};
  const Length line = std::max(keeps_grid_ ? settings_.grid : settings_.grid / 2, Length::pt(1));
  std::int64_t low = 0, high = room.raw() / line.raw();  // lines: too few, and enough
  while (low + 1 < high) {
    const std::int64_t middle = low + (high - low) / 2;
    const bool fits =
        columns_of(range, line * middle, run.count).cost < std::numeric_limits<double>::infinity();
    (fits ? high : low) = middle;
  }
  Balanced best = unbalanced;
  for (std::int64_t more = 0; more <= kMoreLines && line * (high + more) <= room; ++more) {
    Balanced tried = columns_of(range, line * (high + more), run.count);
    tried.cost += kHigherLine * (line * more).ratio(settings_.grid);
    if (tried.cost < best.cost) best = std::move(tried);
  }
  return best;
}

}  // namespace

std::vector<PlannedPage> whole_pages(const std::vector<FilledPage>& pages,
                                     const FillSettings& settings, Length measure) {
  std::vector<PlannedPage> planned;
  planned.reserve(pages.size());
  for (const FilledPage& page : pages) {
    planned.push_back({{{page, {}, settings.height, {}, measure, false}}});
  }
  return planned;
}

std::vector<PlannedPage> plan_pages(const VerticalList& list, const FillSettings& settings,
                                    Length measure) {
  if (list.columns.empty()) return whole_pages(fill_pages(list, settings), settings, measure);
  return PagePlanner(list, settings, measure).run();
}

}  // namespace munjip
