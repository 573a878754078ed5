// The inline elements: phrases, links, ruby, code in the line.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "source/html_content_reader.h"
#include "source/named_link.h"

namespace munjip {

namespace {

std::optional<Element> element_of(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG:
      return Element::strong;
    case GUMBO_TAG_I:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_VAR:
      return Element::emphasis;
    case GUMBO_TAG_U:
      return Element::underline;
    case GUMBO_TAG_S:
    case GUMBO_TAG_STRIKE:
      return Element::strike;
    case GUMBO_TAG_DEL:
      return Element::deleted;
    case GUMBO_TAG_INS:
      return Element::inserted;
    case GUMBO_TAG_MARK:
      return Element::mark;
    case GUMBO_TAG_SUP:
      return Element::superscript;
    case GUMBO_TAG_SUB:
      return Element::subscript;
    case GUMBO_TAG_SMALL:
      return Element::small;
    case GUMBO_TAG_Q:
      return Element::quotation;
    case GUMBO_TAG_CITE:
      return Element::cite;
    case GUMBO_TAG_KBD:
      return Element::keyboard;
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
      return Element::abbreviation;
    default:
      return {};
  }
}

using Rgb = std::array<int, 3>;

std::optional<Rgb> parse_hex_colour(std::string_view digits) {
  if (digits.size() != 3 && digits.size() != 4 && digits.size() != 6 && digits.size() != 8)
    return {};
  if (digits.find_first_not_of("0123456789abcdef") != std::string_view::npos) return {};
  const bool is_short = digits.size() <= 4;
  const bool has_alpha = digits.size() == 4 || digits.size() == 8;
  if (has_alpha && digits.back() == '0') return {};
  Rgb rgb{};
  for (std::size_t i = 0; i < 3; ++i) {
    const std::string part =
        is_short ? std::string(2, digits[i]) : std::string(digits.substr(i * 2, 2));
    rgb[i] = static_cast<int>(std::strtol(part.c_str(), nullptr, 16));
  }
  return rgb;
}

// `rgb(255, 255, 0)`, `rgba(255 255 0 / 50%)`; nothing where it is all but transparent.
std::optional<Rgb> parse_rgb_function(std::string_view colour) {
  const std::size_t open = colour.find('(');
  if (open == std::string_view::npos) return {};
  std::array<double, 4> values{0, 0, 0, 1};
  std::size_t count = 0, at = open + 1;
  while (count < values.size()) {
    at = colour.find_first_of("0123456789.", at);
    if (at == std::string_view::npos) break;
    const std::size_t end = std::min(colour.find_first_not_of("0123456789.", at), colour.size());
    values[count] = std::strtod(std::string(colour.substr(at, end - at)).c_str(), nullptr);
    if (end < colour.size() && colour[end] == '%') values[count] /= 100;
    ++count;
    at = end;
  }
  if (count < 3 || values[3] < 0.1) return {};
  Rgb rgb{};
  for (std::size_t i = 0; i < 3; ++i) rgb[i] = static_cast<int>(std::min(values[i], 255.0));
  return rgb;
}

// A background that marks words: coloured, not the page's white or a grey box.
bool is_highlight(std::string_view colour) {
  static constexpr std::string_view kNames[] = {
      "yellow",       "gold",  "orange", "lime",       "cyan",      "aqua",
      "pink",         "red",   "green",  "lightgreen", "lightblue", "lightyellow",
      "lemonchiffon", "khaki", "violet", "skyblue"};
  colour = colour.substr(0, colour.find(" url"));
  if (std::find(std::begin(kNames), std::end(kNames), colour) != std::end(kNames)) return true;
  const std::optional<Rgb> rgb = colour.starts_with('#')     ? parse_hex_colour(colour.substr(1))
                                 : colour.starts_with("rgb") ? parse_rgb_function(colour)
                                                             : std::nullopt;
  if (!rgb) return false;
  const auto [least, most] = std::minmax_element(rgb->begin(), rgb->end());
  return *most - *least >= 24;
}

bool is_bold(std::string_view weight) {
  return weight == "bold" || weight == "bolder" || leading_number(weight) >= 600;
}

// The phrases that a style attribute amounts to.
std::vector<Element> elements_of_style(std::string_view style) {
  std::vector<Element> elements;
  if (style.empty()) return elements;
  if (is_bold(style_property(style, "font-weight"))) elements.push_back(Element::strong);
  if (style_property(style, "font-style") == "italic") elements.push_back(Element::emphasis);
  std::string decoration = style_property(style, "text-decoration");
  decoration += style_property(style, "text-decoration-line");
  if (decoration.find("underline") != std::string::npos) elements.push_back(Element::underline);
  if (decoration.find("line-through") != std::string::npos) elements.push_back(Element::strike);
  if (is_highlight(style_property(style, "background-color")) ||
      is_highlight(style_property(style, "background"))) {
    elements.push_back(Element::mark);
  }
  return elements;
}

// Addresses that a book can lead to; scripts and data are none.
std::string link_target(std::string_view href) {
  href = trim_ascii(href);
  if (href.starts_with("//")) return "https:" + std::string(href);
  const std::string scheme = ascii_lower(href.substr(0, href.find_first_of(":/?#")));
  if (scheme.size() < href.size() && href[scheme.size()] == ':' && !scheme.empty()) {
    static constexpr std::string_view kSchemes[] = {"http", "https", "mailto", "tel"};
    if (std::find(std::begin(kSchemes), std::end(kSchemes), scheme) == std::end(kSchemes))
      return {};
  }
  return href == "#" ? std::string() : std::string(href);
}

}  // namespace

void ContentReader::read_styled(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  const SourcePos at = position(node, context);
  std::vector<Inline> wrappers;
  if (const auto element = element_of(node.tag())) {
    Phrase phrase{*element, {}};
    if (*element == Element::abbreviation) {
      phrase.title = without_forbidden(collapse_spaces(node.attribute("title")));
    }
    wrappers.push_back({std::move(phrase), at});
  }
  for (const Element element : elements_of_style(node.attribute("style"))) {
    wrappers.push_back({Phrase{element, {}}, at});
  }
  const FlowContext inner = inside(node, context);
  if (inner.lang != context.lang || inner.dir != context.dir) {
    Phrase span{Element::span, {}, inner.lang == context.lang ? "" : inner.lang};
    if (inner.dir != context.dir) span.classes.push_back(inner.dir);
    wrappers.push_back({std::move(span), at});
  }
  for (Inline& wrapper : wrappers) flow.run.open(std::move(wrapper));
  read_children(node, flow, inner);
  for (std::size_t i = 0; i < wrappers.size(); ++i) flow.run.close();
}

namespace {

bool holds_lines(HtmlNode block) {
  switch (block.tag()) {
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_P:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
      return true;
    default:
      return false;
  }
}

// A link around a box of two or more lines of text: title, description, host.
bool is_card(HtmlNode link) {
  std::size_t lines = 0, bytes = 0;
  const HtmlNode other = find_descendant(link, [&](HtmlNode node) {
    if (!is_block_tag(node.tag())) return node.is(GUMBO_TAG_IMG);
    for (std::size_t i = 0; i < node.child_count(); ++i) {
      const std::size_t size = trim_ascii(node.child(i).text()).size();
      bytes += size;
      if (size > 0) ++lines;
    }
    return !holds_lines(node);
  });
  constexpr std::size_t kMostBytes = 800;  // a whole article in a link is no card
  return !other && lines >= 2 && bytes <= kMostBytes;
}

}  // namespace

void ContentReader::read_link(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  if (read_note_mark(node, flow, context)) return;
  std::string target = link_target(node.attribute("href"));
  const std::string post_name = without_forbidden(post_named(node.attribute("href")));
  if (!post_name.empty()) target = post_name;
  if (target.empty()) {
    read_children(node, flow, inside(node, context));
    return;
  }
  const SourcePos at = position(node, context);
  if (is_card(node)) {
    Inlines lines = read_inlines(node, inside(node, context));
    if (lines.empty()) return;
    Inlines card{{Link{std::move(lines), std::move(target)}, at}};
    flow.add({Paragraph{std::move(card)}, {}, context.lang, at}, context);
    return;
  }
  Link link{{}, std::move(target)};
  const HtmlNode around = node.parent();
  link.names_post = !post_name.empty();
  link.names_title =
      node.has_attribute("data-munjip-title") || around.has_attribute("data-munjip-title");
  link.shows_page =
      node.has_attribute("data-munjip-page") || around.has_attribute("data-munjip-page");
  const std::string unnamed =
      link.names_title && node.child_count() == 0 ? link.target : std::string();
  flow.run.open({std::move(link), at});
  flow.run.text(unnamed, at);
  read_styled(node, flow, context);
  flow.run.close();
}

void ContentReader::read_ruby(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  std::string base;
  SourcePos at = position(node, context);
  for (std::size_t i = 0; i < node.child_count(); ++i) {
    const HtmlNode child = node.child(i);
    if (child.is(GUMBO_TAG_RP)) continue;
    if (!child.is(GUMBO_TAG_RT) && !child.is(GUMBO_TAG_RTC)) {
      if (base.empty()) at = position(child, context);
      base += child.is_text() ? collapse_spaces(child.text()) : visible_text(child);
      continue;
    }
    std::string reading = visible_text(child);
    if (base.empty()) {
      flow.run.text(reading, at);
    } else {
      flow.run.atom(
          {Ruby{without_forbidden(std::move(base)), without_forbidden(std::move(reading))}, at});
    }
    base.clear();
  }
  flow.run.text(base, at);
}

void ContentReader::read_inline_code(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  const bool is_block = static_cast<bool>(find_descendant(node, [](HtmlNode inner) {
    return inner.is(GUMBO_TAG_IMG) || (is_block_tag(inner.tag()) && !inner.is(GUMBO_TAG_BUTTON));
  }));
  if (is_block && find_tag(node, GUMBO_TAG_BR) && !find_tag(node, GUMBO_TAG_IMG)) {
    read_code_block(node, flow, context);
    return;
  }
  std::string text = is_block ? std::string() : visible_text(node);
  if (text.empty()) {
    read_children(node, flow, context);
    return;
  }
  // The space that stands inside the element's edges is between words all the same.
  static constexpr std::string_view kSpaces = " \t\n";
  const std::string_view head = node.child(0).text();
  const std::string_view tail = node.child(node.child_count() - 1).text();
  const SourcePos at = position(head.empty() ? node : node.child(0), context);
  if (!head.empty() && kSpaces.find(head.front()) != std::string_view::npos) flow.run.text(" ", at);
  flow.run.atom({InlineCode{without_forbidden(std::move(text))}, at});
  if (!tail.empty() && kSpaces.find(tail.back()) != std::string_view::npos) flow.run.text(" ", at);
}

}  // namespace munjip
