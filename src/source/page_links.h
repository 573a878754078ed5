// Where the pages of a blog lead: to their pictures, to the posts of a list, to the list's next
// page. For src/fetch/, which reads over the network what build then reads from files.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "book/date_time.h"

namespace munjip {

struct PageLinks {
  std::string title, site_name;
  std::optional<DateTime> published;
  bool is_post = false;  // shows one post; else a list of them, or neither
  // For each picture of the articles the addresses where it may be had, best first, absolute.
  std::vector<std::vector<std::string>> pictures;
  std::vector<std::string> posts;  // that a list leads to, absolute, in its order, each once
  std::string next;                // the list's next page, absolute; empty if none
};

// `html` in any character set; `address` is that of the page.
PageLinks read_page_links(std::string_view html, std::string_view address);

}  // namespace munjip
