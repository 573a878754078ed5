// A parsed sheet: what StyleSheet keeps, and what the cascade and the page rules read.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "style/selector.h"
#include "style/style_sheet.h"
#include "style/value.h"

namespace munjip {

namespace css {

// `@page` or `@page :left:first`, and the margin boxes in it.
struct MarginBoxRule {
  MarginPlace place = MarginPlace::bottom_center;
  std::vector<Declaration> declarations;
  std::optional<std::vector<MarginPiece>> content;  // nothing: not said here
};
struct PageRule {
  std::optional<PageSide> side;
  bool is_first = false;
  bool is_blank = false;                  // blank pages print nothing, whatever a sheet says
  std::vector<Declaration> declarations;  // margins only
  std::vector<MarginBoxRule> boxes;

  // CSS Paged Media 3, 3.1: `:first` outweighs `:left` and `:right`.
  int specificity() const { return (is_first ? 2 : 0) + (side ? 1 : 0); }
};

// Which selectors may match an element, by something in their first compound. Indices into
// Rules::selectors; by symbol where a vector of vectors.
struct SelectorIndex {
  std::vector<std::vector<std::uint32_t>> by_id, by_class, by_name;
  std::vector<std::uint32_t> others;
};

}  // namespace css

struct StyleSheet::Rules {
  css::SymbolTable symbols;
  std::vector<css::Condition> conditions;
  std::vector<std::vector<css::Declaration>> rules;
  std::vector<css::Selector> selectors;                         // by rising weight: later ones win
  std::array<css::SelectorIndex, css::kPseudoCount> by_pseudo;  // by css::Pseudo
  bool asks_previous = false;                                   // some selector uses `+`
  std::vector<css::PageRule> pages;                             // in source order
  std::vector<FontFaceRule> font_faces;
  std::string epub_css;
};

}  // namespace munjip
