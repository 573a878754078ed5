// Bytes → text: which character set the bytes are in, and the clean-up that every reader relies on.
// What the bytes say counts, not what the file claims.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "source/charset.h"

namespace munjip {

// By BOM, then the pattern of UTF-16 without BOM, the escape sequence of ISO-2022-KR, valid UTF-8,
// then CP949 or Johab, whichever is without fault and gives more of the syllables that Korean is
// written with. Text that is mostly UTF-8 with a few broken bytes (a cut tail, pieces of another
// set) is UTF-8.
Charset detect_charset(std::string_view bytes);

// Valid UTF-8 with '\n' line ends and without BOM or control characters other than tab and newline
// (XML allows no others). Line and paragraph separators U+2028 and U+2029 stay: readers give them
// a meaning. Hanyang's private use codes of old Hangul become standard jamo (hanyang_pua.h), with a
// note. A file of lines in UTF-8 and in CP949 is read line by line (mixed_lines.h), and Korean that
// was saved as Latin-1 is mended (mojibake.h), both with a warning.
// Warns once for malformed bytes (they become U+FFFD), once for control characters, and
// once where the text declares another character set than its bytes are in.
std::string decode_to_utf8(std::string_view bytes, const std::string& shown_file,
                           Diagnostics& diagnostics);

// False for what is no text in any character set munjip reads: pictures, archives, programs.
bool looks_like_text(std::string_view bytes);

}  // namespace munjip
