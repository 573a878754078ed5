// What every part of one unit of layout works with: the book, the style walk, the shaper and the
// tag tree. One unit belongs to one thread. Private to layout/.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "book/book.h"
#include "book/manifest.h"
#include "layout/page_references.h"
#include "layout/pending_note.h"
#include "layout/set_line.h"
#include "layout/tags.h"
#include "style/style_sheet.h"
#include "text/shape.h"

namespace munjip {

struct LayoutContext {
  const Book& book;
  const StyleSheet& sheet;
  Cascade& cascade;
  Shaper& shaper;
  TagTree& tags;
  Diagnostics& diagnostics;
  Length grid;              // distance of baselines of body text
  Size text_block;          // the measure and the height of a page's text
  Length notes_width = {};  // of side notes in the margin; zero: they stand in the text

  const Post* post = nullptr;        // nullptr in front and back matter
  std::vector<bool> note_seen = {};  // for each of the post's notes
  // The numbers of posts' notes where they are not their places (numbered by page).
  const std::map<const Post*, std::vector<int>>* note_numbers = nullptr;
  int note_number(std::size_t note) const;
  SourcePos at = {};  // of the block being set, for messages

  std::vector<SetLine> lines = {};  // of justified paragraphs, as they were set

  int bullet_depth = 0;                     // bulleted lists around what is being set
  const PageLabels* page_labels = nullptr;  // where they are known already

  double type_scale = 1;  // of a table that is too wide otherwise
  std::vector<std::pair<StyleRef, StyleRef>> scaled_styles = {};  // at this scale

  // The style in force, at the scale in force.
  StyleRef style() { return scaled(cascade.current()); }
  StyleRef scaled(const StyleRef& style);
  // Of Hanja in parentheses, Style::hanja_in_parentheses of the style's size.
  StyleRef gloss_style(const StyleRef& style);
  std::vector<std::pair<StyleRef, StyleRef>> gloss_styles = {};
  std::string block_lang = {};  // of the passage being set, empty = as the post
  std::string lang() const {
    if (!block_lang.empty()) return block_lang;
    return post != nullptr && !post->lang.empty() ? post->lang : book.info.language;
  }
};

// Enters an element for as long as it lives.
class Entered {
 public:
  Entered(Cascade& cascade, const ElementKey& key)
      : cascade_(cascade), style_(cascade.enter(key)) {}
  ~Entered() { cascade_.leave(); }
  Entered(const Entered&) = delete;
  Entered& operator=(const Entered&) = delete;
  const StyleRef& style() const { return style_; }

 private:
  Cascade& cascade_;
  StyleRef style_;
};

// Shapes, and tells of characters that no font has.
ShapedParagraph shape_and_tell(LayoutContext& context, ParagraphText text);

// The ids by which links reach a note and the way back.
std::string note_anchor(const Post& post, std::size_t note);
std::string note_mark_anchor(const Post& post, std::size_t note);

}  // namespace munjip
