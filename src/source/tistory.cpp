// Tistory: its editor's elements. The tokens of its older bodies are in tistory_tokens.cpp.
#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "source/platform.h"
#include "source/platform_parts.h"

namespace munjip {

namespace {

// The card of a linked page: what it shows becomes title and description, the host name repeats
// the address.
void read_card(ContentReader& reader, HtmlNode figure, FlowBuilder& flow,
               const FlowContext& context) {
  const HtmlNode title = find_class(figure, "og-title");
  const HtmlNode description = find_class(figure, "og-desc");
  const HtmlNode link = find_tag(figure, GUMBO_TAG_A);
  LinkBox box{LinkBoxKind::card, {}, {}};
  box.title = title ? shown_text_of(title) : attribute_text(figure, "data-og-title");
  box.description =
      description ? shown_text_of(description) : attribute_text(figure, "data-og-description");
  box.target =
      first_filled({figure.attribute("data-og-source-url"), figure.attribute("data-og-url"),
                    link.attribute("data-source-url"), link.attribute("href")});
  if (box.target.starts_with("//")) box.target.insert(0, "https:");
  const SourcePos at = reader.position(figure, context);
  flow.add({std::move(box), {}, {}, at}, context);
  if (const HtmlNode host = find_class(figure, "og-host")) reader.drop(host, DropReason::embed);
}

void read_video(ContentReader& reader, HtmlNode figure, FlowBuilder& flow,
                const FlowContext& context) {
  const HtmlNode frame = find_tag(figure, GUMBO_TAG_IFRAME);
  const HtmlNode caption = find_tag(figure, GUMBO_TAG_FIGCAPTION);
  LinkBox box{LinkBoxKind::video, attribute_text(figure, "data-video-title"), {}};
  box.target = first_filled({figure.attribute("data-video-url"),
                             figure.attribute("data-original-url"), frame.attribute("src")});
  if (box.target.starts_with("//")) box.target.insert(0, "https:");
  const bool is_shown = caption && style_property(caption.attribute("style"), "display") != "none";
  if (is_shown) box.caption = reader.read_inlines(caption, context);
  if (!is_shown && caption) reader.drop(caption, DropReason::hidden);
  flow.add({std::move(box), {}, {}, reader.position(figure, context)}, context);
}

void read_file(ContentReader& reader, HtmlNode figure, FlowBuilder& flow,
               const FlowContext& context) {
  const HtmlNode link = find_tag(figure, GUMBO_TAG_A);
  const HtmlNode name = find_class(figure, "name");
  const HtmlNode size = find_class(figure, "size");
  LinkBox box{LinkBoxKind::file, name ? shown_text_of(name) : shown_text_of(figure),
              std::string(trim_ascii(link.attribute("href")))};
  if (name && size) box.description = shown_text_of(size);
  flow.add({std::move(box), {}, {}, reader.position(figure, context)}, context);
}

// `title=...&addr=...` of a map's data, percent-encoded.
std::string query_value(std::string_view query, std::string_view key) {
  std::size_t at = 0;
  while (at < query.size()) {
    const std::size_t end = std::min(query.find('&', at), query.size());
    const std::string_view pair = query.substr(at, end - at);
    if (pair.size() > key.size() && pair.starts_with(key) && pair[key.size()] == '=') {
      return std::string(pair.substr(key.size() + 1));
    }
    at = end + 1;
  }
  return {};
}

std::string decoded(std::string_view text) {
  const std::string bytes = percent_decoded_bytes(text);
  return is_valid_utf8(bytes) ? without_forbidden(collapse_spaces(bytes)) : std::string();
}

void read_map(ContentReader& reader, HtmlNode frame, FlowBuilder& flow,
              const FlowContext& context) {
  const std::string_view data = frame.attribute("data-maps-data");
  const std::string address = query_value(data, "addr");
  LinkBox box{LinkBoxKind::map, decoded(query_value(data, "title")), {}};
  if (box.title.empty()) {
    box.title = decoded(address);
  } else {
    box.description = decoded(address);
  }
  if (!address.empty()) box.target = "https://map.kakao.com/?q=" + address;
  flow.add({std::move(box), {}, {}, reader.position(frame, context)}, context);
}

bool is_old_caption(HtmlNode node) {
  return node.is(GUMBO_TAG_P) && node.attribute("class").starts_with("cap");
}

// Slides show one picture after another; the numbers below them are buttons.
void read_slides(ContentReader& reader, HtmlNode figure, FlowBuilder& flow,
                 const FlowContext& context) {
  std::vector<HtmlNode> pictures;
  for_each_descendant(figure, [&](HtmlNode node) {
    if (node.is(GUMBO_TAG_IMG)) pictures.push_back(node);
    if (!node.has_class("mark")) return true;
    reader.drop(node, DropReason::post_buttons);
    return false;
  });
  const FlowContext inner = reader.inside(figure, context);
  FlowBuilder own;
  for (const HtmlNode picture : pictures) reader.read_image(picture, own, inner);
  Blocks blocks = own.take(inner);
  if (const HtmlNode caption = find_tag(figure, GUMBO_TAG_FIGCAPTION)) {
    Inlines text = reader.read_inlines(caption, reader.inside(caption, inner));
    auto* last = blocks.empty() ? nullptr : std::get_if<Figure>(&blocks.back().is);
    if (last != nullptr) {
      last->caption = std::move(text);
    } else if (!text.empty()) {
      blocks.push_back({Paragraph{std::move(text)}, {"caption"}});
    }
  }
  for (Block& block : blocks) flow.add(std::move(block), context);
}

// The editor before 2019: `div.imageblock` with one picture, or with two or three in the cells of a
// table; captions are `p.cap1`.
void read_old_pictures(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                       const FlowContext& context) {
  std::vector<HtmlNode> cells;
  std::size_t captions = 0;
  for_each_descendant(node, [&](HtmlNode inner) {
    if (inner.is(GUMBO_TAG_TD)) cells.push_back(inner);
    if (is_old_caption(inner)) ++captions;
    return true;
  });
  if (cells.empty() || captions < 2) cells = {node};
  for (const HtmlNode cell : cells) {
    read_picture_row(reader, cell, find_descendant(cell, is_old_caption), flow, context);
  }
}

bool read_tistory_element(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                          const FlowContext& context) {
  const std::string_view type = node.attribute("data-ke-type");
  if (node.is(GUMBO_TAG_FIGURE)) {
    if (type == "opengraph" || node.has_attribute("data-og-source-url")) {
      read_card(reader, node, flow, context);
    } else if (type == "video") {
      read_video(reader, node, flow, context);
    } else if (node.has_class("imageslideblock")) {
      read_slides(reader, node, flow, context);
    } else if (node.has_class("fileblock")) {
      read_file(reader, node, flow, context);
    } else {
      return false;
    }
    return true;
  }
  if (node.is(GUMBO_TAG_DIV) && node.has_class("imageblock") && find_tag(node, GUMBO_TAG_IMG)) {
    read_old_pictures(reader, node, flow, context);
    return true;
  }
  if (node.is(GUMBO_TAG_IFRAME) && type == "map") {
    read_map(reader, node, flow, context);
    return true;
  }
  return false;
}

}  // namespace

Platform tistory() {
  using By = ArticleMark::By;
  return {"Tistory",
          {{By::css_class, "tt_article_useless_p_margin"},
           {By::css_class, "contents_style"},
           {By::id, "article-view"},
           {By::css_class, "article-view"},
           {By::css_class, "article_view"}},
          read_tistory_element};
}

}  // namespace munjip
