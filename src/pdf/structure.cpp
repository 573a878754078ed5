#include "pdf/structure.h"

#include <algorithm>
#include <array>
#include <optional>

#include "pdf/number.h"
#include "pdf/structure_attributes.h"
#include "pdf/structure_rules.h"

namespace munjip {

namespace {

// What hangs on one tag.
struct TagContent {
  std::vector<ContentKid> sequences;
  std::vector<std::size_t> links;
  bool is_kept = false;  // something of it or below it is on a page
};

class StructureBuilder {
 public:
  StructureBuilder(std::span<const TagNode> tags,
                   std::span<const std::vector<MarkedSequence>> sequences,
                   std::span<const LinkAnnotation> links)
      : tags_(tags),
        sequences_(sequences),
        content_(tags.size()),
        element_of_(tags.size()),
        link_of_(tags.size()) {
    structure_.by_link.resize(links.size());
    structure_.by_page_and_mcid.resize(sequences.size());
    for (std::size_t page = 0; page < sequences.size(); ++page) {
      structure_.by_page_and_mcid[page].resize(sequences[page].size());
      for (std::size_t mcid = 0; mcid < sequences[page].size(); ++mcid) {
        content_[sequences[page][mcid].tag].sequences.push_back({page, mcid});
      }
    }
    for (std::size_t i = 0; i < links.size(); ++i) content_[links[i].tag].links.push_back(i);
  }

  // Walks without recursion: a hostile page may nest as deep as it likes.
  Structure build() && {
    decide_what_is_kept();
    structure_.elements.push_back({});
    structure_.elements[0].type = structure_type(tags_[0].element);
    std::vector<TagId> waiting = {0};
    while (!waiting.empty()) {
      const TagId tag = waiting.back();
      waiting.pop_back();
      if (!content_[tag].is_kept) continue;
      visit(tag);
      const std::vector<TagId>& children = tags_[tag].children;
      waiting.insert(waiting.end(), children.rbegin(), children.rend());
    }
    return std::move(structure_);
  }

 private:
  // Children follow their parents in `tags_`. The cells of a table that is kept are all kept: they
  // hold its columns together.
  void decide_what_is_kept() {
    for (std::size_t i = tags_.size(); i-- > 0;) {
      TagContent& own = content_[i];
      own.is_kept = own.is_kept || !own.sequences.empty() || !own.links.empty() || i == 0;
      if (own.is_kept) content_[tags_[i].parent].is_kept = true;
    }
    for (std::size_t i = 1; i < tags_.size(); ++i) {
      const Element element = tags_[i].element;
      const bool is_table_part = element == Element::table_row || element == Element::header_cell ||
                                 element == Element::cell;
      if (is_table_part && content_[tags_[i].parent].is_kept) content_[i].is_kept = true;
    }
  }

  void visit(TagId tag) {
    const TagNode& node = tags_[tag];
    if (tag != 0) {
      element_of_[tag] = element_of_[node.parent];
      link_of_[tag] = link_of_[node.parent];
      const std::string_view type = own_type(node);
      if (!type.empty()) element_of_[tag] = open(parent_for(node), type);
    }
    const bool has_own_element = tag == 0 || !own_type(node).empty();
    if (has_own_element) describe(tag, structure_.elements[element_of_[tag]]);
    if (structure_.elements[element_of_[tag]].type == "Link" && has_own_element) {
      link_of_[tag] = element_of_[tag];
    }
    attach_links(tag);
    attach_sequences(tag);
  }

  // Code is an inline-level element (ISO 32000-1, 14.8.4.4.1): a block of it has a paragraph of its
  // own.
  ElementId parent_for(const TagNode& node) {
    const ElementId parent = element_of_[node.parent];
    return node.element == Element::code_block ? open(parent, "P") : parent;
  }

  // Runs of text have no element, unless something is said of them.
  static std::string_view own_type(const TagNode& node) {
    const std::string_view type = structure_type(node.element);
    const bool is_described = !node.lang.empty() || !node.actual_text.empty() ||
                              !node.alternative.empty() || !node.expansion.empty();
    return type.empty() && is_described ? "Span" : type;
  }

  void describe(TagId tag, StructureElement& element) {
    const TagNode& node = tags_[tag];
    element.lang = node.lang;
    element.alternative = node.alternative;
    element.actual_text = node.actual_text;
    element.title = node.title;
    element.expansion = node.expansion;
    element.attributes = attributes_of(tags_, tag);
    if (node.element == Element::note) {
      element.id = "note";
      append_integer(element.id, ++note_count_);
    }
    if (node.element == Element::image) {
      for (const ContentKid& kid : content_[tag].sequences) {
        if (const auto& picture = sequences_[kid.page][kid.mcid].picture) {
          element.attributes = bounding_box_attribute(*picture);
        }
      }
    }
  }

  // PDF/UA-1, 7.18.5: a link annotation belongs to a Link element, and its text too.
  void attach_links(TagId tag) {
    if (content_[tag].links.empty()) return;
    if (!link_of_[tag]) {
      element_of_[tag] = open(element_of_[tag], "Link");
      structure_.elements[element_of_[tag]].is_inserted = true;
      link_of_[tag] = element_of_[tag];
    }
    for (const std::size_t link : content_[tag].links) {
      structure_.elements[*link_of_[tag]].kids.emplace_back(LinkKid{link});
      structure_.by_link[link] = *link_of_[tag];
    }
  }

  void attach_sequences(TagId tag) {
    for (const ContentKid& kid : content_[tag].sequences) {
      const MarkedSequence& sequence = sequences_[kid.page][kid.mcid];
      ElementId owner = element_of_[tag];
      if (!sequence.actual_text.empty()) {
        owner = open(owner, "Span");
        structure_.elements[owner].actual_text = sequence.actual_text;
      } else {
        owner = content_owner(owner);
      }
      structure_.elements[owner].kids.emplace_back(kid);
      structure_.by_page_and_mcid[kid.page][kid.mcid] = owner;
    }
  }

  ElementId content_owner(ElementId owner) {
    for (std::string_view between = content_parent(structure_.elements[owner].type);
         !between.empty(); between = content_parent(structure_.elements[owner].type)) {
      owner = insert_between(owner, between);
    }
    return owner;
  }

  // A new element below `parent`, with what has to stand between them.
  ElementId open(ElementId parent, std::string_view type) {
    for (std::string_view between = needed_between(structure_.elements[parent].type, type);
         !between.empty(); between = needed_between(structure_.elements[parent].type, type)) {
      parent = insert_between(parent, between, type);
    }
    return append_child(parent, type);
  }

  // The last child where it was inserted for the like, else a new one; `parent` itself where `type`
  // is empty.
  ElementId insert_between(ElementId parent, std::string_view type,
                           std::string_view for_type = {}) {
    if (type.empty()) return parent;
    const std::vector<StructureKid>& kids = structure_.elements[parent].kids;
    if (!kids.empty()) {
      const auto* last = std::get_if<ChildKid>(&kids.back());
      if (last != nullptr && can_go_on(structure_.elements[last->element], type, for_type)) {
        return last->element;
      }
    }
    const ElementId inserted = append_child(parent, type);
    structure_.elements[inserted].is_inserted = true;
    return inserted;
  }

  // A list item made for a term and its definitions ends where the next term begins.
  bool can_go_on(const StructureElement& last, std::string_view type,
                 std::string_view for_type) const {
    if (!last.is_inserted || last.type != type || type == "Reference") return false;
    if (type != "LI" || for_type != "Lbl" || last.kids.empty()) return true;
    const auto* newest = std::get_if<ChildKid>(&last.kids.back());
    return newest == nullptr || structure_.elements[newest->element].type == "Lbl";
  }

  ElementId append_child(ElementId parent, std::string_view type) {
    const auto id = static_cast<ElementId>(structure_.elements.size());
    StructureElement& element = structure_.elements.emplace_back();
    element.type = type;
    element.parent = parent;
    structure_.elements[parent].kids.emplace_back(ChildKid{id});
    return id;
  }

  std::span<const TagNode> tags_;
  std::span<const std::vector<MarkedSequence>> sequences_;
  std::vector<TagContent> content_;
  std::vector<ElementId> element_of_;              // by tag: where its content goes
  std::vector<std::optional<ElementId>> link_of_;  // by tag: the Link element around it
  std::int64_t note_count_ = 0;
  Structure structure_;
};

}  // namespace

Structure build_structure(std::span<const TagNode> tags,
                          std::span<const std::vector<MarkedSequence>> sequences,
                          std::span<const LinkAnnotation> links) {
  return StructureBuilder(tags, sequences, links).build();
}

}  // namespace munjip
