#include "epub/library_versions.h"

#include <fmt/format.h>
#include <zip.h>

#include <pugixml.hpp>

namespace munjip {

LibraryVersions epub_libraries() {
  // pugixml counts 1130 for 1.13 (PUGIXML_VERSION).
  return {{"pugixml", fmt::format("{}.{}", PUGIXML_VERSION / 1000, PUGIXML_VERSION / 10 % 100)},
          {"libzip", zip_libzip_version()}};
}

}  // namespace munjip
