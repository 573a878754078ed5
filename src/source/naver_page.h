// What a page of a Naver blog says of its post, and the frame that a saved blog page keeps it in.
#pragma once

#include <string>

#include "source/html_page_facts.h"

namespace munjip {

void read_naver_facts(HtmlNode scope, HtmlNode article, PageFacts& facts);

// A blog's own address shows its post in a frame: the frame's `src`, or empty where the page has
// none.
std::string naver_frame(const HtmlTree& tree);

}  // namespace munjip
