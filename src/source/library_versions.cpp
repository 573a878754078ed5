#include "source/library_versions.h"

#include <cmark-gfm.h>
#include <unicode/uvernum.h>
#include <yaml.h>

namespace munjip {

LibraryVersions source_libraries() {
  return {{"cmark-gfm", cmark_version_string()},
          {"gumbo", "0.10"},  // tells no version of its own
          {"libyaml", yaml_get_version_string()},
          {"ICU", U_ICU_VERSION}};
}

}  // namespace munjip
