// Blocks → Markdown, or HTML where Markdown has no word for them.
#pragma once

#include <string>

#include "markdown/inlines.h"

namespace munjip {

// The direction, alignment and language of text, as an element around it says them.
struct Look {
  std::string align, dir, lang;
  bool operator==(const Look&) const = default;
};

// The look that a paragraph or heading has by its classes and language.
Look look_of(const Block& block);
// ` align="center" dir="rtl" lang="he"`: what `look` says and `around` does not.
std::string look_attributes(const Look& look, const Look& around);
// Whether the classes of `block` are those that its look gives a paragraph, and no others.
bool is_plain(const Block& block);
// ` data-munjip-class="..."` for `block` where its look, kind and element do not say its classes.
std::string class_attribute(const Block& block);

// Blocks with an empty line between them; ends without a line end. `is_indented`: the caller will
// put something before each line.
std::string markdown_blocks(const Blocks& blocks, const Look& around, PostScope& scope,
                            bool is_indented = false);
// One element after the other, without empty lines; ends without a line end.
std::string html_blocks(const Blocks& blocks, const Look& around, PostScope& scope);
std::string html_block(const Block& block, const Look& around, PostScope& scope);

}  // namespace munjip
