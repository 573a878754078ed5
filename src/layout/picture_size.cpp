#include "layout/picture_size.h"

#include <algorithm>

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
