#include "text/url_breaks.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace munjip {

namespace {

bool is_ascii_letter_or_digit(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
}

bool is_scheme_char(char32_t c) {
  return is_ascii_letter_or_digit(c) || c == U'+' || c == U'-' || c == U'.';
}

bool is_mail_name_char(char32_t c) {
  return is_scheme_char(c) || c == U'_' || c == U'%';
}

bool spells(std::span<const BreakUnit> word, std::size_t at, std::u32string_view text) {
  if (word.size() - at < text.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (word[at + i].base != text[i]) return false;
  }
  return true;
}

// What may stand at an address's end in a sentence without being part of it.
bool is_trailing(char32_t c) {
  constexpr std::u32string_view kTrailing = U".,;:!?…·'*~";
  return kTrailing.find(c) != std::u32string_view::npos;
}

// RFC 3986 lets ( ) stand in an address; one that closes more than was opened ends it.
std::size_t address_end(std::span<const BreakUnit> word, std::size_t first, std::size_t at) {
  int depth = 0;
  std::size_t end = at;
  for (; end < word.size(); ++end) {
    const char32_t c = word[end].base;
    if (c == U'(') ++depth;
    if (c == U')' && --depth < 0) break;
    const bool is_mark = word[end].is == BreakClass::opening || word[end].is == BreakClass::closing;
    if (is_mark && c != U'(' && c != U')' && c != U'[' && c != U']' && c != U'\'') break;
    if (c == U'<' || c == U'>' || word[end].is == BreakClass::zero_width) break;
  }
  while (end > first && is_trailing(word[end - 1].base)) --end;
  return end;
}

template <class Accepts>
std::size_t back_while(std::span<const BreakUnit> word, std::size_t from, std::size_t floor,
                       Accepts accepts) {
  while (from > floor && accepts(word[from - 1].base)) --from;
  return from;
}

bool has_host(std::span<const BreakUnit> word, std::size_t at) {
  return at < word.size() && (is_ascii_letter_or_digit(word[at].base) ||
                              word[at].is == BreakClass::syllable || word[at].base == U'[');
}

// Of the letters, digits, hyphens and dots from `at` on; RFC 1035, 2.3.4: 255 at most.
std::size_t mail_host_length(std::span<const BreakUnit> word, std::size_t at) {
  constexpr std::size_t kMaxHost = 255;
  std::size_t end = at;
  while (end < word.size() && end - at < kMaxHost && is_scheme_char(word[end].base)) ++end;
  while (end > at && is_trailing(word[end - 1].base)) --end;
  return end - at;
}

// The first index of an address whose mark (://, www., @) is at `at`; `at` itself where there is
// none.
std::size_t address_begin(std::span<const BreakUnit> word, std::size_t at, std::size_t floor) {
  if (spells(word, at, U"://") && has_host(word, at + 3)) {
    return back_while(word, at, floor, is_scheme_char);
  }
  if (word[at].base == U'@' && has_host(word, at + 1)) {
    const std::size_t first = back_while(word, at, floor, is_mail_name_char);
    const auto is_dot = [](const BreakUnit& unit) { return unit.base == U'.'; };
    const auto host = word.subspan(at + 1, mail_host_length(word, at + 1));
    return std::any_of(host.begin(), host.end(), is_dot) ? first : at;
  }
  return at;
}

// Distance from `i` to the delimiters around it, at least.
bool has_side(std::span<const BreakUnit> word, UnitRange address, std::size_t i) {
  constexpr std::size_t kMinPiece = 4;
  const auto is_piece = [&](std::size_t first, std::size_t end) {
    return std::all_of(word.begin() + static_cast<std::ptrdiff_t>(first),
                       word.begin() + static_cast<std::ptrdiff_t>(end), [](const BreakUnit& unit) {
                         return is_ascii_letter_or_digit(unit.base) ||
                                unit.is == BreakClass::syllable;
                       });
  };
  if (i - address.first <= kMinPiece || address.end - i < kMinPiece) return false;
  return is_piece(i - 1 - kMinPiece, i - 1) && is_piece(i, i + kMinPiece);
}

// Letters and digits from `i` on; an escape (%EC) is one of them.
std::size_t piece_end(std::span<const BreakUnit> word, UnitRange address, std::size_t i) {
  while (i < address.end && (is_ascii_letter_or_digit(word[i].base) || word[i].base == U'%' ||
                             word[i].is == BreakClass::syllable)) {
    ++i;
  }
  return i;
}

void split_pieces(std::span<const BreakUnit> word, UnitRange address, std::span<Cut> cuts) {
  constexpr std::size_t kMinPiece = 6;
  for (std::size_t begin = address.first; begin < address.end;) {
    const std::size_t end = piece_end(word, address, begin);
    for (std::size_t i = begin + kMinPiece; i + kMinPiece <= end; ++i) {
      const bool in_escape = word[i - 1].base == U'%' || word[i - 2].base == U'%';
      if (!in_escape && cuts[i] == Cut::none) cuts[i] = Cut::split;
    }
    begin = end + 1;
  }
}

}  // namespace

std::vector<UnitRange> find_addresses(std::span<const BreakUnit> word) {
  std::vector<UnitRange> found;
  std::size_t floor = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t c = word[i].base;
    if (c != U':' && c != U'@' && c != U'w') continue;
    const bool is_www = c == U'w' && spells(word, i, U"www.") && has_host(word, i + 4) &&
                        (i == floor || !is_ascii_letter_or_digit(word[i - 1].base));
    const std::size_t first = is_www ? i : address_begin(word, i, floor);
    if (first == i && !is_www) continue;
    const std::size_t end =
        c == U'@' ? i + 1 + mail_host_length(word, i + 1) : address_end(word, first, i + 1);
    if (end <= i) continue;
    found.push_back({first, end});
    floor = end;
    i = end - 1;
  }
  return found;
}

void cut_address(std::span<const BreakUnit> word, UnitRange address, std::span<Cut> cuts) {
  constexpr std::u32string_view kAfter = U"/?&#", kAfterLong = U".=_-", kJoins = U"_-";
  const auto is_one_of = [](std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
  };
  for (std::size_t i = address.first + 1; i < address.end; ++i) {
    const char32_t before = word[i - 1].base, after = word[i].base;
    const bool is_double = i >= 2 && word[i - 2].base == before;  // the // of ://
    const bool is_delimiter = is_one_of(kAfter, before) && before != after && !is_double;
    const bool is_long = is_one_of(kAfterLong, before) && has_side(word, address, i);
    cuts[i] = is_delimiter || is_long                                      ? Cut::joint
              : is_one_of(kJoins, before) && !is_double && before != after ? Cut::split
                                                                           : Cut::none;
  }
  split_pieces(word, address, cuts);
}

}  // namespace munjip
