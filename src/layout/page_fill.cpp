// Page breaking by dynamic programming: each possible page start keeps its cheapest history, and is
// extended box by box until the page is full.
#include "layout/page_fill.h"

#include <algorithm>
#include <limits>

namespace munjip {

namespace {

constexpr double kEmptyPage = 1e4;       // times the square of the empty part
constexpr double kUnder60Percent = 1e5;  // typography.md 4.3: no page under 60 % full
constexpr double kSplitNote = 2e4;
constexpr double kOverfullPage = 1e11;
constexpr double kShortLastPage = 400;  // fewer than three lines on the last page
constexpr std::uint32_t kNoteLinesTogether = 2;

struct Node {
  double cost = std::numeric_limits<double>::infinity();
  std::int64_t previous = -1;
  std::uint32_t at = 0;     // the box that the next page begins with
  std::uint32_t notes = 0;  // note boxes set so far
  bool forced = false;      // the page before it ended in a forced break
};

// The y of a box's `height` when what stands above it ends at `y`.
Length next_top(const VerticalBox& box, Length y, bool keep_margin, Length grid) {
  if (keep_margin) y += box.margin;
  y += box.above;
  if (!box.on_grid || grid <= Length()) return y;
  const std::int64_t lines = (y.raw() + grid.raw() - 1) / grid.raw();
  return Length::from_raw(lines * grid.raw());
}

Length head_height(const VerticalList& list, std::uint32_t begin) {
  if (begin >= list.boxes.size() || list.boxes[begin].repeated == 0) return Length();
  return list.repeated[list.boxes[begin].repeated - 1].extent();
}

class PageFiller {
 public:
  PageFiller(const VerticalList& list, const FillSettings& settings)
      : list_(list), settings_(settings), best_(list.boxes.size() + 1, -1) {
    sums_.reserve(list.notes.size() + 1);
    sums_.push_back(Length());
    for (const VerticalBox& note : list.notes) {
      sums_.push_back(sums_.back() + note.margin + note.extent());
    }
  }

  std::vector<FilledPage> run();

 private:
  Length notes_height(std::uint32_t begin, std::uint32_t end) const {
    if (begin >= end) return Length();
    return settings_.note_gap + sums_[end] - sums_[begin] - list_.notes[begin].margin;
  }
  std::uint32_t least_notes(std::uint32_t placed, std::uint32_t asked) const;
  std::uint32_t fitting_notes(std::uint32_t placed, std::uint32_t asked, Length room) const;
  std::int64_t notes_only(std::int64_t node);
  void extend(std::int64_t from);
  double page_cost(Length used, bool is_last) const;
  void relax(std::uint32_t at, std::uint32_t notes, double cost, std::int64_t from, bool forced);
  std::vector<FilledPage> collect(std::int64_t node) const;

  const VerticalList& list_;
  const FillSettings& settings_;
  std::vector<std::int64_t> best_;  // node that begins at each box, -1 = none
  std::vector<Node> nodes_;
  std::vector<Length> sums_;
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

double PageFiller::page_cost(Length used, bool is_last) const {
  const double height = std::max(settings_.height.pt(), 1.0);
  if (used > settings_.height) return kOverfullPage;
  if (is_last) return used < settings_.grid * 3 ? kShortLastPage : 0;
  const double empty = 1 - used.pt() / height;
  return kEmptyPage * empty * empty + (empty > 0.4 ? kUnder60Percent : 0);
}

void PageFiller::relax(std::uint32_t at, std::uint32_t notes, double cost, std::int64_t from,
                       bool forced) {
  const double total = nodes_[static_cast<std::size_t>(from)].cost + cost;
  std::int64_t& best = best_[at];
  if (best >= 0 && nodes_[static_cast<std::size_t>(best)].cost <= total) return;
  best = static_cast<std::int64_t>(nodes_.size());
  nodes_.push_back({total, from, at, notes, forced});
}

// Pages that hold nothing but the rest of a long footnote, while more than two thirds of a page of
// it wait.
std::int64_t PageFiller::notes_only(std::int64_t index) {
  while (true) {
    const Node node = nodes_[static_cast<std::size_t>(index)];
    const std::uint32_t asked = node.at == 0 ? 0 : list_.boxes[node.at - 1].notes_end;
    const bool text_is_done = node.at == list_.boxes.size();
    const Length limit = text_is_done ? Length() : settings_.height * 2 / 3;
    if (notes_height(node.notes, asked) <= limit) return index;
    const std::uint32_t fit =
        std::max(node.notes + 1, fitting_notes(node.notes, asked, settings_.height));
    nodes_.push_back({node.cost + kSplitNote, index, node.at, fit, node.forced});
    index = static_cast<std::int64_t>(nodes_.size()) - 1;
  }
}

// Tries every end of the page that begins at `from`.
void PageFiller::extend(std::int64_t from) {
  const Node start = nodes_[static_cast<std::size_t>(from)];
  const auto count = static_cast<std::uint32_t>(list_.boxes.size());
  Length y = head_height(list_, start.at);
  for (std::uint32_t i = start.at; i < count; ++i) {
    const VerticalBox& box = list_.boxes[i];
    const bool first = i == start.at;
    y = next_top(box, y, !first || start.forced, settings_.grid) + box.height + box.below;
    const Length room = settings_.height - y;
    std::uint32_t notes = fitting_notes(start.notes, box.notes_end, room);
    const bool fits = y <= settings_.height && notes >= least_notes(start.notes, box.notes_end);
    if (!fits && !first) return;
    // A single box that does not fit is set all the same, with at least the start of its notes.
    if (!fits) notes = std::max(notes, least_notes(start.notes, box.notes_end));
    const bool last = i + 1 == count;
    const double before_next = last ? 0 : list_.boxes[i + 1].break_before;
    const bool forced = before_next == kForcedBreak;
    double cost = page_cost(y + notes_height(start.notes, notes), last || forced);
    if (!forced) cost += before_next;
    if (notes < box.notes_end) cost += kSplitNote;
    relax(i + 1, notes, cost, from, forced);
    if (forced || !fits) return;
  }
}

std::vector<FilledPage> PageFiller::collect(std::int64_t index) const {
  std::vector<FilledPage> pages;
  while (true) {
    const Node& node = nodes_[static_cast<std::size_t>(index)];
    if (node.previous < 0) break;
    const Node& start = nodes_[static_cast<std::size_t>(node.previous)];
    pages.push_back({start.at, node.at, start.notes, node.notes, start.forced});
    index = node.previous;
  }
  std::reverse(pages.begin(), pages.end());
  return pages;
}

std::vector<FilledPage> PageFiller::run() {
  const auto count = static_cast<std::uint32_t>(list_.boxes.size());
  if (count == 0) return {};
  nodes_.push_back({0, -1, 0, 0, true});
  best_[0] = 0;
  for (std::uint32_t at = 0; at < count; ++at) {
    if (best_[at] >= 0) extend(notes_only(best_[at]));
  }
  return collect(notes_only(best_[count]));
}

}  // namespace

std::vector<FilledPage> fill_pages(const VerticalList& list, const FillSettings& settings) {
  return PageFiller(list, settings).run();
}

PagePlaces place_boxes(const VerticalList& list, const FilledPage& page,
                       const FillSettings& settings) {
  PagePlaces places;
  places.tops.reserve(page.end - page.begin);
  places.end = head_height(list, page.begin);
  for (std::uint32_t i = page.begin; i < page.end; ++i) {
    const bool keep_margin = i != page.begin || page.after_forced_break;
    const Length top = next_top(list.boxes[i], places.end, keep_margin, settings.grid);
    places.tops.push_back(top);
    places.end = top + list.boxes[i].height + list.boxes[i].below;
  }
  return places;
}

Length note_area(const VerticalList& list, std::uint32_t begin, std::uint32_t end,
                 const FillSettings& settings) {
  if (begin >= end) return Length();
  Length sum = settings.note_gap - list.notes[begin].margin;
  for (std::uint32_t i = begin; i < end; ++i) sum += list.notes[i].margin + list.notes[i].extent();
  return sum;
}

}  // namespace munjip
