#include "layout/page_places.h"

#include <algorithm>

namespace munjip {

namespace {

class Placer {
 public:
  Placer(const VerticalList& list, const FilledPage& page, const FillSettings& settings)
      : list_(list), page_(page), settings_(settings) {}

  PagePlaces run() {
    const auto before = figures_before(list_, page_.begin).last(page_.figures_at_head);
    for (const MovableFigure& figure : before) {
      for (std::uint32_t i = figure.first; i < figure.end; ++i) {
        place(i, places_.boxes.empty() ? Length() : list_.boxes[i].margin);
      }
      below_ = figure.below;
    }
    place_text();
    places_.end = y_;
    return std::move(places_);
  }

 private:
  void place(std::uint32_t i, Length margin) {
    const VerticalBox& box = list_.boxes[i];
    const Length height = box.height - shrunk_by(box, page_.shrink, settings_.grid);
    const Length top = next_top(box, y_ + margin, settings_.grid);
    places_.boxes.push_back({i, top, height});
    y_ = top + height + box.below;
  }

  void place_text() {
    if (page_.begin >= page_.end) return;
    std::span<const MovableFigure> left = figures_before(list_, page_.end).last(page_.figures_left);
    const Length head = repeated_height(list_, page_.begin);
    const Length first_margin = page_.after_forced_break ? list_.boxes[page_.begin].margin
                                : page_.figures_at_head > 0
                                    ? std::max(list_.boxes[page_.begin].margin, below_)
                                    : Length();
    if (head > Length()) {
      places_.repeated = y_ + first_margin;
      y_ = places_.repeated + head;
    }
    Length margin = head > Length() ? Length() : first_margin;
    for (std::uint32_t i = page_.begin; i < page_.end; ++i) {
      if (i > page_.begin && i != past_) margin = list_.boxes[i].margin;
      if (!left.empty() && left.front().first == i) {
        margin = left.front().margin_after;
        past_ = left.front().end;
        i = past_ - 1;
        left = left.subspan(1);
        continue;
      }
      place(i, margin);
    }
  }

  const VerticalList& list_;
  const FilledPage& page_;
  const FillSettings& settings_;
  PagePlaces places_;
  Length y_, below_;
  std::uint32_t past_ = 0;  // the box behind a figure that was left out
};

}  // namespace

Length shrunk_by(const VerticalBox& box, int step, Length grid) {
  if (step == 0 || box.shrinkable <= Length()) return Length();
  const Length asked = box.shrinkable * step / kShrinkSteps;
  if (grid <= Length()) return asked;
  return Length::from_raw(asked.raw() / grid.raw() * grid.raw());
}

Length next_top(const VerticalBox& box, Length y, Length grid) {
  y += box.above;
  if (!box.on_grid || grid <= Length()) return y;
  const std::int64_t lines = (y.raw() + grid.raw() - 1) / grid.raw();
  return Length::from_raw(lines * grid.raw());
}

Length repeated_height(const VerticalList& list, std::uint32_t box) {
  if (box >= list.boxes.size() || list.boxes[box].repeated == 0) return Length();
  return list.repeated[list.boxes[box].repeated - 1].extent();
}

std::span<const MovableFigure> figures_before(const VerticalList& list, std::uint32_t box) {
  const auto after = std::upper_bound(
      list.figures.begin(), list.figures.end(), box,
      [](std::uint32_t wanted, const MovableFigure& figure) { return wanted < figure.end; });
  return {list.figures.begin(), after};
}

const BoxPlace& PagePlaces::of(std::uint32_t box) const {
  const auto found = std::lower_bound(
      boxes.begin(), boxes.end(), box,
      [](const BoxPlace& place, std::uint32_t wanted) { return place.box < wanted; });
  return found == boxes.end() ? boxes.back() : *found;
}

PagePlaces place_boxes(const VerticalList& list, const FilledPage& page,
                       const FillSettings& settings) {
  return Placer(list, page, settings).run();
}

Length last_line(const FillSettings& settings) {
  if (settings.grid <= Length()) return settings.height;
  return Length::from_raw(settings.height.raw() / settings.grid.raw() * settings.grid.raw());
}

Length note_area(const VerticalList& list, std::uint32_t begin, std::uint32_t end,
                 const FillSettings& settings) {
  if (begin >= end) return Length();
  Length sum = settings.note_gap - list.notes[begin].margin;
  for (std::uint32_t i = begin; i < end; ++i) sum += list.notes[i].margin + list.notes[i].extent();
  return sum;
}

}  // namespace munjip
