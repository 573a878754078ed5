#include "book/check.h"

namespace munjip {
std::vector<std::string> check_book(const Book&) {
  return {};
}
}  // namespace munjip
