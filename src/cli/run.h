// The command line: arguments → jobs → exit code.
#pragma once

namespace munjip {

// What main() calls; never throws.
int run(int argc, const char* const* argv);

}  // namespace munjip
