// `munjip build`: all books of the command line, one after the other, each with all threads.
#pragma once

#include "cli/build_book.h"

namespace munjip {

// Prints what happened as it goes and returns the highest exit code of the books.
ExitCode run_build(const Options& options, const BuildOptions& build);

}  // namespace munjip
