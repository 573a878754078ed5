#include "book/web_address.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/ascii.h"
#include "base/utf8.h"

namespace munjip {

namespace {

bool is_letter(char c) {
  return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  const char l = ascii_lower(c);
  return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}

// The value of the `%XX` at text[at], or -1.
int encoded_byte(std::string_view text, std::size_t at) {
  if (text[at] != '%' || at + 2 >= text.size()) return -1;
  const int high = hex_digit(text[at + 1]);
  const int low = hex_digit(text[at + 2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

// The scheme (RFC 3986, 3.1) with its colon, or nothing. `a.b:80/` has none that a link could mean:
// a scheme in use has no full stop.
std::string_view scheme_of(std::string_view address) {
  if (address.empty() || !is_letter(address.front())) return {};
  for (std::size_t i = 1; i < address.size(); ++i) {
    if (address[i] == ':') return address.substr(0, i + 1);
    if (!is_letter(address[i]) && !is_digit(address[i]) && address[i] != '+' && address[i] != '-') {
      return {};
    }
  }
  return {};
}

// The address behind `http://` and its like.
std::string_view without_scheme(std::string_view address) {
  address.remove_prefix(scheme_of(address).size());
  return address.starts_with("//") ? address.substr(2) : address;
}

bool is_host(std::string_view host) {
  const std::size_t colon = host.rfind(':');
  if (colon != std::string_view::npos && host.find(']', colon) == std::string_view::npos) {
    const std::string_view port = host.substr(colon + 1);
    if (port.size() > 5 || !std::all_of(port.begin(), port.end(), is_digit)) return false;
    host = host.substr(0, colon);
  }
  if (host.empty() || host.front() == '.' || host.find("..") != std::string_view::npos)
    return false;
  constexpr std::string_view kForbidden = " \"#%/<>?@\\^`{|}";  // URL Standard, 3.1
  return std::none_of(host.begin(), host.end(), [&](char c) {
    return static_cast<unsigned char>(c) < 0x20 || kForbidden.find(c) != std::string_view::npos;
  });
}

// What may not stand in a URL is encoded; a `%` that encodes nothing, too.
std::string encoded(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  constexpr std::string_view kEncoded = " \"<>\\^`{|}";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool is_bare_percent = text[i] == '%' && encoded_byte(text, i) < 0;
    if (byte < 0x20 || byte == 0x7F || is_bare_percent ||
        kEncoded.find(text[i]) != std::string_view::npos) {
      out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    } else {
      out.push_back(text[i]);
    }
  }
  return out;
}

// Brackets are for IPv6 hosts alone, and a second `#` is no fragment's (RFC 3986, 3.5).
std::string encoded_path(std::string_view path) {
  std::string out;
  bool in_fragment = false;
  for (const char c : encoded(path)) {
    if (c == '[') {
      out += "%5B";
    } else if (c == ']') {
      out += "%5D";
    } else if (c == '#' && in_fragment) {
      out += "%23";
    } else {
      in_fragment = in_fragment || c == '#';
      out.push_back(c);
    }
  }
  return out;
}

bool is_tracking(std::string_view parameter) {
  constexpr std::array<std::string_view, 4> kNames = {"fbclid=", "gclid=", "category=", "igshid="};
  return parameter.empty() || parameter.starts_with("utm_") ||
         std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view name) { return parameter.starts_with(name); });
}

// `a=1&b=2` without what does not choose the page; fn is called with each parameter that is left.
template <class Fn>
void for_each_parameter(std::string_view query, Fn fn) {
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    if (!is_tracking(query.substr(0, end))) fn(query.substr(0, end));
    query.remove_prefix(std::min(end + 1, query.size()));
  }
}

std::string parameter(std::string_view query, std::string_view name) {
  std::string value;
  for_each_parameter(query, [&](std::string_view parameter) {
    if (parameter.size() > name.size() && parameter.starts_with(name) &&
        parameter[name.size()] == '=') {
      value = percent_decoded(parameter.substr(name.size() + 1));
    }
  });
  return value;
}

// Tistory's mobile pages: `/m/12`, `/m/entry/title`.
std::string_view without_mobile_folder(std::string_view path) {
  if (path.starts_with("/m/entry/")) return path.substr(2);
  return path.size() > 3 && path.starts_with("/m/") && is_digit(path[3]) ? path.substr(2) : path;
}

}  // namespace

AddressKind kind_of(std::string_view address) {
  address = trim_ascii(address);
  if (address.empty() || address == "#") return AddressKind::empty;
  if (address.front() == '#') return AddressKind::fragment;
  const std::string start = ascii_lower(address.substr(0, 12));
  if (start.starts_with("//") || start.starts_with("www.")) return AddressKind::web;
  const std::string scheme = ascii_lower(scheme_of(address));
  if (scheme.empty()) return AddressKind::relative;
  if (scheme == "http:" || scheme == "https:") return AddressKind::web;
  return scheme == "mailto:" || scheme == "tel:" ? AddressKind::contact : AddressKind::other;
}

std::optional<std::string> clean_web_address(std::string_view address) {
  address = trim_ascii(address);
  if (kind_of(address) != AddressKind::web) return std::nullopt;
  const bool is_plain_http =
      ascii_lower(scheme_of(address)) == "http:" || ascii_lower(address.substr(0, 4)) == "www.";
  const std::string_view rest = without_scheme(address);
  const std::size_t path = std::min(rest.find_first_of("/?#"), rest.size());
  const std::string_view authority = rest.substr(0, path);
  const std::size_t user_end = authority.rfind('@');
  const std::string_view host =
      user_end == std::string_view::npos ? authority : authority.substr(user_end + 1);
  if (!is_host(host)) return std::nullopt;
  return (is_plain_http ? "http://" : "https://") + encoded(authority) +
         encoded_path(rest.substr(path));
}

std::optional<std::string> clean_contact(std::string_view address) {
  address = trim_ascii(address);
  const std::string scheme = ascii_lower(scheme_of(address));
  const std::string_view rest = trim_ascii(address.substr(scheme.size()));
  if (rest.empty()) return std::nullopt;
  return scheme + encoded_path(rest);
}

std::string percent_decoded(std::string_view text) {
  if (text.find('%') == std::string_view::npos) return std::string(text);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int byte = encoded_byte(text, i);
    if (byte >= 0) {
      out.push_back(static_cast<char>(byte));
      i += 2;
    } else {
      out.push_back(text[i]);
    }
  }
  return is_valid_utf8(out) ? out : std::string(text);
}

std::string_view without_fragment(std::string_view address) {
  return address.substr(0, address.find('#'));
}

std::string fragment_of(std::string_view address) {
  const std::size_t hash = address.find('#');
  return hash == std::string_view::npos ? std::string() : percent_decoded(address.substr(hash + 1));
}

std::string path_key(std::string_view path_and_query) {
  const std::size_t question = std::min(path_and_query.find('?'), path_and_query.size());
  std::string_view path = without_mobile_folder(path_and_query.substr(0, question));
  if (path.ends_with("/index.html")) path.remove_suffix(std::string_view("index.html").size());
  while (path.ends_with('/')) path.remove_suffix(1);
  std::string key = percent_decoded(path);
  char joint = '?';
  for_each_parameter(path_and_query.substr(std::min(question + 1, path_and_query.size())),
                     [&](std::string_view parameter) {
                       key += joint + percent_decoded(parameter);
                       joint = '&';
                     });
  return key;
}

std::string address_key(std::string_view web_address) {
  const std::string_view rest = without_scheme(without_fragment(trim_ascii(web_address)));
  const std::size_t path = std::min(rest.find_first_of("/?"), rest.size());
  std::string host = ascii_lower(rest.substr(0, path));
  for (const std::string_view prefix : {"www.", "m."}) {
    if (host.starts_with(prefix)) host.erase(0, prefix.size());
  }
  for (const std::string_view port : {":80", ":443"}) {
    if (host.ends_with(port)) host.erase(host.size() - port.size());
  }
  const std::string_view place = rest.substr(path);
  // Naver: PostView.naver?blogId=ID&logNo=N is /ID/N.
  if (host == "blog.naver.com" && place.starts_with("/PostView.")) {
    const std::string_view query = place.substr(std::min(place.find('?'), place.size() - 1) + 1);
    const std::string blog = parameter(query, "blogId");
    const std::string number = parameter(query, "logNo");
    if (!blog.empty() && !number.empty()) return host + "/" + blog + "/" + number;
  }
  return host + path_key(place);
}

std::string_view host_of_key(std::string_view key) {
  return key.substr(0, key.find_first_of("/?"));
}

}  // namespace munjip
