// The libraries that this stage uses.
#pragma once

#include "base/library_version.h"

namespace munjip {

LibraryVersions text_libraries();

}  // namespace munjip
