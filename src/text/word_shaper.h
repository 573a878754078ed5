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

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace munjip
