// Which addresses are public, by RFC 6890.
#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>

#include "fetch/network_address.h"

namespace munjip {

namespace {

bool is_public(const char* text) {
  sockaddr_in in{};
  in.sin_family = AF_INET;
  if (inet_pton(AF_INET, text, &in.sin_addr) == 1) {
    return is_public_address(reinterpret_cast<const sockaddr*>(&in), sizeof in);
  }
  sockaddr_in6 in6{};
  in6.sin6_family = AF_INET6;
  REQUIRE(inet_pton(AF_INET6, text, &in6.sin6_addr) == 1);
  return is_public_address(reinterpret_cast<const sockaddr*>(&in6), sizeof in6);
}

}  // namespace

TEST_CASE("private, loopback, link-local and reserved addresses are not public") {
  for (const char* text :
       {"127.0.0.1",       "127.255.0.1",     "10.1.2.3",      "172.16.0.1",  "172.31.255.255",
        "192.168.0.1",     "169.254.169.254", "100.64.0.1",    "0.0.0.0",     "224.0.0.1",
        "255.255.255.255", "198.18.0.1",      "192.0.2.1",     "::",          "::1",
        "fe80::1",         "fc00::1",         "fd12::1",       "ff02::1",     "::ffff:127.0.0.1",
        "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1", "2001::1"}) {
    CHECK_MESSAGE(!is_public(text), text);
  }
}

TEST_CASE("all others are") {
  for (const char* text :
       {"8.8.8.8", "172.32.0.1", "192.169.0.1", "100.128.0.1", "223.255.255.1", "2606:4700::1111",
        "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::"}) {
    CHECK_MESSAGE(is_public(text), text);
  }
}

TEST_CASE("what is neither IPv4 nor IPv6 is not") {
  sockaddr other{};
  other.sa_family = AF_UNIX;
  CHECK_FALSE(is_public_address(&other, sizeof other));
}

}  // namespace munjip
