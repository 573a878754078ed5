// Addresses of posts, feeds, sitemaps and lists → a folder that build reads: each page as it came,
// its pictures at full size, a book.toml.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "book/date_time.h"
#include "fetch/visitor.h"

namespace munjip {

struct FetchOptions {
  HttpLimits limits = {};
  Manners manners = {};
  std::optional<DateTime> since = {};  // earlier posts are left where they are
  std::size_t max_page_bytes = std::size_t{16} << 20;
  std::size_t max_picture_bytes = std::size_t{64} << 20;
  std::size_t max_posts = 5000;
  std::size_t max_list_pages = 500;
  // Told of each address before it is asked for.
  std::function<void(const std::string& address)> progress = [](const std::string&) {};
};

struct FetchedSeries {
  std::string title;                    // of the feed or blog; empty if unknown
  std::size_t posts = 0;                // in the folder that belong to the addresses
  std::size_t pages = 0, pictures = 0;  // that came over the network now
};

// Writes into `folder`, which may hold an earlier fetch: what has not changed is not fetched again.
// What cannot be fetched is told (a page: error, a picture: lost) and does not stop the rest.
// Throws Error(not_writable), Error(unreadable) where there is no libcurl, Error(usage) for what is
// no web address.
FetchedSeries fetch_series(const std::vector<std::string>& addresses,
                           const std::filesystem::path& folder, const FetchOptions& options,
                           Diagnostics& diagnostics);

}  // namespace munjip
