#include "text/korean_breaks.h"

#include <algorithm>

#include "text/name_breaks.h"
#include "text/url_breaks.h"

namespace munjip {

using Class = BreakClass;

bool is_never_first(Class c) {
  switch (c) {
    case Class::closing:
    case Class::sentence_end:
    case Class::comma:
    case Class::colon:
    case Class::middle_dot:
    case Class::ellipsis:
    case Class::dash:
    case Class::hyphen:
    case Class::tilde:
    case Class::slash:
    case Class::suffix:
    case Class::follower:
    case Class::glue:
    case Class::ignorable:
      return true;
    default:
      return false;
  }
}

bool is_never_last(Class c) {
  return c == Class::opening || c == Class::prefix || c == Class::glue;
}

namespace {

constexpr char32_t kSoftHyphen = 0xAD;

bool is_wordlike(Class c) {
  return c == Class::syllable || c == Class::letter || c == Class::digit || c == Class::jamo ||
         c == Class::symbol || c == Class::object || c == Class::complex;
}

bool is_latin_or_digit(Class c) {
  return c == Class::letter || c == Class::digit;
}

// One word under the rules; positions are indices into it, a boundary has the index of what
// follows.
class WordRules {
 public:
  WordRules(std::span<const BreakUnit> word, WordBreak mode) : word_(word), mode_(mode) {}

  Cut cut_before(std::size_t i);

 private:
  Class at(std::size_t i) const { return word_[i].is; }
  bool is_code(std::size_t i, char32_t c) const { return i < word_.size() && word_[i].base == c; }
  bool is_class(std::size_t i, Class c) const { return i < word_.size() && word_[i].is == c; }

  Cut before_opening(std::size_t i) const;
  Cut after_separator(std::size_t i) const;
  Cut after_hyphen(std::size_t i) const;
  Cut after_soft_hyphen(std::size_t i) const;
  Cut after_slash(std::size_t i) const;
  Cut after_sentence_end(std::size_t i) const;
  Cut between_syllables(std::size_t i);
  bool is_one_char_bracket(std::size_t i) const;
  void enter_run(std::size_t i);

  std::span<const BreakUnit> word_;
  WordBreak mode_;
  std::size_t first_wordlike_ = SIZE_MAX;    // before the boundary asked for
  std::size_t run_begin_ = 0, run_end_ = 0;  // of syllables around the boundary
};

Cut WordRules::cut_before(std::size_t i) {
  const Class before = at(i - 1), after = at(i);
  if (first_wordlike_ == SIZE_MAX && is_wordlike(before)) first_wordlike_ = i - 1;
  if (before == Class::zero_width) return Cut::free;
  if (is_never_first(after) || after == Class::zero_width || is_never_last(before)) {
    return Cut::none;
  }
  if (word_[i - 1].base == kSoftHyphen) return after_soft_hyphen(i);
  if (before == Class::object || after == Class::object) return Cut::medium;
  if (before == Class::middle_dot || before == Class::ellipsis || before == Class::dash) {
    return after_separator(i);
  }
  if (after == Class::opening) return before_opening(i);
  if (before == Class::hyphen) return after_hyphen(i);
  if (before == Class::slash) return after_slash(i);
  if (before == Class::sentence_end) return after_sentence_end(i);
  if (after == Class::syllable) return between_syllables(i);
  const bool by_syllable = mode_ == WordBreak::syllable;
  return by_syllable && before == Class::syllable && is_wordlike(after) && after != Class::digit
             ? Cut::between
             : Cut::none;
}

// After · … — where something stands before and behind; never between digits (3·1운동).
Cut WordRules::after_separator(std::size_t i) const {
  if (first_wordlike_ == SIZE_MAX) return Cut::none;
  const bool is_dot = at(i - 1) == Class::middle_dot;
  if (is_dot && at(i) == Class::digit && i >= 2 && at(i - 2) == Class::digit) return Cut::none;
  return Cut::medium;
}

// 을(를), (가)(나): a bracket around one character goes with its word. Quotes and title marks are
// another matter: “가”|“나”.
bool WordRules::is_one_char_bracket(std::size_t i) const {
  return (is_code(i, U'(') || is_code(i, U'（')) &&
         (is_class(i + 1, Class::closing) || is_class(i + 2, Class::closing));
}

Cut WordRules::before_opening(std::size_t i) const {
  return i >= 2 && !is_one_char_bracket(i) ? Cut::medium : Cut::none;
}

// 한국-일본, state-of; not e-mail, GPT-4, 2025-01-31.
Cut WordRules::after_hyphen(std::size_t i) const {
  if (i < 2) return Cut::none;
  const Class left = at(i - 2), right = at(i);
  if (left == Class::digit || right == Class::digit || !is_wordlike(left)) return Cut::none;
  if (left == Class::syllable || right == Class::syllable) return Cut::medium;
  const bool is_long = i >= 3 && at(i - 3) == Class::letter && is_class(i + 1, Class::letter);
  return left == Class::letter && right == Class::letter && is_long ? Cut::medium : Cut::none;
}

// The author's own place to divide a word; in Hangul it is a stray (no hyphen stands there).
Cut WordRules::after_soft_hyphen(std::size_t i) const {
  return i >= 2 && at(i - 2) == Class::letter && at(i) == Class::letter ? Cut::hyphen : Cut::none;
}

// 그리고/또는; not km/h, 3/4.
Cut WordRules::after_slash(std::size_t i) const {
  if (i < 2 || first_wordlike_ == SIZE_MAX) return Cut::none;
  return is_latin_or_digit(at(i - 2)) && is_latin_or_digit(at(i)) ? Cut::none : Cut::medium;
}

// 정말?!|그래서, 했다.|그러나: the author has left the space out. Not after a list label (가.항목,
// 3.항목) or an abbreviation (U.S.의).
Cut WordRules::after_sentence_end(std::size_t i) const {
  if (at(i) != Class::syllable) return Cut::none;
  std::size_t end = i - 1;  // of what the marks close
  while (end > 0 && at(end - 1) == Class::sentence_end) --end;
  if (end < 2) return Cut::none;
  const Class closed = at(end - 1);
  const bool is_full_stop = is_code(i - 1, U'.');
  if (closed == Class::letter || closed == Class::digit) {
    return is_full_stop ? Cut::none : Cut::medium;
  }
  return is_wordlike(closed) || closed == Class::closing ? Cut::medium : Cut::none;
}

void WordRules::enter_run(std::size_t i) {
  if (i < run_end_) return;
  run_begin_ = i - 1;
  run_end_ = i;
  while (run_end_ < word_.size() &&
         (at(run_end_) == Class::syllable || at(run_end_) == Class::follower)) {
    ++run_end_;
  }
}

// Inside 어절: two syllables at least on both sides. 제1조|제2항 is two words written as one.
Cut WordRules::between_syllables(std::size_t i) {
  const Class before = at(i - 1);
  if (before != Class::syllable && before != Class::follower) return Cut::none;
  if (mode_ == WordBreak::syllable) return Cut::between;
  enter_run(i);
  constexpr std::size_t kMinSide = 2;
  if (is_code(i, U'제') && is_class(i + 1, Class::digit)) {
    return i >= kMinSide && word_.size() - i >= kMinSide ? Cut::syllable : Cut::none;
  }
  return i - run_begin_ >= kMinSide && run_end_ - i >= kMinSide ? Cut::syllable : Cut::none;
}

}  // namespace

void find_word_cuts(std::span<const BreakUnit> word, WordBreak mode, std::span<Cut> cuts) {
  WordRules rules(word, mode);
  for (std::size_t i = 1; i < word.size(); ++i) cuts[i] = rules.cut_before(i);
  cut_names(word, cuts);
  if (mode != WordBreak::word) return;
  // keep-all: at spaces only, so that nothing but an emergency breaks a word.
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (cuts[i] == Cut::medium || cuts[i] == Cut::syllable) cuts[i] = Cut::none;
  }
}

double rough_width(const BreakUnit& unit) {
  constexpr char32_t kFirstSquare = 0x1100;
  constexpr double kNarrow = 0.5;
  return unit.base >= kFirstSquare && (unit.base < 0x2000 || unit.base >= 0x2E80) ? 1 : kNarrow;
}

namespace {

// Emergency cuts inside [begin, end), a stretch without any other. Pairs that make one mark (—— ……)
// and the kinsoku rules hold as long as that leaves a piece that may fit.
void cut_everywhere(std::span<const BreakUnit> word, std::size_t begin, std::size_t end,
                    double room, std::span<Cut> cuts) {
  double since = rough_width(word[begin]);
  for (std::size_t i = begin + 1; i < end; ++i) {
    const Class before = word[i - 1].is, after = word[i].is;
    const bool is_pair = before == after && (after == Class::ellipsis || after == Class::dash);
    const bool is_legal = !is_never_first(after) && !is_never_last(before) && !is_pair;
    if (is_legal || since >= room) {
      cuts[i] = Cut::emergency;
      since = 0;
    }
    since += rough_width(word[i]);
  }
}

}  // namespace

void add_emergency_cuts(std::span<const BreakUnit> word, double room, std::span<Cut> cuts) {
  double total = 0;
  for (const BreakUnit& unit : word) total += rough_width(unit);
  if (total <= room) return;
  std::size_t begin = 0;
  double width = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    width += rough_width(word[i]);
    const bool is_end = i + 1 == word.size() || cuts[i + 1] != Cut::none;
    if (!is_end) continue;
    if (width > room) cut_everywhere(word, begin, i + 1, room, cuts);
    begin = i + 1;
    width = 0;
  }
}

bool may_break_at_space(const BreakUnit& before, std::span<const BreakUnit> after) {
  if (before.is == Class::opening || before.is == Class::glue) return false;
  const Class first = after.front().is;
  if (!is_never_first(first)) return true;
  // A mark that opens a word stays with the word: …하고, —그는, ~10, -5, .NET, /etc.
  const bool may_open = first == Class::ellipsis || first == Class::dash ||
                        first == Class::hyphen || first == Class::tilde || first == Class::slash ||
                        (first == Class::sentence_end && after.front().base == U'.');
  if (!may_open) return first == Class::ignorable;
  std::size_t i = 1;
  while (i < after.size() && after[i].is == first) ++i;
  const bool is_word = i < after.size() && (is_wordlike(after[i].is) || is_never_last(after[i].is));
  return is_word && (first != Class::sentence_end || is_latin_or_digit(after[i].is));
}

}  // namespace munjip
