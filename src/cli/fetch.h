// `munjip fetch`: posts of the web into a folder that build reads. The one verb that uses the
// network.
#pragma once

#include "base/error.h"
#include "cli/options.h"

namespace munjip {

// Throws Error for addresses that are none, a folder that is something else, and what cannot be
// written.
ExitCode run_fetch(const Options& options, const FetchVerbOptions& fetch);

}  // namespace munjip
