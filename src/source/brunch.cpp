// brunch: every block is a `wrap_item` that says in `data-app` what it is.
#include <array>
#include <utility>

#include "source/date_text.h"
#include "source/json_fields.h"
#include "source/platform.h"
#include "source/platform_parts.h"

namespace munjip {

namespace {

void read_card(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
               const FlowContext& context) {
  const auto fields = json_fields(node.attribute("data-app"));
  LinkBox box{LinkBoxKind::card, {}, {}};
  box.title = first_filled(
      {shown_text_of(find_class(node, "title")), json_value(fields, "openGraphData.title")});
  box.description = first_filled(
      {shown_text_of(find_class(node, "desc")), json_value(fields, "openGraphData.description")});
  box.target = first_filled({find_tag(node, GUMBO_TAG_A).attribute("href"),
                             json_value(fields, "openGraphData.canonicalUrl"),
                             json_value(fields, "openGraphData.url")});
  add_link_box(reader, node, std::move(box), flow, context);
  if (const HtmlNode host = find_class(node, "url")) reader.drop(host, DropReason::embed);
}

void read_video(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                const FlowContext& context) {
  const auto fields = json_fields(node.attribute("data-app"));
  LinkBox box{LinkBoxKind::video, json_value(fields, "title"), {}};
  const std::string type = json_value(fields, "videoType");
  const std::string id = json_value(fields, "id");
  box.target = first_filled({find_tag(node, GUMBO_TAG_IFRAME).attribute("src"),
                             json_value(fields, "url"), json_value(fields, "embedUrl")});
  if (box.target.empty() && !id.empty()) {
    box.target = type == "youtube" ? "https://www.youtube.com/watch?v=" + id
                                   : "https://tv.kakao.com/v/" + id;
  }
  const HtmlNode caption = find_class(node, "text_caption");
  if (caption) box.caption = reader.read_inlines(caption, context);
  add_link_box(reader, node, std::move(box), flow, context);
}

void read_place(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                const FlowContext& context) {
  const auto fields = json_fields(node.attribute("data-app"));
  LinkBox box{LinkBoxKind::map, json_value(fields, "title"), {}, json_value(fields, "address")};
  if (box.title.empty()) box.title = shown_text_of(node);
  add_link_box(reader, node, std::move(box), flow, context);
}

void read_file(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
               const FlowContext& context) {
  const auto fields = json_fields(node.attribute("data-app"));
  LinkBox box{
      LinkBoxKind::file, first_filled({json_value(fields, "name"), shown_text_of(node)}),
      first_filled({find_tag(node, GUMBO_TAG_A).attribute("href"), json_value(fields, "url")})};
  add_link_box(reader, node, std::move(box), flow, context);
}

bool read_brunch_element(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                         const FlowContext& context) {
  if (!node.has_class("wrap_item")) return false;
  if (node.is(GUMBO_TAG_BLOCKQUOTE)) {
    const std::string_view classes = node.attribute("class");
    const std::size_t at = classes.find("blockquote_type");
    std::string style = "style";
    if (at != std::string_view::npos) style += classes.substr(at + 15, 1);
    read_quotation(reader, node, {}, style.size() == 6 ? style : "", flow, context);
    return true;
  }
  if (has_any_class(node, {"item_type_img", "item_type_gridGallery", "item_type_gallery"}) &&
      find_tag(node, GUMBO_TAG_IMG)) {
    read_picture_row(reader, node, find_class(node, "text_caption"), flow, context);
    return true;
  }
  struct Item {
    std::string_view name;
    void (*read)(ContentReader&, HtmlNode, FlowBuilder&, const FlowContext&);
  };
  static constexpr std::array<Item, 4> kItems{{{"item_type_opengraph", read_card},
                                               {"item_type_video", read_video},
                                               {"item_type_place", read_place},
                                               {"item_type_file", read_file}}};
  for (const Item& item : kItems) {
    if (!node.has_class(item.name)) continue;
    item.read(reader, node, flow, context);
    return true;
  }
  return false;
}

void read_brunch_facts(HtmlNode scope, HtmlNode /*article*/, PageFacts& facts) {
  const std::string title = shown_text_of(find_class(scope, "cover_title"));
  if (!title.empty()) facts.title = title;
  if (!facts.published) {
    const HtmlNode info =
        find_any_class(scope, {"cover_inner_wrap", "wrap_cover", "wrap_view_article"});
    const HtmlNode date = find_descendant(info ? info : scope, [](HtmlNode node) {
      if (node.child_count() != 1 || !node.child(0).is_text()) return false;
      const std::string_view text = trim_ascii(node.child(0).text());
      return text.size() < 30 && parse_date(text).has_value();
    });
    facts.published = parse_date(shown_text_of(date));
  }
  std::vector<std::string> tags;
  for_each_descendant(scope, [&](HtmlNode node) {
    if (node.is(GUMBO_TAG_A) &&
        node.attribute("href").find("/keyword/") != std::string_view::npos) {
      std::string tag = shown_text_of(node);
      if (tag.starts_with('#')) tag.erase(0, 1);
      if (!tag.empty()) tags.push_back(std::move(tag));
    }
    return true;
  });
  if (!tags.empty()) facts.tags = std::move(tags);
}

}  // namespace

Platform brunch() {
  return {"brunch",
          {{ArticleMark::By::css_class, "wrap_body"}},
          read_brunch_element,
          read_brunch_facts};
}

}  // namespace munjip
