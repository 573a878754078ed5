// The initial of a paragraph (CSS Inline Layout 3, 4): its first letter, several lines high.
// Private to layout/.
#pragma once

#include <optional>
#include <string>

#include "layout/paragraph.h"

namespace munjip {

// What stands at the beginning of a paragraph's text and is set apart from it.
struct Initial {
  std::string marks;   // opening quotes and brackets before the letter
  std::string letter;  // one that is read as such, with a space behind it that ends its word
  StyleRef marks_style;
  TagId marks_tag = kArtifact, letter_tag = kArtifact;
};

// Takes the initial out of the content. Nothing where the paragraph does not begin with a letter,
// or where that is more than text: a link, the base of a ruby, a superscript.
std::optional<Initial> take_initial(ParagraphContent& content);

// Where an initial's glyphs stand, from the left edge of the first line and its baseline.
struct SetInitial {
  std::vector<PageItem> items;
  Length width;  // that its lines make way for
};

// `style`: of ::first-letter, which says how many lines it is high; `text`: of the paragraph. The
// top of the letter is on the level of the first line's letters and its foot on that of the last:
// those of Hangul, or of Latin capitals (typography.md 4.4). Opening marks keep the size of the
// text and hang out of the measure.
SetInitial set_initial(LayoutContext& context, const Initial& initial, const Style& style,
                       const Style& text);

}  // namespace munjip
