// What the readers of single formats share: each takes the file's text and fills Posts.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"

namespace munjip {

// One source file on its way through a reader. `text` is valid UTF-8 with '\n' line ends, without
// BOM and control characters, Hangul composed (see encoding.h).
struct SourceText {
  std::filesystem::path file;    // for pictures beside it
  std::filesystem::path folder;  // the root that no picture may leave, and that root-relative image
                                 // addresses start from
  std::string shown_file;        // for messages
  std::string text;
  bool keep_comments = false;  // ReadOptions::keep_comments
  bool is_wanted = false;      // named by the user, not only found: a draft is read too
};

std::vector<Post> read_plain_text(const SourceText& source, Diagnostics& diagnostics);
std::vector<Post> read_html(const SourceText& source, Diagnostics& diagnostics);
std::vector<Post> read_markdown(const SourceText& source, Diagnostics& diagnostics);

}  // namespace munjip
