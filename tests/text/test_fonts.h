// The fonts of the tests: the catalogue of the project and the packages that setup/packages.txt
// installs.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "text/font.h"
#include "text/shape.h"

namespace munjip::test {

inline const FontLibrary& library() {
  static Diagnostics diagnostics;
  static const FontLibrary kLibrary({MUNJIP_SOURCE_DIR "/fonts"}, diagnostics);
  return kLibrary;
}

// A style whose glyph positions are the font's own units: one point a unit of the first font.
inline StyleRef style_in_units(const std::string& family, const FontLibrary& fonts = library()) {
  Style style;
  style.font_families = {family};
  const FontRef font = fonts.find(family, style.font_weight, style.italic);
  REQUIRE(font != nullptr);
  style.font_size = Length::pt(font->metrics().units_per_em);
  return std::make_shared<const Style>(style);
}

struct Shaped {
  ShapedParagraph paragraph;
  std::vector<MissingGlyph> missing;
};

inline Shaped shape(const std::string& text, const StyleRef& style, const std::string& lang = "ko",
                    const FontLibrary& fonts = library()) {
  ParagraphText paragraph;
  paragraph.text = text;
  paragraph.spans = {{0, static_cast<std::uint32_t>(text.size()), style, lang}};
  paragraph.lang = lang;
  Shaped shaped;
  shaped.paragraph = Shaper(fonts).shape(std::move(paragraph), shaped.missing);
  return shaped;
}

}  // namespace munjip::test
