// The lines of a plain text → blocks. Empty lines part chunks; what a chunk is (a paragraph, a
// heading, a table of tabs, pasted code, a list, a link card) is read from its form, and only where
// that leaves no doubt: otherwise it is a paragraph that keeps its lines.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "source/reader.h"
#include "source/text_lines.h"

namespace munjip {

// Lines without an empty one between them.
struct TextChunk {
  std::vector<TextLine> lines;
  std::size_t gap = 0;        // empty lines before it
  bool after_spacer = false;  // one of them an editor's empty paragraph
  int section_level = 0;      // of a heading that is numbered with others; 0 = none
  SourcePos at() const { return lines.front().at(); }
  bool is_single() const { return lines.size() == 1; }
  const TextLine& first() const { return lines.front(); }
};
std::vector<TextChunk> chunks_of(std::span<const TextLine> lines);

// The mark of an item that a line begins with.
struct ItemMark {
  ListMarker marker = ListMarker::none;
  char32_t sign = 0;       // of a bullet; of a number `.`, `)` or, on both sides, `(`
  int number = 0;          // of an ordered mark
  std::size_t length = 0;  // with the space behind it

  ListDelimiter delimiter() const {
    return sign == U')'   ? ListDelimiter::parenthesis
           : sign == U'(' ? ListDelimiter::parentheses
                          : ListDelimiter::period;
  }
  bool is_followed_by(const ItemMark& next) const {
    if (marker != next.marker || sign != next.sign) return false;
    return marker == ListMarker::bullet || next.number == number + 1;
  }
};
std::optional<ItemMark> item_mark_of(std::string_view text);  // text_list.cpp
// A line that leads in to two or more items below it becomes a chunk of its own.
std::vector<TextChunk> with_lead_ins_apart(std::vector<TextChunk> chunks);

// Appends the blocks of `lines` to post.body.
void read_text_blocks(std::span<const TextLine> lines, const SourceText& source, Post& post,
                      Diagnostics& diagnostics);

// ---- the recognisers: each takes what begins at chunks[at], or nothing ----

struct TakenBlock {
  Block block;
  std::size_t end = 0;  // the chunk behind it
};
using Chunks = std::span<const TextChunk>;

std::optional<TakenBlock> take_code(Chunks chunks, std::size_t at);       // text_code.cpp
std::optional<TakenBlock> take_table(Chunks chunks, std::size_t at);      // text_table.cpp
std::optional<TakenBlock> take_list(Chunks chunks, std::size_t at);       // text_list.cpp
std::optional<TakenBlock> take_link_card(Chunks chunks, std::size_t at);  // text_link_card.cpp
std::optional<TakenBlock> take_heading(Chunks chunks, std::size_t at);    // text_heading.cpp

// Numbered headings prove each other: single short lines `1. ...`, `2. ...` with text between them.
void mark_numbered_headings(std::vector<TextChunk>& chunks);  // text_heading.cpp

// A short line that could be a heading or the label of a table, by itself.
bool may_be_heading(const TextChunk& chunk);

// ---- prose (text_prose.cpp) ----

// Inlines of lines that stand together: white space collapsed, addresses as links, a line that
// clearly goes on joined to the next, other line ends kept as breaks.
Inlines inlines_of_lines(std::span<const TextLine> lines);
Inlines inlines_of_text(std::string_view text, SourcePos at);

// Adds the paragraph, or the paragraphs, that the lines are.
void add_prose(std::span<const TextLine> lines, Blocks& out);

}  // namespace munjip
