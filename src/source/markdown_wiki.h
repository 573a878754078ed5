// Links and pictures as wikis write them: `[[name]]`, `[[name|words]]`, `[[name#heading]]`,
// `[[/path]]{words}`, `![[picture.png]]`, `![[name]]`.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "source/markdown_markup.h"

namespace munjip {

// The link to a post by its name that begins at line[at] (named_link.h), or the picture. A post
// that the wiki shows within another is a link.
std::optional<RewrittenMarkup> rewrite_wiki_link(std::string_view line, std::size_t at);

}  // namespace munjip
