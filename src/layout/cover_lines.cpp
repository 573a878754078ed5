#include "layout/cover_lines.h"

#include <limits>

namespace munjip {

namespace {

struct Best {
  double widest = std::numeric_limits<double>::infinity();
  double unevenness = 0;  // sum of squared widths: least where lines are alike
  std::size_t from = 0;   // first word of the last line
};

bool is_better(double widest, double unevenness, const Best& than) {
  constexpr double kEqual = 1e-9;
  if (widest < than.widest - kEqual) return true;
  return widest < than.widest + kEqual && unevenness < than.unevenness;
}

}  // namespace

TitleLines break_title(std::span<const TitleWord> words, double space, std::size_t count) {
  if (words.size() > kMostTitleWords) words = words.first(kMostTitleWords);
  const std::size_t n = words.size();
  // A line that ends in the middle of a phrase counts as this much wider.
  constexpr double kInsidePhrase = 0.06;
  std::vector<std::vector<Best>> best(count + 1, std::vector<Best>(n + 1));
  best[0][0].widest = 0;
  for (std::size_t line = 1; line <= count; ++line) {
    for (std::size_t end = line; end <= n; ++end) {
      double width = -space;
      for (std::size_t begin = end; begin-- > line - 1;) {
        width += words[begin].width + space;
        const Best& before = best[line - 1][begin];
        const bool is_free = end == n || words[end - 1].ends_phrase;
        const double cost = is_free ? width : width * (1 + kInsidePhrase);
        const double widest = before.widest > cost ? before.widest : cost;
        const double unevenness = before.unevenness + cost * cost;
        if (is_better(widest, unevenness, best[line][end]))
          best[line][end] = {widest, unevenness, begin};
      }
    }
  }
  TitleLines lines;
  lines.ends.resize(count);
  std::size_t end = n;
  for (std::size_t line = count; line > 0; --line) {
    lines.ends[line - 1] = end;
    const std::size_t begin = best[line][end].from;
    double width = -space;
    for (std::size_t i = begin; i < end; ++i) width += words[i].width + space;
    lines.width = lines.width > width ? lines.width : width;
    end = begin;
  }
  return lines;
}

}  // namespace munjip
