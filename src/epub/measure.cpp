#include "epub/measure.h"

#include <string>
#include <string_view>
#include <vector>

#include "base/overloaded.h"

namespace munjip {

namespace {

// The longest tags of an element with the attributes that do not depend on the content.
constexpr std::size_t kTags = 60;
constexpr std::size_t kNoteMark = 160;
constexpr std::size_t kImage = 220;

// With `&amp;` and the like, and `"` as in attributes.
std::size_t escaped(std::string_view text) {
  std::size_t bytes = text.size();
  for (const char c : text) {
    if (c == '&' || c == '<' || c == '>' || c == '"') bytes += 5;
  }
  return bytes;
}

// An address may be percent-encoded.
std::size_t address(std::string_view text) {
  return 3 * text.size() + kTags;
}

std::size_t classes(const std::vector<std::string>& names) {
  std::size_t bytes = 0;
  for (const std::string& name : names) bytes += escaped(name) + 1;
  return bytes;
}

std::size_t measure(const Image& image) {
  return kImage + 2 * escaped(image.alt) + escaped(image.source);
}

std::size_t measure(const Inline& in) {
  return std::visit(
      overloaded{[](const Text& is) { return escaped(is.text); },
                 [](const Phrase& is) {
                   return kTags + bytes_as_xhtml(is.children) + classes(is.classes) +
                          2 * is.lang.size();
                 },
                 [](const InlineCode& is) { return kTags + escaped(is.text); },
                 [](const Link& is) { return address(is.target) + bytes_as_xhtml(is.children); },
                 [](const Ruby& is) { return kTags + escaped(is.base) + escaped(is.reading); },
                 [](const NoteMark&) { return kNoteMark; },
                 [](const InlineImage& is) { return measure(is.image); },
                 [](const LineBreak&) { return kTags; },
                 [](const Anchor& is) { return kTags + escaped(is.id); },
                 [](const IndexTerm&) { return std::size_t{0}; }},
      in.is);
}

std::size_t measure(const List& list) {
  std::size_t bytes = kTags;
  for (const ListItem& item : list.items) bytes += kTags + bytes_as_xhtml(item.children);
  return bytes;
}

std::size_t measure(const DefinitionList& list) {
  std::size_t bytes = kTags;
  for (const DefinitionItem& item : list.items) {
    for (const Inlines& term : item.terms) bytes += kTags + bytes_as_xhtml(term);
    for (const Blocks& definition : item.definitions) bytes += kTags + bytes_as_xhtml(definition);
  }
  return bytes;
}

std::size_t measure(const Figure& figure) {
  // A caption may stand in for each missing alternative text.
  std::size_t bytes = kTags + bytes_as_xhtml(figure.caption) * (1 + figure.images.size());
  for (const Image& image : figure.images) bytes += measure(image);
  return bytes;
}

std::size_t measure(const Table& table) {
  std::size_t bytes = 2 * kTags + bytes_as_xhtml(table.caption);
  for (const auto* rows : {&table.head, &table.body}) {
    for (const Row& row : *rows) {
      bytes += kTags;
      for (const Cell& cell : row.cells) bytes += kTags + bytes_as_xhtml(cell.children);
    }
  }
  return bytes;
}

}  // namespace

std::size_t bytes_as_xhtml(const Inlines& inlines) {
  std::size_t bytes = 0;
  for (const Inline& in : inlines) bytes += measure(in);
  return bytes;
}

std::size_t bytes_as_xhtml(const Blocks& blocks) {
  std::size_t bytes = 0;
  for (const Block& block : blocks) bytes += bytes_as_xhtml(block);
  return bytes;
}

std::size_t bytes_as_xhtml(const Block& block) {
  const std::size_t content = std::visit(
      overloaded{
          [](const Heading& is) { return bytes_as_xhtml(is.content) + escaped(is.id); },
          [](const Paragraph& is) { return bytes_as_xhtml(is.content); },
          [](const Quote& is) {
            return kTags + bytes_as_xhtml(is.children) + bytes_as_xhtml(is.credit);
          },
          [](const List& is) { return measure(is); },
          [](const DefinitionList& is) { return measure(is); },
          [](const Figure& is) { return measure(is); },
          [](const CodeBlock& is) { return kTags + escaped(is.text) + escaped(is.language); },
          [](const Table& is) { return measure(is); }, [](const Divider&) { return kTags; },
          [](const LinkBox& is) {
            return 3 * kTags + address(is.target) + escaped(is.title) + escaped(is.target) +
                   escaped(is.description) + bytes_as_xhtml(is.caption);
          },
          [](const Group& is) { return bytes_as_xhtml(is.children); }},
      block.is);
  return content + kTags + classes(block.classes) + 2 * block.lang.size();
}

}  // namespace munjip
