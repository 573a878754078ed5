#include "layout/side_notes.h"

#include <algorithm>
#include <string>
#include <utility>

#include "layout/flow.h"
#include "layout/short_text.h"

namespace munjip {

namespace {

constexpr std::size_t kLinesTogether = 2;  // of a note that goes on over the page

}  // namespace

Length SideNoteSetter::height_of(const Waiting& one) const {
  const std::vector<VerticalBox>& lines = notes_[one.note].lines;
  Length height;
  for (std::size_t i = one.line; i < lines.size(); ++i) {
    height += (i > one.line ? lines[i].margin : Length()) + lines[i].extent();
  }
  return height;
}

// Each as high as it wants to be, or below the one before it.
std::vector<Length> SideNoteSetter::tops() const {
  std::vector<Length> tops;
  tops.reserve(waiting_.size());
  Length y;
  for (const Waiting& one : waiting_) {
    tops.push_back(std::max(one.wanted, y));
    y = tops.back() + height_of(one) + gap_;
  }
  return tops;
}

// Moves up what would stand below the page; false where it is too much for any place.
bool SideNoteSetter::raise(std::vector<Length>& tops) const {
  Length foot = height_;
  for (std::size_t i = tops.size(); i-- > 0;) {
    tops[i] = std::min(tops[i], foot - height_of(waiting_[i]));
    if (tops[i] < Length()) return false;
    foot = tops[i] - gap_;
  }
  return true;
}

std::vector<PageItem> SideNoteSetter::set_waiting() {
  std::vector<Length> places = tops();
  const bool fits = raise(places);
  std::vector<PageItem> items;
  std::vector<Waiting> left;
  Length y;
  for (std::size_t i = 0; i < waiting_.size(); ++i) {
    Waiting one = waiting_[i];
    std::vector<VerticalBox>& lines = notes_[one.note].lines;
    if (fits) y = places[i];
    const std::size_t first = one.line;
    for (; left.empty() && one.line < lines.size(); ++one.line) {
      VerticalBox& line = lines[one.line];
      const Length top = y + (one.line > first ? line.margin : Length()) + line.above;
      const std::size_t together = std::min(first + kLinesTogether, lines.size()) - 1;
      const Length needed = one.line == first && together > first
                                ? line.height + lines[together].extent()
                                : line.height;
      const bool has_room = top + needed <= height_ || (items.empty() && one.line == first);
      if (!has_room) break;
      append_moved(items, std::exchange(line.items, {}), {Length(), top});
      y = top + line.height + line.below;
    }
    if (one.line < lines.size()) left.push_back({one.note, one.line, Length()});
    y += gap_;
  }
  waiting_ = std::move(left);
  return items;
}

std::vector<PageItem> SideNoteSetter::set(std::uint32_t end,
                                          const std::function<Length(std::uint32_t)>& top_of) {
  for (; next_ < notes_.size() && notes_[next_].box < end; ++next_) {
    const SideNote& note = notes_[next_];
    waiting_.push_back({next_, 0, std::max(top_of(note.box) + note.lower, Length())});
  }
  return set_waiting();
}

std::vector<PageItem> SideNoteSetter::set_rest() {
  return set_waiting();
}

void hand_over_marks(VerticalList& list, std::size_t first_box) {
  if (list.boxes.empty()) return;
  const auto last = static_cast<std::uint32_t>(list.boxes.size() - 1);
  auto side = std::partition_point(list.side_notes.begin(), list.side_notes.end(),
                                   [&](const SideNote& note) { return note.box < first_box; });
  for (; side != list.side_notes.end(); ++side) {
    side->box = std::min(side->box, last);
    std::vector<PendingNote>& notes = list.boxes[side->box].notes;
    for (VerticalBox& line : side->lines) {
      notes.insert(notes.end(), line.notes.begin(), line.notes.end());
      line.notes.clear();
    }
  }
}

// Beside the paragraph before it; after anything else beside its end, after a heading beside what
// follows. The tags keep it where the author wrote it.
void Flow::add_side_note(const Block& block, std::uint32_t beside, TagId tag) {
  SideNote note;
  note.box = beside;
  const StyleRef text = context_.style();
  const std::vector<std::string> classes = {"side-note", "in-margin"};
  const Entered entered(context_.cascade,
                        {.name = "aside", .classes = classes, .id = {}, .lang = block.lang});
  context_.tags[tag].lang = block.lang;
  const std::string outer_lang =
      std::exchange(context_.block_lang, block.lang.empty() ? context_.block_lang : block.lang);
  const StyleRef style = context_.style();
  note.lower = baseline_in(text->line_height, text->font_size) -
               baseline_in(style->line_height, style->font_size);
  Flow flow(context_, {Length(), context_.notes_width}, true);
  const Opened opened = flow.open(true);
  flow.add_blocks(std::get<Group>(block.is).children, tag);
  flow.close(opened);
  context_.block_lang = outer_lang;
  note.lines = flow.take().boxes;
  if (!note.lines.empty()) list_.side_notes.push_back(std::move(note));
}

}  // namespace munjip
