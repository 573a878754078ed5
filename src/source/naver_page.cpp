#include "source/naver_page.h"

#include "source/date_text.h"
#include "source/platform_parts.h"

namespace munjip {

namespace {

void set_filled(std::string& into, std::string value) {
  if (!value.empty()) into = std::move(value);
}

// A category below another one is written `- name`.
std::string category_name(std::string text) {
  while (text.starts_with("- ") || text.starts_with("ㄴ ")) text.erase(0, text.find(' ') + 1);
  return text;
}

// The number at the end of `https://blog.naver.com/blog/223034929697`, or after `logNo=`.
std::optional<long> number_of(std::string_view address) {
  std::size_t at = address.find("logNo=");
  at = at == std::string_view::npos ? address.rfind('/') + 1 : at + 6;
  const std::string_view rest = address.substr(std::min(at, address.size()));
  const std::string_view digits = rest.substr(0, rest.find_first_not_of("0123456789"));
  if (digits.size() < 5 || digits.size() > 15) return {};
  return std::stol(std::string(digits));
}

void read_tags(HtmlNode scope, std::vector<std::string>& tags) {
  const HtmlNode list = find_descendant(scope, [](HtmlNode node) {
    return node.attribute("id").starts_with("tagList_") ||
           has_any_class(node, {"wrap_tag", "post_tag"});
  });
  if (!list) return;
  std::vector<std::string> found;
  for_each_descendant(list, [&](HtmlNode node) {
    if (!node.is(GUMBO_TAG_A)) return true;
    std::string tag = shown_text_of(node);
    if (tag.starts_with('#')) tag.erase(0, 1);
    if (!tag.empty()) found.push_back(std::move(tag));
    return false;
  });
  if (!found.empty()) tags = std::move(found);
}

}  // namespace

void read_naver_facts(HtmlNode scope, HtmlNode /*article*/, PageFacts& facts) {
  set_filled(facts.title, shown_text_of(find_any_class(
                              scope, {"se-title-text", "se_title", "tit_h3", "pcol1"})));
  const std::string date = shown_text_of(
      find_any_class(scope, {"se_publishDate", "blog_date", "se_date", "blog2_post_date"}));
  if (const auto found = leading_date(date)) facts.published = found->moment;
  set_filled(facts.category, category_name(shown_text_of(find_any_class(
                                 scope, {"blog_category", "tit_category", "blog2_series"}))));
  const HtmlNode author = find_any_class(scope, {"blog_author", "se_author", "nick"});
  set_filled(facts.author, shown_text_of(author));
  read_tags(scope, facts.tags);
  if (const auto number = number_of(facts.address)) facts.number = number;
}

std::string naver_frame(const HtmlTree& tree) {
  const HtmlNode frame = find_descendant(tree.root(), [](HtmlNode node) {
    return (node.is(GUMBO_TAG_IFRAME) || node.is(GUMBO_TAG_FRAME)) &&
           (node.attribute("id") == "mainFrame" || node.attribute("name") == "mainFrame");
  });
  return std::string(trim_ascii(frame.attribute("src")));
}

}  // namespace munjip
