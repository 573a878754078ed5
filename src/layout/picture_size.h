// How large a picture is printed. Private to layout/.
#pragma once

#include "base/length.h"
#include "book/book.h"

namespace munjip {

// One CSS pixel is 1/96 inch (CSS Values 3, 5.2).
Length css_pixels(int pixels);

// The size that the page asked for, else the picture's own pixels as CSS pixels. A side that is
// missing follows from the proportions.
Size natural_size(const Image& image, const Resource& resource);

// Scaled down, in proportion, to fit `limit`; never up.
Size fit_into(Size size, Size limit);

}  // namespace munjip
