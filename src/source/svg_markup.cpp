#include "source/svg_markup.h"

#include <algorithm>

#include "base/xml_escape.h"

namespace munjip {

namespace {

// A name that XML takes without a namespace: the ASCII part of XML 1.0, 2.3.
bool is_xml_name(std::string_view name) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  return !name.empty() && is_letter(name[0]) && std::all_of(name.begin(), name.end(), [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
}

// The tokenizer makes all names lower-case; SVG has some that are not (HTML, 13.2.6.5).
std::string element_name(HtmlNode node) {
  const std::string_view written = node.tag_name();
  const GumboStringPiece piece{written.data(), written.size()};
  const char* known = written.empty() ? nullptr : gumbo_normalize_svg_tagname(&piece);
  return known != nullptr ? std::string(known) : ascii_lower(written);
}

class Writer {
 public:
  std::string write(HtmlNode svg) {
    element(svg, "svg", true, false);
    return std::move(out_);
  }

 private:
  // Recursion is as deep as the tree, which HtmlTree bounds.
  void element(HtmlNode node, const std::string& name, bool is_root, bool in_foreign) {
    out_ += '<' + name;
    if (is_root) {
      out_ += " xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
    }
    attributes(node);
    out_ += '>';
    children(node, in_foreign || name == "foreignObject");
    out_ += "</" + name + '>';
  }

  // HTML counts in foreign objects only, whose words the drawing keeps (media/svg_foreign.cpp).
  void children(HtmlNode node, bool in_foreign) {
    for (std::size_t i = 0; i < node.child_count(); ++i) {
      const HtmlNode child = node.child(i);
      if (child.is_element()) {
        const bool is_svg = child.get()->v.element.tag_namespace == GUMBO_NAMESPACE_SVG;
        const std::string name = is_svg ? element_name(child) : std::string(child.tag_name());
        if ((is_svg || in_foreign) && is_xml_name(name)) element(child, name, false, in_foreign);
      } else if (child.is_text()) {
        append_xml_escaped(out_, child.text());
      }
    }
  }

  void attributes(HtmlNode node) {
    const GumboVector& all = node.get()->v.element.attributes;
    for (unsigned i = 0; i < all.length; ++i) {
      const auto& attribute = *static_cast<const GumboAttribute*>(all.data[i]);
      const char* prefix = "";
      if (attribute.attr_namespace == GUMBO_ATTR_NAMESPACE_XLINK) prefix = "xlink:";
      if (attribute.attr_namespace == GUMBO_ATTR_NAMESPACE_XML) prefix = "xml:";
      const std::string_view name = attribute.name;
      if (attribute.attr_namespace == GUMBO_ATTR_NAMESPACE_XMLNS || name == "xmlns" ||
          !is_xml_name(name)) {
        continue;
      }
      out_ += ' ';
      out_ += prefix;
      out_ += name;
      out_ += "=\"";
      append_xml_escaped(out_, attribute.value);
      out_ += '"';
    }
  }

  std::string out_;
};

}  // namespace

std::string svg_markup(HtmlNode svg) {
  return Writer().write(svg);
}

}  // namespace munjip
