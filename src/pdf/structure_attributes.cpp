#include "pdf/structure_attributes.h"

#include <algorithm>

#include "pdf/number.h"

namespace munjip {

namespace {

// Table 347: there is no name for Korean letters and circled numbers; they count, so Decimal comes
// nearest.
std::string_view list_numbering(const TagNode& list) {
  switch (list.list_style) {
    case ListStyle::none:
      return list.is_ordered_list ? "Decimal" : "None";
    case ListStyle::disc:
      return "Disc";
    case ListStyle::circle:
      return "Circle";
    case ListStyle::square:
      return "Square";
    case ListStyle::lower_alpha:
      return "LowerAlpha";
    case ListStyle::upper_alpha:
      return "UpperAlpha";
    case ListStyle::lower_roman:
      return "LowerRoman";
    case ListStyle::upper_roman:
      return "UpperRoman";
    case ListStyle::from_content:
      return list.is_ordered_list ? "Decimal" : "Disc";
    case ListStyle::decimal:
    case ListStyle::hangul_syllable:
    case ListStyle::hangul_jamo:
    case ListStyle::circled:
      return "Decimal";
  }
  return "None";
}

// PDF/UA-1, 7.5. A row that ends with a header cell has nothing else: it heads the columns below
// it. A header cell among others heads its row.
std::string_view scope_of(std::span<const TagNode> tags, TagId cell) {
  const std::vector<TagId>& row = tags[tags[cell].parent].children;
  return tags[row.back()].element == Element::header_cell ? "Column" : "Row";
}

void append_span(std::string& out, std::string_view key, int count) {
  if (count <= 1) return;
  out += key;
  append_integer(out, count);
}

}  // namespace

std::string attributes_of(std::span<const TagNode> tags, TagId tag) {
  const TagNode& node = tags[tag];
  std::string out;
  if (node.element == Element::ordered_list || node.element == Element::unordered_list) {
    out = "<</O/List/ListNumbering/";
    out += list_numbering(node);
    return out + ">>";
  }
  const bool is_header = node.element == Element::header_cell;
  if (!is_header && node.element != Element::cell) return out;
  if (is_header) {
    out += "/Scope/";
    out += scope_of(tags, tag);
  }
  append_span(out, "/ColSpan ", node.colspan);
  append_span(out, "/RowSpan ", node.rowspan);
  return out.empty() ? out : "<</O/Table" + out + ">>";
}

std::string bounding_box_attribute(const MarkedSequence::Box& box) {
  std::string out = "<</O/Layout/BBox[";
  for (const double edge : {box.left, box.bottom, box.right, box.top}) {
    append_number(out, edge, 2);
    out += ' ';
  }
  out.back() = ']';
  return out + ">>";
}

}  // namespace munjip
