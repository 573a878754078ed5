// `munjip list` and `munjip fonts`: what is there, before anything is built.
#pragma once

#include "base/error.h"
#include "cli/options.h"

namespace munjip {

// Posts in order with dates and sizes, and what of each page was dropped.
ExitCode run_list(const Options& options, const ListOptions& list);

// The families that the catalogue knows, with files, licence and coverage.
ExitCode run_fonts(const Options& options);

}  // namespace munjip
