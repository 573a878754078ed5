// The libraries that this stage uses.
#pragma once

#include "base/library_version.h"

namespace munjip {

LibraryVersions media_libraries();

}  // namespace munjip
