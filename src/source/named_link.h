// Links of wikis and site generators that name another post instead of its address. In HTML on its
// way to the reader the name is the address of a scheme of our own: `munjip-post:2024-01-31-title`.
#pragma once

#include <string>
#include <string_view>

namespace munjip {

// The address, which Markdown takes as it is.
std::string post_address(std::string_view name);
// What `address` names; empty where it is any other address.
std::string post_named(std::string_view address);

}  // namespace munjip
