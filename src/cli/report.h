// What the user is told of a finished book.
#pragma once

#include "cli/build_book.h"

namespace munjip {

// The exit code of a book: that of what ended it (done = nothing did), else the highest of what
// happened on the way.
ExitCode code_of(const Diagnostics& diagnostics, ExitCode ended);

// The diagnostics on stderr, each once; only errors with --quiet, notes only with --verbose.
void print_diagnostics(const Diagnostics& diagnostics, const Options& options);

// Title, posts, pages, pictures, files with sizes, what was lost, seconds: on stdout, nothing with
// --quiet.
void print_summary(const BookResult& result, const Options& options);

// `912 B`, `34.5 KB`, `1.2 MB`
std::string size_text(std::size_t bytes);

}  // namespace munjip
