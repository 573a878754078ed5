// A block's inlines as one text to be shaped, with what stands beside the text: tags, links, marks
// of notes, places, small pictures, ruby. Private to layout/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "book/content.h"
#include "layout/layout_context.h"
#include "layout/missing_text.h"
#include "layout/short_text.h"
#include "text/shape.h"

namespace munjip {

// How a TextSpan is drawn beyond its style, which knows nothing of the elements around it.
struct SpanLook {
  TagId tag = kArtifact;
  Length rise;             // of the baseline
  std::uint32_t link = 0;  // 1 + index of ParagraphContent::links
  std::optional<Color> background;
  bool underline = false, line_through = false;
  // Of the element that brings the ground or the line: smaller text within it does not move them.
  Length decorated_em = {}, decorated_rise = {};
};

struct LinkPiece {
  TagId tag = kArtifact;
  std::string target, description;
};
struct NotePlace {
  std::uint32_t offset = 0;  // into the text
  std::size_t note = 0;      // index of Post::notes
  TagId tag = kArtifact;     // the node that stands after the mark for the note's body
};
struct AnchorPlace {
  std::uint32_t offset = 0;
  std::string id;
};
struct InlinePicture {
  std::uint32_t offset = 0;
  std::string resource;
  Size size;
  TagId tag = kArtifact;
};
struct RubyPlace {
  std::uint32_t begin = 0, end = 0;  // of the base
  ShortText reading;
  TagId tag = kArtifact;
};

struct ParagraphContent {
  ParagraphText text;
  std::vector<SpanLook> looks;  // one for each span
  std::vector<LinkPiece> links;
  std::vector<NotePlace> notes;
  std::vector<AnchorPlace> anchors;
  std::vector<InlinePicture> pictures;  // one for each object
  std::vector<RubyPlace> rubies;
  bool goes_on = false;  // in a line of its own: the end of this one reads as a space
};

// Walks `inlines` below the element that the cascade has entered last; new tags go below `parent`.
class ParagraphBuilder {
 public:
  ParagraphBuilder(LayoutContext& context, TagId parent);

  void add(const Inlines& inlines);
  // Text of the current element. `tag` kArtifact: what munjip adds.
  void add_text(std::string_view text, TagId tag);
  void add_anchor(std::string id);
  void add_link(const Inlines& children, const std::string& target);
  ParagraphContent take();

 private:
  struct Look {
    Length rise;
    std::uint32_t link = 0;
    std::optional<Color> background;
    bool underline = false, line_through = false;
    Length decorated_em = {}, decorated_rise = {};
  };
  void walk(const Inlines& inlines, TagId parent);
  void add_inline(const Inline& one, TagId parent);
  void add_phrase(const Phrase& phrase, TagId parent);
  void add_code(const InlineCode& code, TagId parent);
  void add_link(const Link& link, TagId parent);
  void add_ruby(const Ruby& ruby, TagId parent);
  Style reading_style();
  void add_note_mark(const NoteMark& mark, TagId parent);
  void add_picture(const Image& image, TagId parent);
  void add_lost_picture(const Image& image, TagId parent);
  void add_span(std::string_view text, const StyleRef& style, TagId tag);
  void add_part(std::string_view text, const StyleRef& style, TagId tag);
  void add_missing(const TextPart& part, TagId parent);
  void push_span(std::string_view text, const StyleRef& style, TagId tag);
  Look enter(const ElementKey& key);
  void leave(const Look& before);
  std::uint32_t offset() const { return static_cast<std::uint32_t>(content_.text.text.size()); }

  LayoutContext& context_;
  TagId parent_;
  TagId leaf_ = 0;  // the open text leaf, 0 = none
  Look look_;
  std::string lang_;
  ParagraphContent content_;
};

}  // namespace munjip
