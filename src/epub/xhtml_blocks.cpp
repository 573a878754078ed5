// The blocks of the content tree as XHTML elements (see book/element.h for their names).
#include <fmt/format.h>

#include <utility>

#include "base/overloaded.h"
#include "book/labels.h"
#include "book/list_marker.h"
#include "book/role.h"
#include "book/verse.h"
#include "epub/xhtml.h"

namespace munjip {

namespace {

// HTML's own counter styles (HTML, 4.4.5).
std::string_view type_of(ListMarker marker) {
  switch (marker) {
    case ListMarker::lower_alpha:
      return "a";
    case ListMarker::upper_alpha:
      return "A";
    case ListMarker::lower_roman:
      return "i";
    case ListMarker::upper_roman:
      return "I";
    default:
      return {};
  }
}

// What no reading system can be trusted to count in stands in the text.
bool has_written_labels(const List& list) {
  const ListMarker marker = list.marker;
  return marker == ListMarker::hangul_syllable || marker == ListMarker::hangul_jamo ||
         marker == ListMarker::circled || marker == ListMarker::circled_hangul ||
         (list.is_ordered() && list.delimiter != ListDelimiter::period);
}

std::string_view class_of(CellAlign align) {
  switch (align) {
    case CellAlign::automatic:
      return {};
    case CellAlign::left:
      return "left";
    case CellAlign::center:
      return "center";
    case CellAlign::right:
      return "right";
  }
  return {};
}

struct BoxNames {
  std::string_view css_class;
  Label label;
};

BoxNames names_of(LinkBoxKind kind) {
  switch (kind) {
    case LinkBoxKind::card:
      return {"card", Label::link};
    case LinkBoxKind::video:
      return {"video", Label::video};
    case LinkBoxKind::audio:
      return {"audio", Label::audio};
    case LinkBoxKind::map:
      return {"map", Label::map};
    case LinkBoxKind::file:
      return {"file", Label::file};
    case LinkBoxKind::embed:
      return {"embed", Label::link};
  }
  return {"card", Label::link};
}

}  // namespace

void XhtmlWriter::blocks(XmlNode parent, const Blocks& blocks) {
  for (const Block& child : blocks) block(parent, child);
}

void XhtmlWriter::block(XmlNode parent, const Block& block) {
  std::visit([&](const auto& is) { write(parent, is, block); }, block.is);
  end_line(parent);
}

XmlNode XhtmlWriter::element(XmlNode parent, const char* name, const Block& block,
                             std::string_view more_classes) {
  const XmlNode node = add(parent, name);
  set_classes(node, more_classes, block.classes);
  set_lang(node, block.lang);
  set_role(node, block);
  return node;
}

void XhtmlWriter::set_role(XmlNode node, const Block& block) {
  const std::optional<Role> role = role_of(block.classes);
  if (!role) return;
  set(node, "epub:type", info(*role).epub_type);
  set(node, "role", info(*role).aria_role);
}

void XhtmlWriter::write(XmlNode parent, const Heading& is, const Block& block) {
  const Element heading = heading_element(levels_.enter(is.level));
  const XmlNode node = element(parent, std::string(html_name(heading)).c_str(), block);
  if (!is.id.empty()) set_anchor(node, is.id);
  inlines(node, is.content);
}

void XhtmlWriter::write(XmlNode parent, const Paragraph& is, const Block& block) {
  const XmlNode node = element(parent, "p", block);
  if (!is_in_verse_) {
    inlines(node, is.content);
    return;
  }
  for (const Inlines& line : verse_lines(is.content)) {
    const XmlNode span = add(node, "span");
    set(span, "class", "line");
    inlines(span, line);
    end_line(node);
  }
}

void XhtmlWriter::write(XmlNode parent, const Quote& is, const Block& block) {
  const XmlNode node = element(parent, "blockquote", block);
  end_line(node);
  blocks(node, is.children);
  if (is.credit.empty()) return;
  const XmlNode credit = add(node, "footer");
  set(credit, "class", "credit");
  inlines(credit, is.credit);
  end_line(node);
}

void XhtmlWriter::write(XmlNode parent, const List& is, const Block& block) {
  const bool written = has_written_labels(is);
  const bool counted = is.is_ordered() && !written;
  const bool bare = written || is.marker == ListMarker::none;
  const XmlNode node = element(parent, is.is_ordered() ? "ol" : "ul", block);
  if (counted) set(node, "type", type_of(is.marker));
  if (counted && is.start != 1) set(node, "start", is.start);
  end_line(node);
  const std::vector<int> numbers = written ? item_numbers(is) : std::vector<int>();
  for (std::size_t i = 0; i < is.items.size(); ++i) {
    const ListItem& item = is.items[i];
    const XmlNode li = add(node, "li");
    set(li, "class", item.done ? "task" : bare ? "labelled" : "");
    if (counted && item.value) set(li, "value", *item.value);
    if (written) item_label(li, "list-label", list_label(is.marker, numbers[i], is.delimiter));
    if (item.done) item_label(li, "task-box", *item.done ? "☑" : "☐");
    blocks(li, item.children);
    end_line(node);
  }
}

void XhtmlWriter::item_label(XmlNode item, std::string_view css_class, std::string_view text) {
  set(add(item, "span", text), "class", css_class);
  add_text(item, " ");
}

// A dl is groups of terms and definitions, at least one of each (HTML, 4.4.9).
void XhtmlWriter::write(XmlNode parent, const DefinitionList& is, const Block& block) {
  const XmlNode node = element(parent, "dl", block);
  end_line(node);
  bool has_term = false, has_definition = true;
  for (const DefinitionItem& item : is.items) {
    for (const Inlines& term : item.terms) {
      inlines(add(node, "dt"), term);
      end_line(node);
      has_term = true;
      has_definition = false;
    }
    for (const Blocks& definition : item.definitions) {
      if (!has_term) keep_open(add(node, "dt"));
      blocks(add(node, "dd"), definition);
      end_line(node);
      has_term = has_definition = true;
    }
  }
  if (!has_definition) keep_open(add(node, "dd"));
}

void XhtmlWriter::write(XmlNode parent, const Figure& is, const Block& block) {
  const XmlNode node = element(parent, "figure", block, is.images.size() > 1 ? "grid" : "");
  end_line(node);
  // The caption says what the picture is, where the author wrote no alternative text.
  const std::string caption = is.images.size() == 1 ? plain_text(is.caption) : std::string();
  for (const Image& picture : is.images) {
    image(node, picture, caption);
    end_line(node);
  }
  if (is.caption.empty()) return;
  inlines(add(node, "figcaption"), is.caption);
  end_line(node);
}

void XhtmlWriter::write(XmlNode parent, const CodeBlock& is, const Block& block) {
  const XmlNode code = add(element(parent, "pre", block), "code", is.text);
  if (!is.language.empty()) set(code, "class", "language-" + is.language);
}

void XhtmlWriter::write(XmlNode parent, const Table& is, const Block& block) {
  const XmlNode node = element(parent, "table", block);
  end_line(node);
  if (!is.caption.empty()) {
    inlines(add(node, "caption"), is.caption);
    end_line(node);
  }
  rows(node, "thead", is.head);
  rows(node, "tbody", is.body);
}

void XhtmlWriter::rows(XmlNode table, const char* group, const std::vector<Row>& rows) {
  if (rows.empty()) return;
  const bool is_head = std::string_view(group) == "thead";
  const XmlNode node = add(table, group);
  end_line(node);
  for (const Row& row : rows) {
    const XmlNode tr = add(node, "tr");
    for (const Cell& one : row.cells) cell(tr, one, is_head);
    end_line(node);
  }
  end_line(table);
}

void XhtmlWriter::cell(XmlNode row, const Cell& cell, bool is_in_head) {
  const XmlNode node = add(row, cell.is_header ? "th" : "td");
  // WCAG 2.2 technique H63.
  if (cell.is_header) set(node, "scope", is_in_head ? "col" : "row");
  if (cell.colspan > 1) set(node, "colspan", cell.colspan);
  if (cell.rowspan > 1) set(node, "rowspan", cell.rowspan);
  set(node, "class", class_of(cell.align));
  blocks(node, cell.children);
  if (cell.children.empty()) keep_open(node);
}

void XhtmlWriter::write(XmlNode parent, const Divider&, const Block& block) {
  element(parent, "hr", block);
}

void XhtmlWriter::write(XmlNode parent, const LinkBox& is, const Block& block) {
  const BoxNames names = names_of(is.kind);
  const XmlNode node = element(parent, "div", block, fmt::format("link-box {}", names.css_class));
  end_line(node);
  const std::string address = address_of(is.target);
  const std::string_view title = !is.title.empty()    ? is.title
                                 : !is.target.empty() ? is.target
                                                      : label(names.label, context_.lang);
  XmlNode line = add(node, "p");
  set(line, "class", "link-title");
  if (!address.empty()) {
    line = add(line, "a");
    set(line, "href", address);
  }
  add_text(line, title);
  end_line(node);
  if (!is.description.empty()) {
    set(add(node, "p", is.description), "class", "link-description");
    end_line(node);
  }
  if (is.caption.empty()) return;
  const XmlNode caption = add(node, "p");
  set(caption, "class", "caption");
  inlines(caption, is.caption);
  end_line(node);
}

void XhtmlWriter::write(XmlNode parent, const Group& is, const Block& block) {
  const std::optional<Role> role = role_of(block.classes);
  const XmlNode node = element(parent, role == Role::side_note ? "aside" : "div", block);
  end_line(node);
  const bool is_verse = role == Role::verse;
  const bool was_in_verse = std::exchange(is_in_verse_, is_in_verse_ || is_verse);
  blocks(node, is.children);
  is_in_verse_ = was_in_verse;
}

}  // namespace munjip
