// Pages made to hurt: deep nesting, unclosed formatting, huge lines, random damage. The text must
// stay and time must grow with the length only.
#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>

#include "html_reading.h"
#include "source/html_depth.h"
#include "source/html_tree.h"

using namespace munjip;
using namespace munjip::test;

namespace {

std::string repeated(std::string_view text, std::size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

double seconds_to_read(const std::string& html) {
  const auto start = std::chrono::steady_clock::now();
  read_page(html);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::size_t depth_of(HtmlNode root) {
  std::size_t most = 0;
  for (HtmlNode node = root.next_in(root); node; node = node.next_in(root)) {
    std::size_t depth = 0;
    for (HtmlNode up = node; up; up = up.parent()) ++depth;
    most = std::max(most, depth);
  }
  return most;
}

}  // namespace

TEST_CASE("shallow pages pass the limit untouched") {
  const std::string page =
      "<div><p>가<b>나</b><br/><a href=\"x>y\" title='<b>'>다</a><!-- <div> --><script>'<div>'"
      "</script><ul><li>1<li>2</ul></div>";
  CHECK(flatten_deep_nesting(page) == page);
}

TEST_CASE("deep nesting is cut at the limit and the text stays") {
  for (const std::string_view tag :
       {"div", "b", "blockquote", "ul><li", "table><tr><td", "font x", "ruby", "made-up"}) {
    CAPTURE(tag);
    const std::string page = repeated("<" + std::string(tag) + ">", 3000) + "속 글";
    const std::string flat = flatten_deep_nesting(page);
    CHECK(flat.size() == page.size());
    const HtmlTree tree(page);
    CHECK(depth_of(tree.root()) < 1000);
    CHECK(visible_text(tree.body()).find("속 글") != std::string::npos);
  }
}

TEST_CASE("end tags of flattened elements close nothing else") {
  const std::string page =
      "<p>앞</p>" + repeated("<div>", 500) + "속" + repeated("</div>", 500) + "<p>뒤</p>";
  CHECK(body_of(page) == "p 앞\np 속\np 뒤");
}

TEST_CASE("time grows with the length only") {
  // Each would take minutes if some step were quadratic; the bound is wide, for slow machines.
  std::string attributes = "<p";
  for (int i = 0; i < 100000; ++i) attributes += " a" + std::to_string(i);
  std::string fonts;
  for (int i = 0; i < 20000; ++i) fonts += "<p><font color=" + std::to_string(i) + ">가";
  const std::string pages[] = {
      repeated("<div>", 100000),
      repeated("<b><i>", 100000),
      repeated("<b><div></b>", 50000),
      repeated("<table><td></div>", 30000),
      repeated("<p>가</p>", 100000),
      repeated("<svg><p><x/>", 30000),
      repeated("가<br><br>", 100000),
      repeated("<a href='#a' id='a'>1</a>", 50000),
      repeated("<!--", 100000),
      repeated("<script>", 50000),
      "<ul>" + repeated("<li><ul>", 50000),
      repeated("[##_", 200000),
      repeated("&amp", 200000),
      attributes + ">",
      fonts,
      "<p>" + repeated("긴 줄입니다 ", 300000) + "</p>",
  };
  for (const std::string& page : pages) {
    CAPTURE(page.substr(0, 30));
    CHECK(seconds_to_read(page) < 20.0);
  }
}

TEST_CASE("the readers of single platforms take no longer") {
  const std::string data = "data-module='" + repeated(R"({"a":[{"b":"<p>"},)", 20) + "'";
  const std::string pages[] = {
      "<div class='se-main-container'>" +
          repeated("<div class='se-component se-oglink'><a href='http://a.example'>가</a></div>",
                   30000),
      repeated("<div class='se-component se-placesMap'>", 30000),
      repeated("<div class='se-component se-imageGroup'>", 30000),
      repeated("<div class='se-component se-quotation'>", 30000),
      repeated("<div class='se-component se-formula'><script " + data + "></script></div>", 3000),
      repeated("<div class='imageblock'><img><table><tr><td>", 20000),
      repeated("<figure class='callout'>", 30000),
      repeated("<ul class='toggle'><li>", 30000),
      repeated("<div class='kg-card kg-toggle-card'><div class='kg-toggle-content'>", 20000),
      repeated("<div class='wrap_body'><p class='wrap_item'>", 30000),
      repeated("<div class='contents_style'></div>", 50000),
      repeated("<a href='/1'><div>가<div>나", 20000),
      repeated("<span class='katex'><math>", 20000),
      "<div class='contents_style'>글</div>" + repeated("<div class='property-row'><th>", 20000),
  };
  for (const std::string& page : pages) {
    CAPTURE(page.substr(0, 60));
    CHECK(seconds_to_read(page) < 20.0);
  }
}

TEST_CASE("comments that are kept take no longer") {
  SourceText source =
      source_of("<div class='contents_style'>글</div><div id='comments'>" +
                repeated("<ul><li>", 30000) + repeated("<li><a href='#'>답글</a>", 30000));
  source.keep_comments = true;
  const auto start = std::chrono::steady_clock::now();
  Diagnostics diagnostics;
  read_html(source, diagnostics);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  CHECK(taken.count() < 20.0);
}

TEST_CASE("damaged pages are read without harm") {
  const std::string page =
      "<!doctype html><html><head><title>글</title></head><body><div class='contents_style'>"
      "<h2 id=a>가</h2><p>나<b>다</b><sup class=footnote><a href='#n' id=r>1</a></sup></p><table>"
      "<tr><td colspan=2 rowspan=3>라<td><ul><li "
      "value=3>마</ul></table><pre><code>바\n</code></pre>"
      "<figure class=imageblock><span data-alt=x><img src=a.png srcset='b.png 2x, c.png'></span>"
      "<figcaption>사</figcaption></figure><ruby>漢<rt>한</rt></ruby>[##_Image|kage@a/"
      "b.png|CDM|1.3|"
      "{\"caption\":\"아\"}_##]<details><summary>자</summary>차</details><svg><path/></svg>"
      "<div class=footnotes><ol><li id=n>카 <a href='#r'>↩</a></ol></div></div></body></html>";
  std::uint64_t state = 88172645463325252u;  // xorshift64, the same damage each time
  const auto random = [&state](std::size_t below) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return static_cast<std::size_t>(state % below);
  };
  constexpr std::string_view kBits = "<>/\"'&;=[]#_| \n!-";
  for (int round = 0; round < 1500; ++round) {
    std::string damaged = page;
    for (std::size_t n = random(12) + 1; n > 0; --n) {
      const std::size_t at = random(damaged.size());
      switch (random(4)) {
        case 0:
          damaged[at] = kBits[random(kBits.size())];
          break;
        case 1:
          damaged.erase(at, random(40));
          break;
        case 2:
          damaged.insert(at, page.substr(random(page.size()), random(60)));
          break;
        default:
          damaged.insert(at, 1, kBits[random(kBits.size())]);
      }
    }
    const Pages pages = read_page(damaged);
    CHECK(pages.posts.size() <= 8);
  }
}
