#include "book/labels.h"

#include <array>
#include <cstddef>

#include "book/language.h"

namespace munjip {

namespace {

struct LabelText {
  Label label;
  std::string_view korean, japanese, english;
};

using enum Label;

constexpr std::array kLabels = {
    LabelText{contents, "차례", "目次", "Contents"},
    LabelText{figure, "그림", "図", "Figure"},
    LabelText{table, "표", "表", "Table"},
    LabelText{colophon, "판권", "奥付", "Colophon"},
    LabelText{cover, "표지", "表紙", "Cover"},
    LabelText{notes, "주", "注", "Notes"},
    LabelText{title, "제목", "書名", "Title"},
    LabelText{subtitle, "부제", "副題", "Subtitle"},
    LabelText{author, "지은이", "著者", "Author"},
    LabelText{publisher, "펴낸곳", "発行所", "Publisher"},
    LabelText{published, "펴낸날", "発行日", "Published"},
    LabelText{identifier, "식별자", "識別子", "Identifier"},
    LabelText{rights, "저작권", "著作権", "Rights"},
    LabelText{source, "원문", "原文", "Source"},
    LabelText{category, "분류", "分類", "Category"},
    LabelText{part, "부", "部", "Part"},
    LabelText{lost_image, "그림 없음", "画像なし", "Picture missing"},
    LabelText{video, "동영상", "動画", "Video"},
    LabelText{audio, "소리", "音声", "Audio"},
    LabelText{map, "지도", "地図", "Map"},
    LabelText{file, "첨부 파일", "添付ファイル", "Attached file"},
    LabelText{link, "링크", "リンク", "Link"},
    LabelText{landmarks, "길잡이", "ランドマーク", "Landmarks"},
    LabelText{title_page, "속표지", "扉", "Title page"},
    LabelText{body, "본문", "本文", "Text"},
    LabelText{pages, "쪽", "ページ", "Pages"},
    LabelText{untitled, "제목 없음", "無題", "Untitled"},
    LabelText{series, "총서", "叢書", "Series"},
    LabelText{undescribed, "설명 없는 그림", "説明のない図", "Picture without description"},
    LabelText{remark, "참고", "参考", "Note"},
    LabelText{tip, "도움말", "ヒント", "Tip"},
    LabelText{warning, "주의", "注意", "Warning"},
};

constexpr bool in_step() {
  for (std::size_t i = 0; i < kLabels.size(); ++i) {
    if (static_cast<std::size_t>(kLabels[i].label) != i) return false;
  }
  return kLabels.size() == static_cast<std::size_t>(warning) + 1;
}
static_assert(in_step(), "kLabels must list the enum in its order");

}  // namespace

std::string_view label(Label label, std::string_view lang) {
  const LabelText& text = kLabels[static_cast<std::size_t>(label)];
  switch (printed_language(lang)) {
    case PrintedLanguage::korean:
      return text.korean;
    case PrintedLanguage::japanese:
      return text.japanese;
    case PrintedLanguage::english:
      break;
  }
  return text.english;
}

std::string page_reference(std::string_view number, std::string_view lang) {
  switch (printed_language(lang)) {
    case PrintedLanguage::korean:
      return fmt::format("({}쪽)", number);
    case PrintedLanguage::japanese:
      return fmt::format("({}頁)", number);
    case PrintedLanguage::english:
      break;
  }
  return fmt::format("(p. {})", number);
}

Label label_of(LinkBoxKind kind) {
  switch (kind) {
    case LinkBoxKind::video:
      return Label::video;
    case LinkBoxKind::audio:
      return Label::audio;
    case LinkBoxKind::map:
      return Label::map;
    case LinkBoxKind::file:
      return Label::file;
    case LinkBoxKind::card:
    case LinkBoxKind::embed:
      break;
  }
  return Label::link;
}

namespace {

// The file's name tells more than its folders, and addresses can be long.
std::string_view file_name_of(const Image& image) {
  if (!image.lost_name.empty()) return image.lost_name;
  const std::string_view source = image.source;
  const std::string_view address = source.substr(0, source.find_first_of("?#"));
  if (address.starts_with("data:")) return {};
  return address.substr(address.rfind('/') + 1);
}

}  // namespace

std::string lost_image_text(const Image& image, std::string_view lang) {
  const std::string_view name = file_name_of(image);
  std::string out = "[" + std::string(label(Label::lost_image, lang));
  if (!image.alt.empty()) out += ": " + image.alt;
  if (!name.empty() && name != image.alt) {
    out += image.alt.empty() ? ": " + std::string(name) : " (" + std::string(name) + ")";
  }
  return out + "]";
}

std::string alternative_text(const Image& image, std::string_view caption, std::string_view lang) {
  if (!image.alt.empty()) return image.alt;
  if (!caption.empty()) return std::string(caption);
  const std::string_view name = file_name_of(image);
  std::string out(label(Label::undescribed, lang));
  if (!name.empty()) out += " (" + std::string(name) + ")";
  return out;
}

}  // namespace munjip
