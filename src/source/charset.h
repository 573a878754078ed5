// Character sets: converting bytes of a known set to UTF-8, and what a page says of its own.
// encoding.h decides which set the bytes are in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace munjip {

// `cp949` is Microsoft's Unified Hangul Code, the superset of EUC-KR: what Korean pages mean when
// they say "euc-kr". `johab` is the combining code of DOS days (KS X 1001, annex 3).
enum class Charset { utf8, utf16_le, utf16_be, cp949, johab, iso_2022_kr };
std::string_view to_string(Charset charset);

// Valid UTF-8; each malformed sequence is one U+FFFD. A BOM is kept as U+FEFF.
struct ConvertedText {
  std::string text;
  std::size_t malformed = 0;
};
// Throws Error(unreadable) where the machine has no table for the set.
ConvertedText convert_to_utf8(std::string_view bytes, Charset charset);

// Bytes in a set that no Korean text is in but that the page declares (Japanese, Chinese, Western
// European; labels of the Encoding Standard, 4.2). Nothing for other names.
std::optional<ConvertedText> convert_as_declared(std::string_view bytes, std::string_view declared);

// The set that the beginning of a page or feed declares (XML declaration, meta charset, or the
// Content-Type of an http-equiv), in lower case as it is written there; empty where it declares
// none or the text is no markup.
std::string declared_charset(std::string_view text);
// Whether the name is one of the set's (Encoding Standard, 4.2; "euc-kr" is CP949, "utf-16" either
// byte order).
bool names_charset(std::string_view name, Charset charset);

}  // namespace munjip
