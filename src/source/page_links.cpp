#include "source/page_links.h"

#include <algorithm>
#include <set>

#include "book/resolve_address.h"
#include "book/web_address.h"
#include "source/encoding.h"
#include "source/html_article.h"
#include "source/html_content_reader.h"
#include "source/html_furniture.h"
#include "source/html_page_facts.h"

namespace munjip {

namespace {

// Fewer headings that are links may stand on the page of a post (a next and a previous one).
constexpr std::size_t kFewestListed = 2;

bool is_heading(HtmlNode node) {
  return node.tag() >= GUMBO_TAG_H1 && node.tag() <= GUMBO_TAG_H4;
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// Paths that platforms give to single posts: Tistory `/entry/title`, `/123`; brunch, velog
// `/@name/title`; WordPress and Jekyll `/2024/05/title`; Naver `PostView`, `logNo=`.
bool looks_like_post(std::string_view path) {
  const std::string_view bare = path.substr(0, path.find('?'));
  if (bare.starts_with("/entry/") && bare.size() > 7) return true;
  if (bare.size() > 1 && all_digits(bare.substr(1))) return true;
  if (path.starts_with("/?p=")) return true;
  if (path.find("logNo=") != std::string_view::npos) return true;
  if (bare.starts_with("/@")) {
    const std::size_t slash = bare.find('/', 1);
    return slash != std::string_view::npos && slash + 1 < bare.size() &&
           !bare.substr(slash).starts_with("/series");
  }
  const bool is_dated = bare.size() > 9 && all_digits(bare.substr(1, 4)) && bare[5] == '/' &&
                        all_digits(bare.substr(6, 2)) && bare[8] == '/';
  return is_dated && !bare.substr(9).starts_with("page/");
}

// Lists, not posts, of any platform: a category may hold one post alone.
bool looks_like_list(std::string_view path) {
  static constexpr std::string_view kStarts[] = {
      "/category",  "/tag",     "/page/",  "/archive", "/search",   "/author",
      "/guestbook", "/notice?", "/?cat=",  "/?tag=",   "/?author=", "/?m=",
      "/?s=",       "/?paged=", "/?page=", "/PostList"};
  return path == "/" || path == "/notice" ||
         std::any_of(std::begin(kStarts), std::end(kStarts),
                     [&](std::string_view start) { return path.starts_with(start); });
}

// In a part of the page beside its list: a side bar, a menu, what others read.
bool stands_aside(HtmlNode link) {
  for (HtmlNode around = link.parent(); around && !around.is(GUMBO_TAG_BODY);
       around = around.parent()) {
    if (around.is(GUMBO_TAG_ASIDE) || around.is(GUMBO_TAG_NAV) || around.is(GUMBO_TAG_FOOTER) ||
        furniture_name(around)) {
      return true;
    }
  }
  return false;
}

bool stands_in_heading_or_names_post(HtmlNode link) {
  if (link.attribute("rel").find("bookmark") != std::string_view::npos) return true;
  HtmlNode around = link.parent();
  for (int i = 0; i < 3 && around; ++i, around = around.parent()) {
    if (is_heading(around)) return true;
  }
  return static_cast<bool>(find_descendant(link, is_heading));
}

class LinkReader {
 public:
  LinkReader(std::string_view html, std::string_view address)
      : tree_(decoded(html)), address_(address) {
    if (const HtmlNode base = find_tag(tree_.head(), GUMBO_TAG_BASE)) {
      if (auto whole = resolve_address(address, base.attribute("href"))) base_ = *whole;
    }
    if (base_.empty()) base_ = address;
  }

  PageLinks read() {
    const PageFacts facts = read_page_facts(tree_);
    links_.title = title_of_page(facts);
    links_.site_name = facts.site_name;
    links_.published = facts.published;
    for_each_descendant(tree_.root(), [&](HtmlNode node) {
      if (node.is(GUMBO_TAG_A) || node.is(GUMBO_TAG_LINK)) read_link(node);
      return true;
    });
    const bool is_list = listed_in_headings_ >= kFewestListed || links_.posts.size() > 4;
    if (links_.posts.empty()) links_.posts = std::move(posts_aside_);
    const bool is_list_by_address = looks_like_list(path_of(address_)) && !links_.posts.empty();
    links_.is_post = !is_list_by_address && (facts.is_post || (!facts.is_listing && !is_list));
    for (const HtmlNode article : find_articles(tree_).nodes) read_pictures(article);
    return std::move(links_);
  }

 private:
  static std::string decoded(std::string_view html) {
    Diagnostics unheard;  // told when the saved page is read
    return decode_to_utf8(html, {}, unheard);
  }

  void read_link(HtmlNode link) {
    const auto target = resolve_address(base_, link.attribute("href"));
    if (!target || link.attribute("href").empty() || origin_of(*target) != origin_of(address_)) {
      return;
    }
    if (leads_on(link, *target) && links_.next.empty()) links_.next = *target;
    if (link.is(GUMBO_TAG_LINK)) return;
    const std::string_view path = path_of(*target);
    const bool in_heading = stands_in_heading_or_names_post(link);
    if (looks_like_list(path) || address_key(*target) == address_key(address_)) return;
    if (!in_heading && !looks_like_post(path)) return;
    const bool is_aside = stands_aside(link);
    auto& seen = is_aside ? seen_aside_ : seen_;
    if (!seen.insert(address_key(*target)).second) return;
    if (in_heading && !is_aside) ++listed_in_headings_;
    (is_aside ? posts_aside_ : links_.posts).push_back(*target);
  }

  // `rel="next"`, or the page number that follows that of the address.
  bool leads_on(HtmlNode link, const std::string& target) const {
    const std::string_view rel = link.attribute("rel");
    if (rel == "next" || link.has_class("next")) return target != address_;
    return target == page_address(page_of_address() + 1, "page=") ||
           target == page_address(page_of_address() + 1, "/page/");
  }

  static constexpr std::string_view kPageKeys[] = {"page=", "/page/"};

  int page_of_address() const {
    for (const std::string_view key : kPageKeys) {
      const std::size_t at = address_.find(key);
      if (at != std::string::npos) return leading_number(address_.substr(at + key.size()));
    }
    return 1;
  }

  // The address with another page number in it.
  std::string page_address(int page, std::string_view key) const {
    const std::string number = std::to_string(page);
    const std::size_t at = address_.find(key);
    if (at != std::string::npos) {
      const std::size_t begin = at + key.size();
      const std::size_t end =
          std::min(address_.find_first_not_of("0123456789", begin), address_.size());
      return address_.substr(0, begin) + number + address_.substr(end);
    }
    if (key == "page=") {
      return address_ + (address_.find('?') == std::string::npos ? "?" : "&") + "page=" + number;
    }
    const bool ends_in_slash = address_.ends_with('/');
    return address_ + (ends_in_slash ? "page/" : "/page/") + number + (ends_in_slash ? "/" : "");
  }

  void read_pictures(HtmlNode article) {
    for_each_descendant(article, [&](HtmlNode node) {
      if (!node.is(GUMBO_TAG_IMG)) return true;
      std::vector<std::string> addresses;
      for (const std::string& written : picture_addresses(node)) {
        auto whole = resolve_address(base_, written);
        if (whole) addresses.push_back(std::move(*whole));
      }
      if (!addresses.empty()) links_.pictures.push_back(std::move(addresses));
      return true;
    });
  }

  HtmlTree tree_;
  std::string address_, base_;
  PageLinks links_;
  std::vector<std::string> posts_aside_;  // counted where there are no others
  std::set<std::string> seen_, seen_aside_;
  std::size_t listed_in_headings_ = 0;
};

}  // namespace

PageLinks read_page_links(std::string_view html, std::string_view address) {
  return LinkReader(html, address).read();
}

}  // namespace munjip
