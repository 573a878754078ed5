// The libraries that this stage uses.
#pragma once

#include "base/library_version.h"

namespace munjip {

LibraryVersions book_libraries();

}  // namespace munjip
