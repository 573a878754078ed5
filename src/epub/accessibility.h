// Accessibility metadata (EPUB Accessibility 1.1, 2) computed from what is in the book, never
// claimed.
#pragma once

#include <string>
#include <vector>

#include "epub/xhtml.h"

namespace munjip {

struct Accessibility {
  std::vector<std::string> modes, sufficient_modes, features, hazards;  // schema.org values
  std::string summary;                                                  // in the book's language
};

Accessibility accessibility_of(const BookContext& context);

}  // namespace munjip
