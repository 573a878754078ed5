// The passes between reading and writing, in the one order in which they run.
#pragma once

#include <span>
#include <string_view>

#include "book/book.h"
#include "book/manifest.h"

namespace munjip {

struct Pass {
  std::string_view name;
  std::string_view why;
  void (*run)(Book&, const Manifest&, Diagnostics&);
};

// In running order.
std::span<const Pass> passes();

}  // namespace munjip
