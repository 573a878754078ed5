// What a page says to readers that cannot show something, of which a book is one: the content of
// noscript, object, canvas, video and audio.
#include <algorithm>
#include <utility>

#include "source/html_chrome.h"
#include "source/html_content_reader.h"

namespace munjip {

namespace {

bool is_picture_or_frame(HtmlNode node) {
  return node.is(GUMBO_TAG_IMG) || node.is(GUMBO_TAG_IFRAME);
}

// `https:` or not, an address is the same.
std::string_view without_scheme(std::string_view address) {
  const std::size_t slashes = address.find("//");
  return slashes > 6 ? address : address.substr(slashes);
}

// Where what `node` shows may be had, best first.
std::vector<std::string> embed_addresses(HtmlNode node) {
  if (node.is(GUMBO_TAG_IMG)) return picture_addresses(node);
  std::vector<std::string> found;
  for (const char* name : {"src", "data-src", "data-lazy-src"}) {
    if (!node.attribute(name).empty()) found.emplace_back(trim_ascii(node.attribute(name)));
  }
  return found;
}

// `Your browser does not support the video tag.`: said by the page, not by its author.
bool is_browser_notice(std::string_view text) {
  static constexpr std::string_view kWords[] = {"browser", "브라우저", "javascript", "자바스크립트",
                                                "flash",   "플래시",   "html5"};
  constexpr std::size_t kMostBytes = 300;
  const std::string lower = ascii_lower(text);
  return lower.size() <= kMostBytes &&
         std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

// The words of blocks that are one paragraph of nothing but text; empty for any other.
std::string only_words(const Blocks& blocks) {
  const auto* paragraph = blocks.size() == 1 ? std::get_if<Paragraph>(&blocks.front().is) : nullptr;
  if (paragraph == nullptr || paragraph->content.size() != 1) return {};
  const auto* text = std::get_if<Text>(&paragraph->content.front().is);
  return text == nullptr ? std::string() : text->text;
}

// What a reader that shows none of it sees.
std::string visible_content(HtmlNode node) {
  std::string text;
  for (std::size_t i = 0; i < node.child_count(); ++i) {
    const HtmlNode child = node.child(i);
    text += ' ' + (child.is_text() ? std::string(child.text()) : visible_text(child));
  }
  return collapse_spaces(text);
}

// `src` of an embed or the film that a Flash player is given.
std::string address_of_object(HtmlNode object) {
  if (!object.attribute("data").empty()) return std::string(trim_ascii(object.attribute("data")));
  for (std::size_t i = 0; i < object.child_count(); ++i) {
    const HtmlNode child = object.child(i);
    if (child.is(GUMBO_TAG_EMBED)) return std::string(trim_ascii(child.attribute("src")));
    const std::string name = ascii_lower(child.attribute("name"));
    if (child.is(GUMBO_TAG_PARAM) && (name == "movie" || name == "src" || name == "url")) {
      return std::string(trim_ascii(child.attribute("value")));
    }
  }
  return {};
}

}  // namespace

void ContentReader::index_embeds(HtmlNode root) {
  for_each_descendant(root, [&](HtmlNode node) {
    if (node.is(GUMBO_TAG_NOSCRIPT)) return false;
    if (!is_picture_or_frame(node) || is_hidden(node)) return true;
    for (const std::string& address : embed_addresses(node)) {
      shown_addresses_.emplace(without_scheme(address));
    }
    return true;
  });
}

// Pages that load their pictures late repeat them here, and some have them nowhere else.
void ContentReader::read_noscript(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  const FlowContext inner = inside(node, context);
  for_each_descendant(node, [&](HtmlNode embed) {
    if (!is_picture_or_frame(embed) || is_hidden(embed)) return !is_hidden(embed);
    const std::vector<std::string> addresses = embed_addresses(embed);
    const bool is_shown = std::any_of(addresses.begin(), addresses.end(), [&](const auto& address) {
      return shown_addresses_.contains(without_scheme(address));
    });
    if (!is_shown) read_node(embed, flow, inner);
    return true;
  });
  drop(node, DropReason::script);
}

// Without the embed or object that would show the same thing another way.
Blocks ContentReader::read_fallback(HtmlNode node, const FlowContext& context) {
  const std::string words = visible_content(node);
  if (is_browser_notice(words) && !find_tag(node, GUMBO_TAG_IMG)) {
    drop(without_forbidden(words), DropReason::script, position(node, context));
    return {};
  }
  FlowBuilder own;
  const FlowContext inner = inside(node, context);
  for (std::size_t i = 0; i < node.child_count(); ++i) {
    const HtmlNode child = node.child(i);
    if (child.is(GUMBO_TAG_EMBED) || child.is(GUMBO_TAG_OBJECT)) {
      read_children(child, own, inner);
    } else {
      read_node(child, own, inner);
    }
  }
  return own.take(inner);
}

void ContentReader::add_with_fallback(LinkBox box, HtmlNode node, FlowBuilder& flow,
                                      const FlowContext& context) {
  Blocks fallback = read_fallback(node, context);
  const bool is_empty = box.title.empty() && box.target.empty() && box.kind == LinkBoxKind::embed;
  if (!is_empty) {
    if (std::string words = only_words(fallback); !words.empty()) {
      box.description = std::move(words);
      fallback.clear();
    }
    flow.add({std::move(box), {}, {}, position(node, context)}, context);
  } else if (fallback.empty()) {
    post_.dropped.push_back({DropReason::embed, {}, position(node, context)});
  }
  for (Block& block : fallback) flow.add(std::move(block), context);
}

void ContentReader::read_canvas(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  Blocks fallback = read_fallback(node, context);
  if (fallback.empty()) {  // a program drew it: of the picture only its name is known
    post_.dropped.push_back({DropReason::embed,
                             without_forbidden(collapse_spaces(node.attribute("aria-label"))),
                             position(node, context)});
  }
  for (Block& block : fallback) flow.add(std::move(block), context);
}

void ContentReader::read_object(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  const std::string address = address_of_object(node);
  const bool is_picture = node.attribute("type").starts_with("image/") || pictures_.has(address);
  if (address.empty() || !is_picture) {
    add_with_fallback(box_of_embed(node, address), node, flow, context);
    return;
  }
  const SourcePos at = position(node, context);
  Image image = pictures_.find(address, at);
  image.alt = without_forbidden(visible_content(node));
  add_picture(std::move(image), {}, flow, context, at);
}

}  // namespace munjip
