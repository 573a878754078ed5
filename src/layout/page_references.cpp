#include "layout/page_references.h"

#include "book/walk.h"

namespace munjip {

bool has_page_references(const Book& book) {
  bool found = false;
  for_each_post(book, [&](const Post& post) {
    for_each_body(post, [&](const Blocks& body) {
      for_each_run(body, [&](const Inlines& run) {
        for_each_inline(run, [&](const Inline& in) {
          const auto* link = std::get_if<Link>(&in.is);
          found = found || (link != nullptr && link->shows_page);
        });
      });
    });
  });
  return found;
}

PageLabels page_labels_of(const PagedBook& paged) {
  PageLabels labels;
  for (const Page& page : paged.pages) {
    for (const PageItem& item : page.items) {
      if (const auto* anchor = std::get_if<AnchorMark>(&item.is)) {
        labels.emplace(anchor->id, page.label);
      }
    }
  }
  return labels;
}

}  // namespace munjip
