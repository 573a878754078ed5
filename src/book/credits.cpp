#include "book/credits.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "book/date_time.h"
#include "book/language.h"

namespace munjip {

namespace {

constexpr std::string_view kJoint = " · ";

// Tistory and Naver, WordPress.
constexpr std::array<std::string_view, 4> kNoCategory = {"카테고리 없음", "분류없음", "미분류",
                                                         "Uncategorized"};

void append_piece(std::string& line, std::string_view piece) {
  if (piece.empty()) return;
  if (!line.empty()) line += kJoint;
  line += piece;
}

}  // namespace

std::string_view category_for_readers(const Post& post) {
  const bool is_none =
      std::find(kNoCategory.begin(), kNoCategory.end(), post.category) != kNoCategory.end();
  return is_none ? std::string_view() : std::string_view(post.category);
}

std::string post_data_line(const Post& post, std::string_view lang) {
  std::string line;
  if (post.published) append_piece(line, date_for_readers(*post.published, lang));
  append_piece(line, category_for_readers(post));
  return line;
}

std::string authors_line(const BookInfo& info) {
  std::string line;
  for (const Person& person : info.authors) append_piece(line, person.name);
  return line;
}

std::string short_authors_line(const BookInfo& info) {
  if (info.authors.size() <= 2) return authors_line(info);
  const std::string& first = info.authors.front().name;
  const std::size_t others = info.authors.size() - 1;
  switch (printed_language(info.language)) {
    case PrintedLanguage::korean:
      return fmt::format("{} 외 {}인", first, others);
    case PrintedLanguage::japanese:
      return fmt::format("{} 他{}名", first, others);
    case PrintedLanguage::english:
      break;
  }
  return fmt::format("{} and {} others", first, others);
}

}  // namespace munjip
