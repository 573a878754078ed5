// Reading HTML in tests: from a string to a Post, and back to the text that the post holds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/overloaded.h"
#include "source/html_content.h"
#include "source/reader.h"

namespace munjip::test {

inline SourceText source_of(std::string_view html) {
  SourceText source;
  source.file = "/nowhere/post.html";
  source.folder = "/nowhere";
  source.shown_file = "post.html";
  source.text = html;
  return source;
}

struct Reading {
  Post post;
  Diagnostics diagnostics;
};

inline Reading read_fragment(std::string_view html) {
  Reading reading;
  const SourceText source = source_of(html);
  read_html_content(source.text, source, {}, reading.post, reading.diagnostics);
  return reading;
}

struct Pages {
  std::vector<Post> posts;
  Diagnostics diagnostics;
};

inline Pages read_page(std::string_view html) {
  Pages pages;
  pages.posts = read_html(source_of(html), pages.diagnostics);
  return pages;
}

// Inlines in a short notation: `<strong>word</strong>`, `[text](target)`, `^0`, `|` for a break.
inline std::string notation(const Inlines& inlines) {
  std::string out;
  for (const Inline& inline_ : inlines) {
    std::visit(overloaded{[&](const Text& text) { out += text.text; },
                          [&](const Phrase& phrase) {
                            const std::string name(html_name(phrase.element));
                            out += '<' + name + '>' + notation(phrase.children) + "</" + name + '>';
                          },
                          [&](const InlineCode& code) { out += '`' + code.text + '`'; },
                          [&](const Link& link) {
                            out += '[' + notation(link.children) + "](" + link.target + ')';
                          },
                          [&](const Ruby& ruby) { out += ruby.base + '(' + ruby.reading + ')'; },
                          [&](const NoteMark& mark) { out += '^' + std::to_string(mark.note); },
                          [&](const InlineImage& image) { out += "{" + image.image.source + "}"; },
                          [&](const LineBreak&) { out += '|'; },
                          [&](const Anchor& anchor) { out += "#" + anchor.id + "#"; },
                          [&](const IndexTerm& term) { out += "@" + term.term + "@"; }},
               inline_.is);
  }
  return out;
}

std::string notation(const Blocks& blocks);

// One block a line: `p text`, `h2 text`, `quote{...}`, `ul{...}`, `figure 2 caption` ...
inline std::string notation(const Block& block) {
  return std::visit(
      overloaded{[](const Heading& heading) {
                   return 'h' + std::to_string(heading.level) + ' ' + notation(heading.content);
                 },
                 [](const Paragraph& paragraph) { return "p " + notation(paragraph.content); },
                 [](const Quote& quote) {
                   return "quote{" + notation(quote.children) + '}' +
                          (quote.credit.empty() ? "" : " -- " + notation(quote.credit));
                 },
                 [](const List& list) {
                   std::string out = list.is_ordered() ? "ol{" : "ul{";
                   for (const ListItem& item : list.items) {
                     if (item.done) out += *item.done ? "[x]" : "[ ]";
                     out += notation(item.children) + ';';
                   }
                   return out + '}';
                 },
                 [](const DefinitionList& list) {
                   std::string out = "dl{";
                   for (const DefinitionItem& item : list.items) {
                     for (const Inlines& term : item.terms) out += "dt " + notation(term) + ';';
                     for (const Blocks& definition : item.definitions)
                       out += notation(definition) + ';';
                   }
                   return out + '}';
                 },
                 [](const Figure& figure) {
                   return "figure " + std::to_string(figure.images.size()) + ' ' +
                          notation(figure.caption);
                 },
                 [](const CodeBlock& code) { return "code " + code.language + '\n' + code.text; },
                 [](const Table& table) {
                   std::string out = "table{" + notation(table.caption);
                   for (const auto* rows : {&table.head, &table.body}) {
                     for (const Row& row : *rows) {
                       out += rows == &table.head ? "|H" : "|";
                       for (const Cell& cell : row.cells)
                         out += '(' + notation(cell.children) + ')';
                     }
                   }
                   return out + '}';
                 },
                 [](const Divider&) { return std::string("hr"); },
                 [](const LinkBox& box) {
                   return "box " + box.title + " <" + box.target + "> " + box.description;
                 },
                 [](const Group& group) { return "group{" + notation(group.children) + '}'; }},
      block.is);
}

inline std::string notation(const Blocks& blocks) {
  std::string out;
  for (const Block& block : blocks) {
    if (!out.empty()) out += '\n';
    out += notation(block);
  }
  return out;
}

// The body of a fragment in that notation.
inline std::string body_of(std::string_view html) {
  return notation(read_fragment(html).post.body);
}

}  // namespace munjip::test
