// Characters as line breaking sees them: a text as a row of grapheme clusters with their classes.
// The classes follow KLREQ's character classes (cl1 - cl14), joined where they behave alike.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace munjip {

enum class BreakClass : std::uint8_t {
  syllable,        // Hangul syllables (modern and old), Hanja, Kana: what a line may break between
  jamo,            // compatibility jamo: ㅋㅋ, ㄱㄴㄷ
  letter,          // letters of other scripts, and all that is not below
  digit,           // 0-9
  complex,         // Thai, Lao, Khmer, Myanmar: broken by dictionary
  symbol,          // emoji and other pictures
  object,          // U+FFFC
  space,           // U+0020, tab, the fixed spaces
  zero_width,      // U+200B
  newline,         // \n and the other mandatory breaks
  glue,            // U+00A0, U+2060 and the like
  opening,         // ( [ “ 「 ...
  closing,         // ) ] ” 」 ...
  straight_quote,  // " and ' until they are resolved to opening or closing
  sentence_end,    // . ? !
  comma,           // ,
  colon,           // : ;
  middle_dot,      // · and its likes
  ellipsis,        // …
  dash,            // — ―
  hyphen,          // - ‐ –
  tilde,           // ~
  slash,           // /
  prefix,          // ₩ # №
  suffix,          // % ℃ ′ and superscripts
  follower,        // 々 ー small Kana: never at a line's start
  ignorable        // U+00AD and other format characters
};

struct BreakUnit {
  std::uint32_t begin = 0;  // byte offset; the unit ends where the next begins
  char32_t base = 0;        // its first code point
  BreakClass is = BreakClass::letter;
};

BreakClass break_class_of(char32_t code_point);

// Replaces `units` by the clusters of `text`, straight quotes resolved: opening after a space or an
// opening mark or at the start, else closing.
void read_break_units(std::string_view text, std::vector<BreakUnit>& units);

}  // namespace munjip
