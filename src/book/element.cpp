#include "book/element.h"

#include <algorithm>
#include <cstddef>

namespace munjip {

namespace {

using enum Element;

constexpr std::array kElements = {
    ElementInfo{document, "body", "", "Document", true},
    ElementInfo{part, "section", "part", "Part", true},
    ElementInfo{section, "section", "post", "Sect", true},
    ElementInfo{group, "div", "", "Div", true},
    ElementInfo{heading1, "h1", "", "H1", true},
    ElementInfo{heading2, "h2", "", "H2", true},
    ElementInfo{heading3, "h3", "", "H3", true},
    ElementInfo{heading4, "h4", "", "H4", true},
    ElementInfo{heading5, "h5", "", "H5", true},
    ElementInfo{heading6, "h6", "", "H6", true},
    ElementInfo{paragraph, "p", "", "P", true},
    ElementInfo{block_quote, "blockquote", "", "BlockQuote", true},
    ElementInfo{unordered_list, "ul", "", "L", true},
    ElementInfo{ordered_list, "ol", "", "L", true},
    ElementInfo{list_item, "li", "", "LI", true},
    ElementInfo{list_label, "", "", "Lbl", false},
    ElementInfo{list_body, "", "", "LBody", true},
    ElementInfo{definition_list, "dl", "", "L", true},
    ElementInfo{definition_term, "dt", "", "Lbl", true},
    ElementInfo{definition, "dd", "", "LBody", true},
    ElementInfo{figure, "figure", "", "Sect", true},
    ElementInfo{image, "img", "", "Figure", false},
    ElementInfo{caption, "figcaption", "", "Caption", true},
    ElementInfo{code_block, "pre", "", "Code", true},
    ElementInfo{table, "table", "", "Table", true},
    ElementInfo{table_caption, "caption", "", "Caption", true},
    ElementInfo{table_row, "tr", "", "TR", true},
    ElementInfo{header_cell, "th", "", "TH", true},
    ElementInfo{cell, "td", "", "TD", true},
    ElementInfo{divider, "hr", "", "", true},
    ElementInfo{link_box, "p", "link-box", "P", true},
    ElementInfo{note, "aside", "note", "Note", true},
    ElementInfo{table_of_contents, "nav", "toc", "TOC", true},
    ElementInfo{table_of_contents_item, "p", "toc-item", "TOCI", true},
    ElementInfo{emphasis, "em", "", "Span", false},
    ElementInfo{strong, "strong", "", "Span", false},
    ElementInfo{mark, "mark", "", "Span", false},
    ElementInfo{underline, "u", "", "Span", false},
    ElementInfo{strike, "s", "", "Span", false},
    ElementInfo{deleted, "del", "", "Span", false},
    ElementInfo{inserted, "ins", "", "Span", false},
    ElementInfo{superscript, "sup", "", "Span", false},
    ElementInfo{subscript, "sub", "", "Span", false},
    ElementInfo{small, "small", "", "Span", false},
    ElementInfo{quotation, "q", "", "Quote", false},
    ElementInfo{cite, "cite", "", "Span", false},
    ElementInfo{keyboard, "kbd", "", "Span", false},
    ElementInfo{abbreviation, "abbr", "", "Span", false},
    ElementInfo{code, "code", "", "Code", false},
    ElementInfo{span, "span", "", "Span", false},
    ElementInfo{link, "a", "", "Link", false},
    ElementInfo{note_mark, "a", "noteref", "Reference", false},
    ElementInfo{ruby, "ruby", "", "Ruby", false},
    ElementInfo{ruby_base, "rb", "", "RB", false},
    ElementInfo{ruby_text, "rt", "", "RT", false},
    ElementInfo{text, "", "", "", false},
};

constexpr bool in_step() {
  for (std::size_t i = 0; i < kElements.size(); ++i) {
    if (static_cast<std::size_t>(kElements[i].element) != i) return false;
  }
  return kElements.size() == static_cast<std::size_t>(text) + 1;
}
static_assert(in_step(), "kElements must list the enum in its order");

}  // namespace

const ElementInfo& info(Element element) {
  return kElements[static_cast<std::size_t>(element)];
}

Element heading_element(int level) {
  return static_cast<Element>(static_cast<int>(heading1) + std::clamp(level, 1, 6) - 1);
}

int heading_level(Element element) {
  const int level = static_cast<int>(element) - static_cast<int>(heading1) + 1;
  return level >= 1 && level <= 6 ? level : 0;
}

}  // namespace munjip
