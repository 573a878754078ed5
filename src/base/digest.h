// Message digests (nettle), for identifiers that stay the same between re-exports, never for
// secrets.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace munjip {

std::array<std::uint8_t, 32> sha256(std::string_view bytes);
std::array<std::uint8_t, 20> sha1(std::string_view bytes);

// The first `digits` hexadecimal digits (at most 64) of the SHA-256 of `bytes`, in lower case.
std::string sha256_hex(std::string_view bytes, std::size_t digits = 64);

// A name-based UUID (RFC 9562, 5.5) in the URL namespace, as `urn:uuid:...`.
std::string uuid_v5_urn(std::string_view name);

// A random UUID (RFC 9562, 5.4) as `urn:uuid:...`, for `munjip init` only: nothing that is built
// uses it.
std::string random_uuid_urn();

}  // namespace munjip
