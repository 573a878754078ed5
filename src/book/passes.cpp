#include "book/passes.h"

namespace munjip {
std::span<const Pass> passes() {
  return {};
}
}  // namespace munjip
