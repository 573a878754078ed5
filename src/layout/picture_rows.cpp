// Pictures scaled to the text block: alone, in rows of one height, or cut into pieces where they
// are much too tall.
#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/file_io.h"
#include "book/labels.h"
#include "layout/flow.h"
#include "layout/picture_bands.h"
#include "media/image.h"

namespace munjip {

namespace {

constexpr std::size_t kPicturesInRow = 3;
constexpr double kRowGap = 0.6;          // em between pictures side by side
constexpr double kHighestPicture = 0.7;  // of the text block: a page keeps room for text
constexpr double kHighestAlone = 0.92;   // of one that would be cut otherwise
constexpr double kHighestSlice = 0.45;   // two rows of pieces to a page: one can stand below text
constexpr double kNarrowest = 0.45;      // of the measure; narrower for being tall, and it is cut
constexpr double kLargestGrowth = 1.5;   // of a picture in a row
constexpr int kMostSlices = 24;
const Length kSliceOverlap = Length::pt(8);

// How far a page may shrink its pictures to come out well; those that are printed much smaller than
// they were made hold type that is small already.
constexpr double kShrinks = 0.3, kShrinksSmall = 0.2, kSmall = 0.6;

// Empty where the file cannot be read (any more).
std::vector<double> contrast_of(const Resource& resource) {
  if (resource.file.empty()) return row_contrast(resource.bytes);
  try {
    return row_contrast(read_file(resource.file));
  } catch (const Error&) {
    return {};
  }
}

}  // namespace

void Flow::add_rows(const Figure& figure, const std::vector<const Image*>& images, TagId parent) {
  const std::string_view lang = context_.book.info.language;
  const std::string caption =
      figure.images.size() == 1 ? plain_text(figure.caption) : std::string();
  const Length highest = context_.text_block.height.scaled(kHighestPicture);
  auto next = images.begin();
  for (const std::size_t count : even_rows(images.size(), kPicturesInRow)) {
    std::vector<Picture> row;
    for (std::size_t i = 0; i < count; ++i, ++next) {
      row.push_back({*next, 0, 1, alternative_text(**next, caption, lang)});
    }
    if (count == 1 && add_slices(*row[0].image, row[0].alternative, parent)) continue;
    add_pictures(row, highest, parent);
    add_margin(context_.style()->font_size.scaled(kRowGap));
  }
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

// A picture that would be a strip if it had to fit a page: its pieces side by side, two to a row.
// False where it is not one.
bool Flow::add_slices(const Image& image, const std::string& alternative, TagId parent) {
  const Length highest = context_.text_block.height.scaled(kHighestSlice);
  const Resource& resource = context_.book.resources.at(image.resource);
  const Size natural = natural_size(image, resource);
  const Length narrowest = std::min(natural.width, area_.measure.scaled(kNarrowest));
  const Length alone = context_.text_block.height.scaled(kHighestAlone);
  if (depth_ != 1 || picture_size(image, alone).width >= narrowest) return false;
  const Length gap = context_.style()->font_size.scaled(kRowGap);
  const Length column = std::min(natural.width, (area_.measure - gap) / 2);
  const std::vector<PictureBand> bands =
      bands_of(natural, {column, highest, kSliceOverlap, kMostSlices}, contrast_of(resource));
  if (bands.size() < 2) return false;
  const Length height = natural.height.scaled(column.ratio(natural.width));
  for (std::size_t i = 0; i < bands.size(); i += 2) {
    std::vector<Picture> row;
    std::vector<Size> sizes;
    for (std::size_t k = i; k < std::min(i + 2, bands.size()); ++k) {
      row.push_back({&image, bands[k].top, bands[k].height,
                     fmt::format("{} ({}/{})", alternative, k + 1, bands.size())});
      sizes.push_back(fit_into({column, height.scaled(bands[k].height)}, {column, highest}));
    }
    add_row(row, sizes, parent);
    list_.boxes.back().may_begin_page = i > 0;
    add_margin(gap);
  }
  return true;
}

// All of the same height, together no wider than `room`; as high as fills it, if none grows much.
std::vector<Size> Flow::sizes_in_row(const std::vector<Picture>& row, Length highest, Length room) {
  std::vector<Size> sizes;
  Length least = highest;
  double ratios = 0;  // of width to height
  for (const Picture& picture : row) {
    Size size = picture_size(*picture.image, highest);
    size.height = std::max(size.height, Length::pt(1));
    least = std::min(least, size.height);
    ratios += size.width.ratio(size.height);
    sizes.push_back(size);
  }
  Length height = least;
  if (row.size() > 1 && ratios > 0) {
    // A small one does not rule them all.
    const Length grown = std::max(least.scaled(kLargestGrowth), highest / 5);
    height = std::min({room.scaled(1 / ratios), highest, grown});
  }
  for (Size& size : sizes) size = {size.width.scaled(height.ratio(size.height)), height};
  return sizes;
}

void Flow::add_pictures(const std::vector<Picture>& row, Length highest, TagId parent) {
  const Length gap = context_.style()->font_size.scaled(kRowGap);
  const auto gaps = gap * (static_cast<std::int64_t>(row.size()) - 1);
  add_row(row, sizes_in_row(row, highest, area_.measure - gaps), parent);
}

// Pictures side by side, their heads on one line.
void Flow::add_row(const std::vector<Picture>& row, const std::vector<Size>& sizes, TagId parent) {
  const StyleRef style = context_.style();
  const Length gap = style->font_size.scaled(kRowGap);
  Length total = gap * (static_cast<std::int64_t>(row.size()) - 1);
  for (const Size& size : sizes) total += size.width;
  const bool at_left = style->align == TextAlign::start || style->align == TextAlign::justify;
  VerticalBox box;
  Length x = at_left ? area_.left : area_.left + (area_.measure - total) / 2;
  box.shrink_axis = at_left ? area_.left : area_.left + area_.measure / 2;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const TagId tag = context_.tags.add(parent, Element::image);
    context_.tags[tag].alternative = row[i].alternative;
    PageItem item;
    item.at = {x, Length()};
    item.tag = tag;
    item.is = PlacedImage{row[i].image->resource, sizes[i], row[i].band_top, row[i].band_height};
    box.items.push_back(std::move(item));
    box.height = std::max(box.height, sizes[i].height);
    x += sizes[i].width + gap;
  }
  const Image& first = *row.front().image;
  const Length natural = natural_size(first, context_.book.resources.at(first.resource)).width;
  const bool is_small = sizes.front().width < natural.scaled(kSmall);
  box.shrinkable = box.height.scaled(is_small ? kShrinksSmall : kShrinks);
  add_box(std::move(box));
}

}  // namespace munjip
