// Which machines munjip may talk to.
#pragma once

struct sockaddr;

namespace munjip {

// False for loopback, private, link-local, shared, multicast, documentation and reserved addresses
// (RFC 6890), also inside IPv6 (mapped, 6to4, NAT64), and for what is neither IPv4 nor IPv6. `size`
// is that of the structure that `address` points to.
bool is_public_address(const sockaddr* address, unsigned size);

}  // namespace munjip
