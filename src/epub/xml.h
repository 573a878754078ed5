// Writing XML through pugixml: the few calls that every file of a package is made with.
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>

namespace munjip {

using XmlNode = pugi::xml_node;

// Each appends to `parent` and returns the new element. Characters that XML 1.0 (2.2) does not
// allow are left out of texts and attributes: one of them would make the whole book unreadable.
XmlNode add(XmlNode parent, const char* name);
XmlNode add(XmlNode parent, const char* name, std::string_view text);
void add_text(XmlNode parent, std::string_view text);
// Nothing is written for an empty value, except by `set_always`.
void set(XmlNode node, const char* name, std::string_view value);
void set_always(XmlNode node, const char* name, std::string_view value);
void set(XmlNode node, const char* name, int value);

// Makes an empty element be written with an end tag: readers that take XHTML for HTML see no end in
// `<span/>`.
void keep_open(XmlNode node);

// A line break between block elements, so that the file can be read by people.
void end_line(XmlNode parent);

// UTF-8 with an XML declaration; no white space is added.
std::string to_bytes(const pugi::xml_document& document);

// An XHTML content document (EPUB 3.3, 6.1) with its head; returns the body. `style` is the style
// sheet's address, `lang` a well-formed language tag.
XmlNode start_xhtml(pugi::xml_document& document, std::string_view title, std::string_view lang,
                    std::string_view style);

// The longest well-formed beginning of a BCP 47 tag (RFC 5646, 2.1; language, script, region,
// variants), empty where there is none.
std::string_view well_formed_language(std::string_view tag);

}  // namespace munjip
