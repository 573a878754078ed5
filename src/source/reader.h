// What the readers of single formats share: each takes the file's text and fills Posts.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"
#include "book/role.h"

namespace munjip {

class EnclosedFiles;

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
  // Pictures that come with the text, by the path from `folder`; null where there are none.
  const EnclosedFiles* enclosed = nullptr;
  std::span<const RoleRule> rules = {};  // those with a selector are the readers' matter
};

std::vector<Post> read_plain_text(const SourceText& source, Diagnostics& diagnostics);
std::vector<Post> read_html(const SourceText& source, Diagnostics& diagnostics);
std::vector<Post> read_markdown(const SourceText& source, Diagnostics& diagnostics);

// Exports and feeds, several posts each. They tell what they leave out, once with counts; Error
// (unreadable) where a text cannot be read at all.
std::vector<Post> read_feed(const SourceText& source, Diagnostics& diagnostics);   // RSS, Atom
std::vector<Post> read_wxr(const SourceText& source, Diagnostics& diagnostics);    // WordPress
std::vector<Post> read_ttxml(const SourceText& source, Diagnostics& diagnostics);  // Textcube
std::vector<Post> read_ghost_json(const SourceText& source,
                                  Diagnostics& diagnostics);  // Ghost's JSON
std::vector<Post> read_blogger_json(const SourceText& source, Diagnostics& diagnostics);
std::vector<Post> read_egloos_xml(const SourceText& source, Diagnostics& diagnostics);

}  // namespace munjip
