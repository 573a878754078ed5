// The tag tree of one stretch of layout while it grows. Ids are local: node 0 stands for the parent
// that the tree is given when it is merged into the book's.
#pragma once

#include <string>
#include <vector>

#include "layout/paged_book.h"

namespace munjip {

class TagTree {
 public:
  TagTree() { nodes_.emplace_back().element = Element::document; }

  TagId add(TagId parent, Element element);
  // A leaf for text that stands next in `parent`.
  TagId add_text(TagId parent) { return add(parent, Element::text); }
  TagNode& operator[](TagId id) { return nodes_[id]; }
  const TagNode& operator[](TagId id) const { return nodes_[id]; }
  std::size_t size() const { return nodes_.size(); }

  // Appends `other`'s nodes below `parent`; its ids but 0 grow by the number that is returned, and
  // its node 0 becomes `parent`.
  TagId graft(TagTree&& other, TagId parent);
  std::vector<TagNode> take() { return std::move(nodes_); }

 private:
  std::vector<TagNode> nodes_;
};

// A local id after a graft that returned `offset` below `parent`.
inline TagId grafted(TagId local, TagId offset, TagId parent) {
  if (local == kArtifact) return kArtifact;
  return local == 0 ? parent : local + offset;
}

}  // namespace munjip
