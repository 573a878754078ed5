// @media and @import conditions (Media Queries 4), as far as munjip needs them: does a PDF on
// paper match, and is it paper alone that is meant.
#pragma once

#include <span>

#include "style/tokenizer.h"

namespace munjip::css {

struct MediaMatch {
  bool pdf = true;          // some query matches print; features such as min-width never do
  bool print_only = false;  // every query asks for print: nothing for an EPUB
};

// An empty list is `all`.
MediaMatch match_media(std::span<const Token> queries);

}  // namespace munjip::css
