// The one element table: every kind of content munjip knows, with its name in HTML (which CSS
// selectors match and the EPUB prints) and its structure type in PDF (ISO 32000-1, 14.8.4;
// PDF/UA-1, 7.1).
#pragma once

#include <array>
#include <string_view>

namespace munjip {

enum class Element {
  // grouping
  document,
  part,
  section,  // one post, or one piece of front or back matter
  group,    // a div with classes: verse, epigraph, callout ...
  // blocks
  heading1,
  heading2,
  heading3,
  heading4,
  heading5,
  heading6,
  paragraph,
  block_quote,
  unordered_list,
  ordered_list,
  list_item,
  list_label,
  list_body,
  definition_list,
  definition_term,
  definition,
  figure,
  image,
  caption,
  code_block,
  table,
  table_caption,
  table_row,
  header_cell,
  cell,
  divider,
  link_box,  // what stands for a video, a map or an attached file: a captioned link
  note,
  table_of_contents,
  table_of_contents_item,
  // inlines
  emphasis,
  strong,
  mark,
  underline,
  strike,
  deleted,
  inserted,
  superscript,
  subscript,
  small,
  quotation,
  cite,
  keyboard,
  abbreviation,
  code,
  span,
  link,
  note_mark,
  ruby,
  ruby_base,
  ruby_text,
  // tag trees only: a run of text that stands between child elements and belongs to its parent
  text,
};

struct ElementInfo {
  Element element;
  std::string_view
      html;  // element name in HTML and CSS; empty for `text` and where HTML has no element
  std::string_view
      css_class;  // a class that EPUB writes and CSS may match, where `html` alone is not enough
  std::string_view structure;  // standard structure type; empty: the content belongs to the parent
  bool is_block;
};

const ElementInfo& info(Element element);
inline std::string_view html_name(Element element) {
  return info(element).html;
}
inline std::string_view structure_type(Element element) {
  return info(element).structure;
}
inline bool is_block(Element element) {
  return info(element).is_block;
}

// heading1 ... heading6 for level 1 ... 6; other levels are clamped.
Element heading_element(int level);
// 1 ... 6 for a heading, 0 for anything else.
int heading_level(Element element);

}  // namespace munjip
