// What `munjip --version` prints.
#pragma once

#include <string>

namespace munjip {

std::string version_text();

}  // namespace munjip
