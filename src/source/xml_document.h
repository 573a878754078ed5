// An XML document in memory: pugixml's tree with the places of its elements, for the readers of
// feeds and exports.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "source/reader.h"

namespace munjip {

class XmlDocument {
 public:
  // What is not well-formed is mended and told once with its line; where that is impossible,
  // throws Error(unreadable). The encoding that the declaration names is ignored: the text has been
  // decoded.
  XmlDocument(const SourceText& source, Diagnostics& diagnostics);

  pugi::xml_node top() const { return document_; }
  // Where an element begins, from 1.
  std::uint32_t line_of(pugi::xml_node node) const;

 private:
  pugi::xml_parse_result parse(std::string text);
  std::uint32_t line_at(std::ptrdiff_t offset) const;

  std::string text_;  // the tree points into it
  std::vector<std::ptrdiff_t> line_starts_;
  pugi::xml_document document_;
};

// `name` as a prefix and a local part, or a local part alone, which then also names an element with
// the prefix of the element around it (`atom:title` in an `atom:entry`).
bool is_named(pugi::xml_node node, std::string_view name);
pugi::xml_node child_named(pugi::xml_node parent, std::string_view name);

// The elements of that name in document order, none within another.
std::vector<pugi::xml_node> elements_named(pugi::xml_node root, std::string_view name);

// Text and CDATA sections joined, elements as markup; valid UTF-8.
std::string xml_text(pugi::xml_node element);
// The same of the first child with one of these names that holds any, trimmed.
std::string child_text(pugi::xml_node parent, std::initializer_list<std::string_view> names);
// As plain text: character references of HTML resolved, white space collapsed.
std::string plain_child_text(pugi::xml_node parent, std::initializer_list<std::string_view> names);

// Plain text as titles and names of feeds hold it: HTML's character references are resolved, tags
// of phrases are left out, any other `<` stands for itself.
std::string text_of_title(std::string_view title);

// The local name of the element that begins the document, which may stand behind comments, white
// space and messages of a server before its XML declaration; empty where `text` is no XML.
std::string_view xml_root_name(std::string_view text);

}  // namespace munjip
