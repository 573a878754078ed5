#include "source/named_link.h"

#include "book/web_address.h"

namespace munjip {

namespace {

constexpr std::string_view kScheme = "munjip-post:";

}  // namespace

std::string post_address(std::string_view name) {
  std::string address(kScheme);
  for (const char c : name) {
    switch (c) {
      case ' ':
        address += "%20";
        break;
      case '(':
        address += "%28";
        break;
      case ')':
        address += "%29";
        break;
      case '<':
      case '>':
      case '\\':
        break;
      default:
        address += c;
    }
  }
  return address;
}

std::string post_named(std::string_view address) {
  if (!address.starts_with(kScheme)) return {};
  return percent_decoded(address.substr(kScheme.size()));
}

}  // namespace munjip
