#include "pdf/library_versions.h"

#include <hpdf.h>
#include <zlib.h>

namespace munjip {

LibraryVersions pdf_libraries() {
  return {{"libharu", HPDF_GetVersion()}, {"zlib", zlibVersion()}};
}

}  // namespace munjip
