// Pictures with their captions, and whether they may leave their place for the head of the next
// page. How pictures stand in rows: picture_rows.cpp.
#include <algorithm>
#include <string>

#include "book/labels.h"
#include "layout/flow.h"

namespace munjip {

namespace {

// What it costs to move a figure, besides the picture's being away from its place: one with a
// caption explains itself, one without is missed, and so is what a sentence ends in a colon for.
constexpr double kMoveCaptioned = 150, kMoveBare = 700, kMoveAfterLeadIn = 2500;
// The same of a table, which a sentence before it leads to.
constexpr double kMoveCaptionedTable = 400, kMoveTable = 1200;
constexpr std::int64_t kLowestMovable = 4;  // lines

Length round_up(Length length, Length grid) {
  if (grid <= Length()) return length;
  return Length::from_raw((length.raw() + grid.raw() - 1) / grid.raw() * grid.raw());
}

Length height_of(std::span<const VerticalBox> boxes) {
  Length sum;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    sum += boxes[i].extent() + (i > 0 ? boxes[i].margin : Length());
  }
  return sum;
}

}  // namespace

void Flow::add_figure(const Figure& figure, TagId tag) {
  const auto first = static_cast<std::uint32_t>(list_.boxes.size());
  std::vector<const Image*> there;
  for (const Image& image : figure.images) {
    if (context_.book.resources.find(image.resource) != context_.book.resources.end()) {
      there.push_back(&image);
      continue;
    }
    add_rows(figure, there, tag);
    there.clear();
    add_lost_picture(image, tag);
  }
  add_rows(figure, there, tag);
  if (!figure.caption.empty()) {
    keep_next(kBreakInsidePiece);
    add_paragraph({.name = "figcaption"}, figure.caption, Element::caption, tag);
  }
  snap(first);
}

// The figure takes whole lines, so that the text below it is on the grid again; half of what is
// left over stands above it.
void Flow::snap(std::uint32_t first_box) {
  if (depth_ != 1 || first_box == list_.boxes.size()) return;
  const Length sum = height_of(std::span(list_.boxes).subspan(first_box));
  const Length over = round_up(sum, context_.grid) - sum;
  list_.boxes[first_box].above += over / 2;
  list_.boxes.back().below += over - over / 2;
}

void Flow::begin_figure() {
  if (!margin_past_figure_) margin_past_figure_ = margin_;
  in_figure_ = true;
}

// Between the post's own paragraphs, with a grid that text can flow on, and without notes.
bool Flow::may_move(const Opened& opened, Length highest) const {
  const std::span<const VerticalBox> boxes = std::span(list_.boxes).subspan(opened.first_box);
  return depth_ == 0 && !boxes.empty() && context_.grid > Length() &&
         boxes.front().break_before != kForcedBreak &&
         height_of(boxes) >= context_.grid * kLowestMovable && height_of(boxes) <= highest &&
         std::all_of(boxes.begin(), boxes.end(),
                     [](const VerticalBox& box) { return box.notes.empty(); });
}

void Flow::let_move(const Opened& opened, double cost) {
  MovableFigure figure;
  figure.first = opened.first_box;
  figure.end = static_cast<std::uint32_t>(list_.boxes.size());
  figure.below = margin_;
  figure.cost = cost;
  if (list_.boxes[opened.first_box].break_before == kBreakLeadIn) figure.cost += kMoveAfterLeadIn;
  list_.figures.push_back(figure);
}

// A picture that may not move holds back those above it.
void Flow::end_figure(const Opened& opened, bool has_caption) {
  in_figure_ = false;
  if (opened.frame == 0 && may_move(opened, context_.text_block.height)) {
    let_move(opened, has_caption ? kMoveCaptioned : kMoveBare);
    return;
  }
  stop_figures(opened.first_box);
  if (list_.boxes.size() > opened.first_box) margin_past_figure_.reset();
}

// A table that takes less than half a page stays whole, elsewhere if it has to.
void Flow::end_table(const Opened& opened, bool has_caption) {
  in_figure_ = false;
  if (may_move(opened, context_.text_block.height / 2)) {
    let_move(opened, has_caption ? kMoveCaptionedTable : kMoveTable);
    return;
  }
  if (list_.boxes.size() == opened.first_box) return;
  const bool follows_figure =
      !list_.figures.empty() && list_.figures.back().end == opened.first_box;
  if (follows_figure) {
    list_.figures.back().margin_after = list_.boxes[opened.first_box].margin;
  }
  margin_past_figure_.reset();
}

void Flow::add_lost_picture(const Image& image, TagId parent) {
  const std::vector<std::string> classes = {"lost-image"};
  add_plain({.name = "p", .classes = classes}, lost_image_text(image, context_.book.info.language),
            Element::paragraph, parent);
}

}  // namespace munjip
