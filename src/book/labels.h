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
  series
};

// `lang` is a BCP 47 tag; Korean, English and Japanese are known, anything else reads English.
std::string_view label(Label label, std::string_view lang);

// What a link box is called that has neither title nor address.
Label label_of(LinkBoxKind kind);

// What is printed where a picture was lost: `[그림 없음: its alternative text (its file name)]`.
std::string lost_image_text(const Image& image, std::string_view lang);

}  // namespace munjip
