#include "layout/page_build.h"

#include <algorithm>
#include <utility>

#include "layout/short_text.h"

namespace munjip {

namespace {

const Length kNoteRule = Length::pt(0.3);  // typography.md 4.4

void add_rect(std::vector<PageItem>& items, Length x, Length y, Length width, Length height,
              Color color) {
  if (width <= Length() || height <= Length()) return;
  PageItem item;
  item.at = {x, y};
  item.is = FilledRect{{width, height}, color};
  items.push_back(std::move(item));
}

// A border of dashes or dots is drawn as its pieces.
void add_border(std::vector<PageItem>& items, const Border& border, Length x, Length y,
                Length width, Length height) {
  if (border.style == LineStyle::none || border.width <= Length()) return;
  const bool across = width > height;
  const Length total = across ? width : height;
  const std::int64_t units = border.style == LineStyle::dashed ? 3 : 1;
  const bool broken = border.style == LineStyle::dashed || border.style == LineStyle::dotted;
  const Length piece = broken ? std::max(border.width * units, Length::pt(0.5)) : total;
  for (Length at; at < total; at += piece * 2) {
    const Length length = std::min(piece, total - at);
    add_rect(items, across ? x + at : x, across ? y : y + at, across ? length : width,
             across ? height : length, border.color);
  }
}

// Pictures smaller, in proportion.
void shrink(VerticalBox& box, Length height) {
  const double factor = height.ratio(box.height);
  for (PageItem& item : box.items) {
    item.at.x = box.shrink_axis + (item.at.x - box.shrink_axis).scaled(factor);
    item.at.y = item.at.y.scaled(factor);
    if (auto* image = std::get_if<PlacedImage>(&item.is)) {
      image->size = {image->size.width.scaled(factor), image->size.height.scaled(factor)};
    }
  }
  box.height = height;
}

class PageBuilder {
 public:
  PageBuilder(VerticalList& list, const FillSettings& settings, Length measure)
      : list_(list), settings_(settings), measure_(measure) {}

  std::vector<PageItem> build(const FilledPage& page);

 private:
  void add_frames(const FilledPage& page, const PagePlaces& places, std::vector<PageItem>& items);
  void add_frame(const Frame& frame, const FilledPage& page, const PagePlaces& places,
                 std::vector<PageItem>& items) const;
  void add_notes(const FilledPage& page, std::vector<PageItem>& items);
  Length note_foot() const;

  VerticalList& list_;
  const FillSettings& settings_;
  Length measure_;
  std::size_t next_frame_ = 0;
  std::vector<std::size_t> open_frames_;
};

void PageBuilder::add_frame(const Frame& frame, const FilledPage& page, const PagePlaces& places,
                            std::vector<PageItem>& items) const {
  const bool begins = frame.first >= page.begin, ends = frame.last < page.end;
  const std::uint32_t first = std::max(frame.first, page.begin);
  const std::uint32_t last = std::min(frame.last, page.end - 1);
  const Length top = places.of(first).top - (begins ? frame.above : Length());
  const BoxPlace& foot = places.of(last);
  const Length bottom = foot.top + foot.height + (ends ? frame.below : Length());
  const Style& style = *frame.style;
  const Length height = bottom - top;
  if (style.background) add_rect(items, frame.left, top, frame.width, height, *style.background);
  const Border &above = style.border_top, &below = style.border_bottom;
  if (begins) add_border(items, above, frame.left, top, frame.width, above.width);
  if (ends) {
    add_border(items, below, frame.left, bottom - below.width, frame.width, below.width);
  }
  add_border(items, style.border_left, frame.left, top, style.border_left.width, height);
  add_border(items, style.border_right, frame.left + frame.width - style.border_right.width, top,
             style.border_right.width, height);
}

void PageBuilder::add_frames(const FilledPage& page, const PagePlaces& places,
                             std::vector<PageItem>& items) {
  for (; next_frame_ < list_.frames.size() && list_.frames[next_frame_].first < page.end;
       ++next_frame_) {
    open_frames_.push_back(next_frame_);
  }
  std::erase_if(open_frames_,
                [&](std::size_t frame) { return list_.frames[frame].last < page.begin; });
  for (const std::size_t frame : open_frames_) {
    add_frame(list_.frames[frame], page, places, items);
  }
}

// Notes stand on the last line of the grid, so that they end where a full page ends.
Length PageBuilder::note_foot() const {
  if (settings_.grid <= Length()) return settings_.height;
  return Length::from_raw(settings_.height.raw() / settings_.grid.raw() * settings_.grid.raw());
}

void PageBuilder::add_notes(const FilledPage& page, std::vector<PageItem>& items) {
  if (page.notes_begin == page.notes_end) return;
  const Length area = note_area(list_, page.notes_begin, page.notes_end, settings_);
  Length y = std::max(note_foot() - area, Length());
  add_rect(items, {}, y + settings_.note_gap * 2 / 3, measure_ / 3, kNoteRule, {});
  y += settings_.note_gap;
  for (std::uint32_t i = page.notes_begin; i < page.notes_end; ++i) {
    VerticalBox& note = list_.notes[i];
    y += (i == page.notes_begin ? Length() : note.margin) + note.above;
    append_moved(items, std::exchange(note.items, {}), {Length(), y});
    y += note.height + note.below;
  }
}

std::vector<PageItem> PageBuilder::build(const FilledPage& page) {
  std::vector<PageItem> items;
  const PagePlaces places = place_boxes(list_, page, settings_);
  if (page.begin < page.end) {
    add_frames(page, places, items);
    if (const std::uint32_t repeated = list_.boxes[page.begin].repeated; repeated != 0) {
      const VerticalBox& head = list_.repeated[repeated - 1];
      append_moved(items, head.items, {Length(), places.repeated + head.above});
    }
  }
  for (const BoxPlace& place : places.boxes) {
    VerticalBox& box = list_.boxes[place.box];
    if (place.height < box.height) shrink(box, place.height);
    append_moved(items, std::exchange(box.items, {}), {Length(), place.top});
  }
  add_notes(page, items);
  return items;
}

}  // namespace

std::vector<std::vector<PageItem>> build_pages(VerticalList& list,
                                               const std::vector<FilledPage>& pages,
                                               const FillSettings& settings, Length measure) {
  PageBuilder builder(list, settings, measure);
  std::vector<std::vector<PageItem>> built;
  built.reserve(pages.size());
  for (const FilledPage& page : pages) built.push_back(builder.build(page));
  return built;
}

}  // namespace munjip
