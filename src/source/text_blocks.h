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
  SourcePos at() const { return lines.front().at(); }
  bool is_single() const { return lines.size() == 1; }
  const TextLine& first() const { return lines.front(); }
};
std::vector<TextChunk> chunks_of(std::span<const TextLine> lines);

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
