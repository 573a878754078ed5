// The nesting limit. gumbo takes time (and its callers stack) in proportion to the depth of open
// elements for each tag, so a hostile page could cost quadratic time; deep tags are made
// comments before it sees them.
#pragma once

#include <cstddef>
#include <string>

namespace munjip {

inline constexpr std::size_t kMaxOpenElements = 160;
// Formatting elements that a page leaves open are opened again in each later block (HTML 13.2.4.3).
inline constexpr std::size_t kMaxOpenFormatting = 16;
// gumbo compares each attribute of a tag with all before it.
inline constexpr std::size_t kMaxAttributes = 256;

// Returns `html` with start tags beyond the limits, and the end tags that belong to them, turned
// into comments of the same length: text and positions stay. Linear time.
std::string flatten_deep_nesting(std::string html);

}  // namespace munjip
