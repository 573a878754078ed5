// The libraries that this stage uses.
#pragma once

#include "base/library_version.h"

namespace munjip {

LibraryVersions pdf_libraries();

}  // namespace munjip
