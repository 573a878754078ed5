// `munjip import`: a book's sources as a folder of Markdown that builds the same book.
#pragma once

#include "base/error.h"
#include "cli/options.h"

namespace munjip {

// Throws Error where there is no book to be had or the folder cannot be written.
ExitCode run_import(const Options& options, const ImportOptions& import);

}  // namespace munjip
