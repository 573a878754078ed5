// Tables between pipes (GitHub Flavored Markdown, 4.10).
#pragma once

#include <string>

#include "markdown/inlines.h"

namespace munjip {

// One row of header cells, then rows of plain cells, each of one line of text at most, without
// spans and caption.
bool fits_pipes(const Table& table);
std::string pipe_table(const Table& table, PostScope& scope);

}  // namespace munjip
