// Addresses in links: what kind they are, whether they can stand in a book, and which of them mean
// the same page.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace munjip {

enum class AddressKind {
  empty,     // nothing, or a bare `#`
  web,       // http, https; also `//host/...` and `www.host...`, which browsers' users mean so
  contact,   // mailto, tel
  fragment,  // `#place`
  relative,  // a path
  other      // any other scheme: javascript, data, file ...
};
AddressKind kind_of(std::string_view address);

// A web address as it can be written into a PDF or EPUB: with scheme, and with what RFC 3986 does
// not allow percent-encoded (letters of any script stay: RFC 3987). Nothing where it has no host or
// one that cannot be.
std::optional<std::string> clean_web_address(std::string_view address);
// The same for mailto and tel.
std::optional<std::string> clean_contact(std::string_view address);

// Percent-encoding undone where the outcome is valid UTF-8; else the text as it was.
std::string percent_decoded(std::string_view text);

// The part before `#`, and the part after it, decoded (empty if there is none).
std::string_view without_fragment(std::string_view address);
std::string fragment_of(std::string_view address);

// `host/path` or `host/path?query`: the same for all ways to write a page's address. http or https,
// `www.` and `m.`, a closing slash, percent-encoding, capitals in the host, Tistory's mobile `/m/`
// and `?category=`, Naver's PostView, and the marks of advertisers (`utm_`, `fbclid`) make no
// difference.
std::string address_key(std::string_view web_address);
// The `/path` of that key, and its host.
std::string path_key(std::string_view path_and_query);
std::string_view host_of_key(std::string_view key);

}  // namespace munjip
