// The contents of a book as navigation shows them: one tree that nav.xhtml and toc.ncx are both
// made from, so that they cannot differ.
#pragma once

#include <string>
#include <vector>

#include "book/book.h"
#include "epub/plan.h"

namespace munjip {

struct NavigationEntry {
  std::string title;    // never empty
  std::string address;  // relative to the package document
  std::vector<NavigationEntry> children;
};

// Parts and posts, titled as book/contents.h says; a book of one post lists the post's headings
// too.
std::vector<NavigationEntry> contents_of(const Book& book, const Plan& plan);

}  // namespace munjip
