// `munjip build --each`: one PDF and EPUB for each post, and a page that lists them.
#pragma once

#include "cli/build_book.h"

namespace munjip {

// Writes into `folder`; posts in parallel, outcome independent of the number of threads. A post
// that fails is an error in `result` and does not stop the others.
void write_each(const Book& book, std::span<const PreparedOutput> outputs,
                const std::filesystem::path& folder, const Workshop& workshop, BookResult& result);

}  // namespace munjip
