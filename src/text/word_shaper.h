// Shapes words with HarfBuzz, in font units, and remembers them: a text's words come again and
// again. Belongs to one thread; memory stays below a fixed bound.
#pragma once

#include <hb.h>

#include <memory>
#include <string_view>

#include "text/shaping_context.h"
#include "text/word_cache.h"

namespace munjip {

class WordShaper {
 public:
  WordShaper();
  ~WordShaper();
  WordShaper(WordShaper&&) noexcept;
  WordShaper& operator=(WordShaper&&) noexcept;

  // `before`: the script of the text that the word continues (HB_SCRIPT_COMMON: none). What comes
  // back holds until the next call.
  ShapedWord shape(std::string_view word, hb_script_t before, bool right_to_left,
                   const ShapingContext& context);

  // U+0020 of the font in text of this script and the context's language: Noto CJK has one of its
  // own for Korean. The glyph is 0 where the font has none.
  WordGlyph space(const Font& font, hb_script_t script, const ShapingContext& context);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace munjip
