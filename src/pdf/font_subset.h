// Font programs as PDF embeds them, made with hb-subset.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pdf/glyph_codes.h"

namespace munjip {

struct FontProgram {
  std::string bytes;  // an sfnt with glyf, or a bare CFF table
  bool is_truetype = false;
  bool is_subset = true;                // false where the licence bits want the font whole
  std::vector<std::uint16_t> new_gids;  // TrueType subsets: by original glyph id, 0 = not there
};

// Only the glyphs of `codes` (and .notdef), without hints and layout tables. Throws
// Error(unreadable) where HarfBuzz cannot.
FontProgram make_font_program(const FontCodes& codes);

}  // namespace munjip
