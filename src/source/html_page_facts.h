// What a saved page says of itself besides its text: title, date, author, category, address, tags,
// from its meta elements, its JSON-LD, its platform's scripts and the usual places on the page.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "book/date_time.h"
#include "source/html_tree.h"

namespace munjip {

struct PageFacts {
  std::string title;  // from the platform's own place for it; beats the others
  std::string site_name;
  std::string og_title, page_title;  // og:title and the title element, as written
  std::string headline;              // JSON-LD
  std::string author, category, address, lang;
  std::vector<std::string> tags;
  std::optional<DateTime> published, modified;
  std::optional<long> number;
  bool is_post = false;     // the page says it shows one post
  bool is_listing = false;  // the page says it shows none (a Tistory front page, a category)
};

// Of the whole page.
PageFacts read_page_facts(const HtmlTree& tree);

// Of one article's surroundings: `scope` holds the article and its own header. Values found there
// are written over `facts`; the title found is returned, or empty.
std::string read_local_facts(HtmlNode scope, HtmlNode article, PageFacts& facts);

// Of one of several articles that holds its own header: the heading that opens it, which is
// returned, the link in that, and what stands above the first paragraph of text.
std::string read_opening_facts(HtmlNode article, PageFacts& facts);

// The post's title: og:title unless it is the blog's name, else the title element without the
// blog's name; empty where the page has neither.
std::string title_of_page(const PageFacts& facts);

}  // namespace munjip
