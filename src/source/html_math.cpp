// Formulas: KaTeX, MathJax and MathML keep the TeX that they were made from. A book shows it as it
// stands, once, instead of the pieces that draw it.
#include "source/html_math.h"

#include <utility>

#include "source/platform_parts.h"

namespace munjip {

namespace {

std::string tex_of_formula(HtmlNode node) {
  const HtmlNode annotation = find_descendant(node, [](HtmlNode inner) {
    return inner.tag_name() == "annotation" &&
           inner.attribute("encoding").find("tex") != std::string_view::npos;
  });
  if (!annotation) return attribute_text(node, "alttext");
  std::string tex;
  for_each_descendant(annotation, [&](HtmlNode inner) {
    tex += inner.text();
    return true;
  });
  return without_forbidden(collapse_spaces(tex));
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
