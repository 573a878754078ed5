// A parsed HTML document: gumbo's tree behind a read-only view, so that only this file and its
// readers know gumbo. Parsing never fails; whatever HTML5 repairs is repaired.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "source/markup_text.h"

namespace munjip {

// One node of an HtmlTree, valid as long as the tree. A null node has no tag, text, attributes or
// children, so that look-ups may be chained.
class HtmlNode {
 public:
  HtmlNode() = default;
  explicit HtmlNode(const GumboNode* node) : node_(node) {}

  explicit operator bool() const { return node_ != nullptr; }
  bool operator==(const HtmlNode&) const = default;
  const GumboNode* get() const { return node_; }

  bool is_element() const;
  bool is_text() const;  // white space included
  // The text of a text node, character references resolved.
  std::string_view text() const;
  // GUMBO_TAG_LAST for anything but an element; an SVG or MathML element is GUMBO_TAG_UNKNOWN
  // unless it is the `svg` or `math` itself.
  GumboTag tag() const;
  bool is(GumboTag tag) const { return this->tag() == tag; }
  // The lower-case name as written, also of elements that HTML does not know.
  std::string_view tag_name() const;

  // The attribute's value, empty where it is missing.
  std::string_view attribute(const char* name) const;
  bool has_attribute(const char* name) const;
  bool has_class(std::string_view name) const;

  std::size_t child_count() const;
  HtmlNode child(std::size_t index) const;
  HtmlNode parent() const;
  HtmlNode previous_element() const;
  HtmlNode next_element() const;
  // The node after this one in document order that is not inside it; null at the end of `root`.
  HtmlNode next_in(HtmlNode root, bool into_children = true) const;

 private:
  const GumboVector* children() const;
  HtmlNode sibling_element(std::ptrdiff_t step) const;
  const GumboNode* node_ = nullptr;
};

// Calls fn(HtmlNode) for each descendant of `root` in document order, without recursion; where fn
// returns false, the node's children are passed over.
template <class Fn>
void for_each_descendant(HtmlNode root, Fn fn) {
  HtmlNode node = root.next_in(root);
  while (node) node = node.next_in(root, fn(node));
}

// The first descendant element that `matches(HtmlNode)`, or null.
template <class Fn>
HtmlNode find_descendant(HtmlNode root, Fn matches) {
  for (HtmlNode node = root.next_in(root); node; node = node.next_in(root)) {
    if (node.is_element() && matches(node)) return node;
  }
  return {};
}
HtmlNode find_tag(HtmlNode root, GumboTag tag);
HtmlNode find_class(HtmlNode root, std::string_view css_class);

// A piece of a body has no head: what would open one in a document stays where it stands.
enum class HtmlKind { document, fragment };

class HtmlTree {
 public:
  // Nesting deeper than munjip's limit is flattened first (html_depth.h); the text stays.
  explicit HtmlTree(std::string html, HtmlKind kind = HtmlKind::document);
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  HtmlNode root() const;  // the html element
  HtmlNode body() const;  // of a fragment: its root
  HtmlNode head() const;
  std::string_view source() const { return html_; }

  // Where a node begins in the text that was parsed; nothing for elements that the parser implied.
  SourcePos position(HtmlNode node) const;

 private:
  struct Destroy {
    void operator()(GumboOutput* output) const;
  };
  std::string html_;  // gumbo points into it
  std::vector<std::uint32_t> line_starts_;
  std::unique_ptr<GumboOutput, Destroy> output_;
};

// The text that a reader of the page sees in `node`: white space collapsed, block elements set
// apart by a space, without scripts, styles and what is hidden by its element kind.
std::string visible_text(HtmlNode node);

// Elements that begin on a line of their own.
bool is_block_tag(GumboTag tag);
// Elements whose content is no text of the page: script, style, head, template, svg ...
bool is_invisible_tag(GumboTag tag);

}  // namespace munjip
