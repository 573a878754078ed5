// What addresses hold in themselves: percent-encoded bytes (RFC 3986, 2.1) and data: URIs
// (RFC 2397).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace munjip {

// `%EA%B0%80` → `가`; a `%` that starts no byte stays. The result may be no valid UTF-8.
std::string percent_decoded_bytes(std::string_view text);

// Base64 with any white space, either alphabet (RFC 4648, 4 and 5); nothing where it is neither.
std::optional<std::string> base64_decoded(std::string_view text);

// The bytes of `data:image/png;base64,...` or `data:image/svg+xml,...`; nothing where the address
// is broken or holds more than `max_bytes`.
std::optional<std::string> data_uri_bytes(std::string_view address, std::size_t max_bytes);

}  // namespace munjip
