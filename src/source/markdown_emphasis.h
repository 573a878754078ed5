// Emphasis as Korean writers mean it. CommonMark decides by the neighbours whether `**` may open or
// close (0.30, 6.2, "flanking"): a closing mark between a quotation mark or bracket and a particle
// (`**"강조"**는`, `**강조(설명)**을`) may not, because other scripts put a space there.
//
// The remedy: before parsing, a noncharacter goes between that punctuation and the mark, so that
// the rule sees a letter; after rendering it is taken out everywhere. Code, escapes and addresses
// come out as they were, because the parser still decides what is emphasis, and what is inside it.
#pragma once

#include <string>
#include <string_view>

namespace munjip {

// `markdown` with noncharacters U+FDD0 and U+FDD1 put in; those that the text has are taken out
// first. Linear in time.
std::string with_emphasis_guards(std::string_view markdown);

// `html` without them, also where the renderer percent-encoded them.
std::string without_emphasis_guards(std::string_view html);

// A guard that parses as a letter; in front of a line it keeps the line from meaning anything.
inline constexpr std::string_view kLetterGuard = "\uFDD0";

}  // namespace munjip
