// Medium: posts of an account's export (`posts/2018-08-11_Title-id.html`, microformats 2), and
// saved pages.
#include <utility>

#include "source/date_text.h"
#include "source/platform.h"
#include "source/platform_parts.h"

namespace munjip {

namespace {

void read_card(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
               const FlowContext& context) {
  LinkBox box{LinkBoxKind::card, {}, {}};
  const HtmlNode link = find_tag(node, GUMBO_TAG_A);
  box.title = shown_text_of(find_class(node, "markup--mixtapeEmbed-strong"));
  box.description = shown_text_of(find_class(node, "markup--mixtapeEmbed-em"));
  if (box.title.empty()) box.title = shown_text_of(link);
  box.target = first_filled({link.attribute("data-href"), link.attribute("href")});
  add_link_box(reader, node, std::move(box), flow, context);
}

bool read_medium_element(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                         const FlowContext& context) {
  if (node.attribute("class").empty()) return false;
  if (node.has_class("graf--mixtapeEmbed")) {
    read_card(reader, node, flow, context);
    return true;
  }
  if (node.has_class("sectionLayout--outsetRow") && find_tag(node, GUMBO_TAG_IMG)) {
    read_picture_row(reader, node, find_tag(node, GUMBO_TAG_FIGCAPTION), flow, context);
    return true;
  }
  if (has_any_class(node,
                    {"graf--subtitle",
                     "pw-subtitle-paragraph"})) {  // under the title, which is no part of the text
    Inlines text = reader.read_inlines(node, reader.inside(node, context));
    if (!text.empty()) {
      flow.add({Paragraph{std::move(text)}, {"subtitle"}, {}, reader.position(node, context)},
               context);
    }
    return true;
  }
  return false;
}

void read_medium_facts(HtmlNode scope, HtmlNode /*article*/, PageFacts& facts) {
  const auto text_of = [&](std::string_view name) {
    return shown_text_of(find_class(scope, name));
  };
  if (std::string title = text_of("p-name"); !title.empty()) facts.title = std::move(title);
  if (std::string author = text_of("p-author"); !author.empty()) facts.author = std::move(author);
  if (const auto date = parse_date(find_class(scope, "dt-published").attribute("datetime"))) {
    facts.published = date;
  }
  const std::string_view address = find_class(scope, "p-canonical").attribute("href");
  if (!address.empty()) facts.address = address;
  for_each_descendant(scope, [&](HtmlNode node) {
    if (node.has_class("p-tag")) facts.tags.push_back(shown_text_of(node));
    return true;
  });
}

}  // namespace

Platform medium() {
  return {"Medium",
          {{ArticleMark::By::css_class, "e-content"}},
          read_medium_element,
          read_medium_facts};
}

}  // namespace munjip
