#include "layout/notes.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>

#include "layout/flow.h"

namespace munjip {

namespace {

constexpr double kNumberGap = 0.5;  // em between the number and the note

// The number before a note leads back to its mark. It repeats what the mark says, so it is an
// artifact.
void add_number(LayoutContext& context, VerticalBox& box, const PendingNote& note,
                const StyleRef& style, Length indent) {
  const Post& post = *context.post;
  ShortText number = set_short_text(context, fmt::format("{})", note.note + 1), style, kArtifact);
  const Length x = indent - number.width - style->font_size.scaled(kNumberGap);
  const Length baseline = baseline_in(style->line_height, style->font_size);
  PageItem anchor;
  anchor.is = AnchorMark{note_anchor(post, note.note)};
  box.items.push_back(std::move(anchor));
  append_moved(box.items, std::move(number.items), {std::max(x, Length()), baseline});
}

void set_note(LayoutContext& context, VerticalList& list, const PendingNote& pending,
              Length measure) {
  const Note& note = context.post->notes[pending.note];
  if (note.at.line != 0) context.at = note.at;
  const std::vector<std::string> classes = {"note"};
  const Entered entered(context.cascade, {.name = "aside", .classes = classes});
  const StyleRef style = context.style();
  const Length indent = std::min(style->font_size.scaled(2.2), measure / 3);
  Flow flow(context, {indent, measure - indent}, true);
  const Flow::Opened opened = flow.open(true);
  flow.add_blocks(note.body, pending.tag);
  flow.close(opened);
  VerticalList set = flow.take();
  if (set.boxes.empty()) {
    set.boxes.emplace_back().height = style->line_height;
  }
  add_number(context, set.boxes.front(), pending, style, indent);
  list.note_starts.push_back(static_cast<std::uint32_t>(list.notes.size()));
  list.notes.insert(list.notes.end(), std::make_move_iterator(set.boxes.begin()),
                    std::make_move_iterator(set.boxes.end()));
}

}  // namespace

void set_notes(LayoutContext& context, VerticalList& list, std::size_t first_box, Length measure) {
  for (std::size_t i = first_box; i < list.boxes.size(); ++i) {
    for (const PendingNote& note : std::exchange(list.boxes[i].notes, {})) {
      set_note(context, list, note, measure);
    }
    list.boxes[i].notes_end = static_cast<std::uint32_t>(list.notes.size());
  }
}

}  // namespace munjip
