#include "layout/picture_size.h"

#include <algorithm>
#include <cmath>

namespace munjip {

Length css_pixels(int pixels) {
  return Length::pt(pixels * 0.75);
}

Size natural_size(const Image& image, const Resource& resource) {
  const int width = std::max(resource.width_px, 1), height = std::max(resource.height_px, 1);
  const double ratio = static_cast<double>(height) / width;
  if (image.width_px > 0) {
    const Length asked = css_pixels(image.width_px);
    // A page may stretch a picture; a book keeps its proportions.
    return {asked, asked.scaled(ratio)};
  }
  if (image.height_px > 0) {
    const Length asked = css_pixels(image.height_px);
    return {asked.scaled(1 / ratio), asked};
  }
  return {css_pixels(width), css_pixels(height)};
}

std::vector<std::size_t> even_rows(std::size_t count, std::size_t most) {
  const std::size_t rows = (count + most - 1) / std::max<std::size_t>(most, 1);
  std::vector<std::size_t> sizes;
  for (std::size_t row = 0; row < rows; ++row) {
    const std::size_t left = rows - row;
    sizes.push_back((count + left - 1) / left);
    count -= sizes.back();
  }
  return sizes;
}

Size fit_into(Size size, Size limit) {
  double factor = 1;
  if (size.width > limit.width) factor = limit.width.ratio(size.width);
  if (size.height.scaled(factor) > limit.height) factor = limit.height.ratio(size.height);
  if (factor >= 1) return size;
  factor = std::max(factor, 0.0);
  return {std::min(size.width.scaled(factor), limit.width),
          std::min(size.height.scaled(factor), limit.height)};
}

}  // namespace munjip
