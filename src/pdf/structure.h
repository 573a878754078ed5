// The logical structure as PDF/UA-1 wants it: the tag tree of layout joined with the marked content
// of the pages, without empty elements, and with the elements put in that the standard types demand
// between others (ISO 32000-1, 14.8.4; ISO 14289-1, 7).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "layout/paged_book.h"
#include "pdf/content.h"
#include "pdf/links.h"

namespace munjip {

// Index into Structure::elements.
using ElementId = std::uint32_t;

struct ContentKid {
  std::size_t page = 0, mcid = 0;
};
struct LinkKid {
  std::size_t link = 0;  // index of the annotation
};
struct ChildKid {
  ElementId element = 0;
};
using StructureKid = std::variant<ChildKid, ContentKid, LinkKid>;

struct StructureElement {
  std::string_view type;  // standard structure type
  ElementId parent = 0;   // of the document: itself
  std::vector<StructureKid> kids;
  bool is_inserted = false;  // not in the tag tree: stands between parent and child types
  std::string lang, alternative, actual_text, title, expansion;
  std::string id;          // of notes
  std::string attributes;  // the inside of /A: one or more dictionaries
};

struct Structure {
  std::vector<StructureElement> elements;                // [0] is the document
  std::vector<std::vector<ElementId>> by_page_and_mcid;  // whose content each sequence is
  std::vector<ElementId> by_link;
};

// `sequences[i]` are the marked content sequences of page i.
Structure build_structure(std::span<const TagNode> tags,
                          std::span<const std::vector<MarkedSequence>> sequences,
                          std::span<const LinkAnnotation> links);

}  // namespace munjip
