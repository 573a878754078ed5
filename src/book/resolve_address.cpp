#include "book/resolve_address.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "book/web_address.h"

namespace munjip {

namespace {

bool is_web(std::string_view address) {
  const std::size_t scheme = address.substr(0, 8).find("://");
  return scheme != std::string_view::npos && kind_of(address) == AddressKind::web;
}

// Where the path, the query or the fragment begins.
std::size_t authority_end(std::string_view address) {
  const std::size_t host = address.find("//");
  if (host == std::string_view::npos) return address.size();
  return std::min(address.find_first_of("/?#", host + 2), address.size());
}

// RFC 3986, 5.2.4: without `.` and `..`.
std::string without_dots(std::string_view path) {
  std::vector<std::string_view> kept;
  bool ends_in_folder = false;
  for (std::size_t at = 1; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    const bool is_up = part == "..";
    ends_in_folder = is_up || part == ".";
    if (is_up && !kept.empty()) kept.pop_back();
    if (!ends_in_folder) kept.push_back(part);
    at = end + 1;
  }
  std::string out;
  for (const std::string_view part : kept) out.append("/").append(part);
  return out.empty() || ends_in_folder ? out + "/" : out;
}

// With `..` taken out of the path, and with scheme and host in lower case.
std::string normal(std::string_view address) {
  const std::string_view path = path_of(address);
  const std::size_t query = std::min(path.find('?'), path.size());
  return origin_of(address) + without_dots(path.substr(0, query)) + std::string(path.substr(query));
}

}  // namespace

std::string origin_of(std::string_view address) {
  std::string origin(address.substr(0, authority_end(address)));
  std::transform(origin.begin(), origin.end(), origin.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  return origin;
}

std::string_view path_of(std::string_view address) {
  address = address.substr(0, address.find('#'));
  const std::string_view path = address.substr(std::min(authority_end(address), address.size()));
  return path.starts_with('/') ? path : std::string_view("/");
}

std::optional<std::string> resolve_address(std::string_view base, std::string_view reference) {
  reference = without_fragment(trim_ascii(reference));
  if (is_web(reference)) return normal(reference);
  if (!is_web(base)) return std::nullopt;
  if (reference.starts_with("//")) {
    return normal(std::string(base.substr(0, base.find("//"))) + std::string(reference));
  }
  if (kind_of(reference) == AddressKind::other || kind_of(reference) == AddressKind::contact) {
    return std::nullopt;
  }
  if (reference.empty()) return normal(base);
  const std::string origin = origin_of(base);
  if (reference.starts_with('/')) return normal(origin + std::string(reference));
  const std::string_view path = path_of(base);
  const std::string_view bare = path.substr(0, path.find('?'));
  if (reference.starts_with('?')) {
    return normal(origin + std::string(bare) + std::string(reference));
  }
  const std::string_view folder = bare.substr(0, bare.rfind('/') + 1);
  return normal(origin + std::string(folder) + std::string(reference));
}

}  // namespace munjip
