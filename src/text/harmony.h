// Fitting the glyphs of one font to those of another that they stand beside (typography.md 5.3):
// fonts differ in how large they draw letters of one size, and in how high these stand.
#pragma once

#include "text/font.h"

namespace munjip {

// To be applied to the glyphs of the guest font.
struct Harmony {
  double scale = 1;  // 0.92 ... 1.12
  double rise = 0;   // of the baseline, in em of the text's size, upwards
};

// What of the guest font stands beside Hangul: letters with a cap height; Hanja; Hangul (from
// another font, as old Hangul) and symbols.
enum class Beside { latin, hanja, hangul };

// Latin letters: their cap height becomes 0.82 of the Hangul ink's height. Hanja: as high as
// Hangul. Hangul and symbols: as the guest's own Hangul is to the host's; as they are where it has
// none. All of them: the middle of their height within 0.02 em of the Hangul's. Fixed-width fonts
// are left alone, for their columns.
Harmony harmonise(const Font& hangul, const Font& guest, Beside beside);

}  // namespace munjip
