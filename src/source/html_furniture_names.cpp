// The names that the makers of sites give to what stands around an article.
#include <algorithm>
#include <array>
#include <string>

#include "source/html_furniture.h"

namespace munjip {

namespace {

struct NamedFurniture {
  std::string_view word;
  DropReason reason;
};

// One word of a class or id; sorted.
constexpr NamedFurniture kWords[] = {
    {"ad", DropReason::advertisement},
    {"ads", DropReason::advertisement},
    {"adsense", DropReason::advertisement},
    {"advert", DropReason::advertisement},
    {"advertisement", DropReason::advertisement},
    {"banner", DropReason::advertisement},
    {"breadcrumb", DropReason::chrome},
    {"breadcrumbs", DropReason::chrome},
    {"byline", DropReason::header},
    {"comment", DropReason::comment},
    {"comments", DropReason::comment},
    {"cookie", DropReason::chrome},
    {"copyright", DropReason::footer},
    {"disqus", DropReason::comment},
    {"footer", DropReason::footer},
    {"gnb", DropReason::chrome},
    {"lnb", DropReason::chrome},
    {"login", DropReason::chrome},
    {"masthead", DropReason::header},
    {"menu", DropReason::chrome},
    {"modal", DropReason::chrome},
    {"nav", DropReason::chrome},
    {"navbar", DropReason::chrome},
    {"navigation", DropReason::chrome},
    {"newsletter", DropReason::post_buttons},
    {"pager", DropReason::chrome},
    {"pagination", DropReason::chrome},
    {"paginator", DropReason::chrome},
    {"popular", DropReason::related_posts},
    {"popup", DropReason::chrome},
    {"promo", DropReason::advertisement},
    {"ranking", DropReason::related_posts},
    {"recommend", DropReason::related_posts},
    {"recommendation", DropReason::related_posts},
    {"recommendations", DropReason::related_posts},
    {"recommended", DropReason::related_posts},
    {"related", DropReason::related_posts},
    {"share", DropReason::post_buttons},
    {"sharing", DropReason::post_buttons},
    {"sidebar", DropReason::chrome},
    {"snb", DropReason::chrome},
    {"sns", DropReason::post_buttons},
    {"social", DropReason::post_buttons},
    {"sponsored", DropReason::advertisement},
    {"subscribe", DropReason::post_buttons},
    {"subscription", DropReason::post_buttons},
    {"taglist", DropReason::tag_list},
    {"toc", DropReason::chrome},
    {"toolbar", DropReason::chrome},
    {"trending", DropReason::related_posts},
    {"widget", DropReason::chrome},
    {"widgets", DropReason::chrome},
};

// Only all words of a name together say it; sorted.
constexpr NamedFurniture kNames[] = {
    {"article info", DropReason::header},     {"article meta", DropReason::header},
    {"article tags", DropReason::tag_list},   {"author bio", DropReason::chrome},
    {"author box", DropReason::chrome},       {"author card", DropReason::chrome},
    {"author info", DropReason::chrome},      {"author profile", DropReason::chrome},
    {"entry meta", DropReason::header},       {"meta", DropReason::header},
    {"page meta", DropReason::header},        {"post info", DropReason::header},
    {"post meta", DropReason::header},        {"post tags", DropReason::tag_list},
    {"prev next", DropReason::related_posts}, {"replies", DropReason::comment},
    {"reply", DropReason::comment},           {"search", DropReason::chrome},
    {"search form", DropReason::chrome},      {"site header", DropReason::header},
    {"skip link", DropReason::chrome},        {"table of contents", DropReason::chrome},
    {"tag list", DropReason::tag_list},       {"tags", DropReason::tag_list},
};

constexpr NamedFurniture kRoles[] = {
    {"banner", DropReason::header},      {"complementary", DropReason::chrome},
    {"contentinfo", DropReason::footer}, {"dialog", DropReason::chrome},
    {"menu", DropReason::chrome},        {"navigation", DropReason::chrome},
    {"search", DropReason::chrome},      {"toolbar", DropReason::chrome},
};

template <std::size_t N>
std::optional<DropReason> look_up(const NamedFurniture (&table)[N], std::string_view word) {
  const auto* found = std::lower_bound(
      std::begin(table), std::end(table), word,
      [](const NamedFurniture& entry, std::string_view wanted) { return entry.word < wanted; });
  if (found == std::end(table) || found->word != word) return {};
  return found->reason;
}

// `relatedPosts`, `related-posts`, `related__posts` are `related posts`.
std::string words_of(std::string_view name) {
  std::string words;
  char before = '-';
  for (const char c : name) {
    const bool is_upper = c >= 'A' && c <= 'Z';
    const bool was_lower = before >= 'a' && before <= 'z';
    before = c;
    if (c == '-' || c == '_' || c == ':' || (is_upper && was_lower)) {
      if (!words.empty() && words.back() != ' ') words += ' ';
    }
    if (c == '-' || c == '_' || c == ':') continue;
    words += is_upper ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return words;
}

std::optional<DropReason> reason_of_name(std::string_view name) {
  const std::string words = words_of(name);
  if (const auto reason = look_up(kNames, words)) return reason;
  // `has-sidebar`, `no-ads`, `with-comments` tell of a page, not of the element.
  for (const std::string_view told : {"has ", "no ", "with ", "is ", "hide ", "show "}) {
    if (words.starts_with(told)) return {};
  }
  std::string_view rest = words;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (const auto reason = look_up(kWords, rest.substr(0, end))) return reason;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

}  // namespace

std::optional<DropReason> furniture_name(HtmlNode element) {
  if (const auto reason = look_up(kRoles, element.attribute("role"))) return reason;
  for (std::string_view names : {element.attribute("id"), element.attribute("class")}) {
    while (!names.empty()) {
      const std::size_t end = std::min(names.find_first_of(" \t\n"), names.size());
      if (const auto reason = reason_of_name(names.substr(0, end))) return reason;
      names.remove_prefix(std::min(end + 1, names.size()));
    }
  }
  return {};
}

}  // namespace munjip
