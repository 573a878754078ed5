#include "book/order_posts.h"

#include <algorithm>
#include <limits>

#include "book/natural_order.h"
#include "book/series_order.h"

namespace munjip {

namespace {

int compare_paths(const OrderedPost& a, const OrderedPost& b) {
  return compare_natural(*a.path, *b.path);
}

template <class T>
int compare(const T& a, const T& b) {
  return a < b ? -1 : (b < a ? 1 : 0);
}

// Posts without a number count as the last one, so that the order stays a strict weak one.
long number_of(const OrderedPost& post) {
  return post.post->number.value_or(std::numeric_limits<long>::max());
}

// By what the posts themselves say: 0 where they say the same, or nothing.
int compare_times(const OrderedPost& a, const OrderedPost& b) {
  const auto& x = a.post->published;
  const auto& y = b.post->published;
  if (x && y) {
    if (const int order = compare(unix_seconds(*x), unix_seconds(*y)); order != 0) return order;
  } else if (x || y) {
    return x ? -1 : 1;
  }
  return compare(number_of(a), number_of(b));
}

int compare_dates(const OrderedPost& a, const OrderedPost& b) {
  if (const int order = compare_times(a, b); order != 0) return order;
  return compare_paths(a, b);
}

template <class Compare>
void sort_by(std::vector<OrderedPost>& posts, Compare compare_two) {
  std::stable_sort(posts.begin(), posts.end(), [&](const OrderedPost& a, const OrderedPost& b) {
    return compare_two(a, b) < 0;
  });
}

}  // namespace

void order_posts(std::vector<OrderedPost>& posts, const Selection& selection) {
  switch (selection.order) {
    case PostOrder::date: {
      sort_by(posts, compare_dates);
      order_series(posts, [](const OrderedPost& a, const OrderedPost& b) {
        return compare_times(a, b) == 0;
      });
      const auto dated = std::partition_point(posts.begin(), posts.end(), [](const OrderedPost& p) {
        return p.post->published.has_value();
      });
      if (selection.newest_first) std::reverse(posts.begin(), dated);
      break;
    }
    case PostOrder::name:
      sort_by(posts, compare_paths);
      if (selection.newest_first) std::reverse(posts.begin(), posts.end());
      break;
    case PostOrder::as_listed:
      if (selection.patterns.empty()) break;
      sort_by(posts, [](const OrderedPost& a, const OrderedPost& b) {
        const int order = compare(a.pattern, b.pattern);
        return order != 0 ? order : compare_paths(a, b);
      });
      break;
  }
}

}  // namespace munjip
