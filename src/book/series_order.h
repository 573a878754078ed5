// Posts of a series that say their number in the title: (1), (2), (10); 1편, 2편.
#pragma once

#include <functional>
#include <span>

#include "book/order_posts.h"

namespace munjip {

// `posts` is in order; `ties(a, b)` says that nothing better than the file's name put a before b.
// Among posts that tie, those whose titles differ in numbers alone change places with one another
// so that the numbers rise; all others stay where they are.
void order_series(std::span<OrderedPost> posts,
                  const std::function<bool(const OrderedPost&, const OrderedPost&)>& ties);

}  // namespace munjip
