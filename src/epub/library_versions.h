// The libraries that this stage uses.
#pragma once

#include "base/library_version.h"

namespace munjip {

LibraryVersions epub_libraries();

}  // namespace munjip
