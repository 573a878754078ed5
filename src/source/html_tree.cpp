#include "source/html_tree.h"

#include <algorithm>
#include <limits>

#include "source/html_depth.h"

namespace munjip {

namespace {

const GumboAttribute* find_attribute(const GumboNode* node, const char* name) {
  if (node == nullptr || (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE)) {
    return nullptr;
  }
  return gumbo_get_attribute(&node->v.element.attributes, name);
}

HtmlNode child_element(HtmlNode parent, GumboTag tag) {
  for (std::size_t i = 0; i < parent.child_count(); ++i) {
    if (parent.child(i).is(tag)) return parent.child(i);
  }
  return {};
}

}  // namespace

bool HtmlNode::is_element() const {
  return node_ != nullptr &&
         (node_->type == GUMBO_NODE_ELEMENT || node_->type == GUMBO_NODE_TEMPLATE);
}

bool HtmlNode::is_text() const {
  return node_ != nullptr && (node_->type == GUMBO_NODE_TEXT || node_->type == GUMBO_NODE_CDATA ||
                              node_->type == GUMBO_NODE_WHITESPACE);
}

std::string_view HtmlNode::text() const {
  return is_text() ? std::string_view(node_->v.text.text) : std::string_view();
}

GumboTag HtmlNode::tag() const {
  if (!is_element()) return GUMBO_TAG_LAST;
  const GumboElement& element = node_->v.element;
  const bool is_html = element.tag_namespace == GUMBO_NAMESPACE_HTML;
  const bool is_island = element.tag == GUMBO_TAG_SVG || element.tag == GUMBO_TAG_MATH;
  return is_html || is_island ? element.tag : GUMBO_TAG_UNKNOWN;
}

std::string_view HtmlNode::tag_name() const {
  if (!is_element()) return {};
  const GumboElement& element = node_->v.element;
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece piece = element.original_tag;
  if (piece.data == nullptr) return {};
  gumbo_tag_from_original_text(&piece);
  return {piece.data, piece.length};
}

std::string_view HtmlNode::attribute(const char* name) const {
  const GumboAttribute* found = find_attribute(node_, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool HtmlNode::has_attribute(const char* name) const {
  return find_attribute(node_, name) != nullptr;
}

bool HtmlNode::has_class(std::string_view name) const {
  return has_token(attribute("class"), name);
}

const GumboVector* HtmlNode::children() const {
  if (node_ == nullptr) return nullptr;
  if (node_->type == GUMBO_NODE_DOCUMENT) return &node_->v.document.children;
  return is_element() ? &node_->v.element.children : nullptr;
}

std::size_t HtmlNode::child_count() const {
  const GumboVector* nodes = children();
  return nodes == nullptr ? 0 : nodes->length;
}

HtmlNode HtmlNode::child(std::size_t index) const {
  const GumboVector* nodes = children();
  if (nodes == nullptr || index >= nodes->length) return {};
  return HtmlNode(static_cast<const GumboNode*>(nodes->data[index]));
}

HtmlNode HtmlNode::parent() const {
  return node_ == nullptr ? HtmlNode() : HtmlNode(node_->parent);
}

HtmlNode HtmlNode::sibling_element(std::ptrdiff_t step) const {
  const HtmlNode above = parent();
  if (!above) return {};
  auto index = static_cast<std::ptrdiff_t>(node_->index_within_parent) + step;
  for (; index >= 0 && index < static_cast<std::ptrdiff_t>(above.child_count()); index += step) {
    const HtmlNode node = above.child(static_cast<std::size_t>(index));
    if (node.is_element()) return node;
    if (!trim_ascii(node.text()).empty()) return {};
  }
  return {};
}

HtmlNode HtmlNode::previous_element() const {
  return sibling_element(-1);
}

HtmlNode HtmlNode::next_element() const {
  return sibling_element(1);
}

HtmlNode HtmlNode::next_in(HtmlNode root, bool into_children) const {
  if (into_children && child_count() > 0) return child(0);
  for (HtmlNode node = *this; node && node != root; node = node.parent()) {
    const HtmlNode next = node.parent().child(node.node_->index_within_parent + 1);
    if (next) return next;
  }
  return {};
}

HtmlNode find_tag(HtmlNode root, GumboTag tag) {
  return find_descendant(root, [&](HtmlNode node) { return node.is(tag); });
}

HtmlNode find_class(HtmlNode root, std::string_view css_class) {
  return find_descendant(root, [&](HtmlNode node) { return node.has_class(css_class); });
}

void HtmlTree::Destroy::operator()(GumboOutput* output) const {
  gumbo_destroy_output(&kGumboDefaultOptions, output);
}

HtmlTree::HtmlTree(std::string html, HtmlKind kind) : html_(flatten_deep_nesting(std::move(html))) {
  line_starts_.push_back(0);
  for (std::size_t at = html_.find('\n'); at != std::string::npos; at = html_.find('\n', at + 1)) {
    line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
  }
  GumboOptions options = kGumboDefaultOptions;
  if (kind == HtmlKind::fragment) options.fragment_context = GUMBO_TAG_BODY;
  options.max_errors = 0;  // each error would cost memory, and nobody reads them
  output_.reset(gumbo_parse_with_options(&options, html_.data(), html_.size()));
}

HtmlNode HtmlTree::root() const {
  return HtmlNode(output_->root);
}

HtmlNode HtmlTree::body() const {
  const HtmlNode body = child_element(root(), GUMBO_TAG_BODY);
  return body ? body : root();  // a frameset page has none
}

HtmlNode HtmlTree::head() const {
  return child_element(root(), GUMBO_TAG_HEAD);
}

SourcePos HtmlTree::position(HtmlNode node) const {
  std::size_t offset = std::numeric_limits<std::size_t>::max();
  if (node.is_text()) {
    offset = node.get()->v.text.start_pos.offset;
  } else if (node.is_element() && node.get()->v.element.original_tag.data != nullptr) {
    offset = node.get()->v.element.start_pos.offset;
  }
  if (offset > html_.size()) return {};
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line = static_cast<std::uint32_t>(after - line_starts_.begin());
  return {line, static_cast<std::uint32_t>(offset) - line_starts_[line - 1] + 1};
}

bool is_invisible_tag(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_META:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_BASE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_COL:
    case GUMBO_TAG_COLGROUP:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_IFRAME:  // its text is for browsers without frames
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_SVG:  // a picture, its labels included
      return true;
    default:
      return false;
  }
}

bool is_block_tag(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PLAINTEXT:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_XMP:
      return true;
    default:
      return false;
  }
}

namespace {

void append_visible(HtmlNode node, std::string& out) {
  if (node.is_text()) {
    out += node.text();
    return;
  }
  if (!node.is_element() || is_invisible_tag(node.tag())) return;
  const bool is_block = is_block_tag(node.tag());
  if (is_block) out += ' ';
  for (std::size_t i = 0; i < node.child_count(); ++i) append_visible(node.child(i), out);
  if (is_block) out += ' ';
}

}  // namespace

std::string visible_text(HtmlNode node) {
  std::string raw;
  append_visible(node, raw);
  return collapse_spaces(raw);
}

}  // namespace munjip
