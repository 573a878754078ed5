// Content → XHTML: blocks and inlines of one content document as a pugixml tree.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"
#include "epub/images.h"
#include "epub/plan.h"
#include "epub/xml.h"

namespace munjip {

// What a document needs to know of the book around it. Referred to, never copied; many documents
// are written from one at the same time.
struct BookContext {
  const Book& book;
  const Plan& plan;
  const PackagedImages& images;
  std::span<const PageMark> page_marks;
  std::string lang;  // of the book, well-formed
};

// h1 ... h6 without gaps: a heading stands one level under the nearest heading before it that is
// higher (WCAG 2.2 technique G141).
class HeadingLevels {
 public:
  // `level` as the author meant it; returns the level to write.
  int enter(int level);

 private:
  std::vector<int> open_ = {1};  // the post's title
};

// Writes the content of one document. Ids are unique within it: a second anchor of the same name is
// left out.
class XhtmlWriter {
 public:
  XhtmlWriter(const BookContext& context, const Chapter& chapter, const Document& document);

  void write_document(XmlNode body);

 private:
  void title(XmlNode section);
  void notes(XmlNode section);
  void page_breaks(XmlNode parent, std::size_t block);

  // xhtml_blocks.cpp
  void blocks(XmlNode parent, const Blocks& blocks);
  void block(XmlNode parent, const Block& block);
  XmlNode element(XmlNode parent, const char* name, const Block& block,
                  std::string_view more_classes = {});
  void write(XmlNode parent, const Heading& is, const Block& block);
  void write(XmlNode parent, const Paragraph& is, const Block& block);
  void write(XmlNode parent, const Quote& is, const Block& block);
  void write(XmlNode parent, const List& is, const Block& block);
  void write(XmlNode parent, const DefinitionList& is, const Block& block);
  void write(XmlNode parent, const Figure& is, const Block& block);
  void write(XmlNode parent, const CodeBlock& is, const Block& block);
  void write(XmlNode parent, const Table& is, const Block& block);
  void write(XmlNode parent, const Divider& is, const Block& block);
  void write(XmlNode parent, const LinkBox& is, const Block& block);
  void write(XmlNode parent, const Group& is, const Block& block);
  void set_role(XmlNode node, const Block& block);
  void item_label(XmlNode item, std::string_view css_class, std::string_view text);
  void rows(XmlNode table, const char* group, const std::vector<Row>& rows);
  void cell(XmlNode row, const Cell& cell, bool is_in_head);

  // xhtml_inlines.cpp
  void inlines(XmlNode parent, const Inlines& inlines);
  void write(XmlNode parent, const Text& is);
  void write(XmlNode parent, const Phrase& is);
  void write(XmlNode parent, const InlineCode& is);
  void write(XmlNode parent, const Link& is);
  void write(XmlNode parent, const Ruby& is);
  void write(XmlNode parent, const NoteMark& is);
  void write(XmlNode parent, const InlineImage& is);
  void write(XmlNode parent, const LineBreak& is);
  void write(XmlNode parent, const Anchor& is);
  // Nothing, until there is an index that leads here.
  void write(XmlNode, const IndexTerm&) {}
  // The picture, or what stands in its place where it is lost. `alt` where it has no text itself.
  void image(XmlNode parent, const Image& image, std::string_view caption);
  std::string address_of(std::string_view target) const;
  void set_anchor(XmlNode node, std::string_view anchor);
  void set_lang(XmlNode node, std::string_view lang);
  // The classes `rtl` and `ltr` are written as the attribute `dir` too: EPUB has no direction in
  // CSS (EPUB 3.3, 6.3.1).
  static void set_classes(XmlNode node, std::string_view more,
                          const std::vector<std::string>& classes);

  const BookContext& context_;
  const Chapter& chapter_;
  const Document& document_;
  std::vector<std::string_view> note_paths_;       // by note
  std::map<std::size_t, std::size_t> note_marks_;  // note → how often it was marked here
  std::vector<NoteMark> marks_after_link_;         // links do not nest
  std::set<std::string, std::less<>> ids_;
  HeadingLevels levels_;
  bool is_in_link_ = false;
  bool is_in_verse_ = false;
};

}  // namespace munjip
