// How large a picture is printed. Private to layout/.
#pragma once

#include <string>
#include <vector>

#include "base/length.h"
#include "book/book.h"

namespace munjip {

// One CSS pixel is 1/96 inch (CSS Values 3, 5.2).
Length css_pixels(int pixels);

// A picture, or a band of it (in parts of its height), as it is to be set.
struct Picture {
  const Image* image = nullptr;
  double band_top = 0, band_height = 1;
  std::string alternative = {};
};

// The size that the page asked for, else the picture's own pixels as CSS pixels. A side that is
// missing follows from the proportions.
Size natural_size(const Image& image, const Resource& resource);

// How `count` pictures stand in rows of no more than `most`: as evenly as can be, 4 as 2 + 2.
std::vector<std::size_t> even_rows(std::size_t count, std::size_t most);

// Scaled down, in proportion, to fit `limit`; never up.
Size fit_into(Size size, Size limit);

}  // namespace munjip
