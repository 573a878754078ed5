// Which glyphs of which fonts a book uses, for which text, and the codes by which the page contents
// show them. A code is the glyph's id in the original font (its CID in a CID-keyed CFF font whose
// CIDs differ), so that contents can be written before any subset exists.
//
// Where one glyph stands for different texts (樂 U+6A02 and U+F914), each text after the first
// lives in an alias font: a second Type0 dictionary with the same descendant and another ToUnicode.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layout/paged_book.h"

namespace munjip {

// Neighbouring glyphs of a run that share one piece of its text.
struct Cluster {
  std::uint32_t first_glyph = 0, glyph_count = 1;
  std::string_view text;  // into GlyphRun::text

  // Whether the glyphs, each with the text that glyph_text() gives it, do not spell `text`: then an
  // /ActualText has to (fewer code points than glyphs).
  bool needs_actual_text = false;
};

// Splits the run; clusters come in the order of the glyphs (visual). `out` is overwritten.
void find_clusters(const GlyphRun& run, std::vector<Cluster>& out);

// What the `index`-th glyph of a cluster says by itself: all of a one-glyph cluster's text; of
// others, one code point each and the rest to the last in reading order; where there are fewer code
// points than glyphs, all of it to the first and a zero width space to the others.
std::string_view glyph_text(const Cluster& cluster, std::uint32_t index, bool right_to_left);

// How the glyphs of one font are shown.
class FontCodes {
 public:
  struct Glyph {
    std::uint32_t id = 0;
    std::uint16_t code = 0;
    double width = 0;                // as /W says it, 1/1000 em
    std::vector<std::string> texts;  // the k-th text needs alias font k; most frequent first
  };
  struct Shown {
    std::uint16_t code = 0;
    std::uint16_t alias = 0;
    double width = 0;
  };

  // `glyphs` by id; codes and widths are filled in.
  FontCodes(FontRef font, std::vector<Glyph> glyphs);

  FontRef font() const { return font_; }
  std::span<const Glyph> glyphs() const { return glyphs_; }  // by id
  std::size_t alias_count() const { return alias_count_; }   // at least 1
  // Only for what was collected.
  Shown find(std::uint32_t glyph, std::string_view text) const;
  double width(std::uint32_t glyph) const { return glyphs_[index_[glyph] - 1].width; }

 private:
  FontRef font_ = nullptr;
  std::vector<std::uint32_t> index_;  // by glyph id: 1 + index of glyphs_, 0 = not used
  std::vector<Glyph> glyphs_;
  std::size_t alias_count_ = 1;
};

// All fonts of a book, in order of their first use.
class GlyphCodes {
 public:
  explicit GlyphCodes(std::span<const Page> pages);

  std::span<const FontCodes> fonts() const { return fonts_; }
  std::size_t font_index(FontRef font) const { return by_font_.at(font->id()); }

 private:
  std::vector<FontCodes> fonts_;
  std::map<std::uint32_t, std::size_t> by_font_;  // Font::id() → index of fonts_
};

// The name of a font in the resources: `F3`; with its second text a glyph is shown in `F3.2`.
std::string font_resource_name(std::size_t font_index, std::size_t alias);

}  // namespace munjip
