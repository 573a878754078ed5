#include "text/blanks.h"

namespace munjip {

namespace {

// The width that Unicode gives the spaces of U+2000 - U+200A, in em (chapter 6, table 6-2); 0 where
// it depends on the font.
double fixed_width(char32_t c) {
  switch (c) {
    case 0x2000:
    case 0x2002:
      return 1.0 / 2;
    case 0x2001:
    case 0x2003:
    case 0x3000:
      return 1;
    case 0x2004:
      return 1.0 / 3;
    case 0x2005:
      return 1.0 / 4;
    case 0x2006:
      return 1.0 / 6;
    case 0x2009:
    case 0x202F:
      return 1.0 / 5;
    case 0x200A:
      return 1.0 / 10;
    case 0x205F:
      return 4.0 / 18;
    default:
      return 0;
  }
}

}  // namespace

bool is_blank_character(char32_t c) {
  if (c == U' ' || c == U'\t') return true;
  if (c < 0xA0) return false;
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

double blank_width(const Font& font, char32_t c, double space) {
  constexpr int kTabSpaces = 4;
  if (c == U'\t') return kTabSpaces * space;
  // As wide as a digit, and as a full stop.
  if (c == 0x2007) return font.advance(font.glyph(U'0'));
  if (c == 0x2008) return font.advance(font.glyph(U'.'));
  const double fixed = fixed_width(c);
  return fixed > 0 ? fixed : space;
}

}  // namespace munjip
