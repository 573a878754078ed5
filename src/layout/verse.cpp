// Verse: each line of the author's is a line of the page; what is too long for it hangs.
#include "book/verse.h"

#include <utility>

#include "layout/flow.h"

namespace munjip {

// A page break parts stanzas rather than a stanza, and leaves two lines of one on either side.
void Flow::add_stanza(const Paragraph& stanza, TagId tag) {
  const std::vector<std::string> classes = {"line"};
  const std::vector<Inlines> lines = verse_lines(stanza.content);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool is_parted_badly = i == 1 || (i > 0 && i + 1 == lines.size());
    if (is_parted_badly) keep_next(kBreakOrphan);
    const Entered entered(context_.cascade, {.name = "span", .classes = classes});
    const Opened opened = open(false);
    ParagraphBuilder builder(context_, tag);
    builder.add(lines[i]);
    ParagraphContent content = builder.take();
    content.goes_on = i + 1 < lines.size();
    add_lines(std::move(content));
    close(opened);
  }
}

}  // namespace munjip
