// `munjip init FOLDER`: a commented book.toml for what is found there.
#pragma once

#include "base/error.h"
#include "cli/options.h"

namespace munjip {

// Throws Error(usage) where there is a book.toml already: it is the author's.
ExitCode run_init(const Options& options, const InitOptions& init);

}  // namespace munjip
