// Language tags: what is a tag at all (BCP 47), and in which of the languages that munjip knows a
// book's own words are printed.
#pragma once

#include <string_view>

namespace munjip {

enum class PrintedLanguage { korean, japanese, english };

// By the tag's primary subtag: `ko`, `ko-KR`, `KO_kr`; anything that is neither Korean nor Japanese
// reads English.
PrintedLanguage printed_language(std::string_view tag);

// True for what looks like a BCP 47 tag: a language of 2 to 8 letters, then subtags of 1 to 8
// letters and digits. Whether the subtags are registered is not asked.
bool is_language_tag(std::string_view tag);

}  // namespace munjip
