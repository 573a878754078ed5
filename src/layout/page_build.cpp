#include "layout/page_build.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "layout/short_text.h"
#include "layout/side_notes.h"

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

bool is_inside(const Frame& frame, const MovableFigure& figure) {
  return frame.first >= figure.first && frame.last < figure.end;
}

class PageBuilder {
 public:
  PageBuilder(VerticalList& list, const FillSettings& settings)
      : list_(list),
        settings_(settings),
        side_notes_(list.side_notes, settings.height, settings.grid / 2) {}

  BuiltPage build(const PlannedPage& page);
  // What side notes left over, on a page of its own.
  bool has_side_notes_left() const { return side_notes_.has_rest(); }
  BuiltPage build_rest() { return {{}, side_notes_.set_rest()}; }

 private:
  // The part of a frame that one page or column holds.
  struct FramePiece {
    Length left, top, bottom;
    bool begins = false, ends = false;
  };
  struct Range {
    std::uint32_t begin = 0, end = 0;
  };

  void add_part(const PagePart& part, const PagePlaces& places, std::vector<PageItem>& items);
  std::vector<PageItem> build_text(const PlannedPage& page);
  std::vector<PageItem> build_margin(const PlannedPage& page);
  void add_frames(const PlannedPage& page, std::vector<PageItem>& items);
  void add_frame(const Frame& frame, const PlannedPage& page, std::vector<PageItem>& items) const;
  void add_moved_frames(const PagePart& part, const PagePlaces& places,
                        std::vector<PageItem>& items) const;
  // What of it stands around boxes [begin, end) of the part.
  static FramePiece piece_of(const Frame& frame, Range boxes, const PagePart& part,
                             const PagePlaces& places);
  static void draw_frame(const Frame& frame, const FramePiece& piece, std::vector<PageItem>& items);
  bool stands_in_column(const Frame& frame) const;
  bool is_left_out(const Frame& frame, const FilledPage& filled) const;
  void add_notes(std::span<const Range> notes, Point foot, Length measure,
                 std::vector<PageItem>& items);

  VerticalList& list_;
  const FillSettings& settings_;
  SideNoteSetter side_notes_;
  std::vector<PagePlaces> places_;  // of the parts of the page at hand
  std::size_t next_frame_ = 0;
  std::vector<std::size_t> open_frames_;
};

PageBuilder::FramePiece PageBuilder::piece_of(const Frame& frame, Range boxes, const PagePart& part,
                                              const PagePlaces& places) {
  const bool begins = frame.first >= boxes.begin, ends = frame.last < boxes.end;
  const std::uint32_t first = std::max(frame.first, boxes.begin);
  const std::uint32_t last = std::min(frame.last, boxes.end - 1);
  const BoxPlace& foot = places.of(last);
  return {part.at.x + frame.left,
          part.at.y + places.of(first).top - (begins ? frame.above : Length()),
          part.at.y + foot.top + foot.height + (ends ? frame.below : Length()), begins, ends};
}

void PageBuilder::draw_frame(const Frame& frame, const FramePiece& piece,
                             std::vector<PageItem>& items) {
  const Style& style = *frame.style;
  const Length left = piece.left, top = piece.top, height = piece.bottom - piece.top;
  if (style.background) add_rect(items, left, top, frame.width, height, *style.background);
  const Border &above = style.border_top, &below = style.border_bottom;
  if (piece.begins) add_border(items, above, left, top, frame.width, above.width);
  if (piece.ends) {
    add_border(items, below, left, piece.bottom - below.width, frame.width, below.width);
  }
  add_border(items, style.border_left, left, top, style.border_left.width, height);
  add_border(items, style.border_right, left + frame.width - style.border_right.width, top,
             style.border_right.width, height);
}

bool PageBuilder::stands_in_column(const Frame& frame) const {
  return std::any_of(list_.columns.begin(), list_.columns.end(), [&](const ColumnRun& run) {
    return run.first <= frame.first && frame.last < run.end && frame.width <= run.width;
  });
}

// A frame within a column goes on in the next one; one around columns is drawn once.
void PageBuilder::add_frame(const Frame& frame, const PlannedPage& page,
                            std::vector<PageItem>& items) const {
  std::optional<FramePiece> whole;
  const bool in_column = stands_in_column(frame);
  for (std::size_t i = 0; i < page.parts.size(); ++i) {
    const FilledPage& filled = page.parts[i].filled;
    if (filled.begin == filled.end || frame.last < filled.begin || frame.first >= filled.end ||
        is_left_out(frame, filled)) {
      continue;
    }
    const FramePiece piece = piece_of(frame, {filled.begin, filled.end}, page.parts[i], places_[i]);
    if (in_column) {
      draw_frame(frame, piece, items);
    } else if (!whole) {
      whole = piece;
    } else {
      whole->bottom = std::max(whole->bottom, piece.bottom);
      whole->ends = piece.ends;
    }
  }
  if (whole) draw_frame(frame, *whole, items);
}

// Whether it is a rule of a figure that has moved on to the next page.
bool PageBuilder::is_left_out(const Frame& frame, const FilledPage& filled) const {
  const auto left = figures_before(list_, filled.end).last(filled.figures_left);
  return std::any_of(left.begin(), left.end(),
                     [&](const MovableFigure& figure) { return is_inside(frame, figure); });
}

// Of what has moved to the head of the page: the rules of tables.
void PageBuilder::add_moved_frames(const PagePart& part, const PagePlaces& places,
                                   std::vector<PageItem>& items) const {
  const FilledPage& filled = part.filled;
  for (const MovableFigure& figure :
       figures_before(list_, filled.begin).last(filled.figures_at_head)) {
    auto frame =
        std::lower_bound(list_.frames.begin(), list_.frames.end(), figure.first,
                         [](const Frame& one, std::uint32_t first) { return one.first < first; });
    for (; frame != list_.frames.end() && is_inside(*frame, figure); ++frame) {
      draw_frame(*frame, piece_of(*frame, {figure.first, figure.end}, part, places), items);
    }
  }
}

void PageBuilder::add_frames(const PlannedPage& page, std::vector<PageItem>& items) {
  for (; next_frame_ < list_.frames.size() && list_.frames[next_frame_].first < page.end();
       ++next_frame_) {
    open_frames_.push_back(next_frame_);
  }
  std::erase_if(open_frames_,
                [&](std::size_t frame) { return list_.frames[frame].last < page.begin(); });
  for (const std::size_t frame : open_frames_) add_frame(list_.frames[frame], page, items);
}

// Notes that end at `foot`, under one rule.
void PageBuilder::add_notes(std::span<const Range> notes, Point foot, Length measure,
                            std::vector<PageItem>& items) {
  Length area;
  for (const Range& range : notes) {
    area += note_area(list_, range.begin, range.end, settings_);
    if (&range != &notes.front()) area += list_.notes[range.begin].margin - settings_.note_gap;
  }
  if (area <= Length()) return;
  Length y = std::max(foot.y - area, Length());
  add_rect(items, foot.x, y + settings_.note_gap * 2 / 3, measure / 3, kNoteRule, {});
  y += settings_.note_gap;
  for (const Range& range : notes) {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      VerticalBox& note = list_.notes[i];
      y += (i == notes.front().begin ? Length() : note.margin) + note.above;
      append_moved(items, std::exchange(note.items, {}), {foot.x, y});
      y += note.height + note.below;
    }
  }
}

void PageBuilder::add_part(const PagePart& part, const PagePlaces& places,
                           std::vector<PageItem>& items) {
  const FilledPage& filled = part.filled;
  add_moved_frames(part, places, items);
  if (filled.begin < filled.end) {
    if (const std::uint32_t repeated = list_.boxes[filled.begin].repeated; repeated != 0) {
      const VerticalBox& head = list_.repeated[repeated - 1];
      append_moved(items, head.items, {part.at.x, part.at.y + places.repeated + head.above});
    }
  }
  for (const BoxPlace& place : places.boxes) {
    VerticalBox& box = list_.boxes[place.box];
    if (place.height < box.height) shrink(box, place.height);
    append_moved(items, std::exchange(box.items, {}), {part.at.x, part.at.y + place.top});
  }
}

// The side notes of the page's boxes.
std::vector<PageItem> PageBuilder::build_margin(const PlannedPage& page) {
  return side_notes_.set(page.end(), [&](std::uint32_t box) {
    for (std::size_t i = 0; i < page.parts.size(); ++i) {
      const PagePart& part = page.parts[i];
      const bool is_here = box < part.filled.end && !places_[i].boxes.empty();
      if (is_here) return part.at.y + places_[i].of(box).top;
    }
    return Length();
  });
}

BuiltPage PageBuilder::build(const PlannedPage& page) {
  BuiltPage built;
  built.items = build_text(page);
  built.in_margin = build_margin(page);
  return built;
}

std::vector<PageItem> PageBuilder::build_text(const PlannedPage& page) {
  std::vector<PageItem> items;
  places_.clear();
  for (const PagePart& part : page.parts) {
    places_.push_back(place_boxes(list_, part.filled, settings_));
  }
  add_frames(page, items);
  std::vector<Range> at_foot;
  Length foot_measure;
  for (std::size_t i = 0; i < page.parts.size(); ++i) {
    const PagePart& part = page.parts[i];
    add_part(part, places_[i], items);
    const Range notes{part.filled.notes_begin, part.filled.notes_end};
    if (notes.begin == notes.end) continue;
    if (!part.is_column) {
      at_foot.push_back(notes);
      foot_measure = part.measure;
      continue;
    }
    const Point foot{part.at.x + part.notes_left, part.at.y + part.height};
    add_notes(std::span(&notes, 1), foot, part.measure, items);
  }
  add_notes(at_foot, {Length(), last_line(settings_)}, foot_measure, items);
  return items;
}

}  // namespace

std::vector<BuiltPage> build_pages(VerticalList& list, const std::vector<PlannedPage>& pages,
                                   const FillSettings& settings) {
  PageBuilder builder(list, settings);
  std::vector<BuiltPage> built;
  built.reserve(pages.size());
  for (const PlannedPage& page : pages) built.push_back(builder.build(page));
  while (builder.has_side_notes_left()) built.push_back(builder.build_rest());
  return built;
}

std::vector<BuiltPage> build_pages(VerticalList& list, const std::vector<FilledPage>& pages,
                                   const FillSettings& settings, Length measure) {
  return build_pages(list, whole_pages(pages, settings, measure), settings);
}

}  // namespace munjip
