// Page breaking by dynamic programming: each state in which a page can begin keeps its cheapest
// history, and is extended box by box until the page is full.
#include "layout/page_fill.h"

#include <algorithm>
#include <limits>

#include "layout/page_cost.h"

namespace munjip {

namespace {

constexpr std::uint32_t kNoteLinesTogether = 2;
// A state so much dearer than another one at the same box is not followed further.
constexpr double kHopeless = 1500;

// How a page begins, apart from the box: on which side, and beside what.
enum class Beside { verso, recto_free, recto_full, recto_one_short, recto_short };
constexpr std::size_t kBesides = 5;
constexpr std::size_t kStates = kBesides * (kMostMovedFigures + 1);

struct Node {
  double cost = std::numeric_limits<double>::infinity();
  std::int64_t previous = -1;
  FilledPage page;      // that ends here
  bool forced = false;  // in a forced break
  Beside next = Beside::recto_free;
  int pages = 0;  // up to here, no more than FillRange::first_pages
};

// A page on its way: the boxes so far, and what was left out of it.
struct Walk {
  std::uint32_t at = 0;  // the next box
  Length y;
  Length margin;  // above the next box
  std::uint32_t left = 0;
  double cost = 0;
  bool is_empty = true;  // no text yet
  bool shrank = false;   // a picture on it is smaller than it would be
};

// A place where the page that is being tried may end.
struct End {
  Walk walk;
  bool fits = true;
};

class PageFiller {
 public:
  PageFiller(const VerticalList& list, const FillSettings& settings, const FillRange& range)
      : list_(list),
        settings_(settings),
        height_(settings.height),
        range_(range),
        states_(kStates * (static_cast<std::size_t>(range.first_pages) + 1)),
        best_((range.end - range.begin + 1) * states_, -1),
        figure_at_(range.end - range.begin, 0) {
    sums_.push_back(Length());
    const std::uint32_t notes_end = asked_before(range.end);
    for (std::uint32_t note = range.notes_begin; note < notes_end; ++note) {
      sums_.push_back(sums_.back() + list.notes[note].margin + list.notes[note].extent());
    }
    for (std::size_t f = 0; f < list.figures.size(); ++f) {
      const std::uint32_t first = list.figures[f].first;
      if (first < range.begin || first >= range.end) continue;
      figure_at_[first - range.begin] = static_cast<std::uint32_t>(f + 1);
    }
  }

  std::vector<FilledPage> run();

 private:
  Length notes_height(std::uint32_t begin, std::uint32_t end) const {
    if (begin >= end) return Length();
    return settings_.note_gap + sums_[end - range_.notes_begin] -
           sums_[begin - range_.notes_begin] - list_.notes[begin].margin;
  }
  // The notes that boxes before this one ask for.
  std::uint32_t asked_before(std::uint32_t box) const {
    return box == 0 ? 0 : list_.boxes[box - 1].notes_end;
  }
  Length height_after(const Node& node) const {
    return node.pages < range_.first_pages ? range_.first_height : height_;
  }
  std::int64_t* states_at(std::uint32_t box) { return &best_[(box - range_.begin) * states_]; }
  std::uint32_t least_notes(std::uint32_t placed, std::uint32_t asked) const;
  std::uint32_t fitting_notes(std::uint32_t placed, std::uint32_t asked, Length room) const;
  std::int64_t notes_only(std::int64_t node);
  void extend_all(std::uint32_t at);
  void extend(std::int64_t from);
  bool begin_page(Walk& walk);
  void follow(const Walk& walk);
  void collect_ends(Walk walk);
  void place(Walk& walk, const VerticalBox& box) const;
  void leave_out(Walk& walk, const MovableFigure& figure) const;
  void end_page(const Walk& walk, bool fits, bool could_go_on = false);
  bool is_good_end(const End& end) const;
  void relax(const FilledPage& page, double cost, bool forced, Beside next);
  Beside beside_after(bool is_last, std::int64_t lines) const;
  bool faces() const { return settings_.first_page != FillSettings::FirstPage::unknown; }
  std::int64_t cheapest_end();
  std::vector<FilledPage> collect(std::int64_t node) const;

  const VerticalList& list_;
  FillSettings settings_;  // its height is that of the page that is being tried
  Length height_;          // of all pages but the first ones
  FillRange range_;
  std::size_t states_;                    // of each box
  std::vector<std::int64_t> best_;        // node for each box and state, -1 = none
  std::vector<std::uint32_t> figure_at_;  // 1 + the movable figure that begins at a box
  std::vector<Node> nodes_;
  std::vector<Length> sums_;

  // Of the page that is being tried.
  std::int64_t from_ = 0;
  Node start_;
  int shrink_ = 0;
  bool saw_shrinkable_ = false;
  bool has_text_beside_ = false;  // would fit below the figures that waited
  std::vector<Walk> open_;        // to be followed
  std::vector<End> ends_;         // of the walk that is being followed
};

// A footnote starts on the page of its mark: of the last one asked for, two lines suffice.
std::uint32_t PageFiller::least_notes(std::uint32_t placed, std::uint32_t asked) const {
  if (asked <= placed) return placed;
  const auto after = std::lower_bound(list_.note_starts.begin(), list_.note_starts.end(), asked);
  const std::uint32_t start = after == list_.note_starts.begin() ? 0 : *(after - 1);
  if (start < placed) return placed;  // it began on an earlier page
  return std::min(asked, start + kNoteLinesTogether);
}

std::uint32_t PageFiller::fitting_notes(std::uint32_t placed, std::uint32_t asked,
                                        Length room) const {
  if (notes_height(placed, asked) <= room) return asked;
  std::uint32_t low = placed, high = asked;  // notes_height grows with its end
  while (low + 1 < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    (notes_height(placed, middle) <= room ? low : high) = middle;
  }
  return low;
}

// How the next page begins after one with so many empty lines.
Beside PageFiller::beside_after(bool is_last, std::int64_t lines) const {
  if (!faces()) return Beside::recto_free;
  if (start_.next != Beside::verso) return Beside::verso;
  if (is_last || lines < 0) return Beside::recto_free;
  return lines == 0   ? Beside::recto_full
         : lines == 1 ? Beside::recto_one_short
                      : Beside::recto_short;
}

void PageFiller::relax(const FilledPage& page, double cost, bool forced, Beside next) {
  const double total = start_.cost + cost;
  const int pages = std::min(start_.pages + 1, range_.first_pages);
  const std::size_t state = static_cast<std::size_t>(pages) * kStates +
                            page.figures_left * kBesides + static_cast<std::uint32_t>(next);
  std::int64_t& best = states_at(page.end)[state];
  if (best >= 0 && nodes_[static_cast<std::size_t>(best)].cost <= total) return;
  best = static_cast<std::int64_t>(nodes_.size());
  nodes_.push_back({total, from_, page, forced, next, pages});
}

// Pages that hold nothing but the rest of a long footnote, while more than two thirds of a page of
// it wait.
std::int64_t PageFiller::notes_only(std::int64_t index) {
  while (true) {
    Node node = nodes_[static_cast<std::size_t>(index)];
    const std::uint32_t at = node.page.end, placed = node.page.notes_end;
    const std::uint32_t asked = std::max(asked_before(at), range_.notes_begin);
    const Length height = height_after(node);
    const Length limit = at == range_.end ? Length() : height * 2 / 3;
    if (node.page.figures_left > 0 || notes_height(placed, asked) <= limit) return index;
    node.page = {at, at, placed, std::max(placed + 1, fitting_notes(placed, asked, height)),
                 node.forced};
    node.pages = std::min(node.pages + 1, range_.first_pages);
    node.cost += kSplitNote;
    node.next = faces() && node.next != Beside::verso ? Beside::verso : Beside::recto_free;
    node.previous = index;
    index = static_cast<std::int64_t>(nodes_.size());
    nodes_.push_back(node);
  }
}

// The figures that waited; false where they leave no room for anything else.
bool PageFiller::begin_page(Walk& walk) {
  const auto figures = figures_before(list_, walk.at).last(start_.page.figures_left);
  for (const MovableFigure& figure : figures) {
    for (std::uint32_t i = figure.first; i < figure.end; ++i) {
      walk.margin = i == figures.front().first ? Length() : list_.boxes[i].margin;
      place(walk, list_.boxes[i]);
      saw_shrinkable_ = saw_shrinkable_ || list_.boxes[i].shrinkable > Length();
    }
    walk.margin = figure.below;
  }
  if (walk.at >= range_.end) return false;
  const VerticalBox& box = list_.boxes[walk.at];
  if (start_.forced) walk.margin = box.margin;
  if (!figures.empty()) walk.margin = std::max(walk.margin, box.margin);
  if (const Length head = repeated_height(list_, walk.at); head > Length()) {
    walk.y += walk.margin + head;
    walk.margin = Length();
  }
  return true;
}

void PageFiller::place(Walk& walk, const VerticalBox& box) const {
  const Length less = shrunk_by(box, shrink_, settings_.grid);
  walk.shrank = walk.shrank || less > Length();
  walk.y = next_top(box, walk.y + walk.margin, settings_.grid) + box.height - less + box.below;
}

void PageFiller::leave_out(Walk& walk, const MovableFigure& figure) const {
  ++walk.left;
  walk.cost += figure.cost;
  walk.margin = figure.margin_after;
  walk.at = figure.end;
}

// Takes the page that ends where the walk stands. `could_go_on`: what follows would fit as well.
void PageFiller::end_page(const Walk& walk, bool fits, bool could_go_on) {
  const std::uint32_t asked = std::max(asked_before(walk.at), range_.notes_begin);
  const std::uint32_t placed = start_.page.notes_end;
  std::uint32_t notes = fitting_notes(placed, asked, settings_.height - walk.y);
  if (!fits) notes = std::max(notes, least_notes(placed, asked));
  const bool last = walk.at == range_.end;
  const double before_next = last || walk.is_empty ? 0 : list_.boxes[walk.at].break_before;
  const bool forced = before_next == kForcedBreak;
  if ((last || forced) && walk.left > 0) return;  // a figure stays in its chapter
  const Length used = walk.y + notes_height(placed, notes);
  double cost = last || forced ? last_page_cost(used, settings_) : page_cost(used, settings_);
  if (last && range_.ends_anywhere && used <= settings_.height) cost = 0;
  cost += walk.cost + shrink_cost(shrink_);
  if (!forced) cost += before_next;
  if (walk.left > 0 && list_.boxes[walk.at].continues) cost += kFigureBetweenHalves;
  if (walk.is_empty && !last && figure_at_[walk.at] != 0) cost += kFigureFarAway;
  if (notes < asked) cost += kSplitNote;
  const std::int64_t lines = empty_lines(used, settings_);
  if (!last && !forced && lines >= 0) {
    if (could_go_on) cost += needless_hole_cost(lines);
    if (start_.next == Beside::recto_full) cost += facing_cost(0, lines);
    if (start_.next == Beside::recto_one_short) cost += facing_cost(1, lines);
  }
  const FilledPage page{start_.page.end,          walk.at,   placed, notes, start_.forced,
                        start_.page.figures_left, walk.left, shrink_};
  relax(page, cost, forced, beside_after(last || forced, lines));
}

// Whether a reader would not mind a page that ends there, and so wonders why one ends before it.
bool PageFiller::is_good_end(const End& end) const {
  const std::uint32_t at = end.walk.at;
  const bool is_cheap = at == range_.end || list_.boxes[at].break_before <= kBreakInsideWord;
  const std::uint32_t asked = std::max(asked_before(at), range_.notes_begin);
  const Length notes = notes_height(start_.page.notes_end, asked);
  return is_cheap && end.fits && end.walk.y + notes <= settings_.height;
}

// Tries every end of the page that begins like the walk.
void PageFiller::follow(const Walk& walk) {
  ends_.clear();
  collect_ends(walk);
  bool could_go_on = false;
  for (auto end = ends_.rbegin(); end != ends_.rend(); ++end) {
    end_page(end->walk, end->fits, could_go_on);
    could_go_on = could_go_on || is_good_end(*end);
  }
  has_text_beside_ = has_text_beside_ || could_go_on;
}

void PageFiller::collect_ends(Walk walk) {
  while (walk.at < range_.end) {
    const VerticalBox& box = list_.boxes[walk.at];
    if (walk.left > 0 && box.stops_figures) return;
    if (const std::uint32_t figure = figure_at_[walk.at - range_.begin];
        figure != 0 && !walk.is_empty) {
      const MovableFigure& movable = list_.figures[figure - 1];
      if (walk.left == kMostMovedFigures) return;
      if (walk.left > 0) {
        leave_out(walk, movable);
        continue;
      }
      open_.push_back(walk);
      leave_out(open_.back(), movable);
    }
    saw_shrinkable_ = saw_shrinkable_ || box.shrinkable > Length();
    const bool first = walk.is_empty && start_.page.figures_left == 0;
    place(walk, box);
    const std::uint32_t placed = start_.page.notes_end;
    const Length room = settings_.height - walk.y;
    const bool fits = walk.y <= settings_.height && fitting_notes(placed, box.notes_end, room) >=
                                                        least_notes(placed, box.notes_end);
    if (!fits && !first) return;
    ++walk.at;
    walk.is_empty = false;
    if (shrink_ == 0 || walk.shrank) ends_.push_back({walk, fits});
    if (!fits || walk.at == range_.end || list_.boxes[walk.at].break_before == kForcedBreak) return;
    walk.margin = list_.boxes[walk.at].margin;
  }
}

// All pages that begin as the node says, with their pictures in every size.
void PageFiller::extend(std::int64_t from) {
  from_ = from;
  start_ = nodes_[static_cast<std::size_t>(from)];
  settings_.height = height_after(start_);
  saw_shrinkable_ = false;
  for (shrink_ = 0; shrink_ <= kShrinkSteps; ++shrink_) {
    Walk walk;
    walk.at = start_.page.end;
    const bool goes_on = begin_page(walk);
    has_text_beside_ = false;
    if (goes_on) open_.push_back(walk);
    while (!open_.empty()) {
      const Walk next = open_.back();
      open_.pop_back();
      follow(next);
    }
    // A page of the figures that waited, and nothing else.
    const bool fits = walk.y <= settings_.height;
    const bool sensible = shrink_ == 0 || (fits && walk.shrank);
    if (start_.page.figures_left > 0 && sensible) end_page(walk, fits, has_text_beside_);
    if (!saw_shrinkable_) return;
  }
}

void PageFiller::extend_all(std::uint32_t at) {
  double least = std::numeric_limits<double>::infinity();
  const std::int64_t* states = states_at(at);
  for (std::size_t state = 0; state < states_; ++state) {
    if (states[state] < 0 || state % kStates >= kBesides) continue;
    least = std::min(least, nodes_[static_cast<std::size_t>(states[state])].cost);
  }
  // Pages of nothing but figures end at the same box with none left: those states come later.
  for (std::size_t pages = 0; pages < states_; pages += kStates) {
    for (std::size_t state = kStates; state-- > 0;) {
      const std::int64_t node = states[pages + state];
      if (node < 0) continue;
      const bool hopeless = nodes_[static_cast<std::size_t>(node)].cost > least + kHopeless;
      if (!hopeless) extend(notes_only(node));
    }
  }
}

std::int64_t PageFiller::cheapest_end() {
  std::int64_t cheapest = -1;
  const std::int64_t* states = states_at(range_.end);
  for (std::size_t state = 0; state < states_; ++state) {
    const std::int64_t node = states[state];
    if (node < 0 || state % kStates >= kBesides) continue;
    const bool better = cheapest < 0 || nodes_[static_cast<std::size_t>(node)].cost <
                                            nodes_[static_cast<std::size_t>(cheapest)].cost;
    if (better) cheapest = node;
  }
  return cheapest;
}

std::vector<FilledPage> PageFiller::collect(std::int64_t index) const {
  std::vector<FilledPage> pages;
  while (true) {
    const Node& node = nodes_[static_cast<std::size_t>(index)];
    if (node.previous < 0) break;
    pages.push_back(node.page);
    index = node.previous;
  }
  std::reverse(pages.begin(), pages.end());
  return pages;
}

std::vector<FilledPage> PageFiller::run() {
  if (range_.begin == range_.end) return {};
  const bool on_verso = settings_.first_page == FillSettings::FirstPage::verso;
  Node first;
  first.cost = 0;
  first.page.begin = first.page.end = range_.begin;
  first.page.notes_begin = first.page.notes_end = range_.notes_begin;
  first.forced = range_.keeps_first_margin;
  first.next = on_verso ? Beside::verso : Beside::recto_free;
  nodes_.push_back(first);
  states_at(range_.begin)[static_cast<std::uint32_t>(first.next)] = 0;
  for (std::uint32_t at = range_.begin; at < range_.end; ++at) extend_all(at);
  return collect(notes_only(cheapest_end()));
}

}  // namespace

std::vector<FilledPage> fill_pages(const VerticalList& list, const FillSettings& settings) {
  FillRange all;
  all.end = static_cast<std::uint32_t>(list.boxes.size());
  return fill_pages(list, settings, all);
}

std::vector<FilledPage> fill_pages(const VerticalList& list, const FillSettings& settings,
                                   const FillRange& range) {
  return PageFiller(list, settings, range).run();
}

}  // namespace munjip
