// Which structure types may stand within which (PDF/UA-1, 7.2 - 7.9; ISO 32000-1, 14.8.4), and what
// has to be put between those that may not.
#pragma once

#include <string_view>

namespace munjip {

// The type that must come next on the way from `parent` to a child of type `child`; empty where the
// child may stand there.
std::string_view needed_between(std::string_view parent, std::string_view child);

// The type that content needs around it directly within `parent`; empty where it may stand there
// as it is.
std::string_view content_parent(std::string_view parent);

}  // namespace munjip
