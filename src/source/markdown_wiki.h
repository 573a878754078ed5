// Links and pictures as wikis write them: `[[name]]`, `[[name|words]]`, `[[/path]]{words}`,
// `![[picture.png]]`.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "source/markdown_markup.h"

namespace munjip {

// The words of the link that begins at line[at], or its picture. What it leads to is a page of the
// wiki, which the book does not have.
std::optional<RewrittenMarkup> rewrite_wiki_link(std::string_view line, std::size_t at);

}  // namespace munjip
