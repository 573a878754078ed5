// Blocks as HTML: tables with spans, definitions, lists with marks of their own, and everything
// within them.
#include <fmt/format.h>

#include "book/kind_names.h"
#include "markdown/blocks.h"

namespace munjip {

namespace {

std::string_view css_name(ListMarker marker) {
  switch (marker) {
    case ListMarker::bullet:
    case ListMarker::decimal:
      return "";
    case ListMarker::lower_alpha:
      return "lower-alpha";
    case ListMarker::upper_alpha:
      return "upper-alpha";
    case ListMarker::lower_roman:
      return "lower-roman";
    case ListMarker::upper_roman:
      return "upper-roman";
    case ListMarker::hangul_syllable:
      return "hangul";
    case ListMarker::hangul_jamo:
      return "hangul-consonant";
    case ListMarker::circled:
      return "circled-decimal";
    case ListMarker::circled_hangul:
      return "circled-hangul";
    case ListMarker::none:
      return "none";
  }
  return "";
}

class HtmlWriter {
 public:
  HtmlWriter(const Block& block, const Look& around, PostScope& scope)
      : block_(block), around_(around), look_(look_of(block)), scope_(scope) {
    // Containers leave the text in them as it is around them.
    if (!std::holds_alternative<Paragraph>(block.is) &&
        !std::holds_alternative<Heading>(block.is)) {
      look_.align = around.align;
      look_.dir = around.dir;
    }
    if (look_.lang.empty()) look_.lang = around.lang;
    attributes_ = class_attribute(block) + look_attributes(look_, around);
  }

  std::string write() {
    return std::visit([&](const auto& is) { return print(is); }, block_.is);
  }

 private:
  std::string inlines(const Inlines& list) { return html_inlines(list, scope_); }

  // Between the tags of an item or cell: a lone paragraph needs none of its own.
  std::string content(const Blocks& blocks, const Look& around) {
    if (blocks.size() == 1) {
      const auto* paragraph = std::get_if<Paragraph>(&blocks[0].is);
      const Look look = look_of(blocks[0]);
      if (paragraph != nullptr && is_plain(blocks[0]) && look_attributes(look, around).empty()) {
        return inlines(paragraph->content);
      }
    }
    return blocks.empty() ? std::string() : "\n" + html_blocks(blocks, around, scope_) + "\n";
  }

  std::string print(const Heading& is) {
    const std::string id = scope_.linked_places.contains(is.id)
                               ? attribute("id", place_name(scope_.post, is.id))
                               : std::string();
    return fmt::format("<h{0}{1}{2}>{3}</h{0}>", is.level, id, attributes_, inlines(is.content));
  }
  std::string print(const Paragraph& is) {
    return fmt::format("<p{}>{}</p>", attributes_, inlines(is.content));
  }
  std::string print(const Quote& is) {
    std::string out = fmt::format("<blockquote{}>\n", attributes_);
    if (!is.children.empty()) out += html_blocks(is.children, look_, scope_) + "\n";
    if (!is.credit.empty()) out += "<footer>" + inlines(is.credit) + "</footer>\n";
    return out + "</blockquote>";
  }

  std::string print(const List& is) {
    const std::string_view name = is.is_ordered() ? "ol" : "ul";
    std::string out = fmt::format("<{}{}", name, attributes_);
    const std::string_view marker = css_name(is.marker);
    if (!marker.empty()) out += attribute("style", fmt::format("list-style-type: {}", marker));
    out += attribute("data-munjip-label", to_string(is.delimiter));
    if (is.start != 1) out += attribute("start", std::to_string(is.start));
    out += ">\n";
    for (const ListItem& item : is.items) {
      out += "<li";
      if (item.value) out += attribute("value", std::to_string(*item.value));
      out += ">";
      if (item.done)
        out += *item.done ? "<input type=\"checkbox\" checked> " : "<input type=\"checkbox\"> ";
      out += content(item.children, look_) + "</li>\n";
    }
    return fmt::format("{}</{}>", out, name);
  }

  std::string print(const DefinitionList& is) {
    std::string out = fmt::format("<dl{}>\n", attributes_);
    for (const DefinitionItem& item : is.items) {
      for (const Inlines& term : item.terms) out += "<dt>" + inlines(term) + "</dt>\n";
      for (const Blocks& definition : item.definitions) {
        out += "<dd>" + content(definition, look_) + "</dd>\n";
      }
    }
    return out + "</dl>";
  }

  std::string print(const Figure& is) {
    std::string out = fmt::format("<figure{}>\n", attributes_);
    for (const Image& image : is.images) {
      out += html_image(image, Placement::alone, scope_) + "\n";
    }
    if (!is.caption.empty()) out += "<figcaption>" + inlines(is.caption) + "</figcaption>\n";
    return out + "</figure>";
  }

  std::string print(const CodeBlock& is) {
    const std::string language =
        is.language.empty() ? std::string() : attribute("class", "language-" + is.language);
    return fmt::format("<pre{}><code{}>{}</code></pre>", attributes_, language, html_code(is.text));
  }

  std::string print(const Table& is) {
    std::string out = fmt::format("<table{}>\n", attributes_);
    if (!is.caption.empty()) out += "<caption>" + inlines(is.caption) + "</caption>\n";
    out += rows("thead", is.head) + rows("tbody", is.body);
    return out + "</table>";
  }
  std::string rows(std::string_view name, const std::vector<Row>& rows) {
    if (rows.empty()) return {};
    std::string out = fmt::format("<{}>\n", name);
    for (const Row& row : rows) {
      out += "<tr>\n";
      for (const Cell& cell : row.cells) out += this->cell(cell);
      out += "</tr>\n";
    }
    return out + fmt::format("</{}>\n", name);
  }
  std::string cell(const Cell& cell) {
    const std::string_view name = cell.is_header ? "th" : "td";
    std::string out = fmt::format("<{}", name);
    if (cell.colspan != 1) out += attribute("colspan", std::to_string(cell.colspan));
    if (cell.rowspan != 1) out += attribute("rowspan", std::to_string(cell.rowspan));
    out += attribute("align", to_string(cell.align));
    // A table's cells say their alignment themselves, whatever is around the table.
    return out +
           fmt::format(">{}</{}>\n", content(cell.children, {{}, look_.dir, look_.lang}), name);
  }

  std::string print(const Divider&) { return fmt::format("<hr{}>", attributes_); }

  std::string print(const LinkBox& is) {
    std::string out =
        fmt::format("<figure data-munjip-box=\"{}\"{}>\n", to_string(is.kind), attributes_);
    out += "<a" + attribute("href", scope_.names.link(scope_.post, is.target)) + ">" +
           html_text(is.title) + "</a>\n";
    if (!is.description.empty()) out += "<p>" + html_text(is.description) + "</p>\n";
    if (!is.caption.empty()) out += "<figcaption>" + inlines(is.caption) + "</figcaption>\n";
    return out + "</figure>";
  }

  std::string print(const Group& is) {
    const std::string classes = fmt::format("{}", fmt::join(block_.classes, " "));
    return fmt::format("<div data-munjip-class=\"{}\"{}>\n{}\n</div>", html_attribute(classes),
                       look_attributes(look_, around_), html_blocks(is.children, look_, scope_));
  }

  const Block& block_;
  const Look& around_;
  Look look_;
  PostScope& scope_;
  std::string attributes_;
};

}  // namespace

std::string html_block(const Block& block, const Look& around, PostScope& scope) {
  return HtmlWriter(block, around, scope).write();
}

std::string html_blocks(const Blocks& blocks, const Look& around, PostScope& scope) {
  std::string out;
  for (const Block& block : blocks) {
    out += (out.empty() ? "" : "\n") + html_block(block, around, scope);
  }
  return out;
}

}  // namespace munjip
