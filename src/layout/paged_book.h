// What layout/ hands to pdf/: pages of positioned items, and beside them the tree of tags. Plain
// values, immutable once lay_out has returned; every item belongs to a node of the tag tree or is
// an artifact.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/length.h"
#include "book/element.h"
#include "layout/set_line.h"
#include "style/style.h"
#include "text/shape.h"

namespace munjip {

// Index into PagedBook::tags; 0 is the document, kArtifact is decoration.
using TagId = std::uint32_t;
inline constexpr TagId kArtifact = 0xFFFFFFFF;

// One piece of a line: one font, size and colour. The glyphs stand in visual order; glyph positions
// are exact, so letter and word space are already in them. `text` is what the glyphs stand for and
// clusters index it: it may hold a trailing space that ended the line (its glyph is there, so that
// copied text keeps its spaces).
struct PlacedGlyph {
  std::uint32_t id = 0;
  std::uint32_t cluster = 0;
  Length x;       // from the run's origin to the glyph's pen position
  Length dx, dy;  // offset from the pen position, dy upwards
};
struct GlyphRun {
  FontRef font = nullptr;
  Length size;
  Color color;
  std::string text;
  std::vector<PlacedGlyph> glyphs;
  bool right_to_left = false;
};

struct PlacedImage {
  std::string resource;  // Book::resources
  Size size;             // of what is shown; `at` is its top left corner
  // The band of the picture that is shown, in parts of its height.
  double band_top = 0, band_height = 1;
  Size whole() const { return {size.width, size.height.scaled(1 / band_height)}; }
};

struct FilledRect {
  Size size;
  Color color;
};

// `target` as in book/content.h Link: an absolute URL, or `#anchor`. `at` is the top left corner.
struct LinkArea {
  Size size;
  std::string target;
  std::string description;  // for the annotation's /Contents
};

// A place that links and the outline can name.
struct AnchorMark {
  std::string id;
};

struct PageItem {
  Point at;  // glyph runs: the baseline's start; all else: top left
  TagId tag = kArtifact;
  std::variant<GlyphRun, PlacedImage, FilledRect, LinkArea, AnchorMark> is;
};

struct Page {
  Size trim;
  std::string label;  // the folio as printed, also where it is not printed
  bool is_recto = true;
  std::vector<PageItem> items;  // in reading order within each tag
};

// A node of the logical structure. Items refer to leaves only: a leaf is a node of Element::text
// (its content stands in the parent's place, between the parent's other children), an image, or a
// link box. So the order of children is the reading order, a paragraph over two pages is one node,
// and a note stands right after its mark however far down the page it is printed.
struct TagNode {
  Element element = Element::text;
  TagId parent = 0;
  std::vector<TagId> children;
  std::string lang;         // empty = as the parent
  std::string alternative;  // /Alt of pictures
  std::string actual_text;  // /ActualText, where glyphs do not spell it
  std::string title;        // /T of parts and posts
  std::string expansion;    // /E of abbreviations
  int colspan = 1, rowspan = 1;
  bool is_ordered_list = false;
  ListStyle list_style = ListStyle::none;
};

struct OutlineEntry {
  std::string title;
  std::string anchor;
  int level = 1;  // 1 = outermost; never rises by more than one
};

struct PagedBook {
  std::vector<Page> pages;
  std::vector<TagNode> tags;  // tags[0] is the document; parents before children
  std::vector<OutlineEntry> outline;
  std::vector<SetLine> lines;  // of the posts' justified paragraphs
};

}  // namespace munjip
