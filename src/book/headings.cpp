// The passes over headings: drop_title_heading, drop_notes_heading, close_heading_levels.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "book/blank.h"
#include "book/pass_functions.h"
#include "book/walk.h"

namespace munjip {

namespace {

// For comparison: without spaces, ASCII in lower case.
std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = space_length(text, at);
    if (length > 0) {
      at += length;
      continue;
    }
    const char c = text[at++];
    out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return out;
}

// A heading that says more than its text is kept.
bool is_plain_heading(const Heading& heading) {
  bool plain = true;
  for_each_inline(heading.content, [&](const Inline& in) {
    plain = plain && !std::holds_alternative<NoteMark>(in.is) &&
            !std::holds_alternative<InlineImage>(in.is);
  });
  return plain;
}

// The heading that opens the post, through groups that begin with it, or null.
Block* opening_heading(Blocks& body) {
  for (Block& block : body) {
    if (std::holds_alternative<Divider>(block.is) || is_blank(block)) continue;
    if (std::holds_alternative<Heading>(block.is)) return &block;
    auto* group = std::get_if<Group>(&block.is);
    return group == nullptr ? nullptr : opening_heading(group->children);
  }
  return nullptr;
}

// Turns the heading into an empty paragraph that holds its anchors; collapse_blank takes it away.
void drop(Block& block, DropReason reason, Post& post) {
  auto heading = std::get<Heading>(std::move(block.is));
  post.dropped.push_back({reason, plain_text(heading.content), block.at});
  Inlines anchors;
  if (!heading.id.empty()) anchors.push_back({Anchor{heading.id}, block.at});
  move_anchors(heading.content, anchors);
  block.is = Paragraph{std::move(anchors)};
}

}  // namespace

void drop_title_heading(Book& book, const Manifest&, Diagnostics&) {
  for_each_post(book, [](Post& post) {
    const std::string title = folded(post.title);
    while (Block* block = opening_heading(post.body)) {
      const auto& heading = std::get<Heading>(block->is);
      if (!is_plain_heading(heading) || folded(plain_text(heading.content)) != title) return;
      drop(*block, DropReason::duplicate_title, post);
    }
  });
}

// Notes stand at the foot of pages or behind their post: the heading that the author put over them
// is left with nothing below it.
void drop_notes_heading(Book& book, const Manifest&, Diagnostics&) {
  static constexpr std::string_view kNames[] = {"각주",  "주석",      "주", "미주",
                                                "notes", "footnotes", "注", "脚注"};
  for_each_post(book, [](Post& post) {
    if (post.notes.empty()) return;
    Block* last = nullptr;
    for (Block& block : post.body) {
      if (!std::holds_alternative<Divider>(block.is) && !is_blank(block)) last = &block;
    }
    if (last == nullptr) return;
    const auto* heading = std::get_if<Heading>(&last->is);
    if (heading == nullptr || !is_plain_heading(*heading)) return;
    const std::string text = folded(plain_text(heading->content));
    if (std::find(std::begin(kNames), std::end(kNames), text) != std::end(kNames)) {
      drop(*last, DropReason::empty, post);
    }
  });
}

void close_heading_levels(Book& book, const Manifest&, Diagnostics&) {
  for_each_post(book, [](Post& post) {
    struct OpenLevel {
      int written, closed;
    };
    for_each_body(post, [&](Blocks& body) {
      std::vector<OpenLevel> open;
      for_each_block(body, [&](Block& block) {
        auto* heading = std::get_if<Heading>(&block.is);
        if (heading == nullptr) return;
        while (!open.empty() && open.back().written >= heading->level) open.pop_back();
        const int level = open.empty() ? 2 : std::min(open.back().closed + 1, 6);
        open.push_back({heading->level, level});
        heading->level = level;
      });
    });
  });
}

}  // namespace munjip
