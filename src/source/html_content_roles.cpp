// Passages with a role (book/role.h): by class names, by what the author's Markdown says
// (data-munjip-…, markdown_markup.h), or by a rule of book.toml.
#include <algorithm>
#include <iterator>

#include "book/labels.h"
#include "source/html_content_reader.h"
#include "source/quote_credit.h"

namespace munjip {

namespace {

bool may_have_role(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_P:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
      return true;
    default:
      return false;
  }
}

bool matches(const ElementSelector& selector, HtmlNode node) {
  const auto has_class = [&](const std::string& name) { return node.has_class(name); };
  const auto has_attribute = [&](const auto& attribute) {
    const char* name = attribute.first.c_str();
    return node.has_attribute(name) &&
           (!attribute.second || node.attribute(name) == *attribute.second);
  };
  return (selector.tag.empty() || selector.tag == node.tag_name()) &&
         (selector.id.empty() || selector.id == node.attribute("id")) &&
         std::all_of(selector.classes.begin(), selector.classes.end(), has_class) &&
         std::all_of(selector.attributes.begin(), selector.attributes.end(), has_attribute);
}

// What a call-out is called where its author gave it no title.
std::string_view title_of(Role role, std::string_view lang) {
  if (lang.empty()) lang = "ko";  // as the post, which is Korean unless it says otherwise
  switch (role) {
    case Role::remark:
      return label(Label::remark, lang);
    case Role::tip:
      return label(Label::tip, lang);
    case Role::warning:
      return label(Label::warning, lang);
    default:
      return {};
  }
}

// A quotation inside that is all there is, is the passage itself.
Quote quotation_of(Blocks children) {
  auto* only = children.size() == 1 ? std::get_if<Quote>(&children.front().is) : nullptr;
  if (only != nullptr && children.front().classes.empty()) return std::move(*only);
  Quote quote{std::move(children)};
  quote.credit = take_credit(quote.children);
  return quote;
}

Blocks blocks_of(Quote quote, SourcePos at) {
  if (!quote.credit.empty()) {
    quote.children.push_back({Paragraph{std::move(quote.credit)}, {"credit"}, {}, at});
  }
  return std::move(quote.children);
}

// The inlines before the first line break, off `content` together with it.
Inlines take_line(Inlines& content) {
  const auto end = std::find_if(content.begin(), content.end(), [](const Inline& one) {
    return std::holds_alternative<LineBreak>(one.is);
  });
  Inlines line(std::make_move_iterator(content.begin()), std::make_move_iterator(end));
  content.erase(content.begin(), end == content.end() ? end : std::next(end));
  return line;
}

// Each line of a paragraph as a paragraph of its own.
Blocks lines_of(Blocks blocks) {
  Blocks out;
  for (Block& block : blocks) {
    auto* paragraph = std::get_if<Paragraph>(&block.is);
    if (paragraph == nullptr) {
      out.push_back(std::move(block));
      continue;
    }
    Inlines rest = std::move(paragraph->content);
    for (auto in = rest.begin(); in != rest.end();) {
      const auto end = std::find_if(in, rest.end(), [](const Inline& one) {
        return std::holds_alternative<LineBreak>(one.is);
      });
      Inlines line(std::make_move_iterator(in), std::make_move_iterator(end));
      if (!line.empty()) {
        const SourcePos at = line.front().at.line > 0 ? line.front().at : block.at;
        out.push_back({Paragraph{std::move(line)}, block.classes, block.lang, at});
      }
      in = end == rest.end() ? end : std::next(end);
    }
  }
  return out;
}

}  // namespace

std::optional<Role> ContentReader::role_by_rule(HtmlNode node) {
  std::optional<Role> role;
  for (const auto& [index, selector] : rules_) {
    if (role || !matches(selector, node)) continue;
    role = source_.rules[index].role;
    post_.matched_rules.push_back(index);
  }
  return role;
}

bool ContentReader::read_role(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  if (read_marked_phrase(node, flow, context)) return true;
  if (!may_have_role(node.tag())) return false;
  const std::string_view named = node.attribute("data-munjip-role");
  std::optional<Role> role =
      named.empty() ? role_in_html(node.attribute("class")) : role_named(named);
  if (!role) role = role_by_rule(node);
  if (!role || info(*role).element == Element::span) return false;
  read_block_role(*role, node, flow, context);
  return true;
}

void ContentReader::read_block_role(Role role, HtmlNode node, FlowBuilder& flow,
                                    const FlowContext& context) {
  flow.end_run(context);
  const SourcePos at = position(node, context);
  FlowContext inner = inside(node, context);
  const bool has_source_lines = node.has_attribute("data-munjip-role") || node.is(GUMBO_TAG_PRE);
  inner.keeps_lines = has_source_lines && (role == Role::verse || role == Role::dialogue);
  FlowBuilder own;
  if (const std::string anchor = flow.run.take_anchor(); !anchor.empty()) {
    own.run.anchor(anchor, at);
  }
  const bool is_whole =
      node.is(GUMBO_TAG_BLOCKQUOTE) || node.is(GUMBO_TAG_UL) || node.is(GUMBO_TAG_OL);
  if (is_whole) {
    read_html_element(node, own, inner);
  } else {
    read_children(node, own, inner);
  }
  Blocks children = own.take(inner);
  if (children.empty()) return;
  if (info(role).element == Element::block_quote) {
    flow.add({quotation_of(std::move(children)), classes_of(role), inner.lang, at}, context);
    return;
  }
  if (node.is(GUMBO_TAG_BLOCKQUOTE)) children = blocks_of(quotation_of(std::move(children)), at);
  if (role == Role::verse) set_credit_apart(children, at);
  if (role == Role::dialogue) children = lines_of(std::move(children));
  std::string title(trim_ascii(node.attribute("data-munjip-title")));
  if (title.empty()) title = title_of(role, inner.lang);
  if (!title.empty()) {
    Inlines text{{Text{collapse_spaces(without_forbidden(std::move(title)))}, at}};
    children.insert(children.begin(), {Paragraph{std::move(text)}, {"callout-title"}, {}, at});
  }
  flow.add({Group{std::move(children)}, classes_of(role), inner.lang, at}, context);
}

bool ContentReader::read_alert(Quote& quote, HtmlNode node, FlowBuilder& flow,
                               const FlowContext& context) {
  auto* first =
      quote.children.empty() ? nullptr : std::get_if<Paragraph>(&quote.children.front().is);
  auto* text = first == nullptr ? nullptr : std::get_if<Text>(&first->content.front().is);
  if (text == nullptr || !text->text.starts_with("[!")) return false;
  const std::size_t close = text->text.find(']');
  if (close == std::string::npos) return false;
  const bool has_title = text->text[close - 1] == '=';  // markdown_divisions.h
  const auto role = role_named(text->text.substr(2, close - 2 - (has_title ? 1 : 0)));
  if (!role || !is_callout(*role)) return false;
  const SourcePos at = position(node, context);
  const FlowContext inner = inside(node, context);
  text->text.erase(
      0, std::min(text->text.find_first_not_of(kAsciiSpaces, close + 1), text->text.size()));
  if (text->text.empty()) first->content.erase(first->content.begin());
  Inlines own_title = has_title ? take_line(first->content) : Inlines();
  if (!first->content.empty() && std::holds_alternative<LineBreak>(first->content.front().is)) {
    first->content.erase(first->content.begin());
  }
  if (first->content.empty()) quote.children.erase(quote.children.begin());
  Blocks children = blocks_of(std::move(quote), at);
  const std::string_view title = title_of(*role, inner.lang);
  if (own_title.empty() && !title.empty()) own_title = {{Text{std::string(title)}, at}};
  if (!own_title.empty()) {
    children.insert(children.begin(), {Paragraph{std::move(own_title)}, {"callout-title"}, {}, at});
  }
  flow.add({Group{std::move(children)}, classes_of(*role), inner.lang, at}, context);
  return true;
}

// A verse in Markdown: the lines of the source. The one behind a `br` says nothing new.
void ContentReader::read_lines(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  const SourcePos at = position(node, context);
  constexpr std::size_t kMaxIndent = 24;
  const bool in_pre = node.parent().is(GUMBO_TAG_PRE);
  std::string_view text = node.text();
  if (node.previous_element().is(GUMBO_TAG_BR) && text.starts_with('\n')) text.remove_prefix(1);
  while (true) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::size_t indent = std::min(text.substr(0, end).find_first_not_of(' '), end);
    // A poem's own indents, where white space is the author's: en spaces do not collapse.
    if (in_pre && indent < end) {
      for (std::size_t i = 0; i < std::min(indent, kMaxIndent); ++i) flow.run.text("\u2002", at);
    }
    flow.run.text(text.substr(0, end), at);
    if (end == text.size()) return;
    flow.line_break(at, context);
    text.remove_prefix(end + 1);
  }
}

// Spans with a role, classes of the author's own, or a term of the index.
bool ContentReader::read_marked_phrase(HtmlNode node, FlowBuilder& flow,
                                       const FlowContext& context) {
  if (is_block_tag(node.tag())) return false;
  const SourcePos at = position(node, context);
  if (node.has_attribute("data-munjip-index")) {
    flow.run.index_term({collapse_spaces(node.attribute("data-munjip-index")),
                         collapse_spaces(node.attribute("data-munjip-reading"))},
                        at);
    return true;
  }
  if (!node.is(GUMBO_TAG_SPAN) && !node.is(GUMBO_TAG_EM) && !node.is(GUMBO_TAG_B)) return false;
  std::vector<std::string> classes = words_of(node.attribute("data-munjip-class"));
  const std::optional<Role> role = role_in_html(node.attribute("class"));
  if (classes.empty() && role && info(*role).element == Element::span) classes = classes_of(*role);
  if (classes.empty()) return false;
  flow.run.open({Phrase{Element::span, {}, {}, std::move(classes)}, at});
  if (node.is(GUMBO_TAG_SPAN)) {
    read_styled(node, flow, context);
  } else {
    read_children(node, flow, inside(node, context));
  }
  flow.run.close();
  return true;
}

}  // namespace munjip
