#include "imposition/claims.h"

#include <pugixml.hpp>
#include <sstream>
#include <vector>

namespace munjip {

namespace {

// The prefixes that ISO 19005 and ISO 14289 require for their properties.
bool is_pdf_a(std::string_view name) {
  return name.starts_with("pdfaid:");
}
bool is_claim(std::string_view name) {
  return is_pdf_a(name) || name.starts_with("pdfuaid:") || name == "pdfaExtension:schemas";
}

constexpr const char* kDescriptions = "//*[local-name()='Description']";

bool load(pugi::xml_document& document, std::string_view xmp) {
  return static_cast<bool>(
      document.load_buffer(xmp.data(), xmp.size(), pugi::parse_full, pugi::encoding_utf8));
}

// A property is an element or, in the short form, an attribute of its rdf:Description.
void drop_claims(pugi::xml_node description) {
  std::vector<pugi::xml_node> elements;
  for (const pugi::xml_node child : description) {
    if (is_claim(child.name())) elements.push_back(child);
  }
  for (const pugi::xml_node element : elements) description.remove_child(element);
  std::vector<pugi::xml_attribute> attributes;
  for (const pugi::xml_attribute attribute : description.attributes()) {
    if (is_claim(attribute.name())) attributes.push_back(attribute);
  }
  for (const pugi::xml_attribute attribute : attributes) description.remove_attribute(attribute);
}

}  // namespace

bool claims_pdf_a(std::string_view xmp) {
  pugi::xml_document document;
  if (!load(document, xmp)) return xmp.find("pdfaid:") != std::string_view::npos;
  for (const pugi::xpath_node& found : document.select_nodes(kDescriptions)) {
    for (const pugi::xml_node child : found.node()) {
      if (is_pdf_a(child.name())) return true;
    }
    for (const pugi::xml_attribute attribute : found.node().attributes()) {
      if (is_pdf_a(attribute.name())) return true;
    }
  }
  return false;
}

std::string without_claims(std::string_view xmp) {
  pugi::xml_document document;
  if (!load(document, xmp)) return {};
  for (const pugi::xpath_node& found : document.select_nodes(kDescriptions)) {
    drop_claims(found.node());
  }
  std::ostringstream out;
  document.save(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return out.str();
}

}  // namespace munjip
