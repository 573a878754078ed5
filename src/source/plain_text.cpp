// The reader of plain text: posts that were copied off a page, or written in an editor.
#include "source/reader.h"
#include "source/text_blocks.h"
#include "source/text_page.h"

namespace munjip {

std::vector<Post> read_plain_text(const SourceText& source, Diagnostics& diagnostics) {
  Post post;
  const std::vector<TextLine> all = lines_of(source.text);
  const std::vector<TextLine> text = take_page_furniture(all, post);
  read_text_blocks(text, source, post, diagnostics);
  std::vector<Post> posts;
  posts.push_back(std::move(post));
  return posts;
}

}  // namespace munjip
