// Which reader a text is for: what its bytes say counts for more than its name.
#pragma once

#include <filesystem>

#include "source/reader.h"

namespace munjip {

enum class SourceFormat {
  plain_text,
  markdown,
  html,
  html_with_front_matter,
  feed,
  wxr,
  ttxml,
  ghost_json,
  blogger_json,
  egloos_xml,
  other_xml,  // no blog's
  other_json
};

SourceFormat format_of(const SourceText& source);
// Whether a text of this format holds the posts of a blog, and its file's name says nothing of
// them.
bool is_export(SourceFormat format);

// Whether a file found in a folder proves to be an export, a feed, or an archive of posts. Looks at
// its beginning only; false where it cannot be read.
bool is_blog_export(const std::filesystem::path& file);
bool is_zip_file(const std::filesystem::path& file);

}  // namespace munjip
