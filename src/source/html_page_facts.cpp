#include "source/html_page_facts.h"

#include <algorithm>
#include <map>

#include "source/date_text.h"
#include "source/html_chrome.h"
#include "source/json_fields.h"
#include "source/platform_parts.h"

namespace munjip {

namespace {

using Fields = std::map<std::string, std::string>;

std::string field(const Fields& fields, const std::string& name) {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string() : collapse_spaces(found->second);
}

void set_if_empty(std::string& into, std::string value) {
  if (into.empty()) into = std::move(value);
}

void set_if_empty(std::optional<DateTime>& into, std::string_view text) {
  if (!into && !text.empty()) into = parse_date(text);
}

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

// Tistory writes the author as `'name'`.
std::string without_quotes(std::string text) {
  if (text.size() > 2 && text.front() == '\'' && text.back() == '\'') {
    return text.substr(1, text.size() - 2);
  }
  return text;
}

void read_meta(HtmlNode meta, PageFacts& facts) {
  std::string_view name = meta.attribute("property");
  if (name.empty()) name = meta.attribute("name");
  if (name.empty()) name = meta.attribute("itemprop");
  std::string value = collapse_spaces(meta.attribute("content"));
  if (value.empty()) return;
  if (name == "og:title") {
    set_if_empty(facts.og_title, value);
  } else if (name == "og:site_name" || name == "article:media_name") {
    set_if_empty(facts.site_name, value);
  } else if (name == "og:url" || name == "article:pc_url") {
    set_if_empty(facts.address, value);
  } else if (name == "og:type") {
    if (value == "article" || value == "blog") facts.is_post = true;
  } else if (name == "article:published_time" || name == "og:regDate" || name == "datePublished" ||
             name == "date" || name == "DC.date") {
    set_if_empty(facts.published, value);
  } else if (name == "article:modified_time" || name == "og:updated_time" ||
             name == "dateModified") {
    set_if_empty(facts.modified, value);
  } else if (name == "author" || name == "article:author" || name == "og:article:author") {
    if (!is_address(value)) set_if_empty(facts.author, without_quotes(value));
  } else if (name == "article:section") {
    set_if_empty(facts.category, value);
  } else if (name == "article:tag") {
    facts.tags.push_back(value);
  }
}

void read_json_ld(std::string_view json, PageFacts& facts) {
  const Fields fields = json_fields(json);
  // An object, a list of them, or a graph.
  std::vector<std::string> prefixes{"", "0.", "1."};
  for (int i = 0; i < 8; ++i) prefixes.push_back("@graph." + std::to_string(i) + ".");
  for (const std::string& prefix : prefixes) {
    const std::string type = field(fields, prefix + "@type");
    if (type.find("Posting") == std::string::npos && type.find("Article") == std::string::npos) {
      continue;
    }
    set_if_empty(facts.headline, field(fields, prefix + "headline"));
    set_if_empty(facts.published, field(fields, prefix + "datePublished"));
    set_if_empty(facts.modified, field(fields, prefix + "dateModified"));
    set_if_empty(facts.category, field(fields, prefix + "articleSection"));
    set_if_empty(facts.author, field(fields, prefix + "author.name"));
    set_if_empty(facts.author, field(fields, prefix + "author.0.name"));
    set_if_empty(facts.address, field(fields, prefix + "mainEntityOfPage.@id"));
    facts.is_post = true;
  }
}

// `window.T.entryInfo = {"entryId":384, ... "categoryLabel":"..."};`, null on pages of lists.
void read_tistory_script(std::string_view script, PageFacts& facts) {
  constexpr std::string_view kName = "window.T.entryInfo";
  const std::size_t at = script.find(kName);
  if (at == std::string_view::npos) return;
  const std::size_t equals = script.find('=', at + kName.size());
  if (equals == std::string_view::npos) return;
  const std::string_view value = trim_ascii(script.substr(equals + 1));
  if (value.starts_with("null")) {
    facts.is_listing = true;
    return;
  }
  const Fields fields = json_fields(value);
  const std::string category = field(fields, "categoryLabel");
  if (!category.empty()) facts.category = category;
  const int number = leading_number(field(fields, "entryId"));
  if (number > 0) facts.number = number;
  facts.is_post = true;
}

void read_fact(HtmlNode node, PageFacts& facts) {
  switch (node.tag()) {
    case GUMBO_TAG_META:
      read_meta(node, facts);
      break;
    case GUMBO_TAG_TITLE:
      if (node.parent().is(GUMBO_TAG_HEAD)) {
        set_if_empty(facts.page_title, collapse_spaces(node.child(0).text()));
      }
      break;
    case GUMBO_TAG_LINK:
      if (has_token(node.attribute("rel"), "canonical")) {
        set_if_empty(facts.address, std::string(node.attribute("href")));
      }
      break;
    case GUMBO_TAG_SCRIPT:
      if (node.attribute("type") == "application/ld+json") {
        read_json_ld(node.child(0).text(), facts);
      } else {
        read_tistory_script(node.child(0).text(), facts);
      }
      break;
    default:
      break;
  }
}

// ---- the places on the page ----

bool is_title_place(HtmlNode node) {
  return node.attribute("itemprop") == "headline" ||
         has_any_class(node,
                       {"title-article", "title_post", "tit_post", "title_view", "tit_blogview",
                        "entry-title", "post-title", "article-title", "p-name"});
}

bool is_heading(HtmlNode node) {
  return node.is(GUMBO_TAG_H1) || node.is(GUMBO_TAG_H2) || node.is(GUMBO_TAG_H3);
}

void read_tags(HtmlNode node, std::vector<std::string>& tags) {
  if (node.is(GUMBO_TAG_A) && has_token(node.attribute("rel"), "tag")) {
    std::string tag = visible_text(node);
    if (tag.starts_with('#')) tag.erase(0, 1);
    if (!tag.empty()) tags.push_back(std::move(tag));
  } else if (node.has_class("tags") && !find_tag(node, GUMBO_TAG_A)) {  // `#one #two words`
    const std::string text = visible_text(node);
    std::size_t at = text.find('#');
    while (at != std::string::npos) {
      const std::size_t end = text.find('#', at + 1);
      std::string tag = collapse_spaces(std::string_view(text).substr(at + 1, end - at - 1));
      if (!tag.empty()) tags.push_back(std::move(tag));
      at = end;
    }
  }
}

void read_place(HtmlNode node, PageFacts& local) {
  if (node.is(GUMBO_TAG_TIME)) {
    set_if_empty(local.published, node.attribute("datetime"));
  } else if (has_any_class(node, {"date", "post-date", "entry-date", "published", "txt_date"})) {
    set_if_empty(local.published, visible_text(node));
  } else if (has_any_class(node, {"category", "post-category", "txt_category"})) {
    // A list is the menu of all of them.
    if (!find_tag(node, GUMBO_TAG_LI)) set_if_empty(local.category, visible_text(node));
  } else if (node.is(GUMBO_TAG_A) && has_token(node.attribute("rel"), "category")) {
    set_if_empty(local.category, visible_text(node));  // WordPress: rel="category tag"
  } else {
    read_tags(node, local.tags);
  }
}

// Menus, side bars, comments and other posts have dates and categories too.
bool is_elsewhere(HtmlNode node) {
  if (node.is(GUMBO_TAG_NAV) || node.is(GUMBO_TAG_ASIDE)) return true;
  if (!node.is_element() || node.attribute("class").empty()) return false;
  const auto reason = chrome_reason(node);
  return reason == DropReason::comment || reason == DropReason::related_posts;
}

// Some skins carry each article's data as JSON in a hidden element.
std::string read_skin_json(HtmlNode scope, PageFacts& local) {
  const HtmlNode data = find_descendant(
      scope, [](HtmlNode node) { return node.attribute("data-article") == "article"; });
  if (!data) return {};
  const Fields fields = json_fields(trim_ascii(data.child(0).text()));
  set_if_empty(local.published, field(fields, "dateTime"));
  set_if_empty(local.published, field(fields, "date"));
  set_if_empty(local.category, field(fields, "category"));
  set_if_empty(local.author, field(fields, "author"));
  set_if_empty(local.address, field(fields, "path"));
  return field(fields, "title");
}

// A title element without the blog's name: `글 :: 블로그`, `글 - 블로그`, `글 | 블로그`.
std::string without_site_name(std::string title, const std::string& site) {
  for (const std::string_view bar : {" :: ", " — ", " - ", " | ", " : ", " · "}) {
    const std::size_t at = title.rfind(bar);
    if (at == std::string::npos || at == 0) continue;
    const bool is_site =
        !site.empty() && title.compare(at + bar.size(), std::string::npos, site) == 0;
    if (is_site || bar == " :: ") return title.substr(0, at);
  }
  return title;
}

// What is known nearer to the article counts.
void write_over(PageFacts& facts, PageFacts local) {
  if (local.published) facts.published = local.published;
  if (!local.category.empty()) facts.category = std::move(local.category);
  if (!local.author.empty()) facts.author = std::move(local.author);
  if (!local.address.empty()) facts.address = std::move(local.address);
  if (!local.tags.empty()) facts.tags = std::move(local.tags);
}

}  // namespace

PageFacts read_page_facts(const HtmlTree& tree) {
  PageFacts facts;
  facts.lang = tree.root().attribute("lang");
  for_each_descendant(tree.root(), [&](HtmlNode node) {
    if (node.is_element()) read_fact(node, facts);
    return true;
  });
  return facts;
}

std::string read_local_facts(HtmlNode scope, HtmlNode article, PageFacts& facts) {
  if (scope == article) return {};  // nothing stands around it
  PageFacts local;
  std::string title = read_skin_json(scope, local), heading;
  for_each_descendant(scope, [&](HtmlNode node) {
    if (node == article || is_elsewhere(node)) return false;
    if (!node.is_element()) return true;
    if (title.empty() && is_title_place(node)) title = visible_text(node);
    if (heading.empty() && is_heading(node)) heading = visible_text(node);
    read_place(node, local);
    return true;
  });
  write_over(facts, std::move(local));
  return title.empty() ? heading : title;
}

std::string read_opening_facts(HtmlNode article, PageFacts& facts) {
  constexpr std::size_t kParagraph = 90;  // bytes: thirty syllables
  PageFacts local;
  std::string heading;
  bool is_over = false;
  for_each_descendant(article, [&](HtmlNode node) {
    is_over = is_over || (node.is(GUMBO_TAG_P) && visible_text(node).size() >= kParagraph);
    if (is_over || !node.is_element() || is_elsewhere(node)) return false;
    if (heading.empty() && is_heading(node)) {
      heading = visible_text(node);
      const HtmlNode inner = find_tag(node, GUMBO_TAG_A);
      const HtmlNode link = inner ? inner : node.parent();
      const std::string_view href = link.is(GUMBO_TAG_A) ? link.attribute("href") : "";
      if (href.starts_with('/') || is_address(href)) local.address = href;
    }
    read_place(node, local);
    return true;
  });
  write_over(facts, std::move(local));
  return heading;
}

std::string title_of_page(const PageFacts& facts) {
  if (!facts.og_title.empty() && facts.og_title != facts.site_name) return facts.og_title;
  std::string title = without_site_name(facts.page_title, facts.site_name);
  if (!title.empty() && title != facts.site_name) return title;
  return facts.headline;
}

}  // namespace munjip
