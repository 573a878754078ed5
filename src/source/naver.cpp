// Naver blog: the elements of its three editors, SmartEditor ONE (`se-component`), SmartEditor 3
// (`se_component`) and SmartEditor 2 (plain HTML).
#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "source/json_fields.h"
#include "source/naver_page.h"
#include "source/platform.h"
#include "source/platform_parts.h"

namespace munjip {

namespace {

// What a component's script says of it, `data.` in front of each name: some components are drawn
// by a program and are empty in the saved page.
std::map<std::string, std::string> module_fields(HtmlNode component) {
  for (const char* name : {"data-module", "data-module-v2"}) {
    const HtmlNode script =
        find_descendant(component, [&](HtmlNode node) { return node.has_attribute(name); });
    if (!script) continue;
    auto fields = json_fields(script.attribute(name));
    if (fields.size() > 2) return fields;
  }
  return {};
}

// What an element inside the component says of it in an attribute.
std::map<std::string, std::string> link_fields(HtmlNode component) {
  const HtmlNode node = find_descendant(
      component, [](HtmlNode inner) { return inner.has_attribute("data-linkdata"); });
  return json_fields(node.attribute("data-linkdata"));
}

HtmlNode caption_of(HtmlNode component) {
  return find_any_class(component, {"se-caption", "se_mediaCaption", "se_caption"});
}

Inlines caption_text(ContentReader& reader, HtmlNode component, const FlowContext& context) {
  const HtmlNode caption = caption_of(component);
  return caption ? reader.read_inlines(caption, reader.inside(caption, context)) : Inlines{};
}

std::string href_of_link(HtmlNode component) {
  const HtmlNode link = find_descendant(component, [](HtmlNode node) {
    return node.is(GUMBO_TAG_A) && node.attribute("href").starts_with("http");
  });
  return std::string(link.attribute("href"));
}

void read_link_card(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                    const FlowContext& context) {
  LinkBox box{LinkBoxKind::card, {}, {}};
  box.title = shown_text_of(find_any_class(node, {"se-oglink-title", "se_og_tit"}));
  box.description = shown_text_of(find_any_class(node, {"se-oglink-summary", "se_og_txt"}));
  box.target = href_of_link(node);
  if (box.target.empty()) box.target = json_value(module_fields(node), "data.link");
  add_link_box(reader, node, std::move(box), flow, context);
  const HtmlNode host = find_any_class(node, {"se-oglink-url", "se_og_cp"});
  if (host) reader.drop(host, DropReason::embed);
}

// A book, a film or a product that the author shows.
void read_material(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                   const FlowContext& context) {
  LinkBox box{LinkBoxKind::card, shown_text_of(find_class(node, "se-material-title")), {}};
  box.description = shown_text_of(find_class(node, "se-material-detail"));
  box.target = first_filled({json_value(link_fields(node), "link"), href_of_link(node)});
  add_link_box(reader, node, std::move(box), flow, context);
}

void read_video(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                const FlowContext& context) {
  const auto fields = module_fields(node);
  LinkBox box{LinkBoxKind::video, json_value(fields, "data.mediaMeta.title"), {}};
  box.description = json_value(fields, "data.mediaMeta.description");
  box.target = reader.post_address();  // the video has no page of its own
  box.caption = caption_text(reader, node, context);
  add_link_box(reader, node, std::move(box), flow, context);
}

void read_oembed(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                 const FlowContext& context) {
  const auto fields = module_fields(node);
  const std::string type = json_value(fields, "data.type");
  LinkBox box{type == "video" ? LinkBoxKind::video : LinkBoxKind::embed,
              json_value(fields, "data.title"),
              {}};
  const HtmlNode frame = find_tag(node, GUMBO_TAG_IFRAME);
  box.target = first_filled({json_value(fields, "data.inputUrl"), json_value(fields, "data.url"),
                             frame.attribute("src")});
  box.caption = caption_text(reader, node, context);
  add_link_box(reader, node, std::move(box), flow, context);
}

// Each place is a box of its own; the picture of the map is left out.
void read_map(ContentReader& reader, HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  bool found = false;
  for_each_descendant(node, [&](HtmlNode inner) {
    if (!has_any_class(inner, {"se-map-title", "se_map_title", "se_title"})) return true;
    const HtmlNode address =
        find_any_class(inner.parent(), {"se-map-address", "se_address", "se_map_address"});
    LinkBox box{LinkBoxKind::map, shown_text_of(inner), {}, shown_text_of(address)};
    const std::string place =
        json_value(json_fields(inner.parent().attribute("data-linkdata")), "placeId");
    if (!place.empty() && place.find_first_not_of("0123456789") == std::string::npos) {
      box.target = "https://map.naver.com/p/entry/place/" + place;
    }
    add_link_box(reader, inner, std::move(box), flow, context);
    found = true;
    return false;
  });
  if (!found) reader.read_children(node, flow, context);
}

void read_file(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
               const FlowContext& context) {
  LinkBox box{LinkBoxKind::file,
              shown_text_of(find_class(node, "se-file-name")) +
                  shown_text_of(find_class(node, "se-file-extension")),
              {}};
  box.target = first_filled({find_class(node, "se-file-save-button").attribute("href"),
                             json_value(module_fields(node), "data.link")});
  add_link_box(reader, node, std::move(box), flow, context);
}

// The page keeps a formula's TeX between dollar signs in the markup that draws it.
std::string tex_of(const std::string& markup) {
  const HtmlTree drawn(markup, HtmlKind::fragment);
  const HtmlNode source = find_class(drawn.body(), "mq-selectable");
  std::string tex = shown_text_of(source);
  if (tex.size() >= 2 && tex.front() == '$' && tex.back() == '$')
    tex = tex.substr(1, tex.size() - 2);
  return tex;
}

void read_formula(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                  const FlowContext& context) {
  const auto fields = module_fields(node);
  std::string tex = without_forbidden(json_value(fields, "data.inputOrigin"));
  if (tex.empty()) tex = tex_of(json_value(fields, "data.html"));
  if (tex.empty())
    tex = tex_of(std::string(fields.empty() ? "" : json_value(fields, "data.latex")));
  const SourcePos at = reader.position(node, context);
  if (tex.empty()) {
    reader.diagnostics().lost(reader.span(at),
                              message("수식의 내용이 저장한 페이지에 없어서 뺐습니다",
                                      "the saved page does not hold this formula; "
                                      "left out"));
    return;
  }
  flow.add({CodeBlock{std::move(tex) + "\n", "tex"}, {}, {}, at}, context);
}

void read_quote(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                const FlowContext& context) {
  HtmlNode quotation = find_tag(node, GUMBO_TAG_BLOCKQUOTE);
  if (!quotation) quotation = node;
  const std::string_view classes = node.attribute("class");
  const bool is_line = classes.find("quotation_line") != std::string_view::npos;
  const bool is_marked = classes.find("se-l-default") != std::string_view::npos ||
                         classes.find("quotation_bubble") != std::string_view::npos;
  const std::string_view style = is_line ? "style2" : is_marked ? "style1" : "style3";
  read_quotation(reader, quotation, find_any_class(quotation, {"se-cite", "se_cite"}), style, flow,
                 context);
}

// A collage or a strip shows the pictures of a row side by side; slides stand alone.
void read_picture_group(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                        const FlowContext& context) {
  std::vector<HtmlNode> rows;
  for_each_descendant(node, [&](HtmlNode inner) {
    const bool is_row = has_any_class(
        inner, {"se-imageGroup-item", "se-imageStrip-container", "se_imageStripItem"});
    if (is_row) rows.push_back(inner);
    return !is_row;
  });
  if (rows.empty()) rows.push_back(node);
  const HtmlNode caption = caption_of(node);
  for (const HtmlNode row : rows) {
    read_picture_row(reader, row, row == rows.back() ? caption : HtmlNode(), flow, context);
  }
}

void read_section_title(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                        const FlowContext& context) {
  flow.end_run(context);
  FlowContext inner = reader.inside(node, context);
  inner.heading_level = 2;
  reader.read_children(node, flow, inner);
  flow.end_run(inner);
}

// SmartEditor 2 names the picture that it would load, all but the width at its end.
void read_lazy_picture(ContentReader& reader, HtmlNode span, FlowBuilder& flow,
                       const FlowContext& context) {
  const std::string_view address = span.attribute("thumburl");
  const SourcePos at = reader.position(span, context);
  const std::vector<std::string> addresses{std::string(address.substr(0, address.find("?type=")))};
  reader.add_picture(reader.find_picture(addresses, at), {}, flow, context, at);
}

// A component's kind and who reads it.
struct Component {
  std::string_view one, three;  // class in SmartEditor ONE and 3
  void (*read)(ContentReader&, HtmlNode, FlowBuilder&, const FlowContext&);
};

constexpr std::array<Component, 14> kComponents{{
    {"se-oglink", "se_oglink", read_link_card},
    {"se-material", "se_material", read_material},
    {"se-video", "se_video", read_video},
    {"se-oembed", "se_oembed", read_oembed},
    {"se-map", "se_map", read_map},
    {"se-placesMap", "se_places", read_map},
    {"se-file", "se_file", read_file},
    {"se-formula", "se_formula", read_formula},
    {"se-quotation", "se_quotation", read_quote},
    {"se-imageGroup", "se_imageGroup", read_picture_group},
    {"se-imageStrip", "se_imageStrip", read_picture_group},
    {"se-imageSlide", "se_slide", read_picture_group},
    {"se-sectionTitle", "se_sectionTitle", read_section_title},
    {"se-anniversarySection", "se_anniversary", read_section_title},
}};

bool read_component(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                    const FlowContext& context) {
  if (has_any_class(node, {"se-documentTitle", "se_documentTitle"})) {
    reader.drop(node, DropReason::header);
    return true;
  }
  if (has_any_class(node, {"se-image", "se_image"})) {
    if (!find_tag(node, GUMBO_TAG_IMG)) return false;
    read_picture_row(reader, node, caption_of(node), flow, context);
    return true;
  }
  for (const Component& component : kComponents) {
    if (!node.has_class(component.one) && !node.has_class(component.three)) continue;
    component.read(reader, node, flow, context);
    return true;
  }
  return false;
}

bool read_naver_element(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                        const FlowContext& context) {
  if (node.attribute("class").empty()) return false;
  if (has_any_class(node, {"se-component", "se_component"})) {
    return read_component(reader, node, flow, context);
  }
  if (has_any_class(node, {"__se_code_view", "se_code"})) {
    reader.read_code_block(node, flow, context);
    return true;
  }
  if (node.has_class("_img") && node.has_attribute("thumburl")) {
    read_lazy_picture(reader, node, flow, context);
    return true;
  }
  return false;
}

}  // namespace

Platform naver() {
  using By = ArticleMark::By;
  return {"Naver",
          {{By::css_class, "se-main-container"},
           {By::css_class, "__se_component_area"},
           {By::id, "postViewArea"},
           {By::id, "viewTypeSelector"}},
          read_naver_element,
          read_naver_facts};
}

}  // namespace munjip
