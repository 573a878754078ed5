// Number trees (ISO 32000-1, 7.9.7).
#pragma once

#include <span>
#include <string>

#include "pdf/haru.h"

namespace munjip {

// Values for the keys 0, 1, 2 ..., each the text of an object. Writes the leaves; the result is the
// inside of the root.
std::string write_number_tree(HaruDocument& document, std::span<const std::string> values);

}  // namespace munjip
