// Lines made of a book's or a post's data, the same in PDF, EPUB and on the cover.
#pragma once

#include <string>
#include <string_view>

#include "book/book.h"

namespace munjip {

// The post's category; empty where it is what platforms call having none (`카테고리 없음`).
std::string_view category_for_readers(const Post& post);

// `2024년 3월 9일 · 길`: when and in which category the post appeared, to be printed below its
// title. Empty where nothing is known.
std::string post_data_line(const Post& post, std::string_view lang);

// All authors on one line, `한나루 · 김서연`; empty without any.
std::string authors_line(const BookInfo& info);

// For narrow places: at most two by name, of more the first and their number (`한나루 외 3인`).
std::string short_authors_line(const BookInfo& info);

}  // namespace munjip
