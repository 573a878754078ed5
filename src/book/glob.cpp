#include "book/glob.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace munjip {

namespace {

// Unicode 15, 3.12: a syllable is composed of a leading consonant, a vowel and perhaps a final.
constexpr char32_t kFirstSyllable = 0xAC00;
constexpr char32_t kFirstLeading = 0x1100;
constexpr char32_t kFirstVowel = 0x1161;
constexpr char32_t kFirstFinal = 0x11A7;  // stands for "none"
constexpr char32_t kLeadings = 19;
constexpr char32_t kVowels = 21;
constexpr char32_t kFinals = 28;

bool is_in(char32_t c, char32_t first, char32_t count) {
  return c >= first && c < first + count;
}

std::u32string composed(const std::u32string& text) {
  std::u32string out;
  for (const char32_t c : text) {
    if (!out.empty() && is_in(out.back(), kFirstLeading, kLeadings) &&
        is_in(c, kFirstVowel, kVowels)) {
      out.back() =
          kFirstSyllable + ((out.back() - kFirstLeading) * kVowels + (c - kFirstVowel)) * kFinals;
    } else if (!out.empty() && c != kFirstFinal && is_in(c, kFirstFinal, kFinals) &&
               is_in(out.back(), kFirstSyllable, kLeadings * kVowels * kFinals) &&
               (out.back() - kFirstSyllable) % kFinals == 0) {
      out.back() += c - kFirstFinal;
    } else {
      out.push_back(c);
    }
  }
  return out;
}

std::u32string normal_code_points(std::string_view path) {
  std::u32string out;
  for (const char32_t c : composed(to_utf32(path))) {
    if (c == U'/' && (out.empty() ? path.front() != '/' : out.back() == U'/')) continue;
    if (c == U'/' && out == U".") {
      out.clear();
      continue;
    }
    out.push_back(c);
  }
  if (out.size() > 1 && out.back() == U'/') out.pop_back();
  return out;
}

}  // namespace

std::string normal_path(std::string_view path) {
  return to_utf8(normal_code_points(path));
}

Glob::Glob(std::string_view pattern) {
  const std::u32string text = normal_code_points(pattern);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char32_t c = text[at];
    if (c == U'*' && at + 1 < text.size() && text[at + 1] == U'*') {
      while (at + 1 < text.size() && text[at + 1] == U'*') ++at;
      // `**/` is any number of whole folders; a `**` elsewhere crosses folders as well.
      const bool is_whole = tokens_.empty() || (tokens_.back().kind == Kind::character &&
                                                tokens_.back().character == U'/');
      if (is_whole && at + 1 < text.size() && text[at + 1] == U'/') ++at;
      tokens_.push_back({Kind::any_folders, text[at]});
    } else if (c == U'*') {
      tokens_.push_back({Kind::any_run});
    } else if (c == U'?') {
      tokens_.push_back({Kind::any_character});
    } else if (c == U'[') {
      at = parse_set(text, at);
    } else {
      const bool is_escape = c == U'\\' && at + 1 < text.size();
      tokens_.push_back({Kind::character, is_escape ? text[++at] : c});
    }
  }
  is_plain_ = std::all_of(tokens_.begin(), tokens_.end(),
                          [](const Token& token) { return token.kind == Kind::character; });
}

// Reads the set that opens at `at`; returns the place of its closing bracket. A bracket that is
// never closed stands for itself, as in POSIX (2.13.1).
std::size_t Glob::parse_set(const std::u32string& pattern, std::size_t at) {
  Token set{Kind::set};
  std::size_t i = at + 1;
  if (i < pattern.size() && (pattern[i] == U'!' || pattern[i] == U'^')) {
    set.is_negated = true;
    ++i;
  }
  for (const std::size_t first = i; i < pattern.size(); ++i) {
    if (pattern[i] == U']' && i != first) {
      tokens_.push_back(std::move(set));
      return i;
    }
    Range range{pattern[i], pattern[i]};
    if (i + 2 < pattern.size() && pattern[i + 1] == U'-' && pattern[i + 2] != U']') {
      range.last = pattern[i + 2];
      i += 2;
    }
    set.ranges.push_back(range);
  }
  tokens_.push_back({Kind::character, U'['});
  return at;
}

bool Glob::accepts(const Token& token, char32_t c) {
  switch (token.kind) {
    case Kind::character:
      return token.character == c;
    case Kind::any_character:
    case Kind::any_run:
      return c != U'/';
    case Kind::any_folders:
      return true;
    case Kind::set:
      return c != U'/' &&
             token.is_negated !=
                 std::any_of(token.ranges.begin(), token.ranges.end(), [&](const Range& range) {
                   return c >= range.first && c <= range.last;
                 });
  }
  return false;
}

// All ways to match at once: reached[i] says that the path so far may be matched by the first i
// tokens.
bool Glob::matches(std::string_view path) const {
  const std::u32string text = normal_code_points(path);
  std::vector<char> reached(tokens_.size() + 1, 0);
  std::vector<char> next(reached.size(), 0);
  // A run may be empty: what reaches it also reaches what follows. Whole folders (`**/`) end at a
  // slash, so behind one they are left only where a folder begins.
  const auto skip_empty_runs = [&](std::vector<char>& states, char32_t before) {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (states[i] == 0) continue;
      const Token& token = tokens_[i];
      const bool may_be_empty =
          token.kind == Kind::any_run ||
          (token.kind == Kind::any_folders && (token.character != U'/' || before == U'/'));
      if (may_be_empty) states[i + 1] = 1;
    }
  };
  reached[0] = 1;
  skip_empty_runs(reached, U'/');
  for (const char32_t c : text) {
    std::fill(next.begin(), next.end(), 0);
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (reached[i] == 0 || !accepts(tokens_[i], c)) continue;
      const bool repeats = tokens_[i].kind == Kind::any_run || tokens_[i].kind == Kind::any_folders;
      next[repeats ? i : i + 1] = 1;
    }
    // A plain path also names what lies below it.
    if (is_plain_ && c == U'/' && reached.back() != 0) return true;
    std::swap(reached, next);
    skip_empty_runs(reached, c);
  }
  return reached.back() != 0;
}

std::string Glob::plain_path() const {
  std::string out;
  for (const Token& token : tokens_) append_utf8(out, token.character);
  return out;
}

}  // namespace munjip
