// One paragraph's text → runs. Plain characters (shaping_context.h) are set as they come; what is
// left of each word goes to the word shaper.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/shape.h"
#include "text/shaping_context.h"
#include "text/word_shaper.h"

namespace munjip {

// A stretch of one span, one level and one context: bytes [begin, end) of the paragraph.
struct Stretch {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t span = 0;
  std::uint8_t level = 0;
  StyleRef style;
  ShapingContext* context = nullptr;
};

class ParagraphShaper {
 public:
  ParagraphShaper(std::string_view text, std::span<const InlineObject> objects, WordShaper& words,
                  std::vector<MissingGlyph>& missing)
      : text_(text), objects_(objects), words_(words), missing_(missing) {}

  // Stretches come in order.
  void add(const Stretch& stretch);
  // The runs, contiguous, glyphs in visual order.
  std::vector<ShapedRun> finish();

 private:
  struct Plain {
    PlainChar character;
    std::uint32_t at = 0;
    char32_t code_point = 0;
  };

  std::uint32_t add_plain(std::uint32_t at);
  std::uint32_t add_word(std::uint32_t at, hb_script_t before);
  void add_blank(char32_t code_point, std::uint32_t at);
  void add_object(std::uint32_t at);
  std::uint32_t word_end(std::uint32_t at) const;
  std::size_t safe_plain_count(std::uint32_t stop) const;
  hb_script_t script_before() const;
  void use_font(FontRef font, std::uint32_t at);
  void push(std::uint32_t glyph, std::uint32_t cluster, std::int32_t advance, std::int32_t dx,
            std::int32_t dy);
  Length scaled(std::int32_t units) const;
  void close_run(std::uint32_t end);

  std::string_view text_;
  std::span<const InlineObject> objects_;
  WordShaper& words_;
  std::vector<MissingGlyph>& missing_;

  Stretch stretch_;
  std::vector<ShapedRun> runs_;
  bool is_open_ = false;         // the last run takes more glyphs
  double scale_ = 0;             // Length units a font unit, in the open run
  FontRef last_font_ = nullptr;  // of this stretch
  hb_script_t last_script_ = HB_SCRIPT_COMMON;
  std::size_t next_object_ = 0;
  std::vector<Plain> plain_;  // scratch
};

}  // namespace munjip
