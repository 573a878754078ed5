#include "source/text_page_words.h"

#include <algorithm>
#include <array>

#include "source/date_text.h"

namespace munjip {

namespace {

bool is_count(std::string_view text) {
  return text.find_first_not_of("0123456789, ") == std::string_view::npos;
}

}  // namespace

bool is_counter_of(std::string_view text, std::string_view word) {
  return text.starts_with(word) && is_count(text.substr(word.size()));
}

bool is_title_of_other_posts(std::string_view text) {
  return (text.starts_with('\'') || text.starts_with("‘")) && text.ends_with("카테고리의 다른 글");
}
bool begins_page_foot(std::string_view text) {
  return is_counter_of(text, "공감") || is_counter_of(text, "좋아요공감") ||
         is_counter_of(text, "좋아요") || text == "공유하기" || text == "게시글 관리" ||
         is_title_of_other_posts(text);
}
bool is_button_word(std::string_view text) {
  constexpr std::array<std::string_view, 22> kButtons = {
      "공유하기", "게시글 관리",  "구독하기",     "URL 복사", "신고하기", "통계",
      "글 요소",  "카카오톡",     "카카오스토리", "트위터",   "페이스북", "저장",
      "관련글",   "댓글쓰기",     "댓글 쓰기",    "비밀글",   "등록",     "이전 글",
      "다음 글",  "티스토리툴바", "목록",         "인쇄"};
  return std::find(kButtons.begin(), kButtons.end(), text) != kButtons.end() ||
         text.starts_with("저작자표시") || begins_page_foot(text) || text == "태그" ||
         is_counter_of(text, "댓글") || text.starts_with("댓글을 입력");
}
bool is_line_of_other_post(std::string_view text) {
  const std::size_t tab = text.rfind('\t');
  return tab != std::string_view::npos && parse_date(text.substr(tab + 1)).has_value();
}

bool is_advertisement_word(std::string_view text) {
  return text == "반응형" || text == "728x90";
}

}  // namespace munjip
