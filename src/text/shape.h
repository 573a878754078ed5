// Text + style → glyphs. A word is shaped once per font, size-independent, and kept.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
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
  Length size;                       // of the glyphs: the style's font size, harmonised (harmony.h)
  std::uint32_t begin = 0, end = 0;  // byte range of the text
  std::vector<Glyph> glyphs;
  bool right_to_left = false;
  std::uint8_t level = 0;    // bidi embedding level (UAX #9), for L2 on each line; odd = RTL
  std::uint32_t span = 0;    // index of the TextSpan it came from
  std::uint32_t object = 0;  // 1 + index of ParagraphText::objects for an inline object, 0 = text
};

// Where a line may end (typography.md 1.4). The order is that of growing cost.
//
// hyphen: inside a word of an alphabetic language; the line's end shows a hyphen that is not in the
// text. joint: inside a web address or a program's name, without one.
enum class BreakGrade { free, medium, syllable, hyphen, joint, emergency, mandatory };

struct BreakPoint {
  std::uint32_t offset = 0;  // byte offset at which the next line starts
  std::uint32_t line_end =
      0;  // byte offset at which this line's ink ends (before the spaces that vanish)
  BreakGrade grade = BreakGrade::free;
  // Added to the grade's own cost, on the same scale (line_break.cpp): what belongs
  // together across a space (15 명, 2025년 1월, 김철수 씨), and between syllables in
  // WordBreak::syllable, where such breaks are as free as spaces. A Latin word in Korean text is
  // divided only before a line becomes a row of holes, and so is an address away from its
  // delimiters.
  std::uint16_t penalty = 0;
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
  // The narrowest line it will be set to, if known: words that may be wider than it get emergency
  // breaks. Unknown (zero): 12 em.
  Length measure;
  bool right_to_left = false;  // begins at the right, whatever its language
};

struct TextRange {
  std::uint32_t begin = 0, end = 0;  // bytes
};

struct ShapedParagraph {
  std::string text;
  std::vector<ShapedRun> runs;       // in logical order
  std::vector<BreakPoint> breaks;    // by offset; the last is the end of the text (mandatory)
  std::vector<TextRange> addresses;  // web and mail addresses, in order
};

// A character that no font has.
struct MissingGlyph {
  char32_t code_point = 0;
  std::uint32_t offset = 0;  // into the paragraph's text
};

struct TextSlice {
  std::uint32_t begin = 0, end = 0;  // bytes
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

  // The characters of a text that no font has for this style, with what belongs to them (variation
  // selectors, marks), ordered. Marks of their own and what draws nothing do not count. Neighbours
  // of one script are one slice, unless they are Hanja or have no script.
  std::vector<TextSlice> find_missing(std::string_view text, const StyleRef& style,
                                      std::string_view lang);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The break opportunities of a text (KLREQ; the rules stand in korean_breaks.h), ordered by offset;
// the last is its end, mandatory. Japanese and Chinese go by UAX #14, every other language by the
// Korean rules, which leave Latin words whole. In time linear in the text.
//
// Emergency opportunities are listed only where they may be needed, inside stretches without any
// other that look wider than `room` em: at every cluster boundary that the kinsoku rules allow.
// Shaper::shape takes `room` from ParagraphText::measure. Words are hyphenated by Shaper::shape
// alone.
inline constexpr double kDefaultRoom = 12;
std::vector<BreakPoint> find_breaks(std::string_view text, std::string_view lang, WordBreak mode,
                                    double room = kDefaultRoom);

}  // namespace munjip
