// Shapes words with HarfBuzz, in font units, and remembers them: a text's words come again and
// again. Belongs to one thread; memory stays below a fixed bound.
#pragma once

#include <hb.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/font_choice.h"
#include "text/shaping_context.h"

namespace munjip {

struct WordGlyph {
  std::uint32_t id = 0;
  std::uint32_t cluster = 0;                 // byte offset in the word
  std::int32_t advance = 0, dx = 0, dy = 0;  // font units
};

// Part of a word in one font; glyphs in visual order.
struct WordPiece {
  FontRef font = nullptr;
  std::uint32_t begin = 0, end = 0;  // bytes of the word
  std::uint32_t first_glyph = 0, glyph_count = 0;
};

struct ShapedWord {
  std::vector<WordPiece> pieces;  // in logical order
  std::vector<WordGlyph> glyphs;
  std::vector<MissingCodePoint> missing;
};

class WordShaper {
 public:
  WordShaper();
  ~WordShaper();
  WordShaper(WordShaper&&) noexcept;
  WordShaper& operator=(WordShaper&&) noexcept;

  // `before`: the script of the text that the word continues (HB_SCRIPT_COMMON: none). The
  // reference holds until the next call.
  const ShapedWord& shape(std::string_view word, hb_script_t before, bool right_to_left,
                          const ShapingContext& context);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace munjip
