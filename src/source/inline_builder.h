// From the text nodes and inline elements of HTML to Inlines that keep the invariants of
// book/content.h: white space collapsed across element boundaries, no empty phrases, no
// neighbouring texts, no nested links.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "book/content.h"

namespace munjip {

// Collects one run of inlines after another (a run becomes a paragraph, a heading ...). Phrases
// that are open when a run is taken go on in the next one, as HTML's formatting does when a block
// stands inside an inline element.
class InlineBuilder {
 public:
  // White space (no-break spaces too: editors write them for plain ones) becomes single spaces;
  // U+2028 and U+2029 are line breaks; characters that no book can hold become U+FFFD.
  void text(std::string_view text, SourcePos at);
  // Something visible that is no text: a picture, the mark of a note, code, ruby.
  void atom(Inline inline_);
  // Stands before the next visible inline, in this run or a later one.
  void anchor(std::string id, SourcePos at);
  // Likewise, of the index.
  void index_term(IndexTerm term, SourcePos at);
  // Counts only between visible inlines: leading and trailing breaks vanish.
  void line_break(SourcePos at);
  // `wrapper` is a Phrase or Link without children. Empty ones vanish, and those that change
  // nothing (strong in strong, a link in a link) are not made.
  void open(Inline wrapper);
  void close();

  // Whether anything visible has come since the last take().
  bool empty() const { return !has_content_; }
  bool break_is_pending() const { return breaks_pending_ > 0; }
  Inlines take();
  // An anchor that still waits for something visible, to be given to a block; empty if none.
  std::string take_anchor();

 private:
  struct Level {
    Inline wrapper;
    Inlines children;
    bool is_real = true;
  };
  Inlines& here();
  void append_text(std::string_view text, SourcePos at);
  void append_space(SourcePos at);
  void flush_pending(SourcePos at);
  void close_into_parent();
  bool is_inside_same(const Inline& wrapper) const;

  std::vector<Level> open_;
  Inlines root_;
  std::vector<Inline> anchors_;
  int breaks_pending_ = 0;
  SourcePos break_at_;
  bool at_space_ = true;  // a further space would be the second one, or stand at the run's edge
  bool has_content_ = false;
};

// Removes white space and breaks at the end, and what becomes empty by it.
void trim_end(Inlines& inlines);
// Appends `inline_`, joining it with a text or an equal phrase or link before it.
void append_inline(Inlines& inlines, Inline inline_);

// `text` with the characters that no book can hold (controls other than tab and newline,
// noncharacters) as U+FFFD: references such as `&#8;` bring them in.
std::string without_forbidden(std::string text);

}  // namespace munjip
