#include "book/labels.h"

#include <doctest/doctest.h>

#include "book/language.h"

using namespace munjip;

TEST_CASE("a book's own words are in its language") {
  CHECK(label(Label::contents, "ko") == "차례");
  CHECK(label(Label::contents, "ko-KR") == "차례");
  CHECK(label(Label::contents, "en") == "Contents");
  CHECK(label(Label::contents, "ja") == "目次");
  CHECK(label(Label::contents, "de") == "Contents");
  CHECK(label(Label::colophon, "ko") == "판권");
  CHECK(label(Label::figure, "ko") == "그림");
  CHECK(label(Label::contents, "kok") == "Contents");  // Konkani is not Korean
}

TEST_CASE("every label has a text in every language") {
  for (int i = 0; i <= static_cast<int>(Label::series); ++i) {
    for (const char* lang : {"ko", "en", "ja"}) {
      CHECK_FALSE(label(static_cast<Label>(i), lang).empty());
    }
  }
}

TEST_CASE("language tags are those of BCP 47") {
  for (const char* tag : {"ko", "ko-KR", "zh-Hant-TW", "en-x-blog"}) {
    CAPTURE(tag);
    CHECK(is_language_tag(tag));
  }
  for (const char* tag :
       {"", "k", "i18", "ko_KR", "ko-", "-ko", "ko KR", "korean123", "ko-longersubtag"}) {
    CAPTURE(tag);
    CHECK_FALSE(is_language_tag(tag));
  }
}

TEST_CASE("a lost picture says what it was") {
  Image image;
  CHECK(lost_image_text(image, "ko") == "[그림 없음]");
  image.source = "https://example.com/img/cat.jpg?w=300";
  CHECK(lost_image_text(image, "ko") == "[그림 없음: cat.jpg]");
  image.alt = "창가의 고양이";
  CHECK(lost_image_text(image, "ko") == "[그림 없음: 창가의 고양이 (cat.jpg)]");
  image.alt = "cat.jpg";
  CHECK(lost_image_text(image, "en") == "[Picture missing: cat.jpg]");
}
