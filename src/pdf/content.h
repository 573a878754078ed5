// A page's content stream: its items as operators (ISO 32000-1, annex A), each within a marked
// content sequence that says to which structure element it belongs, or that it is an artifact.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "pdf/glyph_codes.h"
#include "pdf/images.h"
#include "pdf/text_writer.h"

namespace munjip {

// One marked content sequence of a page; its index in the page is its MCID.
struct MarkedSequence {
  TagId tag = 0;
  // Of a cluster whose glyphs do not spell its text: the sequence carries it as /ActualText, and
  // needs a Span element of its own.
  std::string actual_text;
  // Where the sequence draws a picture, in PDF's coordinates: left, bottom, right, top.
  struct Box {
    double left, bottom, right, top;
  };
  std::optional<Box> picture;
};

struct PageContent {
  std::string operators;
  std::vector<MarkedSequence> sequences;
  std::vector<std::size_t> images;  // of Images, ascending, those that are drawn
};

// `origin` is where the trim box's lower left corner lies on the page, in points.
PageContent write_content(const Page& page, std::span<const TagNode> tags, const GlyphCodes& codes,
                          const Images& images, UserPoint origin);

}  // namespace munjip
