#include "layout/notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/flow.h"
#include "layout/side_notes.h"

namespace munjip {

namespace {

constexpr double kNumberGap = 0.5;  // em between the number and the note

const std::vector<std::string>& note_class() {
  static const std::vector<std::string> classes = {"note"};
  return classes;
}

Length indent_of(const Style& style, Length measure) {
  return std::min(style.font_size.scaled(2.2), measure / 3);
}

// The number before a note leads back to its mark. It repeats what the mark says, so it is an
// artifact.
void add_number(LayoutContext& context, VerticalBox& box, std::size_t note, const StyleRef& style,
                Length indent) {
  const Post& post = *context.post;
  ShortText number =
      set_short_text(context, fmt::format("{})", context.note_number(note)), style, kArtifact);
  const Length x = indent - number.width - style->font_size.scaled(kNumberGap);
  const Length baseline = baseline_in(style->line_height, style->font_size);
  PageItem anchor;
  anchor.is = AnchorMark{note_anchor(post, note)};
  box.items.push_back(std::move(anchor));
  append_moved(box.items, std::move(number.items), {std::max(x, Length()), baseline});
}

// The note's lines, with its number.
void add_note(Flow& flow, std::size_t index, TagId tag) {
  LayoutContext& context = flow.context();
  const Note& note = context.post->notes[index];
  if (note.at.line != 0) context.at = note.at;
  const Entered entered(context.cascade, {.name = "aside", .classes = note_class()});
  const StyleRef style = context.style();
  const Length indent = indent_of(*style, flow.measure());
  const std::size_t first = flow.list().boxes.size();
  const Flow::Opened opened = flow.open(true);
  flow.indent(indent);
  flow.add_blocks(note.body, tag);
  if (flow.list().boxes.size() == first) {
    VerticalBox empty;
    empty.height = style->line_height;
    flow.add_box(std::move(empty));
  }
  flow.close(opened);
  add_number(context, flow.list().boxes[first], index, style, indent);
}

void set_note(LayoutContext& context, VerticalList& list, const PendingNote& pending,
              Length measure) {
  Flow flow(context, {Length(), measure}, true);
  add_note(flow, pending.note, pending.tag);
  VerticalList set = flow.take();
  list.note_starts.push_back(static_cast<std::uint32_t>(list.notes.size()));
  list.note_refs.push_back({context.post, pending.note});
  list.notes.insert(list.notes.end(), std::make_move_iterator(set.boxes.begin()),
                    std::make_move_iterator(set.boxes.end()));
}

}  // namespace

// A note is as wide as the column of its mark.
void set_notes(LayoutContext& context, VerticalList& list, std::size_t first_box, Length measure) {
  hand_over_marks(list, first_box);
  auto run = list.columns.begin();
  for (std::size_t i = first_box; i < list.boxes.size(); ++i) {
    while (run != list.columns.end() && run->end <= i) ++run;
    const bool in_column = run != list.columns.end() && run->first <= i;
    for (const PendingNote& note : std::exchange(list.boxes[i].notes, {})) {
      set_note(context, list, note, in_column ? run->width : measure);
    }
    list.boxes[i].notes_end = static_cast<std::uint32_t>(list.notes.size());
  }
}

void add_endnotes(Flow& flow, TagId parent) {
  LayoutContext& context = flow.context();
  if (context.post->notes.empty()) return;
  const std::vector<std::string> classes = {"notes"};
  const Entered entered(context.cascade, {.name = "div", .classes = classes});
  const Flow::Opened opened = flow.open(true);
  for (std::size_t note = 0; note < context.post->notes.size(); ++note) {
    add_note(flow, note, context.tags.add(parent, Element::note));
  }
  flow.close(opened);
}

std::map<const Post*, std::vector<int>> numbers_by_page(const VerticalList& list,
                                                        const std::vector<PlannedPage>& pages) {
  std::map<const Post*, std::vector<int>> numbers;
  std::size_t next = 0;
  for (const PlannedPage& page : pages) {
    for (int number = 1;
         next < list.note_starts.size() && list.note_starts[next] < page.notes_end();
         ++next, ++number) {
      const NoteRef& ref = list.note_refs[next];
      std::vector<int>& of_post = numbers[ref.post];
      for (std::size_t i = of_post.size(); i < ref.post->notes.size(); ++i) {
        of_post.push_back(static_cast<int>(i) + 1);
      }
      of_post[ref.note] = number;
    }
  }
  return numbers;
}

}  // namespace munjip
