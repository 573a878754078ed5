#include "book/web_address.h"

#include <doctest/doctest.h>

using namespace munjip;

TEST_CASE("addresses are of a kind") {
  CHECK(kind_of("") == AddressKind::empty);
  CHECK(kind_of(" # ") == AddressKind::empty);
  CHECK(kind_of("#주석") == AddressKind::fragment);
  CHECK(kind_of("HTTPS://example.com") == AddressKind::web);
  CHECK(kind_of("//example.com/a") == AddressKind::web);
  CHECK(kind_of("www.example.com") == AddressKind::web);
  CHECK(kind_of("mailto:a@example.com") == AddressKind::contact);
  CHECK(kind_of("tel:+82-2-123") == AddressKind::contact);
  CHECK(kind_of("a/b.html") == AddressKind::relative);
  CHECK(kind_of("/12") == AddressKind::relative);
  CHECK(kind_of("글: 하나.html") == AddressKind::relative);
  CHECK(kind_of("JavaScript:void(0)") == AddressKind::other);
  CHECK(kind_of("data:text/html,x") == AddressKind::other);
}

TEST_CASE("a web address is made fit for a URL") {
  CHECK(clean_web_address("https://example.com/a b") == "https://example.com/a%20b");
  CHECK(clean_web_address("//example.com/a") == "https://example.com/a");
  CHECK(clean_web_address("www.example.com") == "http://www.example.com");
  CHECK(clean_web_address("HTTP://example.com/?q={x}|y") == "http://example.com/?q=%7Bx%7D%7Cy");
  CHECK(clean_web_address("https://example.com/100%") == "https://example.com/100%25");
  CHECK(clean_web_address("https://example.com/%EA%B0%80#나#다") ==
        "https://example.com/%EA%B0%80#나%23다");
  CHECK(clean_web_address("https://예시.한국/글") == "https://예시.한국/글");
  CHECK(clean_web_address("http://user@example.com:8080/") == "http://user@example.com:8080/");
  for (const char* address :
       {"http://", "http:///a", "https://a..b/", "https://.com/", "https://exa mple.com/",
        "https://example.com:99999999/", "https://example.com:ab/", "ftp://example.com/"}) {
    CAPTURE(address);
    CHECK_FALSE(clean_web_address(address));
  }
}

// Cleaning what is clean changes nothing: check_book relies on it.
TEST_CASE("cleaning is idempotent") {
  for (const char* address :
       {"https://a.b/c d", "//x.y/%zz[1]", "www.a.b?q=1#a#b", "http://[::1]/"}) {
    CAPTURE(address);
    const auto once = clean_web_address(address);
    REQUIRE(once);
    CHECK(clean_web_address(*once) == once);
  }
}

TEST_CASE("one page has one key, however its address is written") {
  const std::string key = "blog.tistory.com/entry/첫 글";
  for (const char* address :
       {"https://blog.tistory.com/entry/첫 글", "http://blog.tistory.com/entry/첫%20글/",
        "https://m.blog.tistory.com/entry/%EC%B2%AB%20%EA%B8%80",
        "https://BLOG.tistory.com:443/m/entry/첫 글?category=12#comment",
        "//www.blog.tistory.com/entry/첫 글?utm_source=x&fbclid=y"}) {
    CAPTURE(address);
    CHECK(address_key(address) == key);
  }
  CHECK(address_key("https://example.com/?p=12&utm_medium=z") == "example.com?p=12");
  CHECK(address_key("https://example.com/a?p=1") != address_key("https://example.com/a?p=2"));
  CHECK(address_key("https://example.com/m/about") == "example.com/m/about");
  CHECK(address_key("https://m.blog.naver.com/PostView.naver?blogId=someone&logNo=223") ==
        address_key("https://blog.naver.com/someone/223"));
  CHECK(host_of_key(key) == "blog.tistory.com");
}

TEST_CASE("fragments are decoded") {
  CHECK(fragment_of("a#%EA%B0%80") == "가");
  CHECK(fragment_of("a").empty());
  CHECK(without_fragment("a#b") == "a");
  CHECK(percent_decoded("%FF") == "%FF");  // no UTF-8
  CHECK(percent_decoded("100%") == "100%");
}
