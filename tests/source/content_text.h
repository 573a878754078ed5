// Content as short lines of text, for tests: one line a block, marks for what is not plain text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/overloaded.h"
#include "book/book.h"

namespace munjip {

// `<b>..</b>` for strong, `<i>` emphasis, `<s>` strike and deleted, `` ` `` code, `[text](target)`,
// `^0` the mark of note 0, `|` a line break.
inline std::string marked(const Inlines& inlines) {
  std::string out;
  for (const Inline& in : inlines) {
    std::visit(overloaded{
                   [&](const Text& text) { out += text.text; },
                   [&](const Phrase& phrase) {
                     const std::string_view name =
                         phrase.element == Element::strong     ? "b"
                         : phrase.element == Element::emphasis ? "i"
                         : phrase.element == Element::strike || phrase.element == Element::deleted
                             ? "s"
                             : html_name(phrase.element);
                     out.append("<").append(name).append(">").append(marked(phrase.children));
                     out.append("</").append(name).append(">");
                   },
                   [&](const InlineCode& code) { out += "`" + code.text + "`"; },
                   [&](const Link& link) {
                     out += "[" + marked(link.children) + "](" + link.target + ")";
                   },
                   [&](const Ruby& ruby) { out += ruby.base + "(" + ruby.reading + ")"; },
                   [&](const NoteMark& mark) { out += "^" + std::to_string(mark.note); },
                   [&](const InlineImage& picture) { out += "!" + picture.image.source; },
                   [&](const LineBreak&) { out += "|"; },
                   [](const Anchor&) {},
                   [](const IndexTerm&) {},
               },
               in.is);
  }
  return out;
}

inline void append_outline(const Blocks& blocks, const std::string& indent,
                           std::vector<std::string>& out);

inline void append_rows(const std::vector<Row>& rows, std::string_view kind,
                        std::vector<std::string>& out) {
  for (const Row& row : rows) {
    std::string line(kind);
    for (const Cell& cell : row.cells) {
      std::vector<std::string> inside;
      append_outline(cell.children, "", inside);
      line += " [";
      for (std::size_t i = 0; i < inside.size(); ++i) line += (i > 0 ? " / " : "") + inside[i];
      line += "]";
      if (cell.rowspan > 1) line += "x" + std::to_string(cell.rowspan);
    }
    out.push_back(line);
  }
}

inline void append_outline(const Blocks& blocks, const std::string& indent,
                           std::vector<std::string>& out) {
  const std::string deeper = indent + "  ";
  for (const Block& block : blocks) {
    std::visit(
        overloaded{
            [&](const Heading& h) {
              out.push_back(indent + "h" + std::to_string(h.level) + " " + marked(h.content));
            },
            [&](const Paragraph& p) { out.push_back(indent + "p " + marked(p.content)); },
            [&](const Quote& q) {
              out.push_back(indent + "quote");
              append_outline(q.children, deeper, out);
              if (!q.credit.empty()) out.push_back(indent + " credit " + marked(q.credit));
            },
            [&](const List& list) {
              out.push_back(indent + (list.is_ordered() ? "ol " + std::to_string(list.start)
                                                        : std::string("ul")));
              for (const ListItem& item : list.items) {
                out.push_back(indent + " -");
                append_outline(item.children, deeper, out);
              }
            },
            [&](const DefinitionList&) { out.push_back(indent + "dl"); },
            [&](const Figure& figure) {
              std::string line = indent + "figure";
              for (const Image& image : figure.images) line += " " + image.source;
              out.push_back(line);
            },
            [&](const CodeBlock& code) {
              out.push_back(indent + "code " + code.language + ":" + code.text);
            },
            [&](const Table& table) {
              append_rows(table.head, indent + "th", out);
              append_rows(table.body, indent + "tr", out);
            },
            [&](const Divider&) { out.push_back(indent + "hr"); },
            [&](const LinkBox& box) {
              out.push_back(indent + "box " + box.title + " <" + box.target + ">");
            },
            [&](const Group& group) {
              out.push_back(indent + "group");
              append_outline(group.children, deeper, out);
            },
        },
        block.is);
  }
}

inline std::vector<std::string> outline(const Blocks& blocks) {
  std::vector<std::string> out;
  append_outline(blocks, "", out);
  return out;
}

}  // namespace munjip
