// Addresses within pages, by the examples of RFC 3986, 5.4.
#include <doctest/doctest.h>

#include "book/resolve_address.h"

namespace munjip {

TEST_CASE("references are resolved as RFC 3986 shows") {
  const auto at = [](std::string_view reference) {
    return resolve_address("http://a/b/c/d;p?q", reference).value_or("-");
  };
  CHECK(at("g") == "http://a/b/c/g");
  CHECK(at("./g") == "http://a/b/c/g");
  CHECK(at("g/") == "http://a/b/c/g/");
  CHECK(at("/g") == "http://a/g");
  CHECK(at("//g") == "http://g/");
  CHECK(at("?y") == "http://a/b/c/d;p?y");
  CHECK(at("g?y#s") == "http://a/b/c/g?y");
  CHECK(at("") == "http://a/b/c/d;p?q");
  CHECK(at(".") == "http://a/b/c/");
  CHECK(at("../g") == "http://a/b/g");
  CHECK(at("../../../../g") == "http://a/g");
  CHECK(at("g/../h") == "http://a/b/c/h");
  CHECK(at("HTTPS://Example.COM/A") == "https://example.com/A");
  CHECK(at("mailto:a@b.c") == "-");
  CHECK(at("javascript:x()") == "-");
}

TEST_CASE("origin and path") {
  CHECK(origin_of("https://Example.com:8080/a?b#c") == "https://example.com:8080");
  CHECK(path_of("https://example.com/a?b#c") == "/a?b");
  CHECK(path_of("https://example.com") == "/");
  CHECK_FALSE(resolve_address("", "a.png"));
}

}  // namespace munjip
