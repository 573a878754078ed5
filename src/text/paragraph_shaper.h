// One paragraph's text → runs. Plain characters (shaping_context.h) are set as they come; the rest
// goes to the word shaper, in pieces where that makes no difference: they come again more often
// than words.
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
  // A character of the word in hand.
  struct Read {
    PlainChar is;
    std::uint32_t at = 0;
  };

  void read_word(std::uint32_t at);
  void add_read_word();
  bool may_divide() const;
  std::size_t plain_end(std::size_t first) const;
  void add_plain(std::size_t first, std::size_t end);
  void add_shaped(std::uint32_t begin, std::uint32_t end, hb_script_t before);
  void add_blank(char32_t code_point, std::uint32_t at);
  void add_object(std::uint32_t at);
  void use_font(FontRef font, hb_script_t script, std::uint32_t at);
  void set_apart(ShapedRun& run) const;
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
  Length rise_;                  // of its glyphs
  FontRef last_font_ = nullptr;  // of this stretch
  hb_script_t last_script_ = HB_SCRIPT_COMMON;
  std::size_t next_object_ = 0;
  std::vector<Read> word_;
  std::uint32_t word_end_ = 0;
};

}  // namespace munjip
