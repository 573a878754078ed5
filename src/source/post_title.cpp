#include "source/post_title.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "book/blank.h"
#include "book/walk.h"
#include "source/front_matter.h"
#include "source/html_tree.h"
#include "source/notion.h"

namespace munjip {

namespace {

constexpr std::size_t kMaxCharacters = 30;
constexpr std::array<std::string_view, 6> kSayNothing = {"index",     "post",     "untitled",
                                                         "제목 없음", "제목없음", "새 문서"};

bool is_number(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

// Without `03_`, `12-`, `3. ` in front, where something follows it.
std::string_view without_number(std::string_view name) {
  const std::size_t digits = name.find_first_not_of("0123456789");
  if (digits == 0 || digits == std::string_view::npos) return name;
  const std::size_t rest = name.find_first_not_of("-_. ", digits);
  return rest == digits || rest == std::string_view::npos ? name : name.substr(rest);
}

// At most kMaxCharacters, cut after a word where there is one.
std::string shortened(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t n = 0; n < kMaxCharacters && end < text.size(); ++n) next_code_point(text, end);
  if (end == text.size()) return std::string(text);
  const std::size_t space = text.rfind(' ', end);
  const bool after_word = space != std::string_view::npos && space > end / 2;
  return std::string(text.substr(0, after_word ? space : end)) + "…";
}

}  // namespace

std::string title_from_name(const std::filesystem::path& file) {
  std::string name(without_notion_id(dated_name(file).slug));
  std::replace(name.begin(), name.end(), '_', ' ');
  const std::string title = collapse_spaces(without_number(trim_ascii(name)));
  const bool says_nothing =
      std::find(kSayNothing.begin(), kSayNothing.end(), title) != kSayNothing.end();
  return is_number(title) || says_nothing ? std::string() : title;
}

std::string title_from_text(const Post& post) {
  std::string text;
  for_each_run(post.body, [&](const Inlines& run) {
    if (text.empty()) text = collapse_spaces(plain_text(run));
  });
  return shortened(text);
}

}  // namespace munjip
