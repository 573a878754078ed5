#include "text/library_versions.h"

#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include <hb.h>
#include FT_FREETYPE_H

namespace munjip {

LibraryVersions text_libraries() {
  return {{"HarfBuzz", hb_version_string()},
          {"FreeType", fmt::format("{}.{}.{}", FREETYPE_MAJOR, FREETYPE_MINOR, FREETYPE_PATCH)},
          {"fontconfig", fmt::format("{}.{}.{}", FC_MAJOR, FC_MINOR, FC_REVISION)}};
}

}  // namespace munjip
