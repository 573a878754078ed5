// One post as a Markdown file: front matter, text, notes.
#pragma once

#include <set>
#include <string>

#include "markdown/names.h"

namespace munjip {

// `linked_places` are the anchors that links in the book lead to.
std::string markdown_post(const Post& post, const BookNames& names,
                          const std::set<std::string>& linked_places);

}  // namespace munjip
