// A whole sheet: rules and at-rules (CSS Syntax 3, 5.4), into StyleSheet::Rules and the EPUB's
// text.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "style/declaration_reader.h"
#include "style/rules.h"
#include "style/sheet_source.h"

namespace munjip::css {

// Rules that a sheet with its imports may have; more are told and left out of the PDF.
inline constexpr std::size_t kMaxSelectors = 20'000;
// @media in @media; what is deeper is no sheet that anyone wrote.
inline constexpr int kMaxNesting = 16;

struct ParseTarget {
  StyleSheet::Rules& rules;
  std::string& namespaces;  // @namespace rules, which must stand first in the EPUB's sheet
  // Reads the sheet that an @import names, adds its rules, and returns its text for the EPUB.
  std::function<std::string(std::string_view address, std::uint32_t at, Audience audience)> import;
};

// Adds the sheet's rules to `target.rules` and returns its text for the EPUB.
std::string parse_sheet(SheetSource& source, Audience audience, ParseTarget& target);

// Sorts and indexes the selectors once all sheets are in.
void finish(StyleSheet::Rules& rules);

}  // namespace munjip::css
