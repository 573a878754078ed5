// Where each printed page begins in the book's text, for the EPUB's page list.
#include <string_view>

#include "layout/lay_out.h"

namespace munjip {

namespace {

// `post-3` of `post-3` and `post-3-heading`; empty for the anchors of front and back matter.
std::string_view post_of(std::string_view anchor) {
  constexpr std::string_view kPrefix = "post-";
  if (!anchor.starts_with(kPrefix)) return {};
  return anchor.substr(0, anchor.find('-', kPrefix.size()));
}

}  // namespace

std::vector<PageMark> page_marks(const PagedBook& paged) {
  std::vector<PageMark> marks;
  std::string_view last;  // the anchor that was passed last
  for (const Page& page : paged.pages) {
    std::string_view first;  // on this page
    for (const PageItem& item : page.items) {
      const AnchorMark* anchor = std::get_if<AnchorMark>(&item.is);
      if (anchor == nullptr || post_of(anchor->id).empty()) continue;
      if (first.empty()) first = anchor->id;
      last = anchor->id;
    }
    const std::string_view begins_at = first.empty() ? last : first;
    if (begins_at.empty()) continue;  // front matter: the EPUB has its own
    const std::string_view post = post_of(begins_at);
    PageMark mark{page.label, std::string(post), {}};
    if (begins_at != post) mark.block_anchor = begins_at;
    marks.push_back(std::move(mark));
  }
  return marks;
}

}  // namespace munjip
