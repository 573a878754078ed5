// Pictures with their captions: scaled to the text block, several in a row side by side, lost ones
// as a box that says so.
#include <algorithm>
#include <string>

#include "book/labels.h"
#include "layout/flow.h"
#include "layout/picture_size.h"

namespace munjip {

namespace {

constexpr std::size_t kPicturesInRow = 3;
constexpr double kRowGap = 0.6;          // em between pictures side by side
constexpr double kHighestPicture = 0.7;  // of the text block: a page keeps room for text

Length round_up(Length length, Length grid) {
  if (grid <= Length()) return length;
  return Length::from_raw((length.raw() + grid.raw() - 1) / grid.raw() * grid.raw());
}

}  // namespace

void Flow::add_figure(const Figure& figure, TagId tag) {
  const auto first = static_cast<std::uint32_t>(list_.boxes.size());
  const Length highest = context_.text_block.height.scaled(kHighestPicture);
  std::vector<const Image*> row;
  const auto set_row = [&] {
    if (row.empty()) return;
    add_pictures(figure, row, highest, tag);
    add_margin(context_.style()->font_size.scaled(kRowGap));
    row.clear();
  };
  for (const Image& image : figure.images) {
    if (context_.book.resources.find(image.resource) == context_.book.resources.end()) {
      set_row();
      add_lost_picture(image, tag);
      continue;
    }
    row.push_back(&image);
    if (row.size() == kPicturesInRow) set_row();
  }
  set_row();
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
  Length sum;
  for (std::size_t i = first_box; i < list_.boxes.size(); ++i) {
    const VerticalBox& box = list_.boxes[i];
    sum += box.extent() + (i > first_box ? box.margin : Length());
  }
  const Length over = round_up(sum, context_.grid) - sum;
  list_.boxes[first_box].above += over / 2;
  list_.boxes.back().below += over - over / 2;
}

// The size of one picture alone: as the style asks, else as the page did.
Size Flow::picture_size(const Image& image, Length highest) {
  const Size limit{area_.measure, highest};
  const Size size = natural_size(image, context_.book.resources.at(image.resource));
  const Entered entered(context_.cascade, {.name = "img"});
  const StyleRef style = context_.style();
  Length asked = size.width;
  if (style->width_part) asked = area_.measure.scaled(*style->width_part);
  if (style->width) asked = *style->width;
  if (asked <= Length() || size.width <= Length()) return fit_into(size, limit);
  return fit_into({asked, size.height.scaled(asked.ratio(size.width))}, limit);
}

// All of the same height, together no wider than `room`.
std::vector<Size> Flow::sizes_in_row(const std::vector<const Image*>& row, Length highest,
                                     Length room) {
  std::vector<Size> sizes;
  Length height = highest;
  for (const Image* image : row) {
    sizes.push_back(picture_size(*image, highest));
    height = std::min(height, sizes.back().height);
  }
  if (row.size() > 1) height = std::max(height, highest / 5);  // a small one does not rule them all
  Length total;
  for (Size& size : sizes) {
    if (size.height > Length()) size = {size.width.scaled(height.ratio(size.height)), height};
    total += size.width;
  }
  if (total <= room || room <= Length()) return sizes;
  const double factor = room.ratio(total);
  for (Size& size : sizes) size = {size.width.scaled(factor), size.height.scaled(factor)};
  return sizes;
}

// One row of pictures side by side.
void Flow::add_pictures(const Figure& figure, const std::vector<const Image*>& row, Length highest,
                        TagId parent) {
  const StyleRef style = context_.style();
  const Length gap = style->font_size.scaled(kRowGap);
  const auto gaps = gap * (static_cast<std::int64_t>(row.size()) - 1);
  const std::vector<Size> sizes = sizes_in_row(row, highest, area_.measure - gaps);
  Length total = gaps;
  for (const Size& size : sizes) total += size.width;
  VerticalBox box;
  Length x = area_.left + (area_.measure - total) / 2;
  if (style->align == TextAlign::start || style->align == TextAlign::justify) x = area_.left;
  const std::string caption =
      figure.images.size() == 1 ? plain_text(figure.caption) : std::string();
  for (std::size_t i = 0; i < row.size(); ++i) {
    const TagId tag = context_.tags.add(parent, Element::image);
    context_.tags[tag].alternative =
        alternative_text(*row[i], caption, context_.book.info.language);
    PageItem item;
    item.at = {x, Length()};
    item.tag = tag;
    item.is = PlacedImage{row[i]->resource, sizes[i]};
    box.items.push_back(std::move(item));
    box.height = std::max(box.height, sizes[i].height);
    x += sizes[i].width + gap;
  }
  add_box(std::move(box));
}

void Flow::add_lost_picture(const Image& image, TagId parent) {
  const std::vector<std::string> classes = {"lost-image"};
  add_plain({.name = "p", .classes = classes}, lost_image_text(image, context_.book.info.language),
            Element::paragraph, parent);
}

}  // namespace munjip
