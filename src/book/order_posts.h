// The order of the posts of one part.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "book/manifest.h"

namespace munjip {

// A post as the order sees it.
struct OrderedPost {
  std::size_t index = 0;    // in the list of all posts
  std::size_t pattern = 0;  // the first of the selection's patterns that names it
  const Post* post = nullptr;
  const std::string* path = nullptr;  // in the book's folder
};

// By date: the moment of publication, then the platform's number (posts that have none after those
// that do), then the natural order of the paths; posts without a date stand last, also with
// newest_first, which turns round all the rest. By name: the natural order of the paths. As listed:
// by pattern, what one pattern names by path; without patterns, as the posts came. What is still
// equal, such as the posts of one file, keeps its order.
void order_posts(std::vector<OrderedPost>& posts, const Selection& selection);

}  // namespace munjip
