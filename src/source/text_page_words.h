// The fixed wording of what surrounds a post on its page, line by line.
#pragma once

#include <string_view>

namespace munjip {

// `공감1`, `댓글 12`: a word and nothing but a number behind it.
bool is_counter_of(std::string_view text, std::string_view word);

// `'분류' 카테고리의 다른 글`, and a line under it: `다른 글 제목(3)<tab>2025. 1. 31.`
bool is_title_of_other_posts(std::string_view text);
bool is_line_of_other_post(std::string_view text);

// What may be the first line below a post.
bool begins_page_foot(std::string_view text);
// A button, a counter, or any other word that only a page's foot has.
bool is_button_word(std::string_view text);

// What Tistory prints where an advertisement stood.
bool is_advertisement_word(std::string_view text);

}  // namespace munjip
