#include "base/spelling.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"

namespace munjip {

namespace {

constexpr std::size_t kMaxEdits = 3;
constexpr std::size_t kMaxWord = 64;  // longer texts are no misspelled key

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  const std::u32string x = to_utf32(a);
  const std::u32string y = to_utf32(b);
  // Three rows of the usual table: the swap looks two rows back.
  std::vector<std::size_t> before(y.size() + 1);
  std::vector<std::size_t> above(y.size() + 1);
  std::vector<std::size_t> row(y.size() + 1);
  for (std::size_t j = 0; j <= y.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= x.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= y.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[y.size()];
}

std::string_view nearest_word(std::string_view typed, std::span<const std::string_view> words) {
  if (typed.size() > kMaxWord) return {};
  const std::string key = ascii_lower(typed);
  const std::size_t length = count_code_points(key);
  std::size_t best = std::min(kMaxEdits, std::max<std::size_t>(length / 3, 1)) + 1;
  std::string_view nearest;
  for (const std::string_view word : words) {
    if (word.size() > kMaxWord) continue;
    const std::size_t distance = edit_distance(key, ascii_lower(word));
    if (distance < best) {
      best = distance;
      nearest = word;
    }
  }
  return nearest;
}

}  // namespace munjip
