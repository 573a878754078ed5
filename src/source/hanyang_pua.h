// Old Hangul of the nineties: Hanyang's fonts gave each syllable a code of its own in the private
// use area, where a reader without those fonts sees boxes and a search finds nothing.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace munjip {

// A run of codes with the jamo of each, separated by white space.
struct HanyangRange {
  char32_t first, last;
  std::string_view jamo;
};
const std::array<HanyangRange, 5>& hanyang_ranges();

// The jamo that a code stands for, empty for a filler; the character itself where it is no code of
// Hanyang's.
std::string hanyang_to_jamo(char32_t c);

// Text with Hanyang's codes as standard jamo (Unicode 15, 3.12), and how many there were. Icon
// fonts use the same area: the codes count as old Hangul only where half of their runs or more
// touch Hangul, a tone mark or Hanja; else the text is returned as it is. `text` is valid UTF-8.
struct OldHangul {
  std::string text;
  std::size_t converted = 0;
};
OldHangul with_standard_old_hangul(std::string text);

}  // namespace munjip
