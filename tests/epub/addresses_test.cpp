#include "epub/addresses.h"

#include <doctest/doctest.h>

#include "epub/xml.h"

using namespace munjip;

TEST_CASE("web addresses are encoded as the URL Standard asks, and others refused") {
  CHECK(web_address("HTTPS://example.com/a b|c") == "https://example.com/a%20b%7Cc");
  CHECK(web_address("https://example.com/가?q=[1]#x#y") ==
        "https://example.com/가?q=%5B1%5D#x%23y");
  CHECK(web_address("http://example.com/100%") == "http://example.com/100%25");
  CHECK(web_address("http://example.com/%EA%B0%80") == "http://example.com/%EA%B0%80");
  CHECK(web_address("mailto:a@example.com") == "mailto:a@example.com");
  CHECK(web_address("http://example.com:8080/") == "http://example.com:8080/");
  for (const char* bad : {"javascript:run()", "data:text/html,x", "http://", "http:///a", "a/b", "",
                          "http://exa mple.com/", "http://a..b/", "http://a:99999/", "mailto:"}) {
    CAPTURE(bad);
    CHECK_FALSE(web_address(bad));
  }
}

TEST_CASE("anchors become ids that XML allows, and never one of our own") {
  CHECK(anchor_id("section-1") == "section-1");
  CHECK(anchor_id("1장").starts_with("mj-a-"));
  CHECK(anchor_id("a b") != anchor_id("a_b"));
  CHECK(anchor_id("mj-note-1") != note_id(0));
}

TEST_CASE("the site of an address is its scheme and host") {
  CHECK(site_of("https://blog.example.com/12?a#b") == "https://blog.example.com/");
  CHECK(site_of("https://blog.example.com") == "https://blog.example.com/");
  CHECK(site_of("mailto:a@b").empty());
}

TEST_CASE("of a language tag, the part that RFC 5646 allows is kept") {
  CHECK(well_formed_language("ko") == "ko");
  CHECK(well_formed_language("zh-Hant-TW") == "zh-Hant-TW");
  CHECK(well_formed_language("ko-KR-") == "ko-KR");
  CHECK(well_formed_language("sl-rozaj-biske") == "sl-rozaj-biske");
  CHECK(well_formed_language("en_US").empty());
  CHECK(well_formed_language("korean").empty());
  CHECK(well_formed_language("").empty());
}
