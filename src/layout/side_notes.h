// Notes in the outer margin (방주): beside the line that they belong to, lower where another note
// stands there, and never below the page: what has no room goes on in the margin of the next one.
// Private to layout/.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "layout/vertical_list.h"

namespace munjip {

// Sets the notes page by page. Takes their items.
class SideNoteSetter {
 public:
  // `height`: of a page's text; `gap`: between two notes.
  SideNoteSetter(std::vector<SideNote>& notes, Length height, Length gap)
      : notes_(notes), height_(height), gap_(gap) {}

  // The items of what earlier pages left over and of the notes beside boxes before `end`, from the
  // top of the text block; `top_of` says how low a box of this page stands.
  std::vector<PageItem> set(std::uint32_t end, const std::function<Length(std::uint32_t)>& top_of);

  // What the pages left over, when all have been set.
  bool has_rest() const { return !waiting_.empty(); }
  std::vector<PageItem> set_rest();

 private:
  // The part of a note from a line on that is still to be set.
  struct Waiting {
    std::size_t note = 0, line = 0;
    Length wanted;  // top
  };
  Length height_of(const Waiting& one) const;
  std::vector<Length> tops() const;
  bool raise(std::vector<Length>& tops) const;
  std::vector<PageItem> set_waiting();

  std::vector<SideNote>& notes_;
  Length height_, gap_;
  std::size_t next_ = 0;
  std::vector<Waiting> waiting_;
};

// Before the notes of a list's boxes from `first_box` on are set: notes whose marks stand in its
// side notes belong to the boxes beside these.
void hand_over_marks(VerticalList& list, std::size_t first_box);

}  // namespace munjip
