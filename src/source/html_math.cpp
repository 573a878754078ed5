// Formulas: KaTeX, MathJax and MathML keep the TeX that they were made from. A book shows it as it
// stands, once, instead of the pieces that draw it. MathML written by hand becomes TeX: as bare
// text a half would read 12.
#include "source/html_math.h"

#include <utility>
#include <vector>

#include "source/platform_parts.h"

namespace munjip {

namespace {

std::string text_within(HtmlNode node) {
  std::string text;
  for_each_descendant(node, [&](HtmlNode inner) {
    text += inner.text();
    return true;
  });
  return without_forbidden(collapse_spaces(text));
}

std::vector<HtmlNode> child_elements(HtmlNode node) {
  std::vector<HtmlNode> elements;
  for (std::size_t i = 0; i < node.child_count(); ++i) {
    if (node.child(i).is_element()) elements.push_back(node.child(i));
  }
  return elements;
}

std::string tex_of_mathml(HtmlNode node);

std::string tex_group(HtmlNode node) {
  return '{' + tex_of_mathml(node) + '}';
}

// MathML Core, 3.2 and 3.3. Recursion is bounded by the depth of the tree (html_depth.h).
std::string tex_of_mathml(HtmlNode node) {
  const std::string_view name = node.tag_name();
  const std::vector<HtmlNode> parts = child_elements(node);
  if (name == "mfrac" && parts.size() == 2) {
    return "\\frac" + tex_group(parts[0]) + tex_group(parts[1]);
  }
  if (name == "mroot" && parts.size() == 2) {
    return "\\sqrt[" + tex_of_mathml(parts[1]) + ']' + tex_group(parts[0]);
  }
  const bool is_raised = name == "msup" || name == "mover";
  const bool is_lowered = name == "msub" || name == "munder";
  if ((is_raised || is_lowered) && parts.size() == 2) {
    return tex_of_mathml(parts[0]) + (is_raised ? '^' : '_') + tex_group(parts[1]);
  }
  if ((name == "msubsup" || name == "munderover") && parts.size() == 3) {
    return tex_of_mathml(parts[0]) + '_' + tex_group(parts[1]) + '^' + tex_group(parts[2]);
  }
  if (parts.empty()) return text_within(node);
  std::string tex;
  for (const HtmlNode part : parts) tex += tex_of_mathml(part);
  return name == "msqrt" ? "\\sqrt{" + tex + '}' : tex;
}

std::string tex_of_formula(HtmlNode node) {
  const HtmlNode annotation = find_descendant(node, [](HtmlNode inner) {
    return inner.tag_name() == "annotation" &&
           inner.attribute("encoding").find("tex") != std::string_view::npos;
  });
  if (annotation) return text_within(annotation);
  std::string tex = attribute_text(node, "alttext");
  return tex.empty() && node.is(GUMBO_TAG_MATH) ? tex_of_mathml(node) : tex;
}

}  // namespace

bool read_formula_element(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                          const FlowContext& context) {
  const bool is_math = node.is(GUMBO_TAG_MATH);
  if (!is_math && !has_any_class(node, {"katex", "katex-display", "MathJax"})) return false;
  std::string tex = tex_of_formula(node);
  if (tex.empty()) return false;
  const bool is_display = node.has_class("katex-display") || node.attribute("display") == "block";
  const SourcePos at = reader.position(node, context);
  if (is_display) {
    flow.add({CodeBlock{std::move(tex) + "\n", "tex"}, {}, {}, at}, context);
  } else {
    flow.run.atom({InlineCode{std::move(tex)}, at});
  }
  return true;
}

}  // namespace munjip
