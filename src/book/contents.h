// Titles for contents, outlines and navigation, where posts stand without their dates.
#pragma once

#include <string>
#include <vector>

#include "book/book.h"

namespace munjip {

// The title of each post, in the order of the book. Where several posts have the same title, the
// date of publication is added to it (`일기 (2025년 1월 31일)`), and a number where that does not
// tell them apart either (`일기 (2)`).
std::vector<std::string> contents_titles(const Book& book);

}  // namespace munjip
