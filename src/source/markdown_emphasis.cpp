#include "source/markdown_emphasis.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/letters.h"
#include "base/utf8.h"

namespace munjip {

namespace {

constexpr std::string_view kSecondGuard = "\uFDD1";  // set by markdown_render.cpp

bool is_ascii_punctuation(char32_t c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

// CommonMark's "Unicode punctuation character": ASCII punctuation, or general category P.
bool is_punctuation(char32_t c) {
  if (c < 0x80) return is_ascii_punctuation(c);
  return u_ispunct(static_cast<UChar32>(c)) != 0;
}

// Letters of the scripts that put particles behind a word without a space.
bool is_cjk_letter(char32_t c) {
  return is_hangul(c) || is_kana(c) || is_hanja(c);
}

bool is_delimiter(char c) {
  return c == '*' || c == '_' || c == '~';
}

char32_t before(std::string_view text, std::size_t at) {
  return at == 0 ? U'\n' : previous_code_point(text, at);
}

char32_t after(std::string_view text, std::size_t at) {
  return at >= text.size() ? U'\n' : next_code_point(text, at);
}

// Whether an odd number of backslashes stands before `at`.
bool is_escaped(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (count < at && text[at - 1 - count] == '\\') ++count;
  return count % 2 == 1;
}

// What stands on both sides of a run of delimiters.
struct Neighbours {
  char32_t left, right;
  bool closes_word() const { return is_punctuation(left) && is_cjk_letter(right); }
  bool opens_word() const { return is_cjk_letter(left) && is_punctuation(right); }
};

// `_` opens and closes within words only where the rule sees no letter on its outer side, so it
// needs punctuation there (a full stop that no script uses: taken out again with the guards).
// Rarer, and names such as __init__ must stay, so only after a run that certainly opens.
class UnderscoreState {
 public:
  void new_line() { open_length_ = 0; }
  void see(std::size_t length, const Neighbours& near) {
    const bool opens = near.left == ' ' || near.left == '\n' || near.left == U'(';
    if (opens && is_punctuation(near.right)) open_length_ = length;
  }
  bool may_close(std::size_t length) {
    if (open_length_ != length) return false;
    open_length_ = 0;
    return true;
  }

 private:
  std::size_t open_length_ = 0;
};

// Punctuation in cmark's table that no living script has (U+1039F UGARITIC WORD DIVIDER).
constexpr std::string_view kPunctuationGuard = "\U0001039F";

struct Guards {
  std::string_view before, behind;
};

Guards guards_of(std::string_view run, const Neighbours& near, UnderscoreState& underscores) {
  if (run.front() == '_') {
    const bool closes = near.closes_word() && underscores.may_close(run.size());
    underscores.see(run.size(), near);
    return closes ? Guards{kLetterGuard, kPunctuationGuard} : Guards{};
  }
  if (near.closes_word()) return {kLetterGuard, {}};
  if (near.opens_word()) return {{}, kLetterGuard};
  return {};
}

std::string without(std::string_view text, std::string_view piece) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t found = std::min(text.find(piece, at), text.size());
    out.append(text, at, found - at);
    at = found + (found < text.size() ? piece.size() : 0);
  }
  return out;
}

}  // namespace

std::string with_emphasis_guards(std::string_view markdown) {
  const std::string clean = without_emphasis_guards(markdown);
  const std::string_view text = clean;
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  UnderscoreState underscores;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_delimiter(text[at])) {
      if (text[at] == '\n') underscores.new_line();
      out.push_back(text[at++]);
      continue;
    }
    const std::size_t end = std::min(text.find_first_not_of(text[at], at), text.size());
    const std::string_view run = text.substr(at, end - at);
    const Neighbours near{before(text, at), after(text, end)};
    const Guards guards = is_escaped(text, at) ? Guards{} : guards_of(run, near, underscores);
    out.append(guards.before).append(run).append(guards.behind);
    at = end;
  }
  return out;
}

std::string without_emphasis_guards(std::string_view html) {
  std::string out(html);
  for (const std::string_view guard :
       {kLetterGuard, kSecondGuard, kPunctuationGuard, std::string_view("%EF%B7%90"),
        std::string_view("%EF%B7%91"), std::string_view("%F0%90%8E%9F")}) {
    if (out.find(guard) != std::string::npos) out = without(out, guard);
  }
  return out;
}

}  // namespace munjip
