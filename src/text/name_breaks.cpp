#include "text/name_breaks.h"

#include <cstddef>

namespace munjip {

namespace {

constexpr std::size_t kShortestName = 12, kShortestPiece = 3;

bool is_small(char32_t c) {
  return c >= U'a' && c <= U'z';
}

bool is_capital(char32_t c) {
  return c >= U'A' && c <= U'Z';
}

bool is_letter(char32_t c) {
  return is_small(c) || is_capital(c) || (c >= U'0' && c <= U'9');
}

bool is_name_char(char32_t c) {
  return is_letter(c) || c == U'.' || c == U'_';
}

// Letters from `i` on, up to the next joint.
std::size_t piece_length(std::span<const BreakUnit> name, std::size_t i) {
  std::size_t end = i;
  while (end < name.size() && is_letter(name[end].base) &&
         (end == i || !is_name_joint(name[end - 1].base, name[end].base))) {
    ++end;
  }
  return end - i;
}

void cut_name(std::span<const BreakUnit> name, std::span<Cut> cuts) {
  std::size_t piece = 0;  // letters since the last joint
  for (std::size_t i = 1; i < name.size(); ++i) {
    piece = is_letter(name[i - 1].base) ? piece + 1 : piece;
    if (!is_name_joint(name[i - 1].base, name[i].base)) continue;
    const bool is_long = piece >= kShortestPiece && piece_length(name, i) >= kShortestPiece;
    if (is_long && cuts[i] == Cut::none) cuts[i] = Cut::joint;
    piece = 0;
  }
}

}  // namespace

bool is_name_joint(char32_t before, char32_t after) {
  return (is_small(before) && is_capital(after)) ||
         ((before == U'.' || before == U'_') && is_letter(after));
}

void cut_names(std::span<const BreakUnit> word, std::span<Cut> cuts) {
  for (std::size_t i = 0; i < word.size();) {
    std::size_t end = i;
    while (end < word.size() && is_name_char(word[end].base)) ++end;
    const std::size_t length = end - i;
    if (length >= kShortestName) cut_name(word.subspan(i, length), cuts.subspan(i, length));
    for (std::size_t at = i + 2; at + 1 < end; ++at) {
      if (word[at - 1].base == U'_' && cuts[at] == Cut::none) cuts[at] = Cut::split;
    }
    i = end + 1;
  }
}

}  // namespace munjip
