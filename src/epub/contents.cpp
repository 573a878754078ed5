#include "epub/contents.h"

#include <algorithm>

#include "book/contents.h"
#include "book/labels.h"
#include "book/walk.h"

namespace munjip {

namespace {

// The headings of the first level under the title.
void add_headings(const Post& post, const Plan& plan, std::vector<NavigationEntry>& out) {
  int top = 7;
  for_each_block(post.body, [&](const Block& block) {
    if (const auto* heading = std::get_if<Heading>(&block.is)) top = std::min(top, heading->level);
  });
  for (const Block& block : post.body) {
    const auto* heading = std::get_if<Heading>(&block.is);
    if (heading == nullptr || heading->level != top) continue;
    const auto address = plan.anchors.find(heading->id);
    std::string title = plain_text(heading->content);
    if (address == plan.anchors.end() || title.empty()) continue;
    out.push_back({std::move(title), address->second, {}});
  }
}

}  // namespace

std::vector<NavigationEntry> contents_of(const Book& book, const Plan& plan) {
  std::vector<NavigationEntry> contents;
  const std::vector<std::string> titles = contents_titles(book);
  auto title = titles.begin();
  const bool is_single = book.post_count() == 1;
  for (const PartPlan& part : plan.parts) {
    std::vector<NavigationEntry>* entries = &contents;
    if (!part.path.empty()) {
      contents.push_back({part.title, part.path, {}});
      entries = &contents.back().children;
    }
    for (const Chapter& chapter : part.chapters) {
      NavigationEntry entry{*title++, chapter.documents.front().path, {}};
      if (entry.title.empty()) entry.title = label(Label::untitled, book.info.language);
      if (is_single) add_headings(*chapter.post, plan, entry.children);
      entries->push_back(std::move(entry));
    }
  }
  return contents;
}

}  // namespace munjip
