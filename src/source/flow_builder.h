// From a stream of inlines and blocks to Blocks: the paragraphs that HTML only implies.
#pragma once

#include <string>

#include "source/inline_builder.h"

namespace munjip {

// What the elements around a piece of content say about it.
struct FlowContext {
  std::string align;         // `center`, `right`, or empty
  std::string lang, dir;     // as written on the nearest element within the fragment; may be empty
  bool keeps_lines = false;  // in a verse of Markdown: a line of the source is one of the book
  int heading_level = 0;     // inside a heading: runs of inlines become headings of this level
  SourcePos origin = {};     // of the nearest element with data-sourcepos
};

// Blocks in the making: inlines gather in `run` and become a paragraph (or heading) where a block
// or an empty line ends them.
class FlowBuilder {
 public:
  InlineBuilder run;

  void end_run(const FlowContext& context);
  // Adds a block after ending the run.
  void add(Block block, const FlowContext& context);
  // Two in a row end the paragraph: editors without paragraphs write them so.
  void line_break(SourcePos at, const FlowContext& context);
  Blocks take(const FlowContext& context);

 private:
  Blocks blocks_;
};

}  // namespace munjip
