#include "text/soft_binds.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace munjip {

namespace {

constexpr std::uint16_t kBound = 500, kDatePart = 300;

constexpr std::u32string_view kUnits[] = {
    U"원",   U"명",   U"개",   U"번",   U"년",   U"월",   U"일",       U"시",     U"시간",
    U"분",   U"초",   U"회",   U"권",   U"쪽",   U"장",   U"층",       U"살",     U"세",
    U"위",   U"편",   U"채",   U"대",   U"마리", U"가지", U"달러",     U"유로",   U"엔",
    U"위안", U"미터", U"그램", U"톤",   U"만",   U"억",   U"조",       U"퍼센트", U"킬로미터",
    U"주",   U"달",   U"주년", U"개월", U"차례", U"군데", U"킬로그램", U"평",     U"배",
    U"km",   U"m",    U"cm",   U"mm",   U"kg",   U"g",    U"GB",       U"MB",     U"℃",
};

// 씨 alone binds any name; the others are words of their own often enough.
constexpr std::u32string_view kTitles[] = {
    U"씨",   U"님",   U"선생", U"선생님", U"교수", U"박사", U"대통령", U"총리", U"장관",
    U"의원", U"기자", U"작가", U"감독",   U"회장", U"사장", U"목사",   U"신부", U"시인",
};

// The syllables or letters that a word begins with.
std::size_t leading_letters(std::span<const BreakUnit> word) {
  std::size_t count = 0;
  while (count < word.size() &&
         (word[count].is == BreakClass::syllable || word[count].is == BreakClass::letter ||
          word[count].is == BreakClass::suffix)) {
    ++count;
  }
  return count;
}

bool begins_with(std::span<const BreakUnit> word, std::u32string_view text) {
  return word.size() >= text.size() &&
         std::equal(text.begin(), text.end(), word.begin(),
                    [](char32_t c, const BreakUnit& unit) { return c == unit.base; });
}

// Whether the word is one of the list, with a particle perhaps (원을, 명에게).
template <class List>
bool is_one_of(std::span<const BreakUnit> word, const List& list) {
  constexpr std::size_t kMaxParticle = 2;
  const std::size_t letters = leading_letters(word);
  return std::any_of(std::begin(list), std::end(list), [&](std::u32string_view text) {
    return letters >= text.size() && letters <= text.size() + kMaxParticle &&
           begins_with(word, text);
  });
}

bool is_number_scale(char32_t c) {
  constexpr std::u32string_view kScales = U"십백천만억조";
  return kScales.find(c) != std::u32string_view::npos;
}

// 7,500억, 15: digits at the end, or digits and 천, 만, 억, 조.
bool ends_in_number(std::span<const BreakUnit> word) {
  std::size_t end = word.size();
  while (end > 0 && is_number_scale(word[end - 1].base)) --end;
  return end > 0 && word[end - 1].is == BreakClass::digit;
}

bool ends_in_numbered(std::span<const BreakUnit> word, char32_t unit) {
  return word.size() >= 2 && word.back().base == unit &&
         word[word.size() - 2].is == BreakClass::digit;
}

// 1월, 31일에: digits and the unit.
bool begins_with_numbered(std::span<const BreakUnit> word, char32_t unit) {
  std::size_t digits = 0;
  while (digits < word.size() && word[digits].is == BreakClass::digit) ++digits;
  return digits > 0 && digits < word.size() && word[digits].base == unit;
}

bool may_be_name(std::span<const BreakUnit> word) {
  constexpr std::size_t kMin = 2, kMax = 4;
  return word.size() >= kMin && word.size() <= kMax && leading_letters(word) == word.size();
}

}  // namespace

std::uint16_t soft_bind(std::span<const BreakUnit> before, std::span<const BreakUnit> after) {
  if (before.empty() || after.empty()) return 0;
  if ((ends_in_numbered(before, U'년') && begins_with_numbered(after, U'월')) ||
      (ends_in_numbered(before, U'월') && begins_with_numbered(after, U'일'))) {
    return kDatePart;
  }
  if (ends_in_number(before) && is_one_of(after, kUnits)) return kBound;
  if (may_be_name(before) && is_one_of(after, kTitles)) return kBound;
  return 0;
}

}  // namespace munjip
