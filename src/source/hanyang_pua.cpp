#include "source/hanyang_pua.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/letters.h"
#include "base/utf8.h"

namespace munjip {

namespace {

bool is_private_use(char32_t c) {
  return c >= 0xE000 && c <= 0xF8FF;
}

const HanyangRange* range_of(char32_t c) {
  const auto& ranges = hanyang_ranges();
  const auto found = std::find_if(ranges.begin(), ranges.end(), [&](const HanyangRange& range) {
    return c >= range.first && c <= range.last;
  });
  return found == ranges.end() ? nullptr : &*found;
}

// The entries of every range, in its order.
const std::vector<std::string_view>& entries_of(const HanyangRange& range) {
  static const std::vector<std::vector<std::string_view>> all = [] {
    constexpr std::string_view kSpace = " \n";
    std::vector<std::vector<std::string_view>> lists;
    for (const HanyangRange& each : hanyang_ranges()) {
      std::vector<std::string_view>& list = lists.emplace_back();
      for (std::size_t at = each.jamo.find_first_not_of(kSpace); at != std::string_view::npos;) {
        const std::size_t end = std::min(each.jamo.find_first_of(kSpace, at), each.jamo.size());
        list.push_back(each.jamo.substr(at, end - at));
        at = each.jamo.find_first_not_of(kSpace, end);
      }
    }
    return lists;
  }();
  return all[static_cast<std::size_t>(&range - hanyang_ranges().data())];
}

// What stands beside old Hangul in a text: Hangul, its tone marks, Hanja.
bool is_company(char32_t c) {
  return is_hangul_syllable(c) || (c >= 0x1100 && c <= 0x11FF) || c == 0x302E || c == 0x302F ||
         (c >= 0xA960 && c <= 0xA97F) || (c >= 0xD7B0 && c <= 0xD7FF) ||
         (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF);
}

// Quotation marks and brackets around a letter that is talked about, and the marks behind it.
bool is_mark_of_prose(char32_t c) {
  constexpr std::u32string_view kMarks = U"‘’“”'\"「」『』〈〉《》[]()〔〕【】.,·!?:;…、。";
  return kMarks.find(c) != std::u32string_view::npos;
}

// What stands at one side of a run of codes: the neighbour, and what lies behind a mark or a space.
struct Side {
  char32_t next = 0, beyond = 0;
  bool is_in_prose() const { return is_company(beyond) || is_mark_of_prose(next); }
};

Side side_of(char32_t first, char32_t second, char32_t third) {
  const auto is_passed = [](char32_t c) { return c == ' ' || is_mark_of_prose(c); };
  if (!is_passed(first)) return {first, first};
  return {first, is_passed(second) ? third : second};
}

// A run that touches Hangul or Hanja, or one that stands in a line of them as a word does. An icon
// stands at the edge of its line or beside a tag.
bool is_in_company(const std::array<char32_t, 3>& before, std::string_view after) {
  std::array<char32_t, 3> next{};
  std::size_t at = 0;
  for (char32_t& c : next) c = at < after.size() ? next_code_point(after, at) : 0;
  if (is_company(before[0]) || is_company(next[0])) return true;
  const Side left = side_of(before[0], before[1], before[2]);
  const Side right = side_of(next[0], next[1], next[2]);
  return left.is_in_prose() && right.is_in_prose() &&
         (is_company(left.beyond) || is_company(right.beyond));
}

// Whether half of the runs of private use or more stand among Hangul, and all of them are
// Hanyang's.
bool is_old_hangul(std::string_view text) {
  std::size_t runs = 0, in_company = 0;
  std::array<char32_t, 3> before{};  // the last one first
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = next_code_point(text, at);
    if (!is_private_use(c)) {
      before = {c, before[0], before[1]};
      continue;
    }
    std::size_t end = at;
    while (is_private_use(c)) {
      if (range_of(c) == nullptr) return false;
      at = end;
      c = end < text.size() ? next_code_point(text, end) : 0;
    }
    ++runs;
    if (is_in_company(before, text.substr(at))) ++in_company;
    before = {};
  }
  return runs > 0 && in_company * 2 >= runs;
}

}  // namespace

std::string hanyang_to_jamo(char32_t c) {
  const HanyangRange* range = range_of(c);
  if (range == nullptr) return utf8(c);
  const std::string_view jamo = entries_of(*range).at(c - range->first);
  return jamo == "-" ? std::string() : std::string(jamo);
}

OldHangul with_standard_old_hangul(std::string text) {
  // U+E0BC ... U+F8F7 begin with EE or EF in UTF-8.
  const bool may_hold_codes =
      std::any_of(text.begin(), text.end(), [](char c) { return c == '\xEE' || c == '\xEF'; });
  if (!may_hold_codes || !is_old_hangul(text)) return {std::move(text), 0};
  OldHangul out;
  out.text.reserve(text.size() * 2);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (range_of(c) == nullptr) {
      out.text.append(text, begin, at - begin);
    } else {
      out.text += hanyang_to_jamo(c);
      ++out.converted;
    }
  }
  return out;
}

}  // namespace munjip
