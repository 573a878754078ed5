// An address as a page writes it → the absolute web address that it means there.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace munjip {

// RFC 3986, 5.2, without the fragment. `base` is an absolute http or https address; `reference` may
// be absolute, `//host/...`, a path or a query. Nothing where the outcome is not http or https.
std::optional<std::string> resolve_address(std::string_view base, std::string_view reference);

// `https://host:port` of an absolute web address, in lower case.
std::string origin_of(std::string_view address);
// From the first `/` behind the host, with the query; `/` where there is none.
std::string_view path_of(std::string_view address);

}  // namespace munjip
