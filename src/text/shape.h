// Text + style → glyphs. A word is shaped once per font, size-independent, and kept.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "text/font.h"

namespace munjip {

// Glyph positions are in font units scaled to Length at the run's size; offsets are from the pen
// position, dy upwards.
struct Glyph {
  std::uint32_t id = 0;  // glyph id in the font, never 0
  std::uint32_t cluster =
      0;  // byte offset into ShapedParagraph::text of the first byte it stands for
  Length advance, dx, dy;
};

// Glyphs in visual order (left to right) of one font and one style.
struct ShapedRun {
  FontRef font = nullptr;
  StyleRef style;
  std::uint32_t begin = 0, end = 0;  // byte range of the text
  std::vector<Glyph> glyphs;
  bool right_to_left = false;
  std::uint32_t span = 0;    // index of the TextSpan it came from
  std::uint32_t object = 0;  // 1 + index of ParagraphText::objects for an inline object, 0 = text
};

// Where a line may end (typography.md 1.4). The order is that of growing cost.
enum class BreakGrade { free, medium, syllable, emergency, mandatory };

struct BreakPoint {
  std::uint32_t offset = 0;  // byte offset at which the next line starts
  std::uint32_t line_end =
      0;  // byte offset at which this line's ink ends (before the spaces that vanish)
  BreakGrade grade = BreakGrade::free;
};

struct TextSpan {
  std::uint32_t begin = 0, end = 0;  // byte range; spans cover the text without gap or overlap
  StyleRef style;
  std::string lang;  // BCP 47
};

// Something set in the line that is not text (a small picture): U+FFFC in the text.
struct InlineObject {
  std::uint32_t offset = 0;
  Length width, height;  // height above the baseline
};

struct ParagraphText {
  std::string text;  // '\n' is a forced line break
  std::vector<TextSpan> spans;
  std::vector<InlineObject> objects = {};
  std::string lang = "ko";
};

struct ShapedParagraph {
  std::string text;
  std::vector<ShapedRun> runs;     // in logical order
  std::vector<BreakPoint> breaks;  // by offset; the last is the end of the text (mandatory)
};

// A character that no font has.
struct MissingGlyph {
  char32_t code_point = 0;
  std::uint32_t offset = 0;  // into the paragraph's text
};

// Shapes paragraphs and remembers words. Belongs to one thread; the library is shared.
class Shaper {
 public:
  explicit Shaper(const FontLibrary& fonts);
  ~Shaper();
  Shaper(Shaper&&) noexcept;

  // Characters that no font has are appended to `missing` and set as a replacement (a visible box
  // drawn from a font that has U+25A1 or U+FFFD, else left out): no glyph 0 ever comes out.
  ShapedParagraph shape(ParagraphText paragraph, std::vector<MissingGlyph>& missing);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The break opportunities of a text (typography.md section 1; break-cases.txt). `lang` decides
// between Korean, CJK and Western rules.
std::vector<BreakPoint> find_breaks(std::string_view text, std::string_view lang, WordBreak mode);

}  // namespace munjip
