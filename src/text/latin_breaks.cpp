#include "text/latin_breaks.h"

#include <algorithm>

#include "base/letters.h"
#include "text/name_breaks.h"

namespace munjip {

namespace {

using Class = BreakClass;

bool is_capital(char32_t c) {
  return c >= U'A' && c <= U'Z';
}

bool is_latin(const BreakUnit& unit) {
  return is_latin_letter(unit.base);
}

enum class WordScript { latin, none, other };

WordScript script_of(std::span<const BreakUnit> word) {
  WordScript script = WordScript::none;
  for (const BreakUnit& unit : word) {
    if (is_latin(unit)) {
      script = WordScript::latin;
    } else if (unit.is == Class::syllable || unit.is == Class::letter || unit.is == Class::jamo ||
               unit.is == Class::complex) {
      if (unit.base > 0x7F) return WordScript::other;
    }
  }
  return script;
}

// initial_capacity, PressAndRelease, file.name, a\b: to a hyphen it would be no word.
bool is_part_of_name(std::span<const BreakUnit> word, std::size_t begin, std::size_t end) {
  constexpr std::u32string_view kJoins = U"._@\\#$+=<>{}[]";
  const auto joins = [&](std::size_t i) {
    return kJoins.find(word[i].base) != std::u32string_view::npos;
  };
  if (begin > 0 && joins(begin - 1) && word[begin - 1].base != U'[') return true;
  const bool dot_joins = end + 1 < word.size() && is_latin(word[end + 1]);
  if (end < word.size() && joins(end) && (word[end].base != U'.' || dot_joins)) return true;
  for (std::size_t i = begin + 1; i < end; ++i) {
    if (is_name_joint(word[i - 1].base, word[i].base)) return true;
  }
  return false;
}

bool is_in_capitals(std::span<const BreakUnit> letters) {
  return std::count_if(letters.begin(), letters.end(),
                       [](const BreakUnit& unit) { return is_capital(unit.base); }) > 1;
}

// Between begin and the last of [begin, end), a run of letters without a joint.
void cut_run(std::string_view text, std::span<const BreakUnit> word, std::size_t begin,
             std::size_t end, std::uint32_t text_end, const LatinWordRule& rule,
             Hyphenation& hyphenation, std::span<Cut> cuts) {
  const std::uint32_t first = word[begin].begin;
  std::size_t i = begin;
  for (const std::uint32_t at :
       hyphenation.divide(text.substr(first, text_end - first), rule.lang)) {
    while (i < end && word[i].begin < first + at) ++i;
    if (i == end || word[i].begin != first + at) continue;
    const bool has_sides = i - begin >= rule.least_side && end - i >= rule.least_side;
    if (has_sides && cuts[i] == Cut::none) cuts[i] = rule.cut;
  }
}

}  // namespace

void find_latin_passages(std::span<const BreakUnit> units, std::span<WordRange> words) {
  constexpr std::size_t kLeastWords = 4;
  std::size_t first = 0, count = 0;
  const auto close = [&](std::size_t end) {
    for (std::size_t w = first; count >= kLeastWords && w < end; ++w) words[w].in_passage = true;
    first = end + 1;
    count = 0;
  };
  for (std::size_t w = 0; w < words.size(); ++w) {
    const WordScript script =
        script_of(units.subspan(words[w].begin, words[w].end - words[w].begin));
    if (script == WordScript::other) {
      close(w);
    } else if (script == WordScript::latin) {
      ++count;
    }
  }
  close(words.size());
}

void cut_latin_words(std::string_view text, std::span<const BreakUnit> word,
                     const LatinWordRule& rule, Hyphenation& hyphenation, std::span<Cut> cuts) {
  LatinWordRule in_name = rule;
  in_name.cut = Cut::split;
  in_name.least_side = 3;
  for (std::size_t begin = 0; begin < word.size();) {
    std::size_t end = begin;
    while (end < word.size() && is_latin(word[end])) ++end;
    const bool is_name = end > begin && is_part_of_name(word, begin, end);
    // A name's pieces between its joints are words for themselves.
    for (std::size_t piece = begin; piece < end;) {
      std::size_t stop = piece + 1;
      while (stop < end && !is_name_joint(word[stop - 1].base, word[stop].base)) ++stop;
      const std::uint32_t text_end =
          stop < word.size() ? word[stop].begin
                             : word[stop - 1].begin + (word[stop - 1].base < 0x80 ? 1 : 2);
      if (stop - piece >= rule.least_letters &&
          !is_in_capitals(word.subspan(piece, stop - piece))) {
        cut_run(text, word, piece, stop, text_end, is_name ? in_name : rule, hyphenation, cuts);
      }
      piece = stop;
    }
    begin = end + 1;
  }
}

}  // namespace munjip
