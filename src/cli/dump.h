// `munjip dump`: what one stage hands to the next, as text; the golden tests are these texts.
#pragma once

#include "base/error.h"
#include "cli/options.h"

namespace munjip {

ExitCode run_dump(const Options& options, const DumpOptions& dump);

}  // namespace munjip
