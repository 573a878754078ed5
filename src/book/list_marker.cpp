#include "book/list_marker.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

#include "base/utf8.h"

namespace munjip {

namespace {

std::string from_alphabet(std::u32string_view alphabet, int number) {
  return utf8(alphabet[static_cast<std::size_t>(number - 1)]);
}

// After 하 the same documents go on with the next vowels: 거, 너 ... 허, 고, 노 ... 호, and so on.
std::string hangul_syllable(int number) {
  constexpr std::array<char32_t, 6> kVowels = {0, 4, 8, 13, 18, 20};  // ㅏ ㅓ ㅗ ㅜ ㅡ ㅣ
  const auto index = static_cast<std::size_t>(number - 1);
  const char32_t syllable = kCountingSyllables[index % kCountingSyllables.size()];
  constexpr char32_t kFinals = 28;  // a vowel has 28 forms: none and 27 final consonants
  return utf8(syllable + kVowels[index / kCountingSyllables.size()] * kFinals);
}

// CSS Counter Styles 3, 3.1.5 (alphabetic): ... y, z, aa, ab ...
std::string letters(char first, int number) {
  std::string out;
  for (int rest = number; rest > 0; rest = (rest - 1) / 26) {
    out.push_back(static_cast<char>(first + (rest - 1) % 26));
  }
  std::reverse(out.begin(), out.end());
  return out;
}

std::string roman(int number, bool upper) {
  constexpr std::array<std::pair<int, std::string_view>, 13> kParts = {{{1000, "m"},
                                                                        {900, "cm"},
                                                                        {500, "d"},
                                                                        {400, "cd"},
                                                                        {100, "c"},
                                                                        {90, "xc"},
                                                                        {50, "l"},
                                                                        {40, "xl"},
                                                                        {10, "x"},
                                                                        {9, "ix"},
                                                                        {5, "v"},
                                                                        {4, "iv"},
                                                                        {1, "i"}}};
  std::string out;
  for (const auto& [value, text] : kParts) {
    for (; number >= value; number -= value) out += text;
  }
  if (upper) {
    for (char& c : out) c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

// ① ... ⑳, ㉑ ... ㉟, ㊱ ... ㊿.
std::string circled(int number) {
  const auto n = static_cast<char32_t>(number);
  if (number <= 20) return utf8(U'①' + n - 1);
  return number <= 35 ? utf8(U'㉑' + n - 21) : utf8(U'㊱' + n - 36);
}

// The largest number that the marker can print; the least is 1 for all of them.
int last_number(ListMarker marker) {
  switch (marker) {
    case ListMarker::lower_roman:
    case ListMarker::upper_roman:
      return 3999;  // CSS Counter Styles 3, 6.1
    case ListMarker::hangul_syllable:
      return 14 * 6;
    case ListMarker::hangul_jamo:
      return 14;
    case ListMarker::circled:
      return 50;
    case ListMarker::circled_hangul:
      return 14;
    default:
      return std::numeric_limits<int>::max();
  }
}

std::string bare_number(ListMarker marker, int number) {
  switch (marker) {
    case ListMarker::lower_alpha:
      return letters('a', number);
    case ListMarker::upper_alpha:
      return letters('A', number);
    case ListMarker::lower_roman:
      return roman(number, false);
    case ListMarker::upper_roman:
      return roman(number, true);
    case ListMarker::hangul_syllable:
      return hangul_syllable(number);
    case ListMarker::hangul_jamo:
      return from_alphabet(kCountingJamo, number);
    default:
      return std::to_string(number);
  }
}

}  // namespace

std::string list_label(ListMarker marker, int number, ListDelimiter delimiter) {
  if (marker == ListMarker::bullet) return std::string(bullet_sign(0));
  if (marker == ListMarker::none) return "";
  const bool has_sign = number >= 1 && number <= last_number(marker);
  if (has_sign && marker == ListMarker::circled) return circled(number);
  if (has_sign && marker == ListMarker::circled_hangul) {
    return utf8(U'㉮' + static_cast<char32_t>(number) - 1);
  }
  const std::string sign = has_sign ? bare_number(marker, number) : std::to_string(number);
  switch (delimiter) {
    case ListDelimiter::period:
      break;
    case ListDelimiter::parenthesis:
      return sign + ')';
    case ListDelimiter::parentheses:
      return '(' + sign + ')';
  }
  return sign + '.';
}

std::string_view bullet_sign(int depth) {
  constexpr std::array<std::string_view, 3> kBullets = {"•", "–", "·"};
  return kBullets[static_cast<std::size_t>(std::max(depth, 0)) % kBullets.size()];
}

std::vector<int> item_numbers(const List& list) {
  std::vector<int> numbers;
  numbers.reserve(list.items.size());
  int next = list.start;
  for (const ListItem& item : list.items) {
    const int number = item.value.value_or(next);
    numbers.push_back(number);
    next = number == std::numeric_limits<int>::max() ? number : number + 1;
  }
  return numbers;
}

}  // namespace munjip
