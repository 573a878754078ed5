#include "epub/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>

#include "book/walk.h"
#include "epub/addresses.h"
#include "epub/measure.h"
#include "epub/split.h"

namespace munjip {

namespace {

// Of a document's head and sections.
constexpr std::size_t kFrameBytes = 4000;

// fn(Inline) for every inline of a block, those of the blocks inside it too.
template <class Fn>
void for_each_inline_of(const Block& block, Fn fn) {
  for_each_own_inlines(block, [&](const Inlines& run) { for_each_inline(run, fn); });
  for_each_child_list(block, [&](const Blocks& children) {
    for (const Block& child : children) for_each_inline_of(child, fn);
  });
}

template <class Fn>
void for_each_heading(const Block& block, Fn fn) {
  if (const auto* heading = std::get_if<Heading>(&block.is)) fn(*heading);
  for_each_child_list(block, [&](const Blocks& children) {
    for (const Block& child : children) for_each_heading(child, fn);
  });
}

// The anchors and note marks of one block, in reading order.
struct Marks {
  std::vector<std::string_view> anchors;
  std::vector<std::size_t> notes;
};

Marks marks_of(const Block& block) {
  Marks marks;
  for_each_heading(block, [&](const Heading& heading) {
    if (!heading.id.empty()) marks.anchors.push_back(heading.id);
  });
  for_each_inline_of(block, [&](const Inline& in) {
    if (const auto* anchor = std::get_if<Anchor>(&in.is)) marks.anchors.push_back(anchor->id);
    if (const auto* mark = std::get_if<NoteMark>(&in.is)) marks.notes.push_back(mark->note);
  });
  return marks;
}

class Planner {
 public:
  Planner(const Book& book, std::span<const PageMark> page_marks)
      : book_(book), page_marks_(page_marks) {
    plan_.page_addresses.resize(page_marks.size());
    for (std::size_t i = 0; i < page_marks.size(); ++i) {
      pages_by_post_[page_marks[i].post_id].push_back(i);
    }
  }

  Plan run() {
    for (const Part& part : book_.parts) {
      PartPlan& planned = plan_.parts.emplace_back();
      if (!part.title.empty()) {
        planned.title = part.title;
        planned.path = fmt::format("part{:02}.xhtml", plan_.parts.size());
      }
      for (const Post& post : part.posts) planned.chapters.push_back(chapter(post));
    }
    return std::move(plan_);
  }

 private:
  Chapter chapter(const Post& post) {
    ++chapters_;
    Chapter chapter{&post, &post.body, {}};
    std::size_t total = kFrameBytes;
    std::vector<std::size_t> note_bytes;
    for (const Note& note : post.notes) {
      note_bytes.push_back(kFrameBytes / 10 + bytes_as_xhtml(note.body));
      total += note_bytes.back();
    }
    total += bytes_as_xhtml(post.body);
    if (total > kMaxDocumentBytes) {
      plan_.cut_bodies.push_back(
          std::make_unique<Blocks>(cut_large_blocks(post.body, kMaxDocumentBytes / 2)));
      chapter.body = plan_.cut_bodies.back().get();
    }
    place_blocks(chapter, note_bytes, total > kMaxDocumentBytes);
    place_pages(chapter);
    return chapter;
  }

  std::string path(std::size_t document) const {
    return document == 0 ? fmt::format("ch{:04}.xhtml", chapters_)
                         : fmt::format("ch{:04}-{}.xhtml", chapters_, document + 1);
  }

  void start_document(Chapter& chapter, std::size_t block) {
    if (!chapter.documents.empty()) chapter.documents.back().end = block;
    chapter.documents.push_back(
        {path(chapter.documents.size()), block, chapter.body->size(), {}, {}});
  }

  void place_anchor(std::string_view anchor, const Chapter& chapter) {
    plan_.anchors.emplace(anchor, chapter.documents.back().path + "#" + anchor_id(anchor));
  }

  // Gives every block, with the notes that it is the first to mention, a document.
  void place_blocks(Chapter& chapter, const std::vector<std::size_t>& note_bytes, bool is_split) {
    const Post& post = *chapter.post;
    std::set<std::size_t> placed;
    start_document(chapter, 0);
    place_anchor(post.id, chapter);
    std::size_t bytes = kFrameBytes;
    anchor_blocks_.clear();
    for (std::size_t i = 0; i < chapter.body->size(); ++i) {
      const Block& block = (*chapter.body)[i];
      const Marks marks = marks_of(block);
      const std::vector<std::size_t> notes = new_notes(post, marks.notes, placed);
      if (is_split) {
        std::size_t more = bytes_as_xhtml(block);
        for (const std::size_t note : notes) more += note_bytes[note];
        const bool is_heading = std::holds_alternative<Heading>(block.is);
        const bool is_full =
            bytes + more > kMaxDocumentBytes || (is_heading && bytes > kMaxDocumentBytes * 3 / 4);
        if (is_full && i > chapter.documents.back().first) {
          start_document(chapter, i);
          bytes = kFrameBytes;
        }
        bytes += more;
      }
      for (const std::string_view anchor : marks.anchors) {
        place_anchor(anchor, chapter);
        anchor_blocks_.emplace(anchor, i);
      }
      place_notes(chapter, notes);
    }
    // A note that nothing refers to stands at the post's end.
    for (std::size_t note = 0; note < post.notes.size(); ++note) {
      if (placed.insert(note).second) place_notes(chapter, {note});
    }
  }

  // Those of `marked` that are not placed yet, and those that their bodies mention.
  static std::vector<std::size_t> new_notes(const Post& post,
                                            const std::vector<std::size_t>& marked,
                                            std::set<std::size_t>& placed) {
    std::vector<std::size_t> notes;
    const auto take = [&](const std::vector<std::size_t>& candidates) {
      for (const std::size_t note : candidates) {
        if (note < post.notes.size() && placed.insert(note).second) notes.push_back(note);
      }
    };
    take(marked);
    for (std::size_t i = 0; i < notes.size(); ++i) {
      for (const Block& block : post.notes[notes[i]].body) take(marks_of(block).notes);
    }
    return notes;
  }

  void place_notes(Chapter& chapter, const std::vector<std::size_t>& notes) {
    Document& document = chapter.documents.back();
    for (const std::size_t note : notes) {
      document.notes.push_back(note);
      for (const Block& block : chapter.post->notes[note].body) {
        for (const std::string_view anchor : marks_of(block).anchors) place_anchor(anchor, chapter);
      }
    }
  }

  void place_pages(Chapter& chapter) {
    const auto pages = pages_by_post_.find(chapter.post->id);
    if (pages == pages_by_post_.end()) return;
    for (const std::size_t page : pages->second) {
      const auto block = anchor_blocks_.find(page_marks_[page].block_anchor);
      const std::size_t at = block == anchor_blocks_.end() ? 0 : block->second;
      const auto document = std::find_if(
          chapter.documents.begin(), chapter.documents.end(),
          [&](const Document& d) { return at < d.end || d.end == chapter.body->size(); });
      document->page_breaks.push_back({page, at});
      plan_.page_addresses[page] = document->path + "#" + page_id(page);
    }
  }

  const Book& book_;
  std::span<const PageMark> page_marks_;
  std::map<std::string_view, std::vector<std::size_t>> pages_by_post_;
  std::map<std::string_view, std::size_t, std::less<>> anchor_blocks_;  // of the chapter in hand
  std::size_t chapters_ = 0;
  Plan plan_;
};

}  // namespace

Plan plan_documents(const Book& book, std::span<const PageMark> page_marks) {
  return Planner(book, page_marks).run();
}

std::string relative_address(std::string_view target, std::string_view from) {
  const std::size_t hash = target.find('#');
  if (hash != std::string_view::npos && target.substr(0, hash) == from) target.remove_prefix(hash);
  return std::string(target);
}

}  // namespace munjip
