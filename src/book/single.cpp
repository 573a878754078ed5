#include "book/single.h"

#include <charconv>
#include <iterator>
#include <string_view>
#include <utility>

#include "book/pass_functions.h"
#include "book/walk.h"

namespace munjip {

namespace {

// The post of which `anchor` (`post-3`, `post-3-h1`) is a place; assemble_book numbered them in
// order.
const Post* post_of_anchor(const Book& book, std::string_view anchor) {
  constexpr std::string_view kPrefix = "post-";
  if (!anchor.starts_with(kPrefix)) return nullptr;
  anchor.remove_prefix(kPrefix.size());
  std::size_t number = 0;
  const auto result = std::from_chars(anchor.data(), anchor.data() + anchor.size(), number);
  if (result.ec != std::errc{} || number == 0) return nullptr;
  for (const Part& part : book.parts) {
    if (number <= part.posts.size()) return &part.posts[number - 1];
    number -= part.posts.size();
  }
  return nullptr;
}

// Links that lead to another post of the book: to its address, or given up, their text staying.
void lead_links_outside(Inlines& inlines, const Book& book, const std::string& own_id) {
  Inlines kept;
  kept.reserve(inlines.size());
  for (Inline& in : inlines) {
    Link* link = std::get_if<Link>(&in.is);
    const bool is_inside = link != nullptr && link->target.starts_with('#');
    const Post* target =
        is_inside ? post_of_anchor(book, std::string_view(link->target).substr(1)) : nullptr;
    if (target == nullptr || target->id == own_id) {
      kept.push_back(std::move(in));
    } else if (!target->address.empty()) {
      link->target = target->address;
      kept.push_back(std::move(in));
    } else {
      Inlines children = std::move(link->children);
      kept.insert(kept.end(), std::make_move_iterator(children.begin()),
                  std::make_move_iterator(children.end()));
    }
  }
  inlines = std::move(kept);
}

void take_resources(const Book& book, Book& single) {
  for_each_body(std::as_const(single.parts.front().posts.front()), [&](const Blocks& blocks) {
    for_each_image(blocks, [&](const Image& image, SourcePos) {
      const auto found = book.resources.find(image.resource);
      if (found != book.resources.end()) single.resources.insert(*found);
    });
  });
}

}  // namespace

Book single_post_book(const Book& book, const Post& post) {
  Book single;
  single.info = book.info;
  BookInfo& info = single.info;
  info.title = post.title;
  if (!post.author.empty()) info.authors = {{post.author}};
  info.subtitle = info.isbn = info.series = info.identifier = info.description = {};
  info.series_position.reset();
  info.cover.clear();
  if (post.published) info.date = post.published;
  single.parts = {{{}, {post}}};
  for_each_body(single.parts.front().posts.front(), [&](Blocks& blocks) {
    for_each_run(blocks, [&](Inlines& run) {
      for_each_inline_list(run,
                           [&](Inlines& inlines) { lead_links_outside(inlines, book, post.id); });
    });
  });
  take_resources(book, single);
  Diagnostics told_already;  // of the environment, with the whole book
  complete_book_data(single, {}, told_already);
  merge_text(single, {}, told_already);
  return single;
}

}  // namespace munjip
