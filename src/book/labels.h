// The words that a book itself prints (차례, 그림, 판권 ...), in the book's language, not in the
// user's.
#pragma once

#include <string>
#include <string_view>

#include "book/content.h"

namespace munjip {

enum class Label {
  contents,
  figure,
  table,
  colophon,
  cover,
  notes,
  title,
  subtitle,
  author,
  publisher,
  published,
  identifier,
  rights,
  source,
  category,
  part,
  lost_image,
  video,
  audio,
  map,
  file,
  link,
  landmarks,
  title_page,
  body,
  pages,
  untitled,
  series,
  undescribed,
  remark,
  tip,
  warning
};

// `lang` is a BCP 47 tag; Korean, English and Japanese are known, anything else reads English.
std::string_view label(Label label, std::string_view lang);

// `(12쪽)`, `(p. 12)`: where on paper a reference leads.
std::string page_reference(std::string_view number, std::string_view lang);

// What a link box is called that has neither title nor address.
Label label_of(LinkBoxKind kind);

// What is printed where a picture was lost: `[그림 없음: its alternative text (its file name)]`.
std::string lost_image_text(const Image& image, std::string_view lang);

// What a picture says to those who do not see it, the same in PDF and EPUB (PDF/UA-1, 7.3;
// WCAG 1.1.1): the author's alternative text, else `caption` (where the caption is this picture's
// alone), else `설명 없는 그림 (its file name)`. Never empty.
std::string alternative_text(const Image& image, std::string_view caption, std::string_view lang);

}  // namespace munjip
