// Where the program's own styles/ and fonts/ are.
#pragma once

#include <filesystem>

namespace munjip {

// `<prefix>/share/munjip` of an installed program, or the checkout that the program was built in;
// found from the program's own place, so that either may be moved. Throws Error(usage) where there
// is neither.
std::filesystem::path data_folder();

}  // namespace munjip
