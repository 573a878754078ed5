#include "source/html_content.h"

#include <algorithm>

#include "source/html_chrome.h"
#include "source/html_content_reader.h"
#include "source/html_math.h"
#include "source/platform.h"
#include "source/text_lines.h"
#include "source/tistory.h"

namespace munjip {

namespace {

std::string alignment_of(HtmlNode node) {
  if (node.is(GUMBO_TAG_CENTER)) return "center";
  std::string align = style_property(node.attribute("style"), "text-align");
  if (align.empty()) align = ascii_lower(node.attribute("align"));
  return align;
}

// BCP 47 tags are letters, digits and hyphens; anything else is an accident.
bool is_language_tag(std::string_view lang) {
  return !lang.empty() && lang.size() <= 35 &&
         lang.find_first_not_of(
             "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-") ==
             std::string_view::npos;
}

// `12:5-14:9`, as cmark-gfm writes it.
SourcePos parse_sourcepos(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return {};
  return {static_cast<std::uint32_t>(leading_number(text)),
          static_cast<std::uint32_t>(leading_number(text.substr(colon + 1)))};
}

// A hidden element that a click would have opened: its text is the author's.
bool is_toggled(HtmlNode element) {
  static constexpr std::string_view kClasses[] = {"moreless-content", "moreless_content",
                                                  "accordion-content", "toggle-content"};
  const bool named = std::any_of(std::begin(kClasses), std::end(kClasses),
                                 [&](std::string_view name) { return element.has_class(name); });
  const HtmlNode before = element.previous_element();
  return named || before.has_attribute("onclick") || before.child(0).has_attribute("onclick");
}

// `* * *` on a line of its own is a section break, as a rule is.
void make_divider(Block& block) {
  const auto* paragraph = std::get_if<Paragraph>(&block.is);
  if (paragraph == nullptr || paragraph->content.size() != 1) return;
  const auto* text = std::get_if<Text>(&paragraph->content.front().is);
  if (text != nullptr && is_divider(text->text)) block = {Divider{}, {}, {}, block.at};
}

bool is_heading_tag(GumboTag tag) {
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
}

// U+FFFD in `text`.
std::size_t count_replacements(std::string_view text) {
  constexpr std::string_view kReplacementBytes = "\xEF\xBF\xBD";
  std::size_t count = 0;
  for (std::size_t at = text.find(kReplacementBytes); at != std::string_view::npos;
       at = text.find(kReplacementBytes, at + kReplacementBytes.size())) {
    ++count;
  }
  return count;
}

}  // namespace

std::vector<std::string> style_class(HtmlNode node) {
  const std::string_view style = node.attribute("data-ke-style");
  if (!style.starts_with("style") || style.size() > 8) return {};
  return {std::string(style)};
}

ContentReader::ContentReader(const HtmlTree& tree, const SourceText& source,
                             const HtmlContentOptions& options, Post& post,
                             Diagnostics& diagnostics)
    : tree_(tree),
      source_(source),
      options_(options),
      post_(post),
      diagnostics_(diagnostics),
      pictures_(source, post, diagnostics) {
  for (std::size_t i = 0; i < source.rules.size(); ++i) {
    if (source.rules[i].selector.empty()) continue;
    if (auto selector = parse_element_selector(source.rules[i].selector)) {
      rules_.emplace_back(i, std::move(*selector));
    }
  }
}

void ContentReader::read(HtmlNode root) {
  notes_ = NoteIndex(root);
  index_links(root);
  index_embeds(root);
  warn_of_wrong_references(root);
  FlowBuilder flow;
  const FlowContext context = inside(root, {});
  read_children(root, flow, context);
  flow.end_run(context);
  read_pending_notes();
  keep_unmarked_notes(flow);
  read_pending_notes();
  Blocks blocks = flow.take(context);
  for (Block& block : blocks) make_divider(block);
  // The rule above a post's notes goes with them.
  while (!post_.notes.empty() && !blocks.empty() &&
         std::holds_alternative<Divider>(blocks.back().is)) {
    blocks.pop_back();
  }
  std::move(blocks.begin(), blocks.end(), std::back_inserter(post_.body));
}

void ContentReader::index_links(HtmlNode root) {
  for_each_descendant(root, [&](HtmlNode node) {
    const bool leads_somewhere =
        node.is(GUMBO_TAG_A) && !notes_.is_back_link(node) && notes_.marked_by(node) == nullptr;
    const std::string_view href = leads_somewhere ? node.attribute("href") : "";
    if (href.size() > 1 && href[0] == '#') {
      linked_ids_.emplace(href.substr(1));
      linked_ids_.insert(percent_decoded_bytes(href.substr(1)));
    }
    return true;
  });
}

// A numeric reference may name no character (`&#0;`, `&#xD800;`) or one that no book can hold.
void ContentReader::warn_of_wrong_references(HtmlNode root) {
  std::size_t count = 0;
  SourcePos first;
  for_each_descendant(root, [&](HtmlNode node) {
    if (!node.is_text()) return !is_invisible_tag(node.tag());
    const GumboStringPiece& piece = node.get()->v.text.original_text;
    const std::string_view written(piece.data, piece.length);
    if (written.find('&') == std::string_view::npos) return true;
    const std::size_t wrong = count_replacements(without_forbidden(std::string(node.text())));
    const std::size_t own = count_replacements(written);
    if (wrong > own && count == 0) first = position(node, {});
    count += wrong > own ? wrong - own : 0;
    return true;
  });
  if (count == 0) return;
  diagnostics_.warn(
      {source_.shown_file, first},
      message("글자가 아닌 문자 참조 {}개를 �로 바꾸었습니다",
              "{} character references name no character: U+FFFD stands for them", count));
}

SourcePos ContentReader::position(HtmlNode node, const FlowContext& context) const {
  if (context.origin.line > 0) return context.origin;
  SourcePos at = tree_.position(node);
  if (at.line > 0) at.line += options_.first_line - 1;
  return at;
}

FlowContext ContentReader::inside(HtmlNode node, const FlowContext& context) const {
  FlowContext inner = context;
  const std::string align = alignment_of(node);
  if (align == "center" || align == "right") inner.align = align;
  if (align == "left" || align == "justify" || align == "start") inner.align.clear();
  if (is_language_tag(node.attribute("lang"))) inner.lang = node.attribute("lang");
  const std::string dir = ascii_lower(node.attribute("dir"));
  if (dir == "rtl" || dir == "ltr") inner.dir = dir;
  const SourcePos origin = parse_sourcepos(node.attribute("data-sourcepos"));
  if (origin.line > 0) inner.origin = origin;
  return inner;
}

void ContentReader::read_children(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  for (std::size_t i = 0; i < node.child_count(); ++i) read_node(node.child(i), flow, context);
}

Blocks ContentReader::read_blocks(HtmlNode parent, const FlowContext& context) {
  FlowBuilder flow;
  read_children(parent, flow, context);
  return flow.take(context);
}

Inlines ContentReader::read_inlines(HtmlNode parent, const FlowContext& context) {
  return inlines_of(read_blocks(parent, context));
}

void ContentReader::read_node(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  if (node.is_text()) {
    read_text(node, flow, context);
  } else if (node.is_element() && !skip_element(node)) {
    read_element(node, flow, context);
  }
}

void ContentReader::read_text(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  const SourcePos at = position(node, context);
  if (has_tistory_tokens(node.text())) {
    read_tistory_tokens(*this, node.text(), at, flow, context);
  } else if (context.keeps_lines) {
    read_lines(node, flow, context);
  } else {
    flow.run.text(node.text(), at);
  }
}

std::optional<DropReason> ContentReader::reason_to_skip(HtmlNode node) const {
  if (furniture_ != nullptr) {
    const auto found = furniture_->find(node.get());
    if (found != furniture_->end()) return found->second;
  }
  return chrome_reason(node);
}

bool ContentReader::skip_chrome(HtmlNode node, DropReason reason) {
  if (reason == DropReason::comment && is_in_comments_) return false;
  if (reason == DropReason::comment && source_.keep_comments) {
    comments_.push_back(node);
  } else {
    drop(node, reason);
  }
  return true;
}

// True where the element is no content; what was visible of it is listed.
bool ContentReader::skip_element(HtmlNode node) {
  if (const auto reason = reason_to_skip(node); reason && skip_chrome(node, *reason)) return true;
  if (is_in_comments_ && is_comment_tool(node)) {
    drop(node, DropReason::post_buttons);
    return true;
  }
  if (is_hidden(node) && !is_toggled(node) && !node.has_attribute("data-ke-type")) {
    drop(node, DropReason::hidden);
    return true;
  }
  if (notes_.is_back_link(node)) {
    drop(node, DropReason::chrome);
    return true;
  }
  // Read where its mark stands, or at the end where it has none.
  const NoteDefinition* note = notes_.defined_by(node);
  return note != nullptr;
}

void ContentReader::read_element(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  mark_anchor(node, flow, context);
  if (!read_own_element(node, flow, context)) read_html_element(node, flow, context);
}

void ContentReader::read_html_element(HtmlNode node, FlowBuilder& flow,
                                      const FlowContext& context) {
  if (read_formula_element(*this, node, flow, context)) return;
  for (const Platform& platform : platforms()) {  // before HTML's own elements
    if (platform.read_element != nullptr && platform.read_element(*this, node, flow, context))
      return;
  }
  if (read_inline_element(node, flow, context) || read_block_element(node, flow, context) ||
      read_embed_element(node, flow, context)) {
    return;
  }
  // Elements that HTML does not know, or that mean nothing here, leave their content.
  const FlowContext inner = inside(node, context);
  read_children(node, flow, inner);
}

void ContentReader::mark_anchor(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  std::string_view id = node.attribute("id");
  if (id.empty() && node.is(GUMBO_TAG_A)) id = node.attribute("name");
  // Other posts may link to a heading, or to a place that was made to be linked to.
  const bool is_place =
      is_heading_tag(node.tag()) || (node.is(GUMBO_TAG_A) && !node.has_attribute("href"));
  if (id.empty() || (!is_place && !linked_ids_.contains(id)) || notes_.marked_by(node) != nullptr) {
    return;
  }
  if (!used_ids_.emplace(id).second) return;
  if (is_block_tag(node.tag())) flow.end_run(context);
  flow.run.anchor(std::string(id), position(node, context));
}

void ContentReader::drop(std::string text, DropReason reason, SourcePos at) {
  if (!text.empty()) post_.dropped.push_back({reason, std::move(text), at});
}

void ContentReader::drop(HtmlNode node, DropReason reason) {
  drop(visible_text(node), reason, position(node, {}));
}

void read_html_content(std::string_view html, const SourceText& source,
                       const HtmlContentOptions& options, Post& post, Diagnostics& diagnostics) {
  const HtmlTree tree(std::string(html), HtmlKind::fragment);
  ContentReader(tree, source, options, post, diagnostics).read(tree.body());
}

}  // namespace munjip
