#include "book/credit_line.h"

#include <algorithm>

#include "base/utf8.h"

namespace munjip {

namespace {

constexpr std::size_t kMaxCharacters = 90;

constexpr std::string_view kOpenings[] = {"—", "―", "– ", "출처:", "출처 :", "원문:", "Source:"};

}  // namespace

bool begins_credit(std::string_view line) {
  return std::any_of(std::begin(kOpenings), std::end(kOpenings), [&](std::string_view opening) {
    return line.starts_with(opening) && line.size() > opening.size();
  });
}

bool is_credit_line(std::string_view line) {
  while (line.ends_with(' ')) line.remove_suffix(1);
  if (!begins_credit(line) || line.starts_with("——") || line.starts_with("――")) return false;
  constexpr std::string_view kEnds[] = {".", "?", "!", "…", "”", "\"", ","};
  const bool is_sentence = std::any_of(std::begin(kEnds), std::end(kEnds),
                                       [&](std::string_view end) { return line.ends_with(end); });
  return !is_sentence && count_code_points(line) <= kMaxCharacters;
}

}  // namespace munjip
