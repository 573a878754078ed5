// The posts that a feed (RSS 2.0, RSS 1.0, Atom 1.0) or a sitemap (sitemaps.org 0.9) lists.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "book/date_time.h"

namespace munjip {

struct ListedPost {
  std::string address;  // as written: perhaps relative
  std::optional<DateTime> date;
};

struct PostList {
  std::string title;  // of the feed
  std::vector<ListedPost> posts;
  std::vector<std::string> sitemaps;  // that an index of sitemaps names
};

// Nothing where `bytes` are neither.
std::optional<PostList> read_post_list(std::string_view bytes);

}  // namespace munjip
