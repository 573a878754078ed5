#include "epub/addresses.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.h"

namespace munjip {

namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool is_beyond_ascii(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

// Characters of a URL after its host (URL Standard, "URL code points"; `[` and `]` are none).
bool is_url_char(char c) {
  constexpr std::string_view kMarks = "!$&'()*+,-./:;=?@_~";
  return is_letter(c) || is_digit(c) || is_beyond_ascii(c) ||
         kMarks.find(c) != std::string_view::npos;
}

std::string encoded(std::string_view text) {
  std::string out;
  bool has_fragment = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_escape =
        c == '%' && i + 2 < text.size() && is_hex(text[i + 1]) && is_hex(text[i + 2]);
    const bool starts_fragment = c == '#' && !has_fragment;
    if (is_url_char(c) || is_escape || starts_fragment) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
    has_fragment = has_fragment || starts_fragment;
  }
  return out;
}

bool is_port(std::string_view port) {
  return port.size() <= 5 && std::all_of(port.begin(), port.end(), is_digit) &&
         (port.empty() || std::stoul(std::string(port)) <= 65535);
}

// A domain name or IPv4 address, perhaps with a port. (No one blogs at an IPv6 address.)
bool is_host(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos && !is_port(text.substr(colon + 1))) return false;
  const std::string_view host = text.substr(0, colon);
  return !host.empty() && host.front() != '.' && host.front() != '-' &&
         host.find("..") == std::string_view::npos &&
         std::all_of(host.begin(), host.end(), [](char c) {
           return is_letter(c) || is_digit(c) || is_beyond_ascii(c) || c == '-' || c == '.' ||
                  c == '_';
         });
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::optional<std::string> http_address(std::string_view scheme, std::string_view rest) {
  if (!rest.starts_with("//")) return std::nullopt;
  rest.remove_prefix(2);
  const std::size_t end = std::min(rest.find_first_of("/?#\\"), rest.size());
  const std::string_view authority = rest.substr(0, end);
  if (!is_host(authority)) return std::nullopt;
  return fmt::format("{}://{}{}", scheme, authority, encoded(rest.substr(end)));
}

}  // namespace

std::string anchor_id(std::string_view anchor) {
  const bool is_name = !anchor.empty() && (is_letter(anchor[0]) || anchor[0] == '_') &&
                       anchor.size() <= 100 &&
                       std::all_of(anchor.begin(), anchor.end(), [](char c) {
                         return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
                       });
  if (is_name && !anchor.starts_with(kOwnIdPrefix)) return std::string(anchor);
  return fmt::format("{}a-{}", kOwnIdPrefix, sha256_hex(anchor, 16));
}

std::string note_id(std::size_t note) {
  return fmt::format("{}note-{}", kOwnIdPrefix, note + 1);
}

std::string note_mark_id(std::size_t note, std::size_t use) {
  const std::string id = fmt::format("{}ref-{}", kOwnIdPrefix, note + 1);
  return use == 0 ? id : fmt::format("{}-{}", id, use + 1);
}

std::string page_id(std::size_t page) {
  return fmt::format("{}page-{}", kOwnIdPrefix, page + 1);
}

std::optional<std::string> web_address(std::string_view target) {
  const std::size_t colon = target.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string scheme = lower(target.substr(0, colon));
  const std::string_view rest = target.substr(colon + 1);
  if (scheme == "http" || scheme == "https") return http_address(scheme, rest);
  if ((scheme == "mailto" || scheme == "tel") && !rest.empty()) {
    return fmt::format("{}:{}", scheme, encoded(rest));
  }
  return std::nullopt;
}

std::string site_of(std::string_view address) {
  const std::optional<std::string> url = web_address(address);
  if (!url || !url->starts_with("http")) return {};
  const std::size_t host = url->find("//") + 2;
  return url->substr(0, std::min(url->find_first_of("/?#", host), url->size())) + "/";
}

}  // namespace munjip
