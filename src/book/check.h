// The invariants of a finished Book (content.h), for tests and debug builds.
#pragma once

#include <string>
#include <vector>

#include "book/book.h"

namespace munjip {

// One line for each invariant that does not hold; empty = all hold.
std::vector<std::string> check_book(const Book& book);

}  // namespace munjip
