// What munjip knows of single blog platforms: where their pages keep the article, what they say of
// it, and the elements that only their editors write. Each platform is one file (naver.cpp,
// brunch.cpp ...); everything else on a page is HTML like any other.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "source/html_content_reader.h"
#include "source/html_page_facts.h"

namespace munjip {

// One way in which pages mark their article.
struct ArticleMark {
  enum class By { css_class, id, itemprop } by;
  std::string_view name;  // classes: all that stand in it
};

struct Platform {
  std::string_view name;
  // Best first. An element with a later mark counts only where it neither holds nor stands in one
  // found before, so that a page may mix the editors of different years.
  std::vector<ArticleMark> articles;
  // Reads `node` where it is an element that only this platform's editor writes; false for any
  // other. Asked for every element of every post, pasted pieces included, so the names it looks for
  // must be the platform's alone.
  bool (*read_element)(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                       const FlowContext& context) = nullptr;
  // Writes over `facts` what the platform's pages say in places of their own. `scope` holds the
  // article and its header.
  void (*read_facts)(HtmlNode scope, HtmlNode article, PageFacts& facts) = nullptr;
};

Platform tistory();
Platform naver();
Platform brunch();
Platform velog();
Platform egloos();
Platform medium();
Platform substack();
Platform notion();
Platform ghost();
Platform blogger();
Platform wordpress();

// All of them, in the order in which a page is asked whose it is; last of all the marks that many
// blog programs share.
std::span<const Platform> platforms();

}  // namespace munjip
