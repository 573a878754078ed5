#include "source/platform.h"

namespace munjip {

namespace {

// Microdata and the class names that themes of many blog programs share.
Platform common_themes() {
  using By = ArticleMark::By;
  return {"",
          {{By::itemprop, "articleBody"},
           {By::css_class, "entry-content"},
           {By::css_class, "post-content"},
           {By::css_class, "post-body"},
           {By::css_class, "article-body"},
           {By::css_class, "article-content"}}};
}

}  // namespace

std::span<const Platform> platforms() {
  static const std::vector<Platform> kPlatforms = {
      tistory(),  naver(),  brunch(), velog(),   egloos(),    medium(),
      substack(), notion(), ghost(),  blogger(), wordpress(), common_themes()};
  return kPlatforms;
}

}  // namespace munjip
