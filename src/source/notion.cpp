// Notion: pages of an export in HTML, and the pieces of HTML in one in Markdown.
#include "source/notion.h"

#include <algorithm>
#include <array>
#include <utility>

#include "source/date_text.h"
#include "source/platform.h"
#include "source/platform_parts.h"

namespace munjip {

namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Text between commas: Notion writes lists of choices so.
std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> items;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    std::string item = collapse_spaces(text.substr(0, comma));
    if (!item.empty()) items.push_back(std::move(item));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return items;
}

// ---- elements ----

void read_callout(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                  const FlowContext& context) {
  Group group{reader.read_blocks(node, reader.inside(node, context))};
  if (group.children.empty()) return;
  flow.add({std::move(group), {"callout"}, {}, reader.position(node, context)}, context);
}

void read_bookmark(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                   const FlowContext& context) {
  LinkBox box{LinkBoxKind::card, shown_text_of(find_class(node, "bookmark-title")),
              std::string(node.attribute("href"))};
  box.description = shown_text_of(find_class(node, "bookmark-description"));
  add_link_box(reader, node, std::move(box), flow, context);
  if (const HtmlNode host = find_class(node, "bookmark-href")) reader.drop(host, DropReason::embed);
}

// A list of one toggle: the list is only how the export writes it.
void read_toggles(ContentReader& reader, HtmlNode list, FlowBuilder& flow,
                  const FlowContext& context) {
  const FlowContext inner = reader.inside(list, context);
  for (std::size_t i = 0; i < list.child_count(); ++i) {
    const HtmlNode item = list.child(i);
    if (item.is(GUMBO_TAG_LI)) {
      reader.read_children(item, flow, reader.inside(item, inner));
    } else {
      reader.read_node(item, flow, inner);
    }
  }
}

bool read_notion_element(ContentReader& reader, HtmlNode node, FlowBuilder& flow,
                         const FlowContext& context) {
  if (node.is(GUMBO_TAG_ASIDE) && node.attribute("class").empty()) {
    read_callout(reader, node, flow, context);  // how the Markdown export writes it
    return true;
  }
  if (node.attribute("class").empty()) return false;
  if (node.is(GUMBO_TAG_FIGURE) && node.has_class("callout")) {
    read_callout(reader, node, flow, context);
  } else if (node.is(GUMBO_TAG_A) && node.has_class("bookmark")) {
    read_bookmark(reader, node, flow, context);
  } else if (node.is(GUMBO_TAG_UL) && node.has_class("toggle")) {
    read_toggles(reader, node, flow, context);
  } else if (node.is(GUMBO_TAG_NAV) && node.has_class("table_of_contents")) {
    reader.drop(node, DropReason::chrome);
  } else {
    return false;
  }
  return true;
}

// ---- properties ----

std::vector<std::string> values_of(HtmlNode cell) {
  std::vector<std::string> values;
  for_each_descendant(cell, [&](HtmlNode node) {
    if (!node.has_class("selected-value")) return true;
    values.push_back(shown_text_of(node));
    return false;
  });
  return values.empty() ? split_list(shown_text_of(cell)) : values;
}

void read_notion_facts(HtmlNode scope, HtmlNode article, PageFacts& facts) {
  const std::string title = shown_text_of(find_class(scope, "page-title"));
  if (!title.empty()) facts.title = title;
  NotionProperties properties;
  for_each_descendant(scope, [&](HtmlNode node) {
    if (node == article) return false;
    if (!node.has_class("property-row")) return true;
    const std::string name = shown_text_of(find_tag(node, GUMBO_TAG_TH));
    properties.set(name, values_of(find_tag(node, GUMBO_TAG_TD)));
    return false;
  });
  if (properties.published) facts.published = properties.published;
  if (properties.modified) facts.modified = properties.modified;
  if (!properties.author.empty()) facts.author = properties.author;
  if (!properties.category.empty()) facts.category = properties.category;
  if (!properties.tags.empty()) facts.tags = properties.tags;
}

}  // namespace

bool NotionProperties::set(std::string_view name, const std::vector<std::string>& values) {
  if (values.empty()) return false;
  const auto text = [&] {  // a date may hold a comma
    std::string joined;
    for (const std::string& value : values) joined += (joined.empty() ? "" : ", ") + value;
    if (joined.starts_with('@')) joined.erase(0, 1);
    return joined;
  };
  if (is_one_of(name, {"Tags", "Tag", "태그", "키워드"})) {
    tags = values;
  } else if (is_one_of(name, {"Category", "카테고리", "분류"})) {
    category = text();
  } else if (is_one_of(name, {"Author", "Created by", "글쓴이", "작성자", "저자", "생성자"})) {
    author = text();
  } else if (is_one_of(name, {"Date", "Published", "날짜", "작성일", "발행일"})) {
    if (const auto date = leading_date(text())) published = date->moment;
  } else if (is_one_of(name, {"Created", "Created time", "생성일", "생성 일시"})) {
    const auto date = leading_date(text());
    if (date && !published) published = date->moment;
  } else if (is_one_of(name, {"Last edited time", "Updated", "최종 편집 일시", "수정일"})) {
    if (const auto date = leading_date(text())) modified = date->moment;
  } else {
    return false;
  }
  return true;
}

std::string_view without_notion_id(std::string_view stem) {
  constexpr std::size_t kDigits = 32;
  if (stem.size() <= kDigits + 1 || stem[stem.size() - kDigits - 1] != ' ') return stem;
  const std::string_view id = stem.substr(stem.size() - kDigits);
  if (id.find_first_not_of("0123456789abcdef") != std::string_view::npos) return stem;
  return stem.substr(0, stem.size() - kDigits - 1);
}

NotionPage read_notion_head(std::string_view text) {
  NotionPage page;
  if (!text.starts_with("# ")) return page;
  std::size_t at = std::min(text.find('\n'), text.size());
  std::string_view heading = text.substr(2, at - 2);
  const std::size_t lines = text.find_first_not_of('\n', at);
  if (lines == std::string_view::npos || lines < at + 2) return page;
  std::uint32_t count = static_cast<std::uint32_t>(lines - at);
  bool any = false;
  for (at = lines; at < text.size() && text[at] != '\n'; ++count) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    // Some programs that export through Notion's API quote the properties and name the title.
    if (line.starts_with("> ")) {
      line.remove_prefix(2);
      if (heading.starts_with("Title: ")) heading.remove_prefix(7);
    }
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos || colon > 60) return {};
    const std::string_view name = line.substr(0, colon);
    const bool is_known = page.properties.set(name, split_list(line.substr(colon + 2)));
    if (!is_known) page.other_lines.emplace_back(line);
    any = any || is_known;
    at = std::min(end + 1, text.size());
  }
  if (!any) return {};
  page.title = collapse_spaces(heading);
  page.body_offset = at;
  page.body_line = count + 1;
  return page;
}

Platform notion() {
  return {"Notion",
          {{ArticleMark::By::css_class, "page-body"}},
          read_notion_element,
          read_notion_facts};
}

}  // namespace munjip
