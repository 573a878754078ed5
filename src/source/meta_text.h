// What the values of a front matter say as text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/meta_value.h"

namespace munjip {

// White space collapsed to single spaces, none at the edges.
std::string single_line(std::string_view text);

// A title such as `[Java]` reads as a list of one in YAML; the brackets are the author's.
std::string meta_text(const MetaValue& value);
// Jekyll splits a plain `tags: a b` at blanks; with commas people mean the commas.
std::vector<std::string> meta_words(const MetaValue& value);
// The first of several; one may have blanks in it (`Linear Algebra`).
std::string meta_category(const MetaValue& value);
std::string meta_authors(const MetaValue& value);

// YAML 1.1's words for true and false; neither for anything else.
bool is_meta_true(const MetaValue& value);
bool is_meta_false(const MetaValue& value);

}  // namespace munjip
