#include "layout/tags.h"

#include <iterator>
#include <utility>

namespace munjip {

TagId TagTree::add(TagId parent, Element element) {
  const auto id = static_cast<TagId>(nodes_.size());
  TagNode& node = nodes_.emplace_back();
  node.element = element;
  node.parent = parent;
  nodes_[parent].children.push_back(id);
  return id;
}

TagId TagTree::graft(TagTree&& other, TagId parent) {
  const auto offset = static_cast<TagId>(nodes_.size()) - 1;
  for (TagNode& node : other.nodes_) {
    node.parent = grafted(node.parent, offset, parent);
    for (TagId& child : node.children) child += offset;
  }
  auto& tops = other.nodes_.front().children;
  nodes_[parent].children.insert(nodes_[parent].children.end(), tops.begin(), tops.end());
  nodes_.insert(nodes_.end(), std::make_move_iterator(other.nodes_.begin() + 1),
                std::make_move_iterator(other.nodes_.end()));
  return offset;
}

}  // namespace munjip
