// The lines of a plain text, and what can be told of one line by itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace munjip {

struct TextLine {
  std::string_view raw;   // without the newline
  std::string_view text;  // without white space (no-break and ideographic spaces too) at its edges
  std::uint32_t number = 0;  // from 1

  bool is_blank() const { return text.empty(); }
  // An editor's empty paragraph (`&nbsp;`) rather than an empty line: more likely spacing.
  bool is_spacer() const { return text.empty() && !raw.empty(); }
  SourcePos at() const { return {number, 1}; }
};

std::vector<TextLine> lines_of(std::string_view text);

// Columns, a Hangul syllable or another wide character as two.
std::size_t width_of(std::string_view text);

// `.`, `!`, `?`, `…` or what writers put for them (`~`, `^^`, `ㅎㅎ`), closing quotes and brackets
// behind it allowed.
bool ends_with_stop(std::string_view text);
// With a stop, or with a verb's final ending (`-다`, `-요`, `-죠`, `-까`).
bool ends_like_sentence(std::string_view text);
// With a particle, a connective ending or a comma: the sentence goes on.
bool ends_within_sentence(std::string_view text);
bool ends_with_question(std::string_view text);

bool contains_hangul(std::string_view text);

// `* * *`, `---`, `◇ ◇ ◇`: signs only, three or more.
bool is_divider(std::string_view text);

// Without any white space, for comparing.
std::string without_spaces(std::string_view text);

}  // namespace munjip
