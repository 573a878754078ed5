#include "source/html_chrome.h"

#include <algorithm>
#include <string>

namespace munjip {

namespace {

struct NamedReason {
  std::string_view name;
  DropReason reason;
};

// Classes, sorted by name. Only names that no author gives to content of their own.
constexpr NamedReason kClasses[] = {
    {"addtoany_share_save_container", DropReason::post_buttons},
    {"ads", DropReason::advertisement},
    {"adsbygoogle", DropReason::advertisement},
    {"advertisement", DropReason::advertisement},
    {"another_category", DropReason::related_posts},
    {"area_reply", DropReason::comment},
    {"area_sidebar", DropReason::chrome},
    {"area_tag", DropReason::tag_list},
    {"article-tags", DropReason::tag_list},
    {"blind", DropReason::hidden},
    {"blog_btnArea", DropReason::post_buttons},
    {"box-reply", DropReason::comment},
    {"box-tag", DropReason::tag_list},
    {"box_tag", DropReason::tag_list},
    {"btn-toggle-moreless", DropReason::chrome},
    {"btn_buddyadd", DropReason::post_buttons},
    {"button-wrapper", DropReason::post_buttons},
    {"captioned-button-wrap", DropReason::post_buttons},
    {"comment-list", DropReason::comment},
    {"comment-respond", DropReason::comment},
    {"comment_list", DropReason::comment},
    {"commentlist", DropReason::comment},
    {"comments-area", DropReason::comment},
    {"container_postbtn", DropReason::post_buttons},
    {"copy-button", DropReason::post_buttons},
    {"copyright_entry", DropReason::chrome},
    {"dable_placeholder", DropReason::advertisement},
    {"entry-utility", DropReason::footer},
    {"ez-toc-container", DropReason::chrome},
    {"gh-comments", DropReason::comment},
    {"gh-post-upgrade-cta", DropReason::post_buttons},
    {"gh-read-next", DropReason::related_posts},
    {"google-auto-placed", DropReason::advertisement},
    {"headerlink", DropReason::chrome},
    {"install-substack-app-embed", DropReason::post_buttons},
    {"jp-relatedposts", DropReason::related_posts},
    {"kakao_ad_area", DropReason::advertisement},
    {"kg-signup-card", DropReason::post_buttons},
    {"lyr_post_function", DropReason::post_buttons},
    {"moreless_bottom", DropReason::chrome},
    {"moreless_fold", DropReason::chrome},
    {"moreless_top", DropReason::chrome},
    {"nav-links", DropReason::related_posts},
    {"naver-splugin", DropReason::post_buttons},
    {"p-summary", DropReason::header},
    {"paging", DropReason::chrome},
    {"post-footer", DropReason::footer},
    {"post-navigation", DropReason::related_posts},
    {"post-share-buttons", DropReason::post_buttons},
    {"post-tags", DropReason::tag_list},
    {"post-ufi", DropReason::post_buttons},
    {"post_comment", DropReason::comment},
    {"post_footer_contents", DropReason::post_buttons},
    {"post_function_t1", DropReason::post_buttons},
    {"post_taglist", DropReason::tag_list},
    {"postbtn_ccl", DropReason::post_buttons},
    {"postbtn_like", DropReason::post_buttons},
    {"related-articles", DropReason::related_posts},
    {"related-posts", DropReason::related_posts},
    {"revenue_unit_wrap", DropReason::advertisement},
    {"screen-reader-text", DropReason::hidden},
    {"screen_out", DropReason::hidden},
    {"sharedaddy", DropReason::post_buttons},
    {"speechify-ignore", DropReason::chrome},
    {"sr-only", DropReason::hidden},
    {"subscribe-widget", DropReason::post_buttons},
    {"subscription-widget-wrap", DropReason::post_buttons},
    {"tag_label", DropReason::tag_list},
    {"tags", DropReason::tag_list},
    {"toc_container", DropReason::chrome},
    {"tt-area-reply", DropReason::comment},
    {"tt-area-write", DropReason::post_buttons},
    {"tt-plugin", DropReason::chrome},
    {"tt_box_namecard", DropReason::chrome},
    {"tt_box_reply", DropReason::comment},
    {"visually-hidden", DropReason::hidden},
    {"wp-block-comments", DropReason::comment},
    {"wp-block-post-navigation-link", DropReason::related_posts},
    {"wp-block-social-links", DropReason::post_buttons},
    {"wpcnt", DropReason::advertisement},
    {"wrap_keyword", DropReason::tag_list},
    {"wrap_sns_share", DropReason::post_buttons},
    {"yarpp-related", DropReason::related_posts},
};

constexpr NamedReason kIds[] = {
    {"comment", DropReason::comment},
    {"comments", DropReason::comment},
    {"disqus_thread", DropReason::comment},
    {"respond", DropReason::comment},
};

std::optional<DropReason> find_class_reason(std::string_view classes) {
  std::size_t at = 0;
  while ((at = classes.find_first_not_of(" \t\n\r\f", at)) != std::string_view::npos) {
    const std::size_t end = std::min(classes.find_first_of(" \t\n\r\f", at), classes.size());
    const std::string_view name = classes.substr(at, end - at);
    const auto* found = std::lower_bound(
        std::begin(kClasses), std::end(kClasses), name,
        [](const NamedReason& entry, std::string_view wanted) { return entry.name < wanted; });
    if (found != std::end(kClasses) && found->name == name) return found->reason;
    at = end;
  }
  return {};
}

std::optional<DropReason> tistory_app_reason(std::string_view app) {
  if (app.empty()) return {};
  if (app == "Comment" || app == "Guestbook") return DropReason::comment;
  if (app == "Namecard") return DropReason::chrome;
  return DropReason::post_buttons;  // Reaction, SupportButton, ...
}

}  // namespace

std::optional<DropReason> chrome_reason(HtmlNode element) {
  if (auto reason = find_class_reason(element.attribute("class"))) return reason;
  const std::string_view id = element.attribute("id");
  for (const NamedReason& entry : kIds) {
    if (!id.empty() && id == entry.name) return entry.reason;
  }
  return tistory_app_reason(element.attribute("data-tistory-react-app"));
}

bool is_hidden(HtmlNode element) {
  if (element.has_attribute("hidden")) return true;
  const std::string_view style = element.attribute("style");
  if (style.empty()) return false;
  return style_property(style, "display").starts_with("none") ||
         style_property(style, "visibility") == "hidden";
}

}  // namespace munjip
