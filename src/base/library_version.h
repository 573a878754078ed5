// A third-party library and the version that runs, for `munjip --version`: each stage tells its
// own.
#pragma once

#include <string>
#include <vector>

namespace munjip {

struct LibraryVersion {
  std::string name, version;
};

using LibraryVersions = std::vector<LibraryVersion>;

}  // namespace munjip
